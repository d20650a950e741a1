// The JSON schemas of what the API answers with, for its OpenAPI description. Field for field the types of store.ts and record.ts.
import { ACTOR_KINDS, FORMS, POLARITIES, STANCES, STATUSES } from '../store/choices.ts'

export interface Schema {
  readonly [key: string]: unknown
}

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const list = (items: Schema): Schema => ({ type: 'array', items })
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values })
const object = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
})

const string = { type: 'string' }
const integer = { type: 'integer', minimum: 0 }
const boolean = { type: 'boolean' }
const maybe = { type: ['string', 'null'] }
const confidence = { type: 'number', minimum: 0, maximum: 1 }
const inferred = {
  type: 'object',
  additionalProperties: string,
  description: 'Values that are not simply the words of a span, each with the rule that inferred it.',
}
const made = { id: string, by: string, confidence, inferred, origin: oneOf('machine', 'analyst') }
const row = { ...made, article: ref('ArticleName'), at: ref('Words'), paragraph: ref('Words') }
const how = oneOf('name', 'pronoun', 'office', 'metonym', 'demonym', 'unnamed')
const kind = oneOf(...ACTOR_KINDS)
const form = oneOf(...FORMS)
const polarity = oneOf(...POLARITIES)
const status = oneOf(...STATUSES)
const stance = oneOf(...STANCES)
const reader = object({ rapport: string, model: string, data: string })
const actor = { ref: maybe, name: string, kind, country: maybe, code: maybe }
const articleName = { id: string, title: string, url: maybe, outlet: maybe, published: maybe, source: string }
const tallies = { statements: integer, events: integer, positions: integer }

/** What one kind of entry holds, with a span as plain offsets (record) or together with its words (row). */
function entryFields(span: Schema, side: Schema) {
  return {
    statement: {
      form,
      content: list(span),
      quoted: list(span),
      cue: orNull(span),
      speakers: list(object({ actor: side, span, how })),
      chain: list(object({ actor: orNull(side), span })),
      addressees: list(side),
      channel: orNull(object({ name: string, span })),
      about: list(side),
      polarity,
      within: maybe,
    },
    event: {
      type: string,
      cameo: string,
      mode: maybe,
      contexts: list(string),
      actors: list(side),
      recipients: list(side),
      reciprocal: boolean,
      trigger: span,
      also: list(span),
      status,
      background: boolean,
      time: orNull(object({ span, from: maybe, to: maybe, grain: maybe })),
      place: orNull(object({ span, name: string, country: maybe })),
      attributedTo: maybe,
      deniedBy: orNull(side),
      doubts: list(object({ by: orNull(side), span })),
    },
    position: {
      holders: list(side),
      for: maybe,
      toward: list(side),
      issue: string,
      knownIssue: maybe,
      stance,
      condition: orNull(span),
      consequence: orNull(span),
      current: boolean,
      period: orNull(span),
      spans: list(span),
      restsOn: list(string),
    },
  }
}

const inRow = entryFields(ref('Words'), ref('ActorName'))
const inRecord = entryFields(ref('Span'), string)

const record = object({
  schema: { const: 1 },
  reader,
  text: object({
    id: string,
    content: string,
    edits: list(object({ at: integer, was: string, now: string })),
  }),
  article: object({
    id: string,
    title: orNull(ref('Span')),
    dateline: orNull(ref('Span')),
    byline: orNull(ref('Span')),
    url: maybe,
    outlet: maybe,
    authors: list(string),
    published: maybe,
    modified: maybe,
    language: string,
    source: object({ name: string, bytes: integer, format: string }),
    leftOut: list(object({ text: string, why: string })),
  }),
  actors: list(
    object({ id: string, ...actor, mentions: list(object({ start: integer, end: integer, how })) }),
  ),
  relations: list(
    object({
      ...made,
      subject: string,
      relation: string,
      object: string,
      qualifier: maybe,
      span: ref('Span'),
    }),
  ),
  statements: list(object({ ...made, ...inRecord.statement })),
  events: list(object({ ...made, ...inRecord.event })),
  positions: list(object({ ...made, ...inRecord.position })),
  problems: list(object({ message: string, where: orNull(ref('Span')) })),
})

export const SCHEMAS: Readonly<Record<string, Schema>> = {
  Span: {
    ...object({ start: integer, end: integer }),
    description: 'Half-open, in UTF-16 units of text.content.',
  },
  Words: object({ start: integer, end: integer, words: string }),
  ArticleName: object(articleName),
  ActorName: object({ id: string, key: string, ...actor }),
  ArticleRow: object({
    ...articleName,
    sourceId: string,
    authors: list(string),
    language: string,
    format: string,
    added: string,
    reader,
    characters: integer,
    actors: integer,
    ...tallies,
    problems: integer,
  }),
  ArticleRecord: record,
  StatementRow: object({ ...row, words: string, ...inRow.statement }),
  EventRow: object({ ...row, words: string, ...inRow.event }),
  PositionRow: object({
    ...row,
    words: string,
    ...inRow.position,
    changedFrom: orNull(object({ id: string, stance, words: string, article: ref('ArticleName') })),
  }),
  ActorRow: object({
    key: string,
    ...actor,
    articles: integer,
    mentions: integer,
    ...tallies,
    first: maybe,
    last: maybe,
  }),
  SearchRow: object({
    article: ref('ArticleName'),
    excerpts: list(object({ start: integer, end: integer, words: string, found: list(ref('Span')) })),
    ...tallies,
  }),
  UnreadRow: object({ source: string, why: string, at: string }),
  Counts: object({ articles: integer, actors: integer, ...tallies, unread: integer }),
  Failure: object({ error: object({ code: string, message: string }) }),
}

export const pageOf = (name: string): Schema => object({ rows: list(ref(name)), total: integer })
