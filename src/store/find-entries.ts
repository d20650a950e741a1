// A filter in, pages of statements, events or positions out, newest article first and in text order within one.
import { sql } from 'kysely'
import type { ArticleRecord, EventRecord, PositionRecord, StatementRecord } from '../record/record.ts'
import { allOf, entryConditions } from './conditions.ts'
import type { Database } from './database.ts'
import { findEarlier } from './find-earlier.ts'
import { recordOf } from './load-record.ts'
import { rowsOf } from './rows.ts'
import type { EventRow, Filter, Page, PositionRow, StatementRow } from './store.ts'
import type { EntryTable } from './tables.ts'

/** Rows of a list when nobody says how many. */
export const DEFAULT_LIMIT = 100

type Maker = ReturnType<typeof rowsOf>

export const findStatements = (db: Database, filter: Filter): Promise<Page<StatementRow>> =>
  find(
    db,
    'statement',
    filter,
    (r: ArticleRecord) => r.statements,
    (m, e: StatementRecord) => m.statement(e),
  )

export const findEvents = (db: Database, filter: Filter): Promise<Page<EventRow>> =>
  find(
    db,
    'event',
    filter,
    (r: ArticleRecord) => r.events,
    (m, e: EventRecord) => m.event(e),
  )

/** Each with what it has changed from. */
export async function findPositions(db: Database, filter: Filter): Promise<Page<PositionRow>> {
  const { rows, total } = await find(
    db,
    'position',
    filter,
    (r: ArticleRecord) => r.positions,
    (m, e: PositionRecord) => m.position(e),
  )
  const told: PositionRow[] = []
  for (const row of rows) told.push({ ...row, changedFrom: await findEarlier(db, row) })
  return { rows: told, total }
}

/** LIMIT and OFFSET of a filter; 0 stands for all rows. */
export const pageOf = (filter: Filter) =>
  sql`LIMIT ${filter.limit === 0 ? -1 : (filter.limit ?? DEFAULT_LIMIT)} OFFSET ${filter.offset ?? 0}`

async function find<E extends { readonly id: string }, R>(
  db: Database,
  kind: EntryTable['kind'],
  filter: Filter,
  listOf: (record: ArticleRecord) => readonly E[],
  make: (maker: Maker, entry: E) => R,
): Promise<Page<R>> {
  const where = allOf([sql`e.kind = ${kind}`, ...(await entryConditions(db, filter))])
  const from = sql`FROM entries e JOIN articles d ON d.id = e.article WHERE ${where}`
  const counted = await sql<{ total: number }>`SELECT count(*) AS total ${from}`.execute(db)
  const { rows: hits } = await sql<{
    article: string
    id: string
  }>`SELECT e.article AS article, e.id AS id ${from}
    ORDER BY d.published DESC NULLS LAST, d.seq DESC, e.at, e.id ${pageOf(filter)}`.execute(db)
  const rows: R[] = []
  let opened = null as { readonly id: string; readonly entries: Map<string, E>; readonly maker: Maker } | null
  for (const hit of hits) {
    if (opened?.id !== hit.article) {
      const record = await recordOf(db, hit.article)
      // Another process replaced the article between the two queries.
      if (!record) continue
      opened = {
        id: hit.article,
        entries: new Map(listOf(record).map(e => [e.id, e])),
        maker: rowsOf(record),
      }
    }
    const entry = opened.entries.get(hit.id)
    if (entry) rows.push(make(opened.maker, entry))
  }
  return { rows, total: counted.rows[0]?.total ?? 0 }
}
