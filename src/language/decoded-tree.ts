// Walks over the tree of one decoded sentence, before it becomes part of a Document; heads count inside the sentence.
import type { DecodedWord } from './decode.ts'

export const isSubject = (word: DecodedWord): boolean =>
  word.deprel === 'nsubj' || word.deprel === 'nsubj:pass'

/** Is `index` the word `top` or somewhere below it? */
export const isUnder = (words: readonly DecodedWord[], index: number, top: number): boolean => {
  for (let at = index; at >= 0; at = words[at].head) if (at === top) return true
  return false
}

/** The first word of a phrase, marks and commas at its edge left out. */
export const firstUnder = (words: readonly DecodedWord[], top: number): number =>
  words.findIndex((w, i) => i <= top && w.upos !== 'PUNCT' && isUnder(words, i, top))

/** The last word of a phrase, marks and commas at its edge left out. */
export const lastUnder = (words: readonly DecodedWord[], top: number): number =>
  words.findLastIndex((w, i) => i >= top && w.upos !== 'PUNCT' && isUnder(words, i, top))

export const childrenOf = (words: readonly DecodedWord[], top: number): number[] =>
  words.flatMap((w, i) => (w.head === top ? [i] : []))

export const isNominal = (word: DecodedWord): boolean => ['NOUN', 'PROPN', 'PRON'].includes(word.upos)
