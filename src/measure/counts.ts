// How many there are, how many were found, how many of these are right; and the figures that follow.
import type { Figure } from './figure.ts'

export interface Count {
  readonly gold: number
  readonly found: number
  readonly right: number
}

export const total = (counts: readonly Count[]): Count =>
  counts.reduce(
    (sum, c) => ({ gold: sum.gold + c.gold, found: sum.found + c.found, right: sum.right + c.right }),
    { gold: 0, found: 0, right: 0 },
  )

/** Of sets of things, written as strings. */
export const countSets = (gold: ReadonlySet<string>, found: ReadonlySet<string>): Count => ({
  gold: gold.size,
  found: found.size,
  right: [...gold].filter(x => found.has(x)).length,
})

export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Precision, recall and F1. */
export const figuresOf = (set: string, what: string, count: Count, note?: string): Figure[] => [
  { set, metric: `${what} precision`, value: share(count.right, count.found), count: count.found, note },
  { set, metric: `${what} recall`, value: share(count.right, count.gold), count: count.gold },
  { set, metric: `${what} F1`, value: share(2 * count.right, count.gold + count.found), count: count.gold },
]

/** A gold label and ours, of one thing that both sides label. */
export interface Labelled {
  readonly gold: string
  readonly given: string
}

export const accuracy = (pairs: readonly Labelled[]): number =>
  share(pairs.filter(p => p.gold === p.given).length, pairs.length)

/** Mean F1 of the labels that the gold side uses. */
export function macroF1(pairs: readonly Labelled[]): number {
  const labels = [...new Set(pairs.map(p => p.gold))]
  const f1 = labels.map(label => {
    const right = pairs.filter(p => p.gold === label && p.given === label).length
    return share(
      2 * right,
      pairs.filter(p => p.gold === label).length + pairs.filter(p => p.given === label).length,
    )
  })
  return share(
    f1.reduce((sum, value) => sum + value, 0),
    labels.length,
  )
}
