// A position of a stored article in, the one that its holder held toward the same side on the same issue before, where it has softened or hardened since, out.
// "demand, 3 March" becomes "acceptance, 9 April": the second row says that it has changed, and from what.
import { sql } from 'kysely'
import type { Stance } from '../record/entry.ts'
import type { PositionRecord } from '../record/record.ts'
import type { Database } from './database.ts'
import { fold } from './fold.ts'
import { recordOf } from './load-record.ts'
import { rowsOf } from './rows.ts'
import type { EarlierPosition, PositionRow } from './store.ts'

interface Candidate {
  readonly id: string
  readonly article: string
  readonly published: string
  readonly stance: Stance
  readonly issue: string
}

/** How firmly a stance stands against the other side. A demand and an objection are one line in other words. */
const FIRMNESS: { readonly [stance in Stance]: number } = {
  acceptance: 0,
  offer: 0,
  endorsement: 0,
  demand: 1,
  precondition: 1,
  objection: 1,
  refusal: 2,
  warning: 2,
}

/** Articles without a date stand in no order, and history told as such is no change. */
export async function findEarlier(db: Database, row: PositionRow): Promise<EarlierPosition | null> {
  const { published } = row.article
  if (!published || !row.current) return null
  const latest = (await earlierOf(db, row, published)).filter(c => isSameIssue(row, c))
  const day = latest.filter(c => c.published === latest[0].published)
  // Said again as before on that day: nothing has changed since.
  if (day.length === 0 || day.some(c => FIRMNESS[c.stance] === FIRMNESS[row.stance])) return null
  return openCandidate(db, day[0])
}

/** Current positions of earlier articles held by the same actor or for the same state, toward the same side where both name one, the latest first. */
async function earlierOf(db: Database, row: PositionRow, published: string): Promise<Candidate[]> {
  const refs = row.holders.flatMap(h => h.ref ?? [])
  const known = row.knownIssue
  const keys = row.toward.map(t => t.key)
  const countries = row.toward.flatMap(t => t.country ?? [])
  const { rows } = await sql<Candidate>`
    SELECT e.id AS id, e.article AS article, d.published AS published, e.stance AS stance, e.issue AS issue
    FROM entries e JOIN articles d ON d.id = e.article
    WHERE e.kind = 'position' AND e.current = 1 AND d.published < ${published}
      AND ${known === null ? sql`e.known_issue IS NULL` : sql`e.known_issue = ${known}`}
      AND (${row.for === null ? sql`0` : sql`e.for_country = ${row.for}`}
        OR ${
          refs.length === 0
            ? sql`0`
            : sql`EXISTS (SELECT 1 FROM sides s JOIN actors a ON a.article = s.article AND a.id = s.actor
                WHERE s.article = e.article AND s.entry = e.id AND s.role = 'holder' AND a.ref IN (${sql.join(refs)}))`
        })
      AND ${keys.length === 0 ? sql`1` : sql`(NOT EXISTS (${towardOf()}) OR EXISTS (${towardOf()} AND (a.key IN (${sql.join(keys)})${countries.length === 0 ? sql`` : sql` OR a.country IN (${sql.join(countries)})`})))`}
    ORDER BY d.published DESC, d.seq DESC, e.at`.execute(db)
  return rows
}

/** The sides that the position `e` faces. */
const towardOf = () => sql`SELECT 1 FROM sides s JOIN actors a ON a.article = s.article AND a.id = s.actor
  WHERE s.article = e.article AND s.entry = e.id AND s.role = 'toward'`

/** Where no known issue joins them, the words must be the same. */
const isSameIssue = (row: PositionRow, { issue }: Candidate): boolean =>
  row.knownIssue !== null || fold(issue) === fold(row.issue)

async function openCandidate(db: Database, { article, id }: Candidate): Promise<EarlierPosition | null> {
  const record = await recordOf(db, article)
  const entry = record?.positions.find((p: PositionRecord) => p.id === id)
  if (!record || !entry) return null
  const { stance, words, article: name } = rowsOf(record).position(entry)
  return { id, stance, words, article: name }
}
