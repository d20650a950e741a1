// A record in, the article for the terminal out: each paragraph with numbered marks, and beneath it the entries that begin in it.
import type { ArticleRecord } from '../record/record.ts'
import { articleName, rowsOf } from '../store/rows.ts'
import type { EventRow, PositionRow, StatementRow, Words } from '../store/store.ts'
import type { Span } from '../text/span.ts'
import { countsOf, names, oneLine, shortId, when } from './cells.ts'
import { statusOf } from './events.ts'
import { KIND_COLOURS, type Kind, type Mark, markText } from './mark-text.ts'
import { holders } from './positions.ts'
import { ruleInWords } from './rule-in-words.ts'
import { speakers } from './statements.ts'
import { colours, width, wrap } from './terminal.ts'

interface Shown {
  readonly kind: Kind
  readonly at: number
  readonly id: string
  readonly spans: readonly Span[]
  /** What stands after the mark: who, what, how. */
  readonly facts: (number: (id: string) => string) => readonly string[]
  readonly words: string
  readonly why: readonly string[]
}

const INDENT = '    '
const DEEPER = `${INDENT}    `

export function showArticle(record: ArticleRecord, why: boolean): string {
  const rows = rowsOf(record)
  const entries = [
    ...record.statements.map(s => shownStatement(rows.statement(s))),
    ...record.events.map(e => shownEvent(rows.event(e))),
    ...record.positions.map(p => shownPosition(rows.position(p))),
  ].sort((a, b) => a.at - b.at)
  const numbers = new Map(entries.map((entry, i) => [entry.id, i + 1]))
  const number = (id: string): string => (numbers.has(id) ? `[${numbers.get(id)}]` : '(an entry left out)')
  const marks = entries.map((entry, i): Mark => ({ number: i + 1, kind: entry.kind, spans: entry.spans }))
  const body = paragraphs(record.text.content).map(paragraph => {
    const text = wrap(markText(record.text.content, paragraph, marks), width())
    const own = entries.filter(e => e.at >= paragraph.start && e.at <= paragraph.end)
    return [text, ...own.map(entry => describe(entry, number, why))].join('\n')
  })
  return `${[heading(record), ...body, ending(record)].filter(Boolean).join('\n\n')}\n`
}

function paragraphs(content: string): Span[] {
  const found: Span[] = []
  for (const match of content.matchAll(/[^\n](?:[^\n]|\n(?!\n))*/g)) {
    if (match[0].trim()) found.push({ start: match.index, end: match.index + match[0].length })
  }
  return found
}

function heading(record: ArticleRecord): string {
  const { published, outlet, url, source, id } = { ...articleName(record) }
  const facts = [published ?? 'no date', outlet, url ?? source, shortId(id)].filter(Boolean)
  const legend = (['statement', 'event', 'position'] as const)
    .map(kind => KIND_COLOURS[kind](`${kind}s`))
    .join(', ')
  const counts = countsOf(record)
  return [
    colours.dim(facts.join(' · ')),
    colours.dim(counts) + (colours.isColorSupported ? ` (${legend})` : ''),
  ].join('\n')
}

function ending(record: ArticleRecord): string {
  const problems = record.problems.map(problem => `Problem: ${problem.message}`)
  const leftOut = record.article.leftOut.map(left => `Left out (${left.why}): ${oneLine(left.text)}`)
  return [...problems, ...leftOut].map(line => colours.dim(wrap(line, width()))).join('\n')
}

function describe(entry: Shown, number: (id: string) => string, why: boolean): string {
  const head = `${number(entry.id)} ${KIND_COLOURS[entry.kind](entry.kind)} · ${entry.facts(number).filter(Boolean).join(' · ')}`
  const lines = [INDENT + wrap(head, width(), DEEPER).trimStart(), wrap(entry.words, width(), DEEPER)]
  if (why) lines.push(...entry.why.map(line => colours.dim(wrap(line, width(), DEEPER))))
  return lines.join('\n')
}

const toward = (label: string, who: string): string => (who ? `${label} ${who}` : '')

const words = (label: string, span: Words | null): string => (span ? `${label} “${oneLine(span.words)}”` : '')

const at = (span: Words): string => `“${oneLine(span.words)}” (${span.start}–${span.end})`

/** The rule and its confidence, what was inferred and how, and every span with its place. */
function evidence(
  row: StatementRow | EventRow | PositionRow,
  spans: readonly (readonly [string, Words | null])[],
): string[] {
  const inferred = Object.entries(row.inferred).map(
    ([field, rule]) =>
      `${field} inferred: ${rule
        .split(', ')
        .map(r => ruleInWords(r) ?? r)
        .join('; ')}`,
  )
  const where = spans.flatMap(([name, span]) => (span ? [`${name}: ${at(span)}`] : []))
  const origin = row.origin === 'analyst' ? ['entered by an analyst'] : []
  const words = ruleInWords(row.by)
  const reason = `${words ? `${words}: ` : ''}by ${row.by}, confidence ${row.confidence.toFixed(2)}`
  return [reason, ...origin, ...inferred, ...where]
}

function shownStatement(row: StatementRow): Shown {
  const chain = row.chain.map(link => link.actor?.name ?? oneLine(link.span.words)).join(', ')
  return {
    kind: 'statement',
    at: row.at.start,
    id: row.id,
    spans: row.content,
    facts: number => [
      speakers(row),
      row.polarity === 'affirmed' ? row.form : `${row.form}, ${row.polarity}`,
      toward('to', names(row.addressees)),
      toward('by', row.channel?.name ?? ''),
      toward('passed on by', chain),
      row.within ? `within ${number(row.within)}` : '',
    ],
    words: row.form === 'direct' ? `“${oneLine(row.words)}”` : oneLine(row.words),
    why: evidence(row, [
      ...row.speakers.map(speaker => [`speaker (${speaker.how})`, speaker.span] as const),
      ['cue', row.cue],
      ...row.content.map(span => ['content', span] as const),
      ...row.chain.map(link => ['passed on', link.span] as const),
      ['channel', row.channel?.span ?? null],
    ]),
  }
}

function shownEvent(row: EventRow): Shown {
  const sides = row.reciprocal ? names([...row.actors, ...row.recipients]) : names(row.actors) || '(unknown)'
  const also = row.also.length > 0 ? `; also: ${row.also.map(span => oneLine(span.words)).join(', ')}` : ''
  return {
    kind: 'event',
    at: row.at.start,
    id: row.id,
    spans: [row.trigger, ...row.also],
    facts: number => [
      `${row.type}${row.mode ? ` ${row.mode}` : ''} ${row.cameo}`,
      statusOf(row),
      row.reciprocal
        ? `${sides || '(unknown)'} with each other`
        : `${sides}${row.recipients.length > 0 ? ` → ${names(row.recipients)}` : ''}`,
      when(row.time),
      row.place ? `in ${row.place.name}` : '',
      row.attributedTo ? `told in ${number(row.attributedTo)}` : '',
      row.doubts.length > 0
        ? `doubted by ${row.doubts.map(doubt => doubt.by?.name ?? '(unknown)').join(', ')}`
        : '',
    ],
    words: oneLine(row.words) + also,
    why: evidence(row, [
      ['trigger', row.trigger],
      ...row.also.map(span => ['also', span] as const),
      ['time', row.time?.span ?? null],
      ['place', row.place?.span ?? null],
      ...row.doubts.map(doubt => ['doubt', doubt.span] as const),
    ]),
  }
}

function shownPosition(row: PositionRow): Shown {
  return {
    kind: 'position',
    at: row.at.start,
    id: row.id,
    spans: row.spans,
    facts: number => [
      `${holders(row)}${row.toward.length > 0 ? ` → ${names(row.toward)}` : ''}`,
      `${row.stance}${row.current ? '' : ' in the past'}: ${row.issue}${row.knownIssue ? ` (${row.knownIssue})` : ''}`,
      words('if', row.condition),
      words('else', row.consequence),
      row.restsOn.length > 0 ? `rests on ${row.restsOn.map(number).join(' ')}` : '',
    ],
    words: oneLine(row.words),
    why: evidence(row, [
      ...row.spans.map(span => ['words', span] as const),
      ['condition', row.condition],
      ['consequence', row.consequence],
      ['period', row.period],
    ]),
  }
}
