// A record and one of its entries in, the row that lists show out: ids become actors, spans become words.
import type { ArticleRecord, EventRecord, PositionRecord, StatementRecord } from '../record/record.ts'
import type { Span } from '../text/span.ts'
import { actorKey } from './fold.ts'
import type { ActorName, ArticleName, EventRow, PositionRow, StatementRow, Words } from './store.ts'

type EntryRecord = StatementRecord | EventRecord | PositionRecord

/** A text without a headline is called by its first words, as many characters as this. */
const TITLE_LENGTH = 80
const SPLIT = ' … '

export function titleOf(record: ArticleRecord): string {
  const { title } = record.article
  const content = record.text.content
  if (title) return content.slice(title.start, title.end).replace(/\s+/g, ' ')
  const line = content.trimStart().split('\n', 1)[0]
  return line.length > TITLE_LENGTH ? `${line.slice(0, TITLE_LENGTH).replace(/\s+\S*$/, '')}…` : line
}

export const articleName = (record: ArticleRecord): ArticleName => ({
  id: record.text.id,
  title: titleOf(record),
  url: record.article.url,
  outlet: record.article.outlet,
  published: record.article.published,
  source: record.article.source.name,
})

/** The first words an entry rests on. */
export function beginsAt(entry: EntryRecord): Span {
  if ('trigger' in entry) return entry.trigger
  const spans = 'stance' in entry ? entry.spans : [...entry.content, ...(entry.cue ? [entry.cue] : [])]
  return spans[0] ?? { start: 0, end: 0 }
}

/** The paragraph around a span; paragraphs are separated by blank lines. */
export function paragraphAround(content: string, span: Span): Span {
  const before = content.lastIndexOf('\n\n', span.start)
  const after = content.indexOf('\n\n', span.end)
  return { start: before < 0 ? 0 : before + 2, end: after < 0 ? content.length : after }
}

interface Cutter {
  readonly words: (span: Span) => Words
  readonly maybe: (span: Span | null) => Words | null
  readonly actor: (id: string) => ActorName | null
  readonly actors: (ids: readonly string[]) => readonly ActorName[]
}

function cutter(record: ArticleRecord): Cutter {
  const byId = new Map(record.actors.map(a => [a.id, a]))
  const words = ({ start, end }: Span): Words => ({
    start,
    end,
    words: record.text.content.slice(start, end),
  })
  const actor = (id: string): ActorName | null => {
    const a = byId.get(id)
    if (!a) return null
    return { id, key: actorKey(a), ref: a.ref, name: a.name, kind: a.kind, country: a.country, code: a.code }
  }
  return {
    words,
    maybe: span => (span ? words(span) : null),
    actor,
    actors: ids => ids.flatMap(id => actor(id) ?? []),
  }
}

const join = (parts: readonly Words[]): string => parts.map(p => p.words.replace(/\s+/g, ' ')).join(SPLIT)

/** Makes rows of one record's entries; the record is looked through once. */
export function rowsOf(record: ArticleRecord) {
  const cut = cutter(record)
  const article = articleName(record)
  const head = (entry: EntryRecord) => {
    const at = beginsAt(entry)
    return {
      id: entry.id,
      article,
      at: cut.words(at),
      paragraph: cut.words(paragraphAround(record.text.content, at)),
      by: entry.by,
      confidence: entry.confidence,
      inferred: entry.inferred,
      origin: entry.origin,
    }
  }
  return {
    statement: (s: StatementRecord): StatementRow => ({ ...head(s), ...statementParts(s, cut) }),
    event: (e: EventRecord): EventRow => ({ ...head(e), ...eventParts(e, cut) }),
    position: (p: PositionRecord): PositionRow => ({ ...head(p), ...positionParts(p, cut) }),
  }
}

function statementParts(s: StatementRecord, cut: Cutter) {
  const content = s.content.map(cut.words)
  return {
    form: s.form,
    polarity: s.polarity,
    words: join(content),
    content,
    quoted: s.quoted.map(cut.words),
    cue: cut.maybe(s.cue),
    speakers: s.speakers.flatMap(x => {
      const actor = cut.actor(x.actor)
      return actor ? [{ actor, span: cut.words(x.span), how: x.how }] : []
    }),
    chain: s.chain.map(x => ({ actor: x.actor ? cut.actor(x.actor) : null, span: cut.words(x.span) })),
    addressees: cut.actors(s.addressees),
    about: cut.actors(s.about),
    channel: s.channel ? { name: s.channel.name, span: cut.words(s.channel.span) } : null,
    within: s.within,
  }
}

function eventParts(e: EventRecord, cut: Cutter) {
  const { type, cameo, mode, contexts, status, background, reciprocal, attributedTo } = e
  const trigger = cut.words(e.trigger)
  return {
    type,
    cameo,
    mode,
    contexts,
    status,
    background,
    actors: cut.actors(e.actors),
    recipients: cut.actors(e.recipients),
    reciprocal,
    words: trigger.words,
    trigger,
    also: e.also.map(cut.words),
    time: e.time ? { ...e.time, span: cut.words(e.time.span) } : null,
    place: e.place ? { ...e.place, span: cut.words(e.place.span) } : null,
    attributedTo,
    deniedBy: e.deniedBy ? cut.actor(e.deniedBy) : null,
    doubts: e.doubts.map(d => ({ by: cut.actor(d.by), span: cut.words(d.span) })),
  }
}

function positionParts(p: PositionRecord, cut: Cutter) {
  const spans = p.spans.map(cut.words)
  return {
    stance: p.stance,
    issue: p.issue,
    knownIssue: p.knownIssue,
    holders: cut.actors(p.holders),
    for: p.for,
    toward: cut.actors(p.toward),
    condition: cut.maybe(p.condition),
    consequence: cut.maybe(p.consequence),
    current: p.current,
    period: cut.maybe(p.period),
    words: join(spans),
    spans,
    changedFrom: null,
    restsOn: p.restsOn,
  }
}
