// Walks over the tree of one decoded sentence, before it becomes part of a Document; heads count inside the sentence.
import type { DecodedWord } from './decode.ts'

/** Puts something right in a sentence; `forms` are its words as written. */
export type Mend = (words: readonly DecodedWord[], forms: readonly string[]) => readonly DecodedWord[]

/** One mend after the other: each reads what those before it have put right. */
export const inTurn =
  (mends: readonly Mend[]): Mend =>
  (words, forms) =>
    mends.reduce((mended, mend) => mend(mended, forms), words)

/** The words with one of them hung elsewhere. */
export const hang = (
  words: readonly DecodedWord[],
  at: number,
  head: number,
  deprel: string,
): readonly DecodedWord[] => words.map((word, i) => (i === at ? { ...word, head, deprel } : word))

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
