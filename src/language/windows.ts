// Comes in: the words of a Text cut into pieces. Goes out: windows that fit the network, and which sentences of a window are whole.
import type { LanguageModel, WindowInput, WindowOutput } from './model.ts'
import type { WordPieces } from './pieces.ts'

export interface Window {
  /** Word range in the Text, half-open. */
  readonly first: number
  readonly end: number
  readonly input: WindowInput
}

/** The longest window from word `first` on; always at least one word. */
export function makeWindow(
  pieces: readonly WordPieces[],
  first: number,
  model: Pick<LanguageModel, 'maxPieces' | 'cls' | 'sep'>,
): Window {
  const room = model.maxPieces - 2
  let length = 0
  let end = first
  while (end < pieces.length && (end === first || length + pieces[end].ids.length <= room)) {
    length += pieces[end].ids.length
    end++
  }
  const ids = new BigInt64Array(length + 2)
  const casing = new BigInt64Array(length + 2)
  const wordStarts = new BigInt64Array(end - first)
  ids[0] = BigInt(model.cls)
  ids[length + 1] = BigInt(model.sep)
  let at = 1
  for (let i = first; i < end; i++) {
    wordStarts[i - first] = BigInt(at)
    const kind = BigInt(pieces[i].casing)
    for (const id of pieces[i].ids) {
      ids[at] = BigInt(id)
      casing[at++] = kind
    }
  }
  return { first, end, input: { ids, casing, wordStarts } }
}

/** May a sentence begin at this word? A closing mark passes its beginning on to the next word; right behind a word none begins lightly. */
export type Opening = 'always' | 'never' | 'passes on' | 'may' | 'hardly'

/** Score from which a sentence begins in the middle of a line with no mark before it: lower ones cut names ("Deputy Secretary | Robert Zoellick"). */
const BEHIND_A_WORD = 4

/**
 * Where the whole sentences of a window begin (word indices of the Text) and where the next window begins. The last
 * sentence counts as whole where the text or a paragraph ends with the window, or where it fills the window.
 */
export function findSentences(
  window: Window,
  output: WindowOutput,
  openings: readonly Opening[],
): { starts: number[]; next: number } {
  const starts: number[] = []
  let passedOn = false
  for (let i = window.first; i < window.end; i++) {
    const opening = openings[i]
    const least = opening === 'hardly' ? BEHIND_A_WORD : 0
    const begins: boolean = passedOn || output.sentence[i - window.first] > least
    passedOn = begins && opening === 'passes on'
    const may = opening === 'may' || opening === 'hardly'
    if (i === window.first || opening === 'always' || (begins && may)) starts.push(i)
  }
  const closed = window.end === openings.length || openings[window.end] === 'always'
  if (closed || starts.length === 1) return { starts, next: window.end }
  return { starts, next: starts.pop() as number }
}
