// Comes in: what the record's heads said of each window. Goes out: what they think of each word of the Text and of pairs of words.
import type { HeadLabels, HeadScores } from './heads.ts'

/** Thoughts of the network on an article: probabilities that the finders of the record weigh against their rules. */
export interface Judgements {
  /** Probability of each PLOVER type, "none" first, that the word tells of an act. */
  readonly event: (word: number) => Readonly<Record<string, number>>
  readonly background: (word: number) => number
  /** Probability of each stance, "none" first, that the word heads a position. */
  readonly stance: (word: number) => Readonly<Record<string, number>>
  readonly cue: (word: number) => number
  /** Probability that the word lies in the content of a statement. */
  readonly content: (word: number) => number
  /** Probability that the side of `from` that the link means is named by the word `to`. */
  readonly link: (link: string, from: number, to: number) => number
}

/** A stretch of words that one window decided on. */
export interface Stretch {
  readonly first: number
  readonly end: number
  /** The word of the Text that is the window's first row. */
  readonly windowFirst: number
  readonly scores: HeadScores
}

const DISTANCES = 9

/** 0 to 8: at or after, 9 to 17: before; by powers of two. As in training/network.py. */
function distanceClass(from: number, to: number): number {
  const gap = Math.abs(to - from)
  const size = Math.min(DISTANCES - 1, gap === 0 ? 0 : 1 + Math.ceil(Math.log2(gap)))
  return to < from ? size + DISTANCES : size
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

function softmax(scores: Float32Array, start: number, labels: readonly string[]): Record<string, number> {
  let top = -Infinity
  for (let k = 0; k < labels.length; k++) top = Math.max(top, scores[start + k])
  const raised = labels.map((_, k) => Math.exp(scores[start + k] - top))
  const total = raised.reduce((sum, x) => sum + x, 0)
  return Object.fromEntries(labels.map((label, k) => [label, raised[k] / total]))
}

function dot(a: Float32Array, startA: number, b: Float32Array, startB: number, size: number): number {
  let sum = 0
  for (let k = 0; k < size; k++) sum += a[startA + k] * b[startB + k]
  return sum
}

/** Stretches lie behind one another and cover every word. */
export function makeJudgements(stretches: readonly Stretch[], heads: HeadLabels): Judgements {
  const words = stretches.at(-1)?.end ?? 0
  const stretchOf = new Array<Stretch>(words)
  for (const stretch of stretches) stretchOf.fill(stretch, stretch.first, stretch.end)
  const at = (word: number): readonly [HeadScores, number] => [
    stretchOf[word].scores,
    word - stretchOf[word].windowFirst,
  ]

  const names = Object.keys(heads.facts) as (keyof HeadLabels['facts'])[]
  const columns = names.reduce((sum, name) => sum + heads.facts[name], 0)
  const offsets = Object.fromEntries(
    names.map((name, i) => [name, names.slice(0, i).reduce((sum, n) => sum + heads.facts[n], 0)]),
  ) as HeadLabels['facts']
  const labelled = (name: keyof HeadLabels['facts'], labels: readonly string[]) => {
    const known: Record<string, number>[] = []
    return (word: number) => {
      const [scores, row] = at(word)
      known[word] ??= softmax(scores.facts, row * columns + offsets[name], labels)
      return known[word]
    }
  }
  const single = (name: keyof HeadLabels['facts']) => (word: number) => {
    const [scores, row] = at(word)
    return sigmoid(scores.facts[row * columns + offsets[name]])
  }
  const content = labelled('content', ['outside', 'begins', 'inside'])

  return {
    event: labelled('event', heads.events),
    background: single('background'),
    stance: labelled('stance', heads.stances),
    cue: single('cue'),
    content: word => 1 - content(word).outside,
    link: (link, from, to) => {
      const number = heads.links.indexOf(link)
      const [a, rowA] = at(from)
      const [b, rowB] = at(to)
      const width = (b.linkTo.length * heads.links.length) / b.linkBias.length
      const start = (rowA * heads.links.length + number) * width
      const score = dot(a.linkFrom, start, b.linkTo, rowB * width, width) / Math.sqrt(width)
      const bias = b.linkBias[rowB * heads.links.length + number]
      return sigmoid(score + bias + heads.linkDistance[number][distanceClass(from, to)])
    },
  }
}
