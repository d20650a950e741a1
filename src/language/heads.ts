// The shape of what the record's heads say: their labels in reader.json and their scores of one window.

/** What the columns of the record's heads mean, and what distance adds to their scores. */
export interface HeadLabels {
  /** Columns of each head in `HeadScores.facts`, in this order. */
  readonly facts: Readonly<Record<'event' | 'status' | 'background' | 'stance' | 'cue' | 'content', number>>
  readonly events: readonly string[]
  readonly stances: readonly string[]
  readonly links: readonly string[]
  /** A row a link; a column a class of distance (see `distanceClass`). */
  readonly linkDistance: readonly (readonly number[])[]
}

/** Scores and vectors of the record's heads, rows of words behind one another. */
export interface HeadScores {
  readonly facts: Float32Array
  /** For each link a vector of the word it starts from. */
  readonly linkFrom: Float32Array
  readonly linkTo: Float32Array
  readonly linkBias: Float32Array
}
