// The form of a hand-made annotation: labels with offsets into a text that is kept elsewhere. Types only.

/** [start, end) in UTF-16 units of the text. */
export type Offsets = readonly [number, number]

export interface AnnotatedActor {
  readonly key: string
  readonly names: readonly string[]
  readonly kind: string
  readonly country: string | null
}

export interface AnnotatedStatement {
  readonly required: boolean
  readonly form: readonly string[]
  readonly content: readonly Offsets[]
  readonly cue: Offsets | null
  readonly speakers: readonly string[]
  readonly addressee: string | null
  /** The word that names the channel, as annotated; null where the text names none. */
  readonly channel: string | null
  readonly polarity: string
}

export interface AnnotatedEvent {
  readonly required: boolean
  readonly triggers: readonly Offsets[]
  readonly type: string
  readonly cameo: string
  readonly status: string
  readonly background: boolean
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly reciprocal: boolean
  readonly time: { readonly from: string; readonly to: string } | null
  readonly place: Offsets | null
  readonly attributed: boolean
  readonly deniedBy: string | null
  readonly doubtedBy: string | null
}

export interface AnnotatedPosition {
  readonly required: boolean
  readonly stance: string
  readonly span: Offsets
  readonly holders: readonly string[]
  readonly toward: string | null
  readonly issue: string
  readonly condition: Offsets | null
  readonly current: boolean
}

export interface AnnotatedRelation {
  readonly required: boolean
  readonly subject: string
  readonly relation: string
  readonly object: string
  readonly qualifier: string | null
}

export interface Annotation {
  readonly id: string
  /** sha256 of the text, UTF-8. */
  readonly sha256: string
  readonly published: string | null
  readonly actors: readonly AnnotatedActor[]
  readonly mentions: readonly { readonly key: string; readonly at: Offsets }[]
  readonly relations: readonly AnnotatedRelation[]
  readonly statements: readonly AnnotatedStatement[]
  readonly events: readonly AnnotatedEvent[]
  readonly positions: readonly AnnotatedPosition[]
  readonly leftovers: readonly Offsets[]
}
