// What measuring gives: one number of one set, and what a measure is.
import type { LanguageModel } from '../language/model.ts'

export interface Figure {
  /** What was measured on ("EWT dev"). */
  readonly set: string
  readonly metric: string
  /** Share between 0 and 1 unless the metric names a unit. */
  readonly value: number
  /** How many gold items the value rests on. */
  readonly count: number
  /** 95 % of the values that the same texts, drawn anew with repetition, give. */
  readonly interval?: readonly [number, number]
  readonly note?: string
}

export interface Measured {
  readonly name: string
  readonly figures: readonly Figure[]
}

/** Reads the gold below a folder and scores the reader on it; an empty list of figures where the gold is missing. */
export type Measure = (
  gold: string,
  model: LanguageModel,
  onProgress?: (done: number, of: number) => void,
) => Promise<Measured>
