// A record and a kind of entry in, a case in the form of test/cases out: values are words of the text, "(2)" choosing the second occurrence.
import type { ArticleRecord } from '../record/record.ts'
import { rowsOf } from '../store/rows.ts'
import type { ActorName } from '../store/store.ts'
import type { Span } from '../text/span.ts'
import type { CaseKind } from './case.ts'

type Line = readonly [key: string, value: string]

const SEPARATOR = '; '

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

/** The words of a span; where they occur before it as well, which occurrence it is. */
function named(content: string, { start, end }: Span): string {
  const words = content.slice(start, end)
  let occurrence = 1
  for (let at = content.indexOf(words); at >= 0 && at < start; at = content.indexOf(words, at + 1))
    occurrence++
  return occurrence > 1 ? `${words} (${occurrence})` : words
}

function linesOf(record: ArticleRecord, kind: CaseKind): Line[][] {
  if (kind === 'actors') return actorLines(record)
  if (kind === 'statements') return statementLines(record)
  return kind === 'events' ? eventLines(record) : positionLines(record)
}

const writer = (record: ArticleRecord) => {
  const name = (span: Span | null): string => (span ? named(record.text.content, span) : '')
  const all = (spans: readonly Span[]): string => spans.map(name).join(SEPARATOR)
  return {
    name,
    all,
    actors: (actors: readonly ActorName[]): string => actors.map(actor => actor.name).join(SEPARATOR),
  }
}

const actorLines = (record: ArticleRecord): Line[][] =>
  record.actors.map(actor => [
    ['actor', actor.name],
    ['kind', actor.kind],
    ['country', actor.country ?? ''],
    ['code', actor.code ?? ''],
    ['ref', actor.ref ?? ''],
    ['mentions', writer(record).all(actor.mentions)],
  ])

function statementLines(record: ArticleRecord): Line[][] {
  const write = writer(record)
  return record.statements.map(rowsOf(record).statement).map(s => [
    ['says', write.all(s.content)],
    ['speaker', s.speakers.map(speaker => write.name(speaker.span)).join(SEPARATOR)],
    ['cue', write.name(s.cue)],
    ['form', s.form],
    ['polarity', s.polarity === 'affirmed' ? '' : s.polarity],
    ['to', write.actors(s.addressees)],
    ['chain', write.all(s.chain.map(link => link.span))],
    ['channel', s.channel?.name ?? ''],
  ])
}

function eventLines(record: ArticleRecord): Line[][] {
  const write = writer(record)
  return record.events.map(rowsOf(record).event).map(e => [
    ['trigger', write.name(e.trigger)],
    ['type', e.type],
    ['cameo', e.cameo],
    ['mode', e.mode ?? ''],
    ['status', e.status],
    ['background', e.background ? 'yes' : ''],
    ['actors', write.actors(e.actors)],
    ['recipients', write.actors(e.recipients)],
    ['time', write.name(e.time?.span ?? null)],
    ['place', write.name(e.place?.span ?? null)],
  ])
}

function positionLines(record: ArticleRecord): Line[][] {
  const write = writer(record)
  return record.positions.map(rowsOf(record).position).map(p => [
    ['stance', p.stance],
    ['holder', write.actors(p.holders)],
    ['toward', write.actors(p.toward)],
    ['issue', p.issue],
    ['words', write.all(p.spans)],
    ['condition', write.name(p.condition)],
    ['consequence', write.name(p.consequence)],
    ['current', p.current ? '' : 'no'],
  ])
}
