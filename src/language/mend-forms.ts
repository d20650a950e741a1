// Decoded words come in; out go the same where the form of a verb contradicts its auxiliary ("did accede" as a participle),
// or the relation of a phrase contradicts its preposition.
import type { DecodedWord } from './decode.ts'
import { childrenOf, firstUnder } from './decoded-tree.ts'

const HAVE = /^(?:have|has|had|having|['’]ve)$/i
/** Behind these stands an infinitive. */
const BARE = /^(?:do|does|did|will|wo|would|can|ca|could|shall|should|may|might|must|['’]ll)$/i
/** Past participles that look like their infinitive. */
const SAME_FORM =
  /^(?:(?:be|over)?come|(?:out|over)?run|(?:re|off)?set|(?:in|out)?put|cut|hit|let|shut|cost|hurt|spread|split|quit|(?:off|pre)?read|beat|(?:out|over)?bid|(?:broad|fore)?cast|burst|thrust|rid|shed|bet|slit)$/
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|ramadan)s?$/i

const without = (feats: DecodedWord['feats'], ...names: string[]): DecodedWord['feats'] =>
  Object.fromEntries(Object.entries(feats).filter(([name]) => !names.includes(name)))

/** "would have expelled" is a participle, "did not accede" an infinitive, "talks resume" no participle. */
function mendVerb(words: readonly DecodedWord[], forms: readonly string[], at: number): DecodedWord {
  const word = words[at]
  const helpers = childrenOf(words, at).filter(i => i < at && /^aux/.test(words[i].deprel))
  const last = helpers.at(-1)
  const { VerbForm, Tense } = word.feats
  if (last !== undefined && HAVE.test(forms[last]) && VerbForm === 'Inf')
    return { ...word, feats: { ...word.feats, VerbForm: 'Part', Tense: 'Past' } }
  const bare = forms[at].toLowerCase()
  const isPast = VerbForm === 'Part' || Tense === 'Past'
  if (bare !== word.lemma || !isPast || /(?:ed|ing)$/.test(bare) || SAME_FORM.test(bare)) return word
  const feats = without(word.feats, 'Tense', 'Voice', 'Mood', 'Person', 'Number')
  if (last !== undefined && BARE.test(forms[last])) return { ...word, feats: { ...feats, VerbForm: 'Inf' } }
  const subject = childrenOf(words, at).some(i => i < at && words[i].deprel === 'nsubj')
  return helpers.length === 0 && subject
    ? { ...word, feats: { ...feats, VerbForm: 'Fin', Mood: 'Ind', Tense: 'Pres' } }
    : word
}

/** "accede to the demands" has no object; "attacked Oman" has one. */
function mendObject(words: readonly DecodedWord[], forms: readonly string[], at: number): DecodedWord {
  const word = words[at]
  const verb = word.head
  if (verb < 0 || verb > at || words[verb].upos !== 'VERB') return word
  const prep = childrenOf(words, at).find(i => words[i].deprel === 'case' && words[i].upos === 'ADP')
  const first = childrenOf(words, verb).find(i => words[i].deprel === 'obj')
  if (word.deprel === 'obj' && prep !== undefined && firstUnder(words, at) === prep)
    if (prep === verb + 1 || (first !== undefined && first > verb && first < prep))
      // "pushed Iran for more inspections" has one object
      return { ...word, deprel: 'obl' }
  const cased = childrenOf(words, at).some(i => words[i].deprel === 'case' && !/^['’]s?$/.test(forms[i]))
  const has = childrenOf(words, verb).some(i => /^(?:obj|iobj|aux:pass|nsubj:pass)/.test(words[i].deprel))
  const isBare = word.deprel === 'obl' && word.upos === 'PROPN' && !cased && !has
  return isBare && firstUnder(words, at) === verb + 1 && !CALENDAR.test(forms[at])
    ? { ...word, deprel: 'obj' }
    : word
}

export function mendForms(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  const objects = words.map((_, i) => mendObject(words, forms, i))
  return objects.map((word, i) => (word.upos === 'VERB' ? mendVerb(objects, forms, i) : word))
}
