// The description of the API, OpenAPI 3.1; a test holds it against the routes and against real answers.
import { CONDITION_NAMES, type Condition } from './filter.ts'
import { pageOf, ref, SCHEMAS } from './openapi-schemas.ts'

const MEANINGS: Readonly<Record<Condition, string>> = {
  actor:
    'A name or part of it in whole words, a ref, a key, or an ISO country code: speaker, side of an event, holder or addressee of a position.',
  with: 'A second actor that takes part as well, in any role.',
  country: 'ISO 3166-1 alpha-3: an actor acting for it, a state spoken for, or the place of an event.',
  type: 'Event type, such as CONSULT.',
  status: 'Event status: happened, planned, possible or denied.',
  stance: 'Stance of a position, such as precondition.',
  issue: 'Words of the issue, or a known issue.',
  form: 'Statement form: direct, indirect or mixed.',
  polarity: 'Of a statement: affirmed, denied or withheld.',
  background: 'Only background events (true) or none of them (false).',
  current: 'Only current positions (true) or past ones (false).',
  kind: 'Kind of actor, such as person.',
  origin: 'Read by the machine or set by an analyst.',
  outlet: 'Name of the outlet.',
  from: 'ISO date, inclusive: an event’s own time where it has one, else the article’s publication.',
  to: 'ISO date, inclusive.',
  article: 'Text id, article id, an unambiguous beginning of either, the address or the source’s name.',
  search: 'Words that the article’s text holds.',
  limit: 'At most this many rows, 1 to 1000; 100 when left out.',
  offset: 'How many rows to skip.',
}

const NUMBERS: readonly Condition[] = ['limit', 'offset']
const FLAGS: readonly Condition[] = ['background', 'current']

const conditions = CONDITION_NAMES.map(name => ({
  name,
  in: 'query',
  required: false,
  description: MEANINGS[name],
  schema: { type: NUMBERS.includes(name) ? 'integer' : FLAGS.includes(name) ? 'boolean' : 'string' },
}))

const json = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } },
})

const FAILED = json('What went wrong, and what to do.', ref('Failure'))

const get = (summary: string, answer: object, parameters: readonly object[]) => ({
  get: { summary, parameters, responses: { 200: json('OK', answer), default: FAILED } },
})

const required = (name: string, where: 'path' | 'query', description: string) => ({
  name,
  in: where,
  required: true,
  description,
  schema: { type: 'string' },
})

export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Rapport',
    version: '0.1.0',
    description:
      'The record of what news coverage of diplomacy says: statements, events, positions, each tied to its words. Read-only, on this machine only.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  paths: {
    '/api/articles': get('Articles, newest first.', pageOf('ArticleRow'), conditions),
    '/api/articles/{id}': get('The record of one article.', ref('ArticleRecord'), [
      required('id', 'path', 'Text id, article id, or an unambiguous beginning of either.'),
    ]),
    '/api/statements': get('Who said what.', pageOf('StatementRow'), conditions),
    '/api/events': get('Who did, will, might or did not do what to whom.', pageOf('EventRow'), conditions),
    '/api/positions': get('What each side demands, offers, refuses.', pageOf('PositionRow'), conditions),
    '/api/actors': get('Actors across all articles.', pageOf('ActorRow'), conditions),
    '/api/search': get('Articles whose text holds all the words, best first.', pageOf('SearchRow'), [
      required('words', 'query', 'Words; "in quotes" as a phrase; word* as a beginning.'),
      ...conditions,
    ]),
    '/api/counts': get('How much the store holds.', ref('Counts'), []),
    '/api/unread': get('Sources that could not be read, with the reason.', pageOf('UnreadRow'), conditions),
    '/openapi.json': get('This description.', { type: 'object' }, []),
  },
  components: { schemas: SCHEMAS },
} as const
