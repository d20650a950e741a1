// Decoded words come in; out go the same with numbers that a determiner contradicts, verbs taken for particles, nouns for verbs, and what is called something put right.
import type { DecodedWord } from './decode.ts'
import { childrenOf } from './decoded-tree.ts'
import { lemmasOf } from './inflection.ts'

const MANY = /^(?:both|these|those|many|several|few|two|three|four|five|six|seven|eight|nine|ten)$/i
/** Ends like a plural and is none, or looks the same in both numbers. */
const SAME_FORM = /(?:ss|us|is|series|species|means|quarters|news|politics|affairs)$/i

/** "Both sides": a noun in -s that counts more than one is a plural, and "side" its lemma. */
export function mendNumbers(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  return words.map((word, i) => {
    const form = forms[i]
    if (word.upos !== 'NOUN' || word.feats.Number !== 'Sing' || !/[^s]s$/i.test(form)) return word
    const counted = childrenOf(words, i).some(c => c < i && MANY.test(forms[c]))
    if (!counted || SAME_FORM.test(form)) return word
    const feats = { ...word.feats, Number: 'Plur' }
    return { ...word, feats, lemma: lemmasOf(form, 'NOUN', feats)[0] ?? word.lemma }
  })
}

/** "refused to negotiate": the verb of its clause, which the network takes for a word like "not". */
export function mendParticles(
  words: readonly DecodedWord[],
  forms: readonly string[],
): readonly DecodedWord[] {
  return words.map((word, i) => {
    if (word.upos !== 'PART' || !/^refuse[ds]?$/i.test(forms[i])) return word
    const Tense = /d$/i.test(forms[i]) ? 'Past' : 'Pres'
    return { ...word, upos: 'VERB', feats: { Mood: 'Ind', Tense, VerbForm: 'Fin' }, lemma: 'refuse' }
  })
}

/** "repeated its call for a truce": behind its owner or article a word with a number and no form of a verb is a noun. */
export function mendNouns(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  return words.map((word, i) => {
    if (word.upos !== 'VERB' || word.feats.VerbForm || !word.feats.Number || word.feats.Person) return word
    if (!childrenOf(words, i).some(c => c < i && /^(?:det|nmod:poss)$/.test(words[c].deprel))) return word
    const lemma = lemmasOf(forms[i], 'NOUN', word.feats)[0] ?? forms[i].toLowerCase()
    return { ...word, upos: 'NOUN', lemma }
  })
}

const CALLING = /^(?:call|consider|deem|label|brand|term|find)$/

/** "called the attack cowardly": the attack is what the verb is about, and "cowardly" what is said of it. */
export function mendCalled(words: readonly DecodedWord[]): readonly DecodedWord[] {
  const mended = [...words]
  words.forEach((verb, v) => {
    const own = childrenOf(words, v)
    if (verb.upos !== 'VERB' || !CALLING.test(verb.lemma) || own.some(c => words[c].deprel === 'obj')) return
    const [named, ...others] = own.filter(c => c > v && words[c].deprel === 'xcomp')
    if (named === undefined || !/^(?:NOUN|PROPN|PRON)$/.test(words[named].upos)) return
    const said = childrenOf(words, named).find(c => c > named && words[c].deprel === 'amod')
    if (said !== undefined) mended[said] = { ...words[said], head: v, deprel: 'xcomp' }
    if (said !== undefined || others.length > 0) mended[named] = { ...words[named], deprel: 'obj' }
  })
  return mended
}
