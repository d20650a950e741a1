// A case and the record read from its text in; out comes a line for everything that is missing, wrong or too much.
import type {
  ArticleRecord,
  EventRecord,
  PositionRecord,
  RelationRecord,
  StatementRecord,
} from '../../src/record/record.ts'
import type { Span } from '../../src/text/span.ts'
import type { Case, Expected } from './read-cases.ts'

interface Found {
  /** Words the entry is matched by. */
  readonly anchors: readonly string[]
  readonly fields: ReadonlyMap<string, string>
}

const NOBODY = 'nobody'

const plain = (words: string): string =>
  words
    .replace(/\s*\(\d+\)$/, '')
    .replace(/\s+/g, ' ')
    .replace(/[’]/g, "'")
    .trim()
    .toLowerCase()

const trimMarks = (words: string): string =>
  plain(words).replace(/^[\s“”"‘’',;:.–—-]+|[\s“”"‘’',;:.–—-]+$/g, '')

const sorted = (names: readonly string[]): string =>
  names.length ? [...names].map(plain).sort().join('; ') : NOBODY

function makeWriter(record: ArticleRecord) {
  const words = (span: Span | null): string =>
    span ? record.text.content.slice(span.start, span.end) : 'none'
  const actor = (id: string) => record.actors.find(a => a.id === id)
  const names = (ids: readonly string[]): string => sorted(ids.map(id => actor(id)?.name ?? id))
  return { words, actor, names }
}

type Writer = ReturnType<typeof makeWriter>

const yes = (value: boolean): string => (value ? 'yes' : 'no')

function statementFields(w: Writer, s: StatementRecord): Found {
  return {
    anchors: [trimMarks(s.content.map(w.words).join(' … '))],
    fields: new Map([
      ['speaker', w.names(s.speakers.map(x => x.actor))],
      ['cue', plain(w.words(s.cue))],
      ['form', s.form],
      ['polarity', s.polarity],
      ['channel', s.channel ? plain(s.channel.name) : 'none'],
      ['addressee', w.names(s.addressees)],
      ['quoted', s.quoted.map(q => trimMarks(w.words(q))).join(' … ')],
      ['nested', yes(s.within !== null)],
      ['chain', sorted(s.chain.map(c => (c.actor ? (w.actor(c.actor)?.name ?? '') : w.words(c.span))))],
    ]),
  }
}

function eventFields(w: Writer, e: EventRecord): Found {
  return {
    anchors: [e.trigger, ...e.also].map(s => plain(w.words(s))),
    fields: new Map([
      ['event', plain(e.type)],
      ['actors', w.names(e.actors)],
      ['recipients', w.names(e.recipients)],
      ['sides', w.names([...e.actors, ...e.recipients])],
      ['status', e.status],
      ['background', yes(e.background)],
      ['reciprocal', yes(e.reciprocal)],
      ['cameo', e.cameo],
      ['mode', plain(e.mode ?? 'none')],
      ['time', e.time?.from ? [...new Set([e.time.from, e.time.to])].join('/') : 'none'],
      ['place', plain(e.place?.name ?? 'none')],
      ['denied by', w.names(e.deniedBy ? [e.deniedBy] : [])],
      ['doubted by', w.names(e.doubts.map(d => d.by))],
      ['attributed', yes(e.attributedTo !== null)],
    ]),
  }
}

function positionFields(w: Writer, p: PositionRecord): Found {
  return {
    anchors: p.spans.map(s => trimMarks(w.words(s))),
    fields: new Map([
      ['position', p.stance],
      ['holder', w.names(p.holders)],
      ['toward', w.names(p.toward)],
      ['issue', plain(p.issue)],
      ['known issue', plain(p.knownIssue ?? 'none')],
      ['condition', trimMarks(w.words(p.condition))],
      ['current', yes(p.current)],
    ]),
  }
}

function relationFields(w: Writer, r: RelationRecord): Found {
  return {
    anchors: [w.names([r.subject])],
    fields: new Map([
      ['is', plain(r.relation)],
      ['to', w.names([r.object])],
      ['qualifier', plain(r.qualifier ?? 'none')],
    ]),
  }
}

function actorFields(w: Writer, record: ArticleRecord): Found[] {
  return record.actors.map(a => ({
    anchors: [plain(a.name)],
    fields: new Map([
      ['kind', a.kind],
      ['country', plain(a.country ?? 'none')],
      ['code', plain(a.code ?? 'none')],
      ['mentions', a.mentions.map(m => plain(w.words(m))).join('; ')],
    ]),
  }))
}

/** Does the found words' stretch fit the expected one: equal for what is said, overlapping for triggers and positions? */
function anchored(kind: string, expected: Expected, found: Found): boolean {
  if (kind === 'says') return found.anchors.includes(trimMarks(expected.words))
  if (kind === 'actor' || kind === 'relation') return found.anchors.includes(plain(expected.words))
  const wanted = kind === 'event' ? expected.fields.get('trigger') : expected.fields.get('words')
  const type = found.fields.get(kind === 'event' ? 'event' : 'position')
  const here =
    wanted === undefined || found.anchors.some(a => a.includes(plain(wanted)) || plain(wanted).includes(a))
  return here && type === plain(expected.words)
}

const IGNORED = new Set(['trigger', 'words'])

function compareField(field: string, wanted: string, got: string | undefined): boolean {
  if (got === undefined) return false
  if (field === 'cue' || field === 'condition')
    return got === trimMarks(wanted) || (got !== 'none' && got.includes(trimMarks(wanted)))
  if (field === 'issue') return got.includes(plain(wanted))
  if (field === 'mentions') return wanted.split(';').every(m => got.split('; ').includes(plain(m)))
  if (field === 'cameo') return got.startsWith(wanted)
  if (
    [
      'speaker',
      'actors',
      'recipients',
      'sides',
      'holder',
      'toward',
      'to',
      'addressee',
      'chain',
      'denied by',
      'doubted by',
    ].includes(field)
  ) {
    return sameNames(wanted, got)
  }
  return got === trimMarks(wanted)
}

/** Names may be given short ("Berg" for "Anna Berg") as long as number and order of the alphabet agree. */
function sameNames(wanted: string, got: string): boolean {
  const want = wanted.split(';').map(plain).sort()
  const have = got.split('; ')
  return (
    want.length === have.length &&
    want.every(w =>
      have.some(h => h === w || (w !== NOBODY && h !== NOBODY && (h.includes(w) || w.includes(h)))),
    )
  )
}

function foundOf(kind: string, record: ArticleRecord): { opener: string; found: Found[] }[] {
  const w = makeWriter(record)
  if (kind === 'statements')
    return [{ opener: 'says', found: record.statements.map(s => statementFields(w, s)) }]
  if (kind === 'events') return [{ opener: 'event', found: record.events.map(e => eventFields(w, e)) }]
  if (kind === 'positions')
    return [{ opener: 'position', found: record.positions.map(p => positionFields(w, p)) }]
  return [
    { opener: 'actor', found: actorFields(w, record) },
    { opener: 'relation', found: record.relations.map(r => relationFields(w, r)) },
  ]
}

const describeFound = (found: Found): string =>
  `${found.anchors.join(' / ')} ${JSON.stringify(Object.fromEntries(found.fields))}`

function compareEntry(expected: Expected, found: readonly Found[]): string[] {
  const here = found.filter(f => anchored(expected.kind, expected, f))
  if (here.length === 0)
    return [
      `not found: ${expected.kind}: ${expected.words} ${expected.fields.get('trigger') ?? expected.fields.get('words') ?? ''}; there is: ${found.map(describeFound).join(' | ') || 'nothing'}`,
    ]
  const wrong = here.map(f =>
    [...expected.fields]
      .filter(([field, wanted]) => !IGNORED.has(field) && !compareField(field, wanted, f.fields.get(field)))
      .map(
        ([field, wanted]) =>
          `${expected.kind} “${expected.words}”: ${field} should be “${wanted}”, is “${f.fields.get(field)}”`,
      ),
  )
  return wrong.sort((a, b) => a.length - b.length)[0]
}

/** What keeps the record from being what the case asks for; empty when all is right. */
export function shortfalls(kind: string, example: Case, record: ArticleRecord): string[] {
  const groups = foundOf(kind, record)
  if (example.nothing)
    return groups.flatMap(g => g.found.map(f => `found where nothing should be: ${describeFound(f)}`))
  return example.expected.flatMap(e => {
    const group = groups.find(g => g.opener === e.kind)
    return group ? compareEntry(e, group.found) : [`“${e.kind}” does not belong into test/cases/${kind}`]
  })
}
