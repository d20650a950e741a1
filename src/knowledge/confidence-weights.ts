// Reads data/confidence.yaml: how the record's confidence follows from what is known of an entry.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** Weights of a logistic model for each kind of entry; the first stands alone, the others go with the features in src/record/confidence.ts. */
export interface ConfidenceWeights {
  readonly statement: readonly number[]
  readonly event: readonly number[]
  readonly position: readonly number[]
}

export const loadConfidenceWeights = (): ConfidenceWeights =>
  parse(readFileSync(new URL('../../data/confidence.yaml', import.meta.url), 'utf8')) as ConfidenceWeights
