// Words in, the articles that hold them out, each with the paragraphs where they stand.
import { sql } from 'kysely'
import type { Span } from '../text/span.ts'
import { allOf, articleConditions } from './conditions.ts'
import type { Database } from './database.ts'
import { pageOf } from './find-entries.ts'
import { recordOf } from './load-record.ts'
import { matchOf } from './match-words.ts'
import { articleName, paragraphAround } from './rows.ts'
import type { Filter, Page, SearchRow, Words } from './store.ts'

/** Paragraphs shown of one article. */
const EXCERPTS = 3
/** Marks set by highlight(); they occur in no cleaned text. */
const OPEN = '\u0001'
const CLOSE = '\u0002'

export async function searchTexts(db: Database, words: string, filter: Filter): Promise<Page<SearchRow>> {
  const match = matchOf(words)
  const where = allOf([
    sql`words MATCH ${match}`,
    ...(await articleConditions(db, { ...filter, search: undefined })),
  ])
  const from = sql`FROM words JOIN articles d ON d.seq = words.rowid WHERE ${where}`
  const counted = await sql<{ total: number }>`SELECT count(*) AS total ${from}`.execute(db)
  const { rows } = await sql<{ id: string; marked: string }>`
    SELECT d.id AS id, highlight(words, 0, ${OPEN}, ${CLOSE}) AS marked ${from}
    ORDER BY bm25(words), d.seq DESC ${pageOf(filter)}`.execute(db)
  const found: SearchRow[] = []
  for (const row of rows) {
    const record = await recordOf(db, row.id)
    if (!record) continue
    found.push({
      article: articleName(record),
      excerpts: excerpts(record.text.content, marks(row.marked)),
      statements: record.statements.length,
      events: record.events.length,
      positions: record.positions.length,
    })
  }
  return { rows: found, total: counted.rows[0]?.total ?? 0 }
}

/** Offsets of the marked words in the text without marks. */
function marks(marked: string): Span[] {
  const spans: Span[] = []
  let removed = 0
  let start = 0
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] === OPEN) start = i - removed++
    else if (marked[i] === CLOSE) spans.push({ start, end: i - removed++ })
  }
  return spans
}

/** The paragraphs with most of the words found, the earlier first where they are equal. */
function excerpts(content: string, found: readonly Span[]): (Words & { found: readonly Span[] })[] {
  const paragraphs = new Map<number, Words & { found: Span[] }>()
  for (const span of found) {
    const { start, end } = paragraphAround(content, span)
    const paragraph = paragraphs.get(start) ?? { start, end, words: content.slice(start, end), found: [] }
    paragraph.found.push(span)
    paragraphs.set(start, paragraph)
  }
  return [...paragraphs.values()].sort((a, b) => b.found.length - a.found.length).slice(0, EXCERPTS)
}
