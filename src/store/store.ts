// What the store keeps and gives back: the rows of lists and searches, the filters, and the Store itself. Types only.
import type {
  ActorId,
  ActorKind,
  EventStatus,
  EventType,
  MentionHow,
  Polarity,
  Stance,
  StatementForm,
} from '../record/entry.ts'
import type { ArticleRecord, Inferred } from '../record/record.ts'
import type { Span } from '../text/span.ts'

/** A stretch of an article's text together with its words (cut when asked for, never stored twice). */
export interface Words extends Span {
  readonly words: string
}

/** Which article a row comes from. */
export interface ArticleName {
  /** The text's id (`record.text.id`): the article's key in the store. */
  readonly id: string
  /** The headline, else the first words of the text. */
  readonly title: string
  readonly url: string | null
  readonly outlet: string | null
  readonly published: string | null
  /** File name or address it was read from. */
  readonly source: string
}

/** An actor inside one article, with the key that joins it to the same actor in other articles. */
export interface ActorName {
  readonly id: ActorId
  /** The ref where there is one (`person/donald-trump`), else `name|country|kind` in lower case. */
  readonly key: string
  readonly ref: string | null
  readonly name: string
  readonly kind: ActorKind
  readonly country: string | null
  readonly code: string | null
}

export interface Reader {
  readonly rapport: string
  readonly model: string
  readonly data: string
}

export interface ArticleRow extends ArticleName {
  /** `record.article.id`, the hash of the source bytes. */
  readonly sourceId: string
  readonly authors: readonly string[]
  readonly language: string
  readonly format: string
  /** When it was stored, ISO date and time in UTC. */
  readonly added: string
  readonly reader: Reader
  readonly characters: number
  readonly actors: number
  readonly statements: number
  readonly events: number
  readonly positions: number
  readonly problems: number
}

interface Row {
  readonly id: string
  readonly article: ArticleName
  /** The first span of the entry: where a link to it should lead. */
  readonly at: Words
  /** The whole paragraph that `at` stands in. */
  readonly paragraph: Words
  readonly by: string
  readonly confidence: number
  readonly inferred: Inferred
  readonly origin: 'machine' | 'analyst'
}

export interface StatementRow extends Row {
  readonly form: StatementForm
  readonly polarity: Polarity
  /** The content's parts joined by " … ". */
  readonly words: string
  readonly content: readonly Words[]
  readonly quoted: readonly Words[]
  readonly cue: Words | null
  readonly speakers: readonly { readonly actor: ActorName; readonly span: Words; readonly how: MentionHow }[]
  readonly chain: readonly { readonly actor: ActorName | null; readonly span: Words }[]
  readonly addressees: readonly ActorName[]
  readonly about: readonly ActorName[]
  readonly channel: { readonly name: string; readonly span: Words } | null
  readonly within: string | null
}

export interface EventRow extends Row {
  readonly type: EventType
  readonly cameo: string
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly status: EventStatus
  readonly background: boolean
  readonly actors: readonly ActorName[]
  readonly recipients: readonly ActorName[]
  readonly reciprocal: boolean
  /** The trigger's words. */
  readonly words: string
  readonly trigger: Words
  readonly also: readonly Words[]
  readonly time: {
    readonly span: Words
    readonly from: string | null
    readonly to: string | null
    readonly grain: string | null
  } | null
  readonly place: { readonly span: Words; readonly name: string; readonly country: string | null } | null
  readonly attributedTo: string | null
  readonly deniedBy: ActorName | null
  readonly doubts: readonly { readonly by: ActorName | null; readonly span: Words }[]
}

/** What a holder's position was before, with the article that tells it. */
export interface EarlierPosition {
  readonly id: string
  readonly stance: Stance
  readonly words: string
  readonly article: ArticleName
}

export interface PositionRow extends Row {
  readonly stance: Stance
  readonly issue: string
  readonly knownIssue: string | null
  readonly holders: readonly ActorName[]
  readonly for: string | null
  readonly toward: readonly ActorName[]
  readonly condition: Words | null
  readonly consequence: Words | null
  readonly current: boolean
  readonly period: Words | null
  /** The spans' words joined by " … ". */
  readonly words: string
  readonly spans: readonly Words[]
  /** The holder's position on the same issue in an earlier article, where its stance was another. Filled in by `positions`. */
  readonly changedFrom: EarlierPosition | null
  readonly restsOn: readonly string[]
}

/** One actor across all articles. */
export interface ActorRow {
  readonly key: string
  readonly ref: string | null
  readonly name: string
  readonly kind: ActorKind
  readonly country: string | null
  readonly code: string | null
  /** In how many articles, and how often in them. */
  readonly articles: number
  readonly mentions: number
  /** As a speaker, as a side of an event, as a holder. */
  readonly statements: number
  readonly events: number
  readonly positions: number
  /** Publication dates of the first and last article, where known. */
  readonly first: string | null
  readonly last: string | null
}

export interface SearchRow {
  readonly article: ArticleName
  /** Paragraphs with the words found, best first; `found` are offsets into the whole text. */
  readonly excerpts: readonly (Words & { readonly found: readonly Span[] })[]
  readonly statements: number
  readonly events: number
  readonly positions: number
}

export interface UnreadRow {
  readonly source: string
  readonly why: string
  /** ISO date and time in UTC. */
  readonly at: string
}

/** All given conditions must hold; a condition that means nothing for a kind of row is ignored. */
export interface Filter {
  /** A name or part of it in whole words ("Trump"), a ref, a key, or an ISO country code ("PRK"): speaker, side of an event, holder or addressee of a position. */
  readonly actor?: string
  /** A second actor that takes part as well, in any role (also as addressee or one spoken about). */
  readonly with?: string
  /** ISO 3166-1 alpha-3: an actor acting for it, a state spoken for, or the place of an event. */
  readonly country?: string
  /** Event type ("CONSULT"). */
  readonly type?: string
  /** Event status. */
  readonly status?: string
  readonly stance?: string
  /** Words of the issue or a known issue. */
  readonly issue?: string
  /** Statement form. */
  readonly form?: string
  readonly polarity?: string
  /** Only background events (true) or none of them (false). */
  readonly background?: boolean
  readonly current?: boolean
  readonly kind?: string
  readonly origin?: string
  readonly outlet?: string
  /** ISO dates, inclusive: an event's own time where it has one, else the article's publication. */
  readonly from?: string
  readonly to?: string
  /** Text id, article id, an unambiguous beginning of either (6 characters or more), the URL or the source name. */
  readonly article?: string
  /** Words that the article's text holds (full text search). */
  readonly search?: string
  /** At most this many rows (default 100; 0 means all). */
  readonly limit?: number
  readonly offset?: number
}

/** One page of a longer list. */
export interface Page<T> {
  readonly rows: readonly T[]
  /** How many there are without limit and offset. */
  readonly total: number
}

export interface Counts {
  readonly articles: number
  readonly actors: number
  readonly statements: number
  readonly events: number
  readonly positions: number
  readonly unread: number
}

/** `already` – nothing changed; `replaced` – a newer reader's reading took the place of an older one. */
export type Kept = 'added' | 'already' | 'replaced'

export interface Store {
  readonly path: string
  /** Stores a whole record or nothing, in one transaction. An analyst's entries of an older reading are carried over. */
  readonly keep: (record: ArticleRecord) => Promise<Kept>
  /** Notes a source that could not be read, once a source and reason. */
  readonly keepUnread: (source: string, why: string) => Promise<void>
  /** Whether this text is in the store as read by this reader or a newer one; without a reader: by any. */
  readonly hasText: (textId: string, reader?: Reader) => Promise<boolean>
  readonly articles: (filter?: Filter) => Promise<Page<ArticleRow>>
  /** The record as it was printed when read (see Filter.article for the names accepted), or null. */
  readonly article: (id: string) => Promise<ArticleRecord | null>
  readonly statements: (filter?: Filter) => Promise<Page<StatementRow>>
  readonly events: (filter?: Filter) => Promise<Page<EventRow>>
  readonly positions: (filter?: Filter) => Promise<Page<PositionRow>>
  readonly actors: (filter?: Filter) => Promise<Page<ActorRow>>
  /** Articles whose text holds all the words ("in quotes": as a phrase; word*: as a beginning), best first. */
  readonly search: (words: string, filter?: Filter) => Promise<Page<SearchRow>>
  readonly unread: (filter?: Filter) => Promise<Page<UnreadRow>>
  readonly counts: () => Promise<Counts>
  readonly close: () => Promise<void>
}
