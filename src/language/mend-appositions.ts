// A decoded sentence comes in; out goes the same sentence in which the second of two offices set beside a name is joined to the first:
// "Anna Berg, a lawyer and former minister, said" is one person.
import type { DecodedWord } from './decode.ts'
import { childrenOf, firstUnder, lastUnder } from './decoded-tree.ts'

/** The office beside the name to which this one belongs, or -1. */
function officeBefore(words: readonly DecodedWord[], forms: readonly string[], second: number): number {
  const { upos, deprel, head, feats } = words[second]
  if (upos !== 'NOUN' || deprel !== 'conj' || feats.Number === 'Plur' || words[head]?.upos !== 'PROPN')
    return -1
  const office = childrenOf(words, head).find(
    c => c > head && c < second && words[c].deprel === 'appos' && words[c].upos === 'NOUN',
  )
  // "a lawyer and his wife" are two.
  const kin = childrenOf(words, second).some(c => words[c].deprel === 'nmod:poss' && words[c].upos === 'PRON')
  if (office === undefined || kin) return -1
  const joined = forms[firstUnder(words, second) - 1] !== ','
  const closed = /^[,.;)–—]$/.test(forms[lastUnder(words, second) + 1] ?? '.')
  return joined && closed ? office : -1
}

export function mendAppositions(
  words: readonly DecodedWord[],
  forms: readonly string[],
): readonly DecodedWord[] {
  return words.map((word, i) => {
    const office = officeBefore(words, forms, i)
    return office < 0 ? word : { ...word, head: office }
  })
}
