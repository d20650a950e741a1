// The columns of the store's tables, as migrations.ts makes them. Booleans are 0 or 1; dates are ISO strings.
import type { Generated } from 'kysely'

interface ArticleTable {
  seq: Generated<number>
  /** The text's id. */
  id: string
  source_id: string
  title: string
  url: string | null
  outlet: string | null
  published: string | null
  source: string
  format: string
  language: string
  /** JSON list. */
  authors: string
  content: string
  added: string
}

interface ReadingTable {
  article: string
  rapport: string
  model: string
  data: string
  at: string
  /** The ArticleRecord as JSON, with an empty `text.content`: that is in `articles`, once. */
  record: string
  problems: number
}

interface ActorTable {
  article: string
  id: string
  key: string
  ref: string | null
  name: string
  /** The name as it is searched: lower case, without diacritics and punctuation. */
  folded: string
  kind: string
  country: string | null
  code: string | null
  mentions: number
}

/** Words that name an actor in an article, folded. */
interface NameTable {
  article: string
  actor: string
  folded: string
}

interface RelationTable {
  article: string
  id: string
  subject: string
  relation: string
  object: string
  qualifier: string | null
}

export interface EntryTable {
  article: string
  id: string
  kind: 'statement' | 'event' | 'position'
  /** Where it begins in the text, UTF-16 units. */
  at: number
  origin: string
  confidence: number
  form: string | null
  polarity: string | null
  type: string | null
  cameo: string | null
  mode: string | null
  status: string | null
  background: number | null
  time_from: string | null
  time_to: string | null
  place_country: string | null
  stance: string | null
  issue: string | null
  known_issue: string | null
  for_country: string | null
  current: number | null
}

export type Role =
  | 'speaker'
  | 'chain'
  | 'addressee'
  | 'about'
  | 'actor'
  | 'recipient'
  | 'denier'
  | 'doubter'
  | 'holder'
  | 'toward'

/** Which actor has which part in an entry. */
interface SideTable {
  article: string
  entry: string
  actor: string
  role: Role
}

interface UnreadTable {
  source: string
  why: string
  at: string
}

/** An analyst's word on an entry, anchored by quoted words: a place kept for the correction form. */
interface CorrectionTable {
  id: string
  article: string
  entry: string | null
  action: 'add' | 'replace' | 'reject'
  kind: string
  before: string
  quote: string
  after: string
  value: string | null
  who: string
  at: string
  why: string | null
}

interface SearchTable {
  rowid: number
  content: string
}

export interface Tables {
  articles: ArticleTable
  readings: ReadingTable
  actors: ActorTable
  names: NameTable
  relations: RelationTable
  entries: EntryTable
  sides: SideTable
  unread: UnreadTable
  corrections: CorrectionTable
  words: SearchTable
}
