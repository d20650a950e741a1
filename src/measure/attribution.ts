// One statement as the attribution sets mark it.
import type { Span } from '../text/span.ts'

export interface Attribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** Every mention of whoever speaks, where one of them is a name. */
  readonly mentions: readonly Span[]
}
