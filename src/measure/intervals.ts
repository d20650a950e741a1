// What was read (texts, sentences) and how it is scored come in; the figures go out, each with the interval that chance alone would give it.
import type { Figure } from './figure.ts'

/** Enough for two decimals of the ends of an interval. */
const ROUNDS = 500
/** Two and a half per cent are cut off at either end: a 95 % interval. */
const TAIL = 0.025
/** Any fixed number: the same texts give the same interval. */
const SEED = 20251

/** Bootstrap: the texts are drawn anew, with repetition, and scored again; `score` gives the same figures in the same order each time. */
export function withIntervals<T>(
  read: readonly T[],
  score: (read: readonly T[]) => readonly Figure[],
): Figure[] {
  const figures = score(read)
  if (read.length < 2) return [...figures]
  const random = makeRandom(SEED)
  const drawn = Array.from({ length: ROUNDS }, () =>
    score(read.map(() => read[Math.floor(random() * read.length)])),
  )
  return figures.map((figure, i) => {
    const values = drawn.map(round => round[i].value).sort((a, b) => a - b)
    const at = (share: number): number => values[Math.round(share * (ROUNDS - 1))]
    return { ...figure, interval: [at(TAIL), at(1 - TAIL)] as const }
  })
}

/** Even numbers from 0 to 1 (mulberry32), the same ones for the same seed. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
