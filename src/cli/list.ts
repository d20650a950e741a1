// What all commands that list something share: their options, and rows printed as a table, JSON, JSON lines or CSV.
import { type Command, Option } from 'commander'
import type { Filter, Page, Store } from '../store/store.ts'
import { type Cell, csvLine } from './csv.ts'
import { DEFAULT_STORE, withStore } from './stores.ts'
import { type Column, table } from './table.ts'
import { note, print } from './terminal.ts'

export type Format = 'table' | 'json' | 'jsonl' | 'csv'

/** How rows of one kind are shown: the table's cells for people, the flat cells of CSV for programs. */
export interface Listing<R> {
  readonly find: (store: Store, filter: Filter) => Promise<Page<R>>
  readonly columns: readonly Column[]
  readonly cells: (row: R) => readonly string[]
  readonly flat: (row: R) => Readonly<Record<string, Cell>>
}

export interface ListOptions extends Filter {
  readonly db: string
  readonly format: Format
}

export const formatOption = (fallback: Format = 'table'): Option =>
  new Option('-f, --format <format>', 'table for people; json, jsonl or csv for programs')
    .choices(['table', 'json', 'jsonl', 'csv'])
    .default(fallback)

export const dbOption = (): Option =>
  new Option('--db <file>', 'the file that holds the record').default(DEFAULT_STORE)

/** Throws (as misuse) on anything but a whole number from 0. */
export function wholeNumber(words: string): number {
  if (!/^\d{1,9}$/.test(words))
    throw new Error(`"${words}" is no number of rows: give a whole number such as 20.`)
  return Number(words)
}

/** Throws (as misuse) on anything but a year, a month or a day. */
function isoDate(words: string): string {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(words))
    throw new Error(`"${words}" is no date: write 2025, 2025-08 or 2025-08-25.`)
  return words
}

/** Throws (as misuse) on anything but a day of the calendar. */
export function dayOption(words: string): string {
  const day = new Date(`${words}T00:00:00Z`)
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(words) ||
    Number.isNaN(day.getTime()) ||
    !day.toISOString().startsWith(words)
  )
    throw new Error(`"${words}" is no day: write it as 2025-08-25.`)
  return words
}

/** The last day of a year or month, so that `--to 2025` takes in the whole year. */
function lastDay(words: string): string {
  const date = isoDate(words)
  if (date.length === 4) return `${date}-12-31`
  return date.length === 7 ? `${date}-31` : date
}

/** Adds the options that every list has; `common` ones that filter by actor and article only where they mean something. */
export function listOptions(command: Command): Command {
  return command
    .option('--actor <who>', 'a name ("Lavrov"), a reference ("person/sergey-lavrov") or a country ("RUS")')
    .option('--country <code>', 'ISO code of a state concerned ("UKR")')
    .option(
      '--article <article>',
      'only this article: its id or the beginning of it, its address or file name',
    )
    .option('--from <date>', 'not before this day, month or year', isoDate)
    .option('--to <date>', 'not after it', lastDay)
    .option('--search <words>', 'only articles whose text holds these words')
    .option('-n, --limit <rows>', 'at most so many rows, 0 for all', wholeNumber)
    .option('--offset <rows>', 'leave out so many rows first', wholeNumber)
    .addOption(dbOption())
    .addOption(formatOption())
}

/** What a table shows when nobody says how many; files and other programs get everything. */
const ROWS_FOR_PEOPLE = 50

export async function printList<R>(
  listing: Listing<R>,
  { db, format, ...given }: ListOptions,
): Promise<void> {
  const filter = { ...given, limit: given.limit ?? (format === 'table' ? ROWS_FOR_PEOPLE : 0) }
  await withStore(db, async store => {
    const page = await listing.find(store, filter)
    await printRows(listing, page.rows, format)
    if (format !== 'table') return
    if (page.total === 0)
      note(`Nothing in ${db} fits. Try fewer conditions, or see what was read: rapport articles`)
    else if (page.rows.length < page.total)
      note(
        `${page.rows.length} of ${page.total}; --limit 0 prints all, --offset ${page.rows.length + (given.offset ?? 0)} the next.`,
      )
  })
}

export async function printRows<R>(listing: Listing<R>, rows: readonly R[], format: Format): Promise<void> {
  if (format === 'json') return print(`${JSON.stringify(rows, null, 2)}\n`)
  if (format === 'jsonl') {
    for (const row of rows) await print(`${JSON.stringify(row)}\n`)
    return
  }
  if (format === 'csv') {
    for (const [i, row] of rows.entries()) {
      const flat = listing.flat(row)
      if (i === 0) await print(csvLine(Object.keys(flat)))
      await print(csvLine(Object.values(flat)))
    }
    return
  }
  if (rows.length > 0) await print(table(listing.columns, rows.map(listing.cells)))
}
