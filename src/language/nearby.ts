// Where words stand in the text, whatever their tree: in the sentences around one, behind a place.
import type { Document, Token } from './document.ts'

/** The tokens of a sentence and of `reach` sentences before and after it, in text order. */
export function tokensAround(
  { sentences, tokens }: Document,
  sentence: number,
  reach: number,
): readonly Token[] {
  const first = sentences[Math.max(0, sentence - reach)].firstToken
  const end = sentences[Math.min(sentences.length - 1, sentence + reach)].endToken
  return tokens.slice(first, end)
}

/** Index of the first token that ends behind the place, by halving; the number of tokens where none does. */
export function firstEndingBehind(tokens: readonly Token[], place: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle].end <= place) low = middle + 1
    else high = middle
  }
  return low
}
