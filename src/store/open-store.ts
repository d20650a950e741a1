// A path in, a Store out: the SQLite file is made when it is not there and brought up to the newest schema when it is.
import { sql } from 'kysely'
import { resolveArticle } from './conditions.ts'
import { type Database, openDatabase } from './database.ts'
import { findActors } from './find-actors.ts'
import { findArticles } from './find-articles.ts'
import { findEvents, findPositions, findStatements, pageOf } from './find-entries.ts'
import { keepRecord } from './keep-record.ts'
import { readingOf, recordOf } from './load-record.ts'
import { migrate } from './migrations.ts'
import { searchTexts } from './search-texts.ts'
import type { Counts, Filter, Page, Reader, Store, UnreadRow } from './store.ts'
import { isNewer } from './versions.ts'

/** Opens (or makes) the store at a path; ':memory:' keeps it in memory. Throws when the file is not a store or is newer than this program. */
export async function openStore(path: string): Promise<Store> {
  const db = openDatabase(path)
  try {
    await migrate(db, path)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    path,
    keep: record => keepRecord(db, record, new Date().toISOString()),
    keepUnread: (source, why) => keepUnread(db, source, why),
    hasText: async (textId, reader) => hasText(await readingOf(db, textId), reader),
    articles: (filter = {}) => findArticles(db, filter),
    article: async id => {
      const textId = await resolveArticle(db, id)
      return textId === null ? null : recordOf(db, textId)
    },
    statements: (filter = {}) => findStatements(db, filter),
    events: (filter = {}) => findEvents(db, filter),
    positions: (filter = {}) => findPositions(db, filter),
    actors: (filter = {}) => findActors(db, filter),
    search: (words, filter = {}) => searchTexts(db, words, filter),
    unread: (filter = {}) => unread(db, filter),
    counts: () => counts(db),
    close: () => db.destroy(),
  }
}

const hasText = (had: Reader | null, reader: Reader | undefined): boolean =>
  had !== null && (reader === undefined || !isNewer(reader, had))

async function keepUnread(db: Database, source: string, why: string): Promise<void> {
  await db
    .insertInto('unread')
    .values({ source, why, at: new Date().toISOString() })
    .onConflict(c => c.doNothing())
    .execute()
}

async function unread(db: Database, filter: Filter): Promise<Page<UnreadRow>> {
  const { rows } =
    await sql<UnreadRow>`SELECT source, why, at FROM unread ORDER BY at, source ${pageOf(filter)}`.execute(db)
  return { rows, total: (await counts(db)).unread }
}

async function counts(db: Database): Promise<Counts> {
  const kind = (k: string) => sql`(SELECT count(*) FROM entries WHERE kind = ${k})`
  const { rows } = await sql<Counts>`SELECT (SELECT count(*) FROM articles) AS articles,
    (SELECT count(DISTINCT key) FROM actors) AS actors, ${kind('statement')} AS statements, ${kind('event')} AS events,
    ${kind('position')} AS positions, (SELECT count(*) FROM unread) AS unread`.execute(db)
  return rows[0]
}
