// The record as JSON: the shape that is printed, stored and served (schema/record.schema.json is its published form).
import type { Span } from '../text/span.ts'
import type { Edit } from '../text/text.ts'
import type {
  Actor,
  ActorId,
  EventPlace,
  EventStatus,
  EventTime,
  EventType,
  MentionHow,
  Polarity,
  Stance,
  StatementForm,
} from './entry.ts'

/** Values that are not simply the words of a span, each with the rule that inferred it. */
export type Inferred = Readonly<Record<string, string>>

interface Made {
  readonly id: string
  readonly by: string
  /** 0 to 1, two decimals. */
  readonly confidence: number
  readonly inferred: Inferred
  readonly origin: 'machine' | 'analyst'
}

export interface RelationRecord extends Made {
  readonly subject: ActorId
  readonly relation: string
  readonly object: ActorId
  readonly qualifier: string | null
  readonly span: Span
}

export interface StatementRecord extends Made {
  readonly form: StatementForm
  readonly content: readonly Span[]
  readonly quoted: readonly Span[]
  readonly cue: Span | null
  readonly speakers: readonly { readonly actor: ActorId; readonly span: Span; readonly how: MentionHow }[]
  readonly chain: readonly { readonly actor: ActorId | null; readonly span: Span }[]
  readonly addressees: readonly ActorId[]
  readonly channel: { readonly name: string; readonly span: Span } | null
  readonly about: readonly ActorId[]
  readonly polarity: Polarity
  readonly within: string | null
}

export interface EventRecord extends Made {
  readonly type: EventType
  readonly cameo: string
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly actors: readonly ActorId[]
  readonly recipients: readonly ActorId[]
  readonly reciprocal: boolean
  readonly trigger: Span
  readonly also: readonly Span[]
  readonly status: EventStatus
  readonly background: boolean
  readonly time: EventTime | null
  readonly place: EventPlace | null
  readonly attributedTo: string | null
  readonly deniedBy: ActorId | null
  readonly doubts: readonly { readonly by: ActorId; readonly span: Span }[]
}

export interface PositionRecord extends Made {
  readonly holders: readonly ActorId[]
  readonly for: string | null
  readonly toward: readonly ActorId[]
  readonly issue: string
  readonly knownIssue: string | null
  readonly stance: Stance
  readonly condition: Span | null
  readonly consequence: Span | null
  readonly current: boolean
  readonly period: Span | null
  readonly spans: readonly Span[]
  readonly restsOn: readonly string[]
}

export interface ArticleRecord {
  readonly schema: 1
  readonly reader: { readonly rapport: string; readonly model: string; readonly data: string }
  readonly text: { readonly id: string; readonly content: string; readonly edits: readonly Edit[] }
  readonly article: {
    readonly id: string
    readonly title: Span | null
    readonly dateline: Span | null
    readonly byline: Span | null
    readonly url: string | null
    readonly outlet: string | null
    readonly authors: readonly string[]
    readonly published: string | null
    readonly modified: string | null
    readonly language: string
    readonly source: { readonly name: string; readonly bytes: number; readonly format: string }
    readonly leftOut: readonly { readonly text: string; readonly why: string }[]
  }
  readonly actors: readonly Actor[]
  readonly relations: readonly RelationRecord[]
  readonly statements: readonly StatementRecord[]
  readonly events: readonly EventRecord[]
  readonly positions: readonly PositionRecord[]
  readonly problems: readonly { readonly message: string; readonly where: Span | null }[]
}
