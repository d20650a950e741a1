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

/**
 * Where the whole sentences of a window begin (word indices of the Text) and where the next window begins. The last
 * sentence counts as whole where the text or a paragraph ends with the window, or where it fills the window. A word
 * joined to the one before it begins none.
 */
export function findSentences(
  window: Window,
  output: WindowOutput,
  startsParagraph: readonly boolean[],
  joined: readonly boolean[],
): { starts: number[]; next: number } {
  const starts: number[] = []
  for (let i = window.first; i < window.end; i++) {
    const begins = output.sentence[i - window.first] > 0 && !joined[i]
    if (i === window.first || startsParagraph[i] || begins) starts.push(i)
  }
  const closed = window.end === startsParagraph.length || startsParagraph[window.end]
  if (closed || starts.length === 1) return { starts, next: window.end }
  return { starts, next: starts.pop() as number }
}
