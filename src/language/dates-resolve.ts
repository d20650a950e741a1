// A time expression, the day of publication and what was dated before it come in; its calendar interval goes out, unknown where the words leave it open.
import { lastYear } from './dates-accept.ts'
import {
  addDays, dayInterval, type Interval, makeDay, monthInterval, seasonInterval, stretchFrom, UNKNOWN, unitAt, weekdayOf,
  weekendInterval, weekInterval, yearInterval, yearOf,
} from './dates-calendar.ts' // biome-ignore format: names in rows
import type { DateKind, DateMatch } from './dates-patterns.ts'
import type { Direction } from './dates-tense.ts'
import { monthNumber, numberOf, ordinalOf, weekdayNumber } from './dates-words.ts'

export interface DateContext {
  readonly published: string | null
  /** The last dated expression nearby. */
  readonly anchor: Interval | null
  /** The year the text is telling about, where it lies well before publication. */
  readonly toldYear: number | null
  readonly direction: () => Direction
}

type Resolve = (match: DateMatch, context: DateContext) => Interval

const resolvers: Readonly<Record<DateKind, Resolve>> = {
  iso: ({ parts }) => dayInterval(makeDay(Number(parts.year), Number(parts.number), Number(parts.day))),
  numeric: resolveNumeric,
  date: ({ parts }, context) => resolveDay(parts, Number(parts.day), context),
  days: resolveDays,
  month: resolveMonth,
  year: ({ parts }) => yearInterval(Number(parts.year)),
  years: ({ parts }) =>
    yearInterval(Number(parts.year), lastYear(Number(parts.year), parts.last ?? '') - Number(parts.year) + 1),
  'before-christ': () => ({ ...UNKNOWN, grain: 'year' }),
  decade: ({ parts }) => yearInterval(decadeStart(parts.decade ?? ''), 10, 'decade'),
  century: ({ parts }) => yearInterval((ordinalOf(parts.ordinal ?? '') - 1) * 100 + 1, 100, 'century'),
  season: resolveSeason,
  quarter: resolveQuarter,
  weekday: resolveWeekday,
  'day-word': resolveDayWord,
  unit: resolveUnit,
  'end-of-unit': resolveEndOfUnit,
  ago: resolveAgo,
  later: resolveLater,
  in: ({ parts }, { published }) => {
    const n = parts.number === undefined ? null : numberOf(parts.number)
    return published === null || n === null ? UNKNOWN : unitAt(published, n, parts.unit ?? '')
  },
  stretch: resolveStretch,
  neighbour: resolveNeighbour,
  vague: () => UNKNOWN,
  time: () => ({ ...UNKNOWN, grain: 'time' }),
}

/** Never guesses: without the day of publication what is relative to it stays unknown. */
export const resolveDate: Resolve = (match, context) => resolvers[match.kind](match, context)

function resolveNumeric({ parts }: DateMatch): Interval {
  const [a, b, year] = [Number(parts.a), Number(parts.b), Number(parts.year)]
  // 3/4/2020 is March in America and April elsewhere.
  if (a > 12 || a === b) return dayInterval(makeDay(year, b, a))
  return b > 12 ? dayInterval(makeDay(year, a, b)) : { ...UNKNOWN, grain: 'day' }
}

function resolveDay(parts: DateMatch['parts'], day: number, context: DateContext): Interval {
  const month = monthNumber(parts.month ?? '')
  if (parts.year !== undefined) return dayInterval(makeDay(Number(parts.year), month, day))
  // "March 20 last year"
  if (parts.other !== undefined) {
    const year = otherYear(parts.other, context)
    return year === null ? { ...UNKNOWN, grain: 'day' } : dayInterval(makeDay(year, month, day))
  }
  return yearless(year => dayInterval(makeDay(year, month, day)), context)
}

function resolveDays({ parts }: DateMatch, context: DateContext): Interval {
  const [first, last] = [parts.day, parts.last].map(day => resolveDay(parts, Number(day), context))
  return first.from !== null && last.to !== null && first.from <= last.to
    ? { from: first.from, to: last.to, grain: 'day' }
    : UNKNOWN
}

/** The year a date without one lies in: the one told about, else the nearest that fits the tense. */
function yearless(
  make: (year: number) => Interval,
  { published, toldYear, direction }: DateContext,
): Interval {
  if (toldYear !== null && (published === null || direction() !== 'future')) return make(toldYear)
  const grain = make(2000).grain
  if (published === null) return { ...UNKNOWN, grain }
  const year = yearOf(published)
  const candidates = [year - 1, year, year + 1].map(make).filter(c => c.from !== null && c.to !== null)
  const past = candidates.filter(c => (c.from ?? '') <= published).at(-1) ?? { ...UNKNOWN, grain }
  const future = candidates.find(c => (c.to ?? '') >= published) ?? { ...UNKNOWN, grain }
  if (direction() === 'past') return past
  if (direction() === 'future') return future
  return distance(past, published) <= distance(future, published) ? past : future
}

function distance({ from, to }: Interval, day: string): number {
  if (from === null || to === null) return Number.POSITIVE_INFINITY
  if (from <= day && day <= to) return 0
  return Math.min(Math.abs(Date.parse(from) - Date.parse(day)), Math.abs(Date.parse(to) - Date.parse(day)))
}

/** The year that "of that year" or "last year" names, or null. */
function otherYear(words: string, { published, anchor }: DateContext): number | null {
  const plain = words.toLowerCase().replace(/^of /, '')
  const base = /that|same|previous|following/.test(plain) ? (anchor?.from ?? null) : published
  if (base === null) return null
  return yearOf(base) + (/last|previous/.test(plain) ? -1 : /next|following/.test(plain) ? 1 : 0)
}

function resolveMonth({ parts }: DateMatch, context: DateContext): Interval {
  const month = monthNumber(parts.month ?? '')
  const unknown: Interval = { ...UNKNOWN, grain: 'month' }
  if (parts.year !== undefined) return monthInterval(Number(parts.year), month)
  if (parts.other !== undefined) {
    const year = otherYear(parts.other, context)
    return year === null ? unknown : monthInterval(year, month)
  }
  if (parts.rel !== undefined)
    return relative(parts.rel, year => monthInterval(year, month), context) ?? unknown
  return yearless(year => monthInterval(year, month), context)
}

/** "last March", "that November", "the following May": the occurrence that stands so to its anchor. */
function relative(
  rel: string,
  make: (year: number) => Interval,
  { published, anchor }: DateContext,
): Interval | null {
  const word = rel.toLowerCase().replace(/^the /, '')
  const base = /that|same|previous|following/.test(word) ? (anchor?.from ?? null) : published
  if (base === null) return null
  const year = yearOf(base)
  if (/this|that|same/.test(word)) return make(year)
  const candidates = [year - 1, year, year + 1].map(make)
  if (/last|previous|past/.test(word)) return candidates.filter(c => (c.to ?? '') < base).at(-1) ?? null
  return candidates.find(c => (c.from ?? '') > base) ?? null
}

function decadeStart(words: string): number {
  if (!/^['’]/.test(words)) return Number(words)
  const short = Number(words.slice(1))
  // "the '20s" are as often the 1920s as the 2020s; from the thirties on only the last century is meant.
  return short >= 30 ? 1900 + short : Number.NaN
}

function resolveSeason({ parts }: DateMatch, context: DateContext): Interval {
  const season = (parts.season ?? '').toLowerCase()
  const make = (year: number): Interval => seasonInterval(year, season)
  const unknown: Interval = { ...UNKNOWN, grain: 'season' }
  if (parts.year !== undefined) return make(Number(parts.year))
  if (parts.other !== undefined) {
    const year = otherYear(parts.other, context)
    return year === null ? unknown : make(year)
  }
  if (parts.rel !== undefined) return relative(parts.rel, make, context) ?? unknown
  return context.direction() === 'open' ? unknown : yearless(make, context)
}

function resolveQuarter({ parts }: DateMatch, context: DateContext): Interval {
  const half = parts.half !== undefined || parts.unit === 'half'
  const n = ordinalOf(parts.half ?? parts.ordinal ?? '')
  const make = (year: number): Interval =>
    monthInterval(year, half ? n * 6 - 5 : n * 3 - 2, half ? 6 : 3, 'quarter')
  if (parts.year !== undefined) return make(Number(parts.year))
  if (parts.other === undefined) return yearless(make, context)
  const year = otherYear(parts.other, context)
  return year === null ? { ...UNKNOWN, grain: 'quarter' } : make(year)
}

function resolveWeekday({ parts }: DateMatch, { published, anchor, direction }: DateContext): Interval {
  const unknown: Interval = { ...UNKNOWN, grain: 'day' }
  const wanted = weekdayNumber(parts.weekday ?? '')
  const rel = (parts.rel ?? '').toLowerCase().replace(/^the /, '')
  const base = /^(?:following|previous|that|same)$/.test(rel) ? (anchor?.from ?? null) : published
  if (base === null) return unknown
  const ahead = (wanted - weekdayOf(base) + 7) % 7
  const week = (parts.week ?? parts.week2)?.toLowerCase()
  if (week !== undefined)
    return dayInterval(addDays(weekInterval(base, { last: -1, next: 1 }[week] ?? 0).from ?? base, wanted))
  if (rel === 'this') return dayInterval(addDays(weekInterval(base).from ?? base, wanted))
  if (rel === 'next') return dayInterval(addDays(weekInterval(base, 1).from ?? base, wanted))
  if (/last|past|previous/.test(rel)) return dayInterval(addDays(base, ahead - 7))
  if (/coming|following/.test(rel)) return dayInterval(addDays(base, ahead === 0 ? 7 : ahead))
  if (rel !== '') return anchor?.from === anchor?.to && ahead === 0 ? dayInterval(base) : unknown
  if (direction() === 'open') return unknown
  return dayInterval(addDays(base, direction() !== 'past' || ahead === 0 ? ahead : ahead - 7))
}

function resolveDayWord({ parts }: DateMatch, { published }: DateContext): Interval {
  const word = (parts.word ?? '').toLowerCase()
  if (published === null || /overnight|in the day/.test(word)) return UNKNOWN
  const shifts: readonly (readonly [RegExp, number])[] = [
    [/before yesterday/, -2],
    [/yesterday|last night/, -1],
    [/after tomorrow/, 2],
    [/tomorrow/, 1],
  ]
  return dayInterval(addDays(published, shifts.find(([form]) => form.test(word))?.[1] ?? 0))
}

function resolveUnit({ parts }: DateMatch, { published, anchor, direction }: DateContext): Interval {
  const unit = (parts.unit ?? '').toLowerCase()
  const rel = (parts.rel ?? '').toLowerCase()
  if (/^(?:that|the same|the following|the previous|the next)$/.test(rel)) {
    if (anchor?.from == null) return UNKNOWN
    return unitAt(anchor.from, rel === 'the previous' ? -1 : /following|next/.test(rel) ? 1 : 0, unit)
  }
  if (published === null) return UNKNOWN
  if (/^(?:over|at|on) the$/.test(rel)) return weekendNear(published, direction())
  if (/^(?:the|this) past$|^the last$/.test(rel)) return stretchFrom(published, -1, unit)
  if (/coming/.test(rel))
    return unit === 'weekend' ? weekendInterval(published) : stretchFrom(published, 1, unit)
  const interval = unitAt(published, rel === 'last' ? -1 : rel === 'next' ? 1 : 0, unit)
  if (rel === 'last' || rel === 'next' || interval.from === null) return interval
  if (parts.edge?.toLowerCase() === 'earlier') return { ...interval, to: published }
  return parts.edge?.toLowerCase() === 'later' ? { ...interval, from: published } : interval
}

function weekendNear(published: string, direction: Direction): Interval {
  const SATURDAY = 5
  return weekendInterval(
    published,
    direction === 'future' || direction === 'ahead' || weekdayOf(published) >= SATURDAY ? 0 : -1,
  )
}

/** "By the end of the year": the year told about, else that of publication. */
function resolveEndOfUnit({ parts }: DateMatch, { published, anchor, toldYear }: DateContext): Interval {
  const base = toldYear === null ? published : (anchor?.from ?? null)
  return base === null ? UNKNOWN : unitAt(base, 0, parts.unit === 'end' ? 'year' : (parts.unit ?? ''))
}

function resolveAgo({ parts }: DateMatch, { published }: DateContext): Interval {
  const n = parts.number === undefined || parts.half !== undefined ? null : numberOf(parts.number)
  return published === null || n === null ? UNKNOWN : unitAt(published, -n, parts.unit ?? '')
}

function resolveLater({ parts }: DateMatch, { anchor }: DateContext): Interval {
  const n = parts.number === undefined ? null : numberOf(parts.number)
  if (anchor?.from == null || n === null) return UNKNOWN
  // Days and weeks can only be counted from a day.
  if (/day|week|fortnight/.test(parts.unit ?? '') && anchor.from !== anchor.to) return UNKNOWN
  return unitAt(anchor.from, parts.direction?.toLowerCase() === 'earlier' ? -n : n, parts.unit ?? '')
}

function resolveStretch({ parts }: DateMatch, { published }: DateContext): Interval {
  const n = parts.number === undefined ? null : numberOf(parts.number)
  const rel = (parts.rel ?? '').toLowerCase()
  if (published === null || n === null || /previous|following|hour|minute/.test(`${rel} ${parts.unit}`))
    return UNKNOWN
  return stretchFrom(published, /last|past/.test(rel) ? -n : n, parts.unit ?? '')
}

function resolveNeighbour({ parts }: DateMatch, { anchor }: DateContext): Interval {
  if (anchor?.from == null) return UNKNOWN
  const rel = (parts.rel ?? '').toLowerCase()
  const unit = /morning|afternoon|evening|night/.test(parts.unit ?? '')
    ? 'day'
    : (parts.unit ?? '').toLowerCase()
  if (unit === 'day' && anchor.from !== anchor.to) return UNKNOWN
  return unitAt(
    anchor.from,
    /following|next|after/.test(rel) ? 1 : /previous|before/.test(rel) ? -1 : 0,
    unit,
  )
}

/** Whether an expression names its year, so that the dates after it may lie in it. */
export const namesYear = ({ kind, parts }: DateMatch): boolean => kind === 'iso' || parts.year !== undefined
