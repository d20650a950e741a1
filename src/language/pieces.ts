// Comes in: a word. Goes out: its WordPiece ids and its casing class, as the network was trained on them.

export interface WordPieces {
  readonly ids: readonly number[]
  /** Position in `CASING`. */
  readonly casing: number
}

export type CutWord = (word: string) => WordPieces

/** The classes of `reader.json`, in its order. */
export const CASING = ['lower', 'initial', 'upper', 'mixed', 'other'] as const

// Longer parts are unknown, as in BERT.
const LONGEST_PART = 100
// A run of signs is one piece a sign; nothing is learnt from more, and a word must fit a window.
const MOST_PIECES = 100
const CACHED_WORDS = 100_000

/** Makes the cutter; it remembers the words it has cut before. `vocabulary`: a piece a line, the line number is the id. */
export function makeCutWord(vocabulary: string): CutWord {
  const ids = new Map<string, number>()
  const lines = vocabulary.split('\n')
  for (let i = 0; i < lines.length; i++) if (lines[i] !== '') ids.set(lines[i], i)
  const unknown = ids.get('[UNK]')
  if (unknown === undefined)
    throw new Error('vocab.txt holds no [UNK]: take it from the same export as reader.onnx.')
  const known = new Map<string, WordPieces>()
  return word => {
    let found = known.get(word)
    if (!found) {
      const pieces = splitBasic(word).flatMap(part => cutPart(part, ids, unknown))
      found = { ids: pieces.length ? pieces.slice(0, MOST_PIECES) : [unknown], casing: casingOf(word) }
      if (known.size >= CACHED_WORDS) known.clear()
      known.set(word, found)
    }
    return found
  }
}

const LOWER = /^[a-z]+$/
const LEFT_OUT = /[\p{Mn}\ufffd]|(?![\t\n\r])\p{C}/gu
const APART =
  /[!-/:-@[-`{-~\p{P}]|[\u{4E00}-\u{9FFF}\u{3400}-\u{4DBF}\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B820}-\u{2CEAF}\u{F900}-\u{FAFF}\u{2F800}-\u{2FA1F}]/gu

/** Lower case without accents; punctuation and Chinese characters apart. */
function splitBasic(word: string): string[] {
  if (LOWER.test(word)) return [word]
  const plain = word.normalize('NFD').toLowerCase().replace(LEFT_OUT, '')
  return plain
    .replace(APART, ' $& ')
    .split(/\s+/u)
    .filter(part => part !== '')
}

/** Greedy: the longest piece that fits, again and again; unknown as a whole where one fails. */
function cutPart(part: string, ids: ReadonlyMap<string, number>, unknown: number): number[] {
  const whole = ids.get(part)
  if (whole !== undefined) return [whole]
  if (part.length > LONGEST_PART && Array.from(part).length > LONGEST_PART) return [unknown]
  const pieces: number[] = []
  let start = 0
  while (start < part.length) {
    let end = part.length
    let id: number | undefined
    for (; end > start && id === undefined; end--) id = ids.get((start ? '##' : '') + part.slice(start, end))
    if (id === undefined) return [unknown]
    pieces.push(id)
    start = end + 1
  }
  return pieces
}

/** Looks only at characters that have case: "U.S." is upper, "al-Ani" mixed, "A" initial, "2014" other. */
export function casingOf(word: string): number {
  if (LOWER.test(word)) return 0
  const cased = Array.from(word).filter(c => c.toLowerCase() !== c.toUpperCase())
  if (cased.length === 0) return 4
  const capitals = cased.map(c => c !== c.toLowerCase())
  if (!capitals.includes(true)) return 0
  if (capitals[0] && capitals.indexOf(true, 1) < 0) return 1
  return capitals.includes(false) ? 3 : 2
}
