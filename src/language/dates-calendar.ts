// Days, weeks, months and years as ISO dates: calendar questions come in, intervals go out. Everything is UTC, so no time zone moves a day.
import type { Grain } from './document.ts'

/** Inclusive; null where a side is open or unknown. */
export interface Interval {
  readonly from: string | null
  readonly to: string | null
  readonly grain: Grain | null
}

export const UNKNOWN: Interval = { from: null, to: null, grain: null }
const DAY_MS = 86_400_000
const DAYS_A_WEEK = 7

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
export const yearOf = (day: string): number => Number(day.slice(0, 4))
export const monthOf = (day: string): number => Number(day.slice(5, 7))
export const addDays = (day: string, n: number): string => iso(Date.parse(day) + n * DAY_MS)
export const daysBetween = (a: string, b: string): number =>
  Math.round((Date.parse(b) - Date.parse(a)) / DAY_MS)

/** 0 is Monday. */
export const weekdayOf = (day: string): number => (new Date(day).getUTCDay() + 6) % DAYS_A_WEEK

/** Null for a day no calendar has. */
export function makeDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  const valid =
    year > 0 && year <= 9999 && month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return valid ? iso(date.getTime()) : null
}

export const dayInterval = (day: string | null): Interval =>
  day === null ? UNKNOWN : { from: day, to: day, grain: 'day' }

export const yearInterval = (year: number, years = 1, grain: Grain = 'year'): Interval =>
  year < 1 || year > 9999
    ? { ...UNKNOWN, grain }
    : { from: makeDay(year, 1, 1), to: makeDay(year + years - 1, 12, 31), grain }

/** `month` may lie outside 1 to 12 and then counts into other years. */
export function monthInterval(year: number, month: number, months = 1, grain: Grain = 'month'): Interval {
  const first = new Date(Date.UTC(2000, 0, 1))
  first.setUTCFullYear(year, month - 1, 1)
  const next = new Date(Date.UTC(2000, 0, 1))
  next.setUTCFullYear(year, month - 1 + months, 0)
  return { from: iso(first.getTime()), to: iso(next.getTime()), grain }
}

/** The week from Monday to Sunday that a day lies in, moved by whole weeks. */
export function weekInterval(day: string, weeks = 0): Interval {
  const monday = addDays(day, weeks * DAYS_A_WEEK - weekdayOf(day))
  return { from: monday, to: addDays(monday, DAYS_A_WEEK - 1), grain: 'week' }
}

export function weekendInterval(day: string, weeks = 0): Interval {
  const monday = addDays(day, weeks * DAYS_A_WEEK - weekdayOf(day))
  return { from: addDays(monday, 5), to: addDays(monday, 6), grain: 'week' }
}

/** Spring is March to May; winter belongs to the year it begins in. */
export function seasonInterval(year: number, season: string): Interval {
  const start = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[season] ?? 3
  return monthInterval(year, start, 3, 'season')
}

/** The unit that lies `n` units from a day: the day itself, or the week, month or year around that place. */
export function unitAt(day: string, n: number, unit: string): Interval {
  const [year, month] = [yearOf(day), monthOf(day)]
  if (unit === 'day') return dayInterval(addDays(day, n))
  if (unit === 'week') return weekInterval(day, n)
  if (unit === 'fortnight') return weekInterval(day, 2 * n)
  if (unit === 'month') return monthInterval(year, month + n)
  if (unit === 'year') return yearInterval(year + n)
  if (unit === 'quarter') return monthInterval(year, (Math.ceil(month / 3) - 1 + n) * 3 + 1, 3, 'quarter')
  if (unit === 'decade') return yearInterval(Math.floor(year / 10) * 10 + n * 10, 10, 'decade')
  if (unit === 'century')
    return yearInterval(Math.floor((year - 1) / 100) * 100 + 1 + n * 100, 100, 'century')
  if (unit === 'weekend') return weekendInterval(day, n)
  return UNKNOWN
}

/** From a day on for `n` units (backwards where `n` is negative), the day included. */
export function stretchFrom(day: string, n: number, unit: string): Interval {
  const days = { day: 1, week: 7, fortnight: 14 }[unit]
  const other =
    days === undefined
      ? moveMonths(day, n * ({ month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit] ?? 0))
      : addDays(day, n * days)
  const grain = unit === 'fortnight' ? 'week' : (unit as Grain)
  return n < 0 ? { from: other, to: day, grain } : { from: day, to: other, grain }
}

function moveMonths(day: string, months: number): string {
  const { from, to } = monthInterval(yearOf(day), monthOf(day) + months)
  const moved = addDays(from ?? day, Number(day.slice(8)) - 1)
  return to !== null && moved > to ? to : moved
}
