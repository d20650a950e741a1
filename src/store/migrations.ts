// The store's schema, step by step: a database in, the same one with the newest schema out. A step that was published never changes.
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Marks the file as a store of this program ("Rprt"). */
const APPLICATION_ID = 0x52707274

const STEPS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE articles (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source_id TEXT NOT NULL, title TEXT NOT NULL, url TEXT, outlet TEXT,
      published TEXT, source TEXT NOT NULL, format TEXT NOT NULL, language TEXT NOT NULL, authors TEXT NOT NULL,
      content TEXT NOT NULL, added TEXT NOT NULL)`,
    'CREATE INDEX articles_source ON articles (source_id)',
    'CREATE INDEX articles_published ON articles (published)',
    `CREATE TABLE readings (
      article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, rapport TEXT NOT NULL, model TEXT NOT NULL,
      data TEXT NOT NULL, at TEXT NOT NULL, record TEXT NOT NULL, problems INTEGER NOT NULL)`,
    `CREATE TABLE actors (
      article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, id TEXT NOT NULL, key TEXT NOT NULL, ref TEXT,
      name TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, code TEXT, mentions INTEGER NOT NULL,
      PRIMARY KEY (article, id)) WITHOUT ROWID`,
    'CREATE INDEX actors_key ON actors (key)',
    'CREATE INDEX actors_country ON actors (country)',
    `CREATE TABLE names (
      article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, actor TEXT NOT NULL, folded TEXT NOT NULL,
      PRIMARY KEY (article, actor, folded)) WITHOUT ROWID`,
    'CREATE INDEX names_folded ON names (folded)',
    `CREATE TABLE relations (
      article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, id TEXT NOT NULL, subject TEXT NOT NULL,
      relation TEXT NOT NULL, object TEXT NOT NULL, qualifier TEXT, PRIMARY KEY (article, id)) WITHOUT ROWID`,
    `CREATE TABLE entries (
      article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, id TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
      origin TEXT NOT NULL, confidence REAL NOT NULL, form TEXT, polarity TEXT, type TEXT, cameo TEXT, mode TEXT, status TEXT,
      background INTEGER, time_from TEXT, time_to TEXT, place_country TEXT, stance TEXT, issue TEXT, known_issue TEXT,
      for_country TEXT, current INTEGER, PRIMARY KEY (article, id)) WITHOUT ROWID`,
    'CREATE INDEX entries_kind ON entries (kind, article)',
    `CREATE TABLE sides (
      article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, entry TEXT NOT NULL, actor TEXT NOT NULL,
      role TEXT NOT NULL, PRIMARY KEY (article, entry, role, actor)) WITHOUT ROWID`,
    'CREATE INDEX sides_actor ON sides (article, actor)',
    'CREATE TABLE unread (source TEXT NOT NULL, why TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (source, why))',
    `CREATE TABLE corrections (
      id TEXT PRIMARY KEY, article TEXT NOT NULL, entry TEXT, action TEXT NOT NULL, kind TEXT NOT NULL, before TEXT NOT NULL,
      quote TEXT NOT NULL, after TEXT NOT NULL, value TEXT, who TEXT NOT NULL, at TEXT NOT NULL, why TEXT)`,
    `CREATE VIRTUAL TABLE words USING fts5 (content, content = 'articles', content_rowid = 'seq', tokenize = 'porter unicode61 remove_diacritics 2')`,
    `CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
      INSERT INTO words (rowid, content) VALUES (new.seq, new.content); END`,
    `CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
      INSERT INTO words (words, rowid, content) VALUES ('delete', old.seq, old.content); END`,
    `CREATE VIEW statements AS SELECT article, id, at, form, polarity, origin, confidence FROM entries WHERE kind = 'statement'`,
    `CREATE VIEW events AS SELECT article, id, at, type, cameo, mode, status, background, time_from, time_to, place_country,
      origin, confidence FROM entries WHERE kind = 'event'`,
    `CREATE VIEW positions AS SELECT article, id, at, stance, issue, known_issue, for_country, current, origin, confidence
      FROM entries WHERE kind = 'position'`,
  ],
]

const pragma = async (db: Database, name: string): Promise<number> => {
  const { rows } = await sql.raw<Record<string, number>>(`PRAGMA ${name}`).execute(db)
  return rows[0]?.[name] ?? 0
}

/** Brings the schema up to date, a step a transaction. Throws when the file is another program's or a newer version's. */
export async function migrate(db: Database, path: string): Promise<void> {
  const mark = await pragma(db, 'application_id')
  const have = await pragma(db, 'user_version')
  if (mark !== APPLICATION_ID) await refuseForeign(db, path)
  if (have > STEPS.length)
    throw new Error(
      `${path} was made by a newer Rapport (schema ${have}). Update Rapport, or choose another file with --db.`,
    )
  for (let step = have; step < STEPS.length; step++)
    await db.transaction().execute(async tx => {
      // Another process may have made this step while we waited for the lock.
      if ((await pragma(tx, 'user_version')) > step) return
      for (const statement of STEPS[step]) await sql.raw(statement).execute(tx)
      await sql.raw(`PRAGMA application_id = ${APPLICATION_ID}`).execute(tx)
      await sql.raw(`PRAGMA user_version = ${step + 1}`).execute(tx)
    })
}

async function refuseForeign(db: Database, path: string): Promise<void> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM sqlite_master`.execute(db)
  if ((rows[0]?.n ?? 0) > 0 && (await pragma(db, 'application_id')) !== APPLICATION_ID)
    throw new Error(`${path} is a database of another program. Choose another file with --db.`)
}
