// Records in as they are read; printed at once for programs, summed up at the end for people.
import type { ArticleRecord } from '../record/record.ts'
import { rowsOf, titleOf } from '../store/rows.ts'
import { names, oneLine, shortId, whereFlat } from './cells.ts'
import { type Cell, csvLine } from './csv.ts'
import { EVENTS } from './events.ts'
import type { Format } from './list.ts'
import { printRows } from './list.ts'
import { POSITIONS } from './positions.ts'
import type { Outcome } from './reading.ts'
import { STATEMENTS, speakers } from './statements.ts'
import { table } from './table.ts'
import { colours, note, print } from './terminal.ts'

export interface Printer {
  readonly add: (record: ArticleRecord, outcome: Outcome) => Promise<void>
  readonly end: () => Promise<void>
}

export function makePrinter(format: Format): Printer {
  if (format === 'json')
    return { add: record => print(`${JSON.stringify(record, null, 2)}\n`), end: async () => {} }
  if (format === 'jsonl') return { add: record => print(`${JSON.stringify(record)}\n`), end: async () => {} }
  return format === 'csv' ? csvPrinter() : summaryPrinter()
}

function csvPrinter(): Printer {
  let headed = false
  return {
    add: async record => {
      for (const row of flatEntries(record)) {
        if (!headed) await print(csvLine(Object.keys(row)))
        headed = true
        await print(csvLine(Object.values(row)))
      }
    },
    end: async () => {},
  }
}

/** All entries of a record under the same columns: what was said, done, or wanted. */
function flatEntries(record: ArticleRecord): Readonly<Record<string, Cell>>[] {
  const make = rowsOf(record)
  const line = (
    kind: string,
    id: string,
    who: string,
    what: string,
    state: string,
    toward: string,
    words: string,
  ) => ({
    kind,
    id,
    who,
    what,
    state,
    toward,
    words: oneLine(words),
  })
  return [
    ...record.statements.map(make.statement).map(s => ({
      ...line('statement', s.id, speakers(s), s.form, s.polarity, names(s.addressees), s.words),
      ...whereFlat(s.article, s.at),
    })),
    ...record.events.map(make.event).map(e => ({
      ...line('event', e.id, names(e.actors), `${e.type} ${e.cameo}`, e.status, names(e.recipients), e.words),
      ...whereFlat(e.article, e.at),
    })),
    ...record.positions.map(make.position).map(p => ({
      ...line('position', p.id, names(p.holders), p.issue, p.stance, names(p.toward), p.words),
      ...whereFlat(p.article, p.at),
    })),
  ]
}

/** A longer list of what was read helps nobody: "rapport articles" has it. */
const ROWS_SHOWN = 40

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  added: 'new',
  already: 'already in the record',
  replaced: 'read again',
  read: 'not stored',
}

interface Summed {
  readonly id: string
  readonly cells: readonly string[]
}

function summaryPrinter(): Printer {
  const rows: Summed[] = []
  const outcomes = new Map<Outcome, number>()
  let only: ArticleRecord | null = null
  return {
    add: async (record, outcome) => {
      only = outcomes.size === 0 && rows.length === 0 ? record : null
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (rows.length < ROWS_SHOWN) rows.push(summed(record, outcome))
    },
    end: async () => {
      const count = [...outcomes.values()].reduce((a, b) => a + b, 0)
      if (count === 0) return
      if (only) await printEntries(only)
      await print(
        `${table(
          COLUMNS,
          rows.map(row => row.cells),
        )}${count > rows.length ? `… and ${count - rows.length} more\n` : ''}`,
      )
      note([...outcomes].map(([outcome, n]) => `${n} ${OUTCOMES[outcome]}`).join(', '))
      if (only && !outcomes.has('read')) note(`See it with its entries: rapport show ${rows[0].id}`)
    },
  }
}

const COLUMNS = [
  { name: 'Article' },
  { name: 'Date' },
  { name: 'Title' },
  { name: 'Said', right: true },
  { name: 'Events', right: true },
  { name: 'Positions', right: true },
  { name: 'Result' },
]

function summed(record: ArticleRecord, outcome: Outcome): Summed {
  const id = shortId(record.text.id)
  const { statements, events, positions } = record
  const counts = [statements, events, positions].map(entries => String(entries.length))
  return { id, cells: [id, record.article.published ?? '', titleOf(record), ...counts, OUTCOMES[outcome]] }
}

/** Who said, did and wants what in one article. */
async function printEntries(record: ArticleRecord): Promise<void> {
  const make = rowsOf(record)
  const head = (words: string) => print(`${colours.bold(words)}\n`)
  if (record.statements.length > 0) {
    await head('STATEMENTS')
    await printRows(STATEMENTS, record.statements.map(make.statement), 'table')
    await print('\n')
  }
  if (record.events.length > 0) {
    await head('EVENTS')
    await printRows(EVENTS, record.events.map(make.event), 'table')
    await print('\n')
  }
  if (record.positions.length > 0) {
    await head('POSITIONS')
    await printRows(POSITIONS, record.positions.map(make.position), 'table')
    await print('\n')
  }
}
