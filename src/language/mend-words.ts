// Decoded words come in; out go the same with a number that their determiner contradicts put right.
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
