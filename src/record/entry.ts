// The record's own types: actors, relations, statements, events, positions. Everything asserted is a Claim with its evidence.
import type { Span } from '../text/span.ts'

/** A value together with the words it rests on; `by` names the rule or model that read it. */
export type Claim<T> =
  | { readonly basis: 'stated'; readonly value: T; readonly span: Span; readonly by: string }
  | { readonly basis: 'inferred'; readonly value: T; readonly from: readonly Span[]; readonly by: string }

export const stated = <T>(value: T, span: Span, by: string): Claim<T> => ({
  basis: 'stated',
  value,
  span,
  by,
})

export const inferred = <T>(value: T, from: readonly Span[], by: string): Claim<T> => ({
  basis: 'inferred',
  value,
  from,
  by,
})

/** `actor:0-22`, after the span of the actor's first mention. */
export type ActorId = string

export type ActorKind =
  | 'person'
  | 'state'
  | 'government'
  | 'body'
  | 'organisation'
  | 'armed group'
  | 'company'
  | 'outlet'
  | 'group'
  | 'unnamed'

export type MentionHow = 'name' | 'pronoun' | 'office' | 'metonym' | 'demonym' | 'unnamed'

export interface Mention extends Span {
  readonly how: MentionHow
}

export interface Actor {
  readonly id: ActorId
  /** Key into the knowledge files (`person/donald-trump`), or null. */
  readonly ref: string | null
  readonly name: string
  readonly kind: ActorKind
  /** ISO 3166-1 alpha-3 of the state it acts for. */
  readonly country: string | null
  /** CAMEO actor code (`USAGOV`, `IGOUNO`), or null. */
  readonly code: string | null
  /** In text order. */
  readonly mentions: readonly Mention[]
}

/** Something the text states between two actors, such as an office, kinship, alliance. */
export interface Relation {
  readonly subject: ActorId
  /** Such as `president of`, `sister of`, `ally of`, `spokesperson for`. */
  readonly relation: string
  readonly object: ActorId
  /** Such as `new`, `former`. */
  readonly qualifier: string | null
  readonly span: Span
  readonly by: string
  readonly confidence: number
}

export type StatementForm = 'direct' | 'indirect' | 'mixed'
export type Polarity = 'affirmed' | 'denied' | 'withheld'

export interface Speaker {
  readonly claim: Claim<ActorId>
  /** The mention it is read from. */
  readonly span: Span
  readonly how: MentionHow
}

export interface Statement {
  readonly kind: 'statement'
  readonly form: StatementForm
  readonly content: readonly Span[]
  readonly quoted: readonly Span[]
  readonly cue: Span | null
  readonly speakers: readonly Speaker[]
  /** Who passed it on, outermost first. */
  readonly chain: readonly { readonly actor: ActorId | null; readonly span: Span }[]
  readonly addressees: readonly Claim<ActorId>[]
  readonly channel: { readonly name: string; readonly span: Span } | null
  readonly about: readonly ActorId[]
  readonly polarity: Polarity
  /** The statement it is nested in: the very object of the same list, or null. */
  readonly within: Statement | null
  readonly by: string
  readonly confidence: number
}

export type EventType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT'

export type EventStatus = 'happened' | 'planned' | 'possible' | 'denied'

export interface EventTime {
  readonly span: Span
  readonly from: string | null
  readonly to: string | null
  readonly grain: string | null
}

export interface EventPlace {
  readonly span: Span
  readonly name: string
  readonly country: string | null
}

export interface Event {
  readonly kind: 'event'
  readonly type: EventType
  /** Finest CAMEO code the words support, as a string: "036". */
  readonly cameo: string
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly actors: readonly Claim<ActorId>[]
  readonly recipients: readonly Claim<ActorId>[]
  readonly reciprocal: boolean
  readonly trigger: Span
  /** Further words in the text that tell of the same act. */
  readonly also: readonly Span[]
  readonly status: Claim<EventStatus>
  readonly background: boolean
  readonly time: EventTime | null
  readonly place: EventPlace | null
  /** The statement that tells it, an object of the statements' list. */
  readonly attributedTo: Statement | null
  readonly deniedBy: ActorId | null
  readonly doubts: readonly { readonly by: ActorId; readonly span: Span }[]
  readonly by: string
  readonly confidence: number
}

export const STANCES = [
  'demand',
  'precondition',
  'offer',
  'acceptance',
  'refusal',
  'warning',
  'objection',
  'endorsement',
] as const
export type Stance = (typeof STANCES)[number]

export interface Position {
  readonly kind: 'position'
  readonly holders: readonly Claim<ActorId>[]
  /** ISO 3166-1 alpha-3 of the state the holder speaks for. */
  readonly for: string | null
  readonly toward: readonly Claim<ActorId>[]
  readonly issue: string
  readonly knownIssue: string | null
  readonly stance: Stance
  readonly condition: Span | null
  readonly consequence: Span | null
  /** False when it is history; `period` then holds the words that say when. */
  readonly current: boolean
  readonly period: Span | null
  readonly spans: readonly Span[]
  readonly restsOn: readonly (Statement | Event)[]
  readonly by: string
  readonly confidence: number
}

export type Entry = Statement | Event | Position
