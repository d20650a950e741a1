// Texts with hand-made TIMEX2 expressions come in; how many of them are found, and how many of those with the right dates, goes out.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { DateExpression } from '../language/document.ts'

/** Finds the time expressions of one text; `published` is an ISO date. */
export type FindDates = (content: string, published: string | null) => Promise<readonly DateExpression[]>

export interface DateScores {
  readonly gold: number
  readonly found: number
  /** F1 of expressions that share at least one character, matched one to one. */
  readonly overlapF1: number
  readonly exactF1: number
  /** Share of right intervals among overlapping pairs whose gold value is a calendar date. */
  readonly valueAccuracy: number
  readonly valued: number
  readonly wrong: readonly string[]
}

interface GoldText {
  readonly text: string
  readonly dct: string
  readonly timex2: readonly {
    readonly start: number
    readonly end: number
    readonly text: string
    readonly val?: string
    readonly mod?: string
  }[]
}

/** Scores on `time/wikiwars/train.jsonl.gz` below the gold folder; null where it is missing. */
export async function measureDates(gold: string, find: FindDates): Promise<DateScores | null> {
  const file = join(gold, 'time', 'wikiwars', 'train.jsonl.gz')
  if (!existsSync(file)) return null
  const texts = gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as GoldText)
  let [goldCount, found, overlap, exact, right, valued] = [0, 0, 0, 0, 0, 0]
  const wrong: string[] = []
  for (const { text, dct, timex2 } of texts) {
    const dates = await find(text, dct.slice(0, 10))
    goldCount += timex2.length
    found += dates.length
    const free = new Set(dates)
    for (const want of timex2) {
      const got = dates.find(d => free.has(d) && d.start < want.end && want.start < d.end)
      if (got === undefined) continue
      free.delete(got)
      overlap++
      if (got.start === want.start && got.end === want.end) exact++
      const interval = intervalOf(want.val ?? '')
      if (interval === null) continue
      valued++
      // After "until" and "since" one side is open or the day of publication.
      if (
        got.from === interval[0]
          ? got.to === interval[1] || got.to === dct.slice(0, 10)
          : got.from === null && got.to === interval[1]
      )
        right++
      else wrong.push(`${want.text} = ${want.val}: ${text.slice(got.start, got.end)} ${got.from}..${got.to}`)
    }
  }
  const f1 = (hits: number): number => (2 * hits) / (goldCount + found)
  return {
    gold: goldCount,
    found,
    overlapF1: f1(overlap),
    exactF1: f1(exact),
    valueAccuracy: right / valued,
    valued,
    wrong,
  }
}

/** The first and last day of an ISO value such as "1939-09-01", "1944-05", "1916", "196", "1920-SP"; null for others. */
function intervalOf(value: string): readonly [string, string] | null {
  const day = /^(\d{4}-\d\d-\d\d)(?:T.*)?$/.exec(value)
  if (day !== null) return [day[1], day[1]]
  const month = /^(\d{4})-(\d\d)$/.exec(value)
  if (month !== null)
    return [
      `${value}-01`,
      new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).toISOString().slice(0, 10),
    ]
  if (/^\d{4}$/.test(value)) return [`${value}-01-01`, `${value}-12-31`]
  if (/^\d{3}$/.test(value)) return [`${value}0-01-01`, `${value}9-12-31`]
  return null
}
