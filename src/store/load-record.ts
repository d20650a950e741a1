// A text's id in, its record or the reader that made it out.
import type { ArticleRecord } from '../record/record.ts'
import type { Database } from './database.ts'
import type { Reader } from './store.ts'

/** The whole record as it was kept, or null. */
export async function recordOf(db: Database, textId: string): Promise<ArticleRecord | null> {
  const row = await db
    .selectFrom('readings')
    .innerJoin('articles', 'articles.id', 'readings.article')
    .select(['record', 'content'])
    .where('article', '=', textId)
    .executeTakeFirst()
  if (!row) return null
  // What was kept came from a record of this very shape.
  const record = JSON.parse(row.record) as ArticleRecord
  return { ...record, text: { ...record.text, content: row.content } }
}

export async function readingOf(db: Database, textId: string): Promise<Reader | null> {
  const row = await db
    .selectFrom('readings')
    .select(['rapport', 'model', 'data'])
    .where('article', '=', textId)
    .executeTakeFirst()
  return row ?? null
}
