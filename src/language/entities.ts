// Comes in: entity scores of one sentence ("B-PER", "I-PER", …). Goes out: its names as word ranges with their type.
import type { EntityType } from './document.ts'

export interface NameRange {
  readonly type: EntityType
  /** Words of the sentence, half-open. */
  readonly first: number
  readonly end: number
}

const TYPES: Readonly<Record<string, EntityType>> = { PER: 'person', ORG: 'organisation', LOC: 'place' }

/** `scores`: rows of words behind one another; the sentence is the rows first…end-1. */
export function findNames(
  scores: Float32Array,
  labels: readonly string[],
  first: number,
  end: number,
): NameRange[] {
  return readRanges(bestLabels(scores, labels, first, end).map(k => labels[k]))
}

/** The best sequence in which every I- continues a B- or I- of its own type (Viterbi). */
function bestLabels(scores: Float32Array, labels: readonly string[], first: number, end: number): number[] {
  const n = labels.length
  const from: Int32Array[] = []
  let total = Float64Array.from(labels, (label, k) =>
    label.startsWith('I-') ? -Infinity : scores[first * n + k],
  )
  for (let row = first + 1; row < end; row++) {
    const free = topOf(total)
    const back = new Int32Array(n)
    const next = new Float64Array(n)
    for (let k = 0; k < n; k++) {
      back[k] = labels[k].startsWith('I-') ? bestOpening(total, labels, labels[k].slice(2)) : free
      next[k] = total[back[k]] + scores[row * n + k]
    }
    from.push(back)
    total = next
  }
  const path = [topOf(total)]
  for (let row = from.length - 1; row >= 0; row--) path.push(from[row][path[path.length - 1]])
  return path.reverse()
}

function topOf(values: Float64Array): number {
  let top = 0
  for (let k = 1; k < values.length; k++) if (values[k] > values[top]) top = k
  return top
}

function bestOpening(total: Float64Array, labels: readonly string[], type: string): number {
  const begin = labels.indexOf(`B-${type}`)
  const inside = labels.indexOf(`I-${type}`)
  return begin < 0 || total[inside] > total[begin] ? inside : begin
}

/** Ranges of a label sequence; an I- that continues nothing opens a name. */
export function readRanges(labels: readonly string[]): NameRange[] {
  const names: NameRange[] = []
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 'O') continue
    const type = labels[i].slice(2)
    let end = i + 1
    while (end < labels.length && labels[end] === `I-${type}`) end++
    names.push({ type: TYPES[type] ?? 'other', first: i, end })
    i = end - 1
  }
  return names
}
