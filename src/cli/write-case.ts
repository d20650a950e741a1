// A record and a kind of entry in, a case in the form of test/cases out (the form is in CONTRIBUTING.md): values are words of the text.
import type { ArticleRecord } from '../record/record.ts'
import { rowsOf } from '../store/rows.ts'
import type { ActorName } from '../store/store.ts'
import type { Span } from '../text/span.ts'
import { oneLine } from './cells.ts'

export type CaseKind = 'actors' | 'statements' | 'events' | 'positions'

type Line = readonly [key: string, value: string]

const SEPARATOR = '; '
const PIECES = ' … '
const NOBODY = 'nobody'

export function writeCase(record: ArticleRecord, kind: CaseKind, name: string): string {
  const { content } = record.text
  const quoted = content
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n')
  const published = record.article.published ? [`- published: ${record.article.published}`] : []
  const entries = linesOf(record, kind).map(lines =>
    lines.filter(([, value]) => value !== '').map(([key, value]) => `- ${key}: ${value}`),
  )
  const found = entries.length > 0 ? entries : [['- nothing']]
  return `${[`# ${name}`, quoted, ...[published, ...found].filter(lines => lines.length > 0).map(lines => lines.join('\n'))].join('\n\n')}\n`
}

function linesOf(record: ArticleRecord, kind: CaseKind): Line[][] {
  if (kind === 'actors') return actorLines(record)
  if (kind === 'statements') return statementLines(record)
  return kind === 'events' ? eventLines(record) : positionLines(record)
}

const writer = (record: ArticleRecord) => {
  const name = (span: Span | null): string =>
    span ? oneLine(record.text.content.slice(span.start, span.end)) : ''
  return {
    name,
    pieces: (spans: readonly Span[]): string => spans.map(name).join(PIECES),
    actors: (actors: readonly ActorName[]): string =>
      actors.map(actor => actor.name).join(SEPARATOR) || NOBODY,
    named: (id: string): string => record.actors.find(actor => actor.id === id)?.name ?? NOBODY,
  }
}

/** "nobody" where it would only say that there is nothing to say. */
const unlessNobody = (names: string): string => (names === NOBODY ? '' : names)

function actorLines(record: ArticleRecord): Line[][] {
  const write = writer(record)
  const actors = record.actors.map((actor): Line[] => [
    ['actor', actor.name],
    ['kind', actor.kind],
    ['country', actor.country ?? ''],
    ['code', actor.code ?? ''],
    ['mentions', actor.mentions.map(write.name).join(SEPARATOR)],
  ])
  const relations = record.relations.map((relation): Line[] => [
    ['relation', write.named(relation.subject)],
    ['is', relation.relation],
    ['to', write.named(relation.object)],
    ['qualifier', relation.qualifier ?? ''],
  ])
  return [...actors, ...relations]
}

function statementLines(record: ArticleRecord): Line[][] {
  const write = writer(record)
  return record.statements.map(rowsOf(record).statement).map(s => [
    ['says', write.pieces(s.content)],
    ['speaker', write.actors(s.speakers.map(speaker => speaker.actor))],
    ['cue', write.name(s.cue)],
    ['form', s.form],
    ['quoted', s.form === 'mixed' ? write.pieces(s.quoted) : ''],
    ['polarity', s.polarity === 'affirmed' ? '' : s.polarity],
    ['addressee', unlessNobody(write.actors(s.addressees))],
    ['chain', s.chain.map(link => link.actor?.name ?? write.name(link.span)).join(SEPARATOR)],
    ['channel', s.channel?.name ?? ''],
    ['nested', s.within ? 'yes' : ''],
  ])
}

function eventLines(record: ArticleRecord): Line[][] {
  const write = writer(record)
  return record.events.map(rowsOf(record).event).map(e => [
    ['event', e.type],
    ['trigger', write.name(e.trigger)],
    ['actors', write.actors(e.actors)],
    ['recipients', write.actors(e.recipients)],
    ['reciprocal', e.reciprocal ? 'yes' : ''],
    ['status', e.status],
    ['background', e.background ? 'yes' : ''],
    ['cameo', e.cameo],
    ['mode', e.mode ?? ''],
    ['time', [...new Set([e.time?.from, e.time?.to])].filter(Boolean).join('/')],
    ['place', e.place?.name ?? ''],
    ['denied by', e.deniedBy?.name ?? ''],
    ['doubted by', unlessNobody(write.actors(e.doubts.flatMap(doubt => doubt.by ?? [])))],
  ])
}

function positionLines(record: ArticleRecord): Line[][] {
  const write = writer(record)
  return record.positions.map(rowsOf(record).position).map(p => [
    ['position', p.stance],
    ['words', write.name(p.spans[0] ?? null)],
    ['holder', write.actors(p.holders)],
    ['toward', unlessNobody(write.actors(p.toward))],
    ['issue', p.issue],
    ['known issue', p.knownIssue ?? ''],
    ['condition', write.name(p.condition)],
    ['current', p.current ? '' : 'no'],
  ])
}
