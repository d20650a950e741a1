// Invented articles as records, for the tests of the store, the CLI and the schema: texts and spans fit each other.
import type { Actor, ActorKind, MentionHow } from '../src/record/entry.ts'
import type { ArticleRecord, EventRecord, PositionRecord, StatementRecord } from '../src/record/record.ts'
import type { Span } from '../src/text/span.ts'
import { sha256 } from '../src/text/text.ts'

export const TALKS = `Arland and Borduria to hold talks in Vienna

VIENNA — Arland's foreign minister, Ilse Varga, said on Tuesday that the two sides would meet in Vienna next month.

“We will not leave the table,” Varga told reporters. Borduria demanded that Arland lift its sanctions first.

Café owners in the district said nothing of the talks 🙂 and went on with their work.`

const made = (id: string, by: string) =>
  ({ id, by, confidence: 0.9, inferred: {}, origin: 'machine' }) as const

/** The span of some words of a content; `nth` counts from 1. */
export function spanOf(content: string, words: string, nth = 1): Span {
  let at = -1
  for (let i = 0; i < nth; i++) at = content.indexOf(words, at + 1)
  if (at < 0) throw new Error(`The text does not hold "${words}" (${nth}).`)
  return { start: at, end: at + words.length }
}

interface ActorSketch {
  readonly name: string
  readonly kind: ActorKind
  readonly ref?: string
  readonly country?: string
  readonly code?: string
  readonly mentions: readonly (readonly [words: string, how: MentionHow, nth?: number])[]
}

export function actorOf(content: string, sketch: ActorSketch): Actor {
  const mentions = sketch.mentions
    .map(([words, how, nth]) => ({ ...spanOf(content, words, nth), how }))
    .sort((a, b) => a.start - b.start)
  return {
    id: `actor:${mentions[0].start}-${mentions[0].end}`,
    ref: sketch.ref ?? null,
    name: sketch.name,
    kind: sketch.kind,
    country: sketch.country ?? null,
    code: sketch.code ?? null,
    mentions,
  }
}

export const READER = { rapport: '0.1.0', model: '2026-01-01', data: 'aaaa' }

/** A record without entries about any text. */
export function emptyRecord(content: string, more: Partial<ArticleRecord['article']> = {}): ArticleRecord {
  const lines = content.indexOf('\n')
  return {
    schema: 1,
    reader: READER,
    text: { id: sha256(content), content, edits: [] },
    article: {
      id: sha256(`source of ${content}`),
      title: lines > 0 ? { start: 0, end: lines } : null,
      dateline: null,
      byline: null,
      url: null,
      outlet: null,
      authors: [],
      published: null,
      modified: null,
      language: 'en',
      source: { name: 'talks.txt', bytes: content.length, format: 'text' },
      leftOut: [],
      ...more,
    },
    actors: [],
    relations: [],
    statements: [],
    events: [],
    positions: [],
    problems: [],
  }
}

/** The talks of Arland and Borduria: three actors, two statements, two events, one position. */
export function talks(more: Partial<ArticleRecord['article']> = {}, note = ''): ArticleRecord {
  const content = TALKS + note
  const at = (words: string, nth?: number) => spanOf(content, words, nth)
  const arland = actorOf(content, {
    name: 'Arland',
    kind: 'state',
    ref: 'country/ARL',
    country: 'ARL',
    code: 'ARL',
    mentions: [['Arland', 'name']],
  })
  const borduria = actorOf(content, {
    name: 'Borduria',
    kind: 'state',
    country: 'BOR',
    code: 'BOR',
    mentions: [
      ['Borduria', 'name'],
      ['Borduria', 'name', 2],
    ],
  })
  const varga = actorOf(content, {
    name: 'Ilse Varga',
    kind: 'person',
    ref: 'person/ilse-varga',
    country: 'ARL',
    code: 'ARLGOV',
    mentions: [
      ['Ilse Varga', 'name'],
      ['Varga', 'name', 2],
    ],
  })
  const id = (kind: string, words: string) => `${kind}:${sha256(content + words).slice(0, 12)}`
  const would: StatementRecord = {
    ...made(id('statement', 'would'), 'cue-verb'),
    form: 'indirect',
    content: [at('the two sides would meet in Vienna next month')],
    quoted: [],
    cue: at('said'),
    speakers: [{ actor: varga.id, span: at('Ilse Varga'), how: 'name' }],
    chain: [],
    addressees: [],
    channel: null,
    about: [arland.id, borduria.id],
    polarity: 'affirmed',
    within: null,
  }
  const table: StatementRecord = {
    ...would,
    ...made(id('statement', 'table'), 'quotation'),
    form: 'direct',
    content: [at('We will not leave the table')],
    quoted: [at('We will not leave the table')],
    cue: at('told'),
    speakers: [{ actor: varga.id, span: at('Varga', 2), how: 'name' }],
    about: [],
  }
  const meet: EventRecord = {
    ...made(id('event', 'meet'), 'frame:meet'),
    inferred: { actors: 'the two sides' },
    type: 'CONSULT',
    cameo: '040',
    mode: 'third-party',
    contexts: ['diplomatic'],
    actors: [arland.id, borduria.id],
    recipients: [],
    reciprocal: true,
    trigger: at('meet'),
    also: [at('talks')],
    status: 'planned',
    background: false,
    time: { span: at('next month'), from: '2026-04-01', to: '2026-04-30', grain: 'month' },
    place: { span: at('Vienna'), name: 'Vienna', country: 'AUT' },
    attributedTo: would.id,
    deniedBy: null,
    doubts: [],
  }
  const demanded: EventRecord = {
    ...meet,
    ...made(id('event', 'demanded'), 'frame:demand'),
    inferred: {},
    type: 'REQUEST',
    cameo: '1056',
    mode: null,
    actors: [borduria.id],
    recipients: [arland.id],
    reciprocal: false,
    trigger: at('demanded'),
    also: [],
    status: 'happened',
    time: null,
    place: null,
    attributedTo: null,
  }
  const sanctions: PositionRecord = {
    ...made(id('position', 'sanctions'), 'demand-verb'),
    holders: [borduria.id],
    for: 'BOR',
    toward: [arland.id],
    issue: 'its sanctions',
    knownIssue: 'sanctions relief',
    stance: 'precondition',
    condition: null,
    consequence: null,
    current: true,
    period: null,
    spans: [at('Arland lift its sanctions first')],
    restsOn: [demanded.id],
  }
  return {
    ...emptyRecord(content, {
      published: '2026-03-10',
      outlet: 'The Arland Courier',
      dateline: at('VIENNA'),
      ...more,
    }),
    actors: [arland, borduria, varga],
    relations: [
      {
        ...made(id('relation', 'minister'), 'title'),
        subject: varga.id,
        relation: 'foreign minister of',
        object: arland.id,
        qualifier: null,
        span: at("Arland's foreign minister, Ilse Varga"),
      },
    ],
    statements: [would, table],
    events: [meet, demanded],
    positions: [sanctions],
    problems: [{ message: 'An example of a problem.', where: at('VIENNA') }],
  }
}
