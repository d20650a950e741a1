// A filter in, a page of articles out, newest first.
import { sql } from 'kysely'
import { actorMatches, allOf, articleConditions } from './conditions.ts'
import type { Database } from './database.ts'
import { pageOf } from './find-entries.ts'
import type { ArticleRow, Filter, Page } from './store.ts'

type Found = Omit<ArticleRow, 'authors' | 'reader'> & {
  readonly authors: string
  readonly rapport: string
  readonly model: string
  readonly data: string
}

export async function findArticles(db: Database, filter: Filter): Promise<Page<ArticleRow>> {
  const where = allOf([
    ...(await articleConditions(db, filter)),
    names(filter.actor),
    names(filter.with),
    filter.country === undefined ? null : hasActor(sql`a.country = ${filter.country.toUpperCase()}`),
  ])
  const counted = await sql<{
    total: number
  }>`SELECT count(*) AS total FROM articles d WHERE ${where}`.execute(db)
  const count = (kind: string) =>
    sql`(SELECT count(*) FROM entries e WHERE e.article = d.id AND e.kind = ${kind})`
  const { rows } = await sql<Found>`
    SELECT d.id, d.source_id AS "sourceId", d.title, d.url, d.outlet, d.published, d.source, d.authors, d.language, d.format,
      d.added, r.rapport, r.model, r.data, length(d.content) AS characters, r.problems,
      (SELECT count(*) FROM actors a WHERE a.article = d.id) AS actors, ${count('statement')} AS statements,
      ${count('event')} AS events, ${count('position')} AS positions
    FROM articles d JOIN readings r ON r.article = d.id WHERE ${where}
    ORDER BY d.published DESC NULLS LAST, d.seq DESC ${pageOf(filter)}`.execute(db)
  return { rows: rows.map(articleRow), total: counted.rows[0]?.total ?? 0 }
}

const hasActor = (actor: ReturnType<typeof actorMatches>) =>
  sql`EXISTS (SELECT 1 FROM actors a WHERE a.article = d.id AND ${actor})`

const names = (wanted: string | undefined) => (wanted === undefined ? null : hasActor(actorMatches(wanted)))

const articleRow = ({ authors, rapport, model, data, ...row }: Found): ArticleRow => ({
  ...row,
  // Written by ourselves, from a list of strings.
  authors: JSON.parse(authors) as string[],
  reader: { rapport, model, data },
})
