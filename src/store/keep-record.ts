// An ArticleRecord in, rows of all tables out, in one transaction: stored whole, or not at all.
import type { Insertable, Transaction } from 'kysely'
import type { Actor } from '../record/entry.ts'
import type { ArticleRecord } from '../record/record.ts'
import type { Database } from './database.ts'
import { actorKey, fold } from './fold.ts'
import { readingOf, recordOf } from './load-record.ts'
import { entryRows, sideRows } from './normalise-entries.ts'
import { titleOf } from './rows.ts'
import type { Kept, Reader } from './store.ts'
import type { Tables } from './tables.ts'
import { isNewer } from './versions.ts'

/** SQLite takes at most 32 766 values a statement; the widest table has 21 columns. */
const ROWS_AT_ONCE = 1000

type Change = Transaction<Tables>

/** Stores a record; the same text by the same or an older reader adds nothing. `now` is an ISO date and time. */
export async function keepRecord(db: Database, record: ArticleRecord, now: string): Promise<Kept> {
  return db.transaction().execute(async tx => {
    const old = await earlierReading(tx, record)
    if (!old) {
      await insert(tx, record, now)
      return 'added'
    }
    if (!isNewer(record.reader, old.reader)) return 'already'
    const before = await recordOf(tx, old.article)
    if (before && old.article !== record.text.id && hasAnalystEntries(before)) {
      // Cleaned differently by now, so an analyst's spans no longer fit: the old article stays beside the new one.
      await insert(tx, record, now)
      return 'added'
    }
    await tx.deleteFrom('articles').where('id', '=', old.article).execute()
    await insert(tx, before ? withAnalystEntries(record, before) : record, now)
    return 'replaced'
  })
}

/** The reading of the same text, or, from another version of the cleaning, of the same source. */
async function earlierReading(
  tx: Change,
  record: ArticleRecord,
): Promise<{ article: string; reader: Reader } | null> {
  const same = await readingOf(tx, record.text.id)
  if (same) return { article: record.text.id, reader: same }
  const bySource = await tx
    .selectFrom('articles')
    .innerJoin('readings', 'readings.article', 'articles.id')
    .select(['articles.id', 'rapport', 'model', 'data'])
    .where('source_id', '=', record.article.id)
    .where('source', '=', record.article.source.name)
    .where('rapport', '!=', record.reader.rapport)
    .executeTakeFirst()
  return bySource ? { article: bySource.id, reader: bySource } : null
}

const lists = (record: ArticleRecord) => [...record.statements, ...record.events, ...record.positions]

const hasAnalystEntries = (record: ArticleRecord): boolean => lists(record).some(e => e.origin === 'analyst')

/** The new reading with the analyst's entries of the old one: they win over the machine's of the same id. */
function withAnalystEntries(record: ArticleRecord, old: ArticleRecord): ArticleRecord {
  if (!hasAnalystEntries(old)) return record
  const known = new Set(record.actors.map(a => a.id))
  return {
    ...record,
    actors: [...record.actors, ...old.actors.filter(a => !known.has(a.id) && analystNames(old, a))],
    statements: carried(record.statements, old.statements),
    events: carried(record.events, old.events),
    positions: carried(record.positions, old.positions),
  }
}

function carried<E extends { readonly id: string; readonly origin: string }>(
  made: readonly E[],
  before: readonly E[],
): readonly E[] {
  const kept = before.filter(e => e.origin === 'analyst')
  const ids = new Set(kept.map(e => e.id))
  return [...kept, ...made.filter(e => !ids.has(e.id))]
}

const analystNames = (record: ArticleRecord, actor: Actor): boolean =>
  sideRows(record).some(
    side => side.actor === actor.id && lists(record).some(e => e.id === side.entry && e.origin === 'analyst'),
  )

async function insert(tx: Change, record: ArticleRecord, now: string): Promise<void> {
  const { text, article, reader } = record
  await tx.deleteFrom('unread').where('source', '=', article.source.name).execute()
  await tx
    .insertInto('articles')
    .values({
      id: text.id,
      source_id: article.id,
      title: titleOf(record),
      url: article.url,
      outlet: article.outlet,
      published: article.published,
      source: article.source.name,
      format: article.source.format,
      language: article.language,
      authors: JSON.stringify(article.authors),
      content: text.content,
      added: now,
    })
    .execute()
  await tx
    .insertInto('readings')
    .values({
      article: text.id,
      ...reader,
      at: now,
      record: JSON.stringify({ ...record, text: { ...text, content: '' } }),
      problems: record.problems.length,
    })
    .execute()
  await insertAll(tx, 'actors', actorRows(record))
  await insertAll(tx, 'names', nameRows(record))
  await insertAll(
    tx,
    'relations',
    record.relations.map(({ id, subject, relation, object, qualifier }) => ({
      article: text.id,
      id,
      subject,
      relation,
      object,
      qualifier,
    })),
  )
  await insertAll(tx, 'entries', entryRows(record))
  await insertAll(tx, 'sides', sideRows(record))
}

async function insertAll<T extends 'actors' | 'names' | 'relations' | 'entries' | 'sides'>(
  tx: Change,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE)
    await tx
      .insertInto(table)
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .onConflict(c => c.doNothing())
      .execute()
}

const actorRows = (record: ArticleRecord): Insertable<Tables['actors']>[] =>
  record.actors.map(({ mentions, id, ref, name, kind, country, code }) => ({
    article: record.text.id,
    id,
    key: actorKey({ ref, name, country, kind }),
    ref,
    name,
    folded: fold(name),
    kind,
    country,
    code,
    mentions: mentions.length,
  }))

const nameRows = (record: ArticleRecord): Insertable<Tables['names']>[] =>
  record.actors.flatMap(actor => {
    const named = actor.mentions.filter(m => m.how === 'name' || m.how === 'metonym')
    const words = new Set(named.map(m => fold(record.text.content.slice(m.start, m.end))))
    return [...words].filter(Boolean).map(folded => ({ article: record.text.id, actor: actor.id, folded }))
  })
