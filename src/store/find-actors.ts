// A filter in, a page of actors across all articles out, the most active first.
import { sql } from 'kysely'
import { actorMatches, allOf, articleConditions } from './conditions.ts'
import type { Database } from './database.ts'
import { pageOf } from './find-entries.ts'
import type { ActorRow, Filter, Page } from './store.ts'

export async function findActors(db: Database, filter: Filter): Promise<Page<ActorRow>> {
  const where = allOf([
    ...(await articleConditions(db, filter)),
    filter.actor === undefined ? null : actorMatches(filter.actor),
    filter.country === undefined ? null : sql`a.country = ${filter.country.toUpperCase()}`,
    filter.kind === undefined ? null : sql`a.kind = ${filter.kind}`,
  ])
  const meant = sql`meant AS (SELECT a.*, d.published FROM actors a JOIN articles d ON d.id = a.article WHERE ${where})`
  const counted = await sql<{ total: number }>`
    WITH ${meant} SELECT count(DISTINCT key) AS total FROM meant`.execute(db)
  const entries = (...roles: string[]) =>
    sql`count(DISTINCT CASE WHEN s.role IN (${sql.join(roles)}) THEN s.article || s.entry END)`
  // Bare columns beside max() are those of the row that holds the maximum: the name used in the article that names it most.
  const { rows } = await sql<ActorRow & { most: number }>`
    WITH ${meant},
    page AS (SELECT key, ref, name, kind, country, code, max(mentions) AS most, count(DISTINCT article) AS articles,
      sum(mentions) AS mentions, min(published) AS first, max(published) AS last
      FROM meant GROUP BY key ORDER BY articles DESC, mentions DESC, key ${pageOf(filter)}),
    parts AS (SELECT m.key, ${entries('speaker')} AS statements, ${entries('actor', 'recipient')} AS events,
      ${entries('holder')} AS positions
      FROM page JOIN meant m ON m.key = page.key LEFT JOIN sides s ON s.article = m.article AND s.actor = m.id GROUP BY m.key)
    SELECT page.*, statements, events, positions FROM page JOIN parts ON parts.key = page.key
    ORDER BY page.articles DESC, page.mentions DESC, page.key`.execute(db)
  return { rows: rows.map(({ most: _, ...row }) => row), total: counted.rows[0]?.total ?? 0 }
}
