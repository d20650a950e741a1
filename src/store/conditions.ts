// Filters in, SQL conditions out: which actors, articles and entries are meant.
import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'
import { fold } from './fold.ts'
import { matchOf } from './match-words.ts'
import type { Filter } from './store.ts'
import type { Role } from './tables.ts'

export type Condition = RawBuilder<unknown>

/** A text id or article id may be shortened to this many characters. */
const SHORTEST_ID = 6
const MAIN_ROLES: readonly Role[] = ['speaker', 'actor', 'recipient', 'holder', 'toward']
const COUNTRY_CODE = /^[A-Z]{3}$/

/** Joins conditions with AND; none at all is true. */
export const allOf = (conditions: readonly (Condition | null)[]): Condition => {
  const given = conditions.filter(c => c !== null)
  return given.length > 0 ? sql.join(given, sql` AND `) : sql`1`
}

/** `a` (a row of actors) is the actor meant: its ref, key, country, or its name or a part of it in whole words. */
export function actorMatches(wanted: string): Condition {
  const folded = fold(wanted)
  const country = COUNTRY_CODE.test(wanted) ? sql`OR a.country = ${wanted}` : sql``
  const named = folded
    ? sql`OR ' ' || a.folded || ' ' LIKE ${`% ${folded} %`}
        OR (a.article, a.id) IN (SELECT article, actor FROM names WHERE folded = ${folded})`
    : sql``
  return sql`(a.ref = ${wanted} OR a.key = ${wanted} ${country} ${named})`
}

/** Entries `e` in which such an actor has one of these parts (any, for null): looked up from the actor, who is in few of them. */
const takesPart = (actor: Condition, roles: readonly Role[] | null): Condition => sql`(e.article, e.id) IN (
  SELECT s.article, s.entry FROM actors a JOIN sides s ON s.article = a.article AND s.actor = a.id
  WHERE ${actor} ${roles ? sql`AND s.role IN (${sql.join(roles)})` : sql``})`

const equal = (column: string, value: string | undefined): Condition | null =>
  value === undefined ? null : sql`${sql.ref(column)} = ${value}`

const flag = (column: string, value: boolean | undefined): Condition | null =>
  value === undefined ? null : sql`${sql.ref(column)} = ${Number(value)}`

/** Conditions on `e` (entries) and `d` (articles). */
export async function entryConditions(db: Database, filter: Filter): Promise<Condition[]> {
  const conditions = [
    filter.actor === undefined ? null : takesPart(actorMatches(filter.actor), MAIN_ROLES),
    filter.with === undefined ? null : takesPart(actorMatches(filter.with), null),
    filter.country === undefined ? null : concernsCountry(filter.country.toUpperCase()),
    equal('e.type', filter.type?.toUpperCase()),
    equal('e.status', filter.status),
    equal('e.stance', filter.stance),
    equal('e.form', filter.form),
    equal('e.polarity', filter.polarity),
    equal('e.origin', filter.origin),
    flag('e.background', filter.background),
    flag('e.current', filter.current),
    filter.issue === undefined ? null : issueHolds(filter.issue),
    filter.from === undefined ? null : sql`coalesce(e.time_to, e.time_from, d.published) >= ${filter.from}`,
    filter.to === undefined ? null : sql`coalesce(e.time_from, e.time_to, d.published) <= ${filter.to}`,
  ]
  return [
    ...conditions,
    ...(await articleConditions(db, { ...filter, from: undefined, to: undefined })),
  ].filter(c => c !== null)
}

const concernsCountry = (country: string): Condition =>
  sql`(e.place_country = ${country} OR e.for_country = ${country} OR ${takesPart(sql`a.country = ${country}`, MAIN_ROLES)})`

const issueHolds = (issue: string): Condition => {
  const part = `%${issue.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(e.known_issue = ${issue} OR e.issue LIKE ${part} ESCAPE '\\')`
}

/** Conditions on `d` (articles) alone. */
export async function articleConditions(db: Database, filter: Filter): Promise<Condition[]> {
  const conditions = [
    filter.article === undefined ? null : equal('d.id', (await resolveArticle(db, filter.article)) ?? ''),
    equal('d.outlet', filter.outlet),
    filter.from === undefined ? null : sql`d.published >= ${filter.from}`,
    filter.to === undefined ? null : sql`d.published <= ${filter.to}`,
    filter.search === undefined
      ? null
      : sql`d.seq IN (SELECT rowid FROM words WHERE words MATCH ${matchOf(filter.search)})`,
  ]
  return conditions.filter(c => c !== null)
}

/**
 * The text id of the article that a person means: an id or its beginning, the URL, the source's name or the end of its path.
 * Null where there is none; throws where a beginning fits several.
 */
export async function resolveArticle(db: Database, name: string): Promise<string | null> {
  const exact = await db
    .selectFrom('articles')
    .select('id')
    .where(w =>
      w.or([w('id', '=', name), w('source_id', '=', name), w('url', '=', name), w('source', '=', name)]),
    )
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  if (exact) return exact.id
  const bare = name.replace(/[\\%_]/g, '\\$&')
  const ends = sql<boolean>`source LIKE ${`%/${bare}`} ESCAPE '\\'`
  const begins = sql<boolean>`(${name.length >= SHORTEST_ID} AND (id LIKE ${`${bare}%`} ESCAPE '\\' OR source_id LIKE ${`${bare}%`} ESCAPE '\\'))`
  const found = await db
    .selectFrom('articles')
    .select('id')
    .where(w => w.or([ends, begins]))
    .limit(2)
    .execute()
  if (found.length > 1) throw new Error(`"${name}" fits several articles: give more of the id.`)
  return found[0]?.id ?? null
}
