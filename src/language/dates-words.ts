// data/dates/words.yaml comes in; the word lists and number words of time expressions go out.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const FILE = new URL('../../data/dates/words.yaml', import.meta.url)
const NAMES = [
  'months', 'monthsShort', 'weekdays', 'weekdaysShort', 'seasons', 'numbers', 'tens', 'ordinals', 'units', 'cues',
  'yearCues',
  'promises', 'measures', 'counted',
  'dayNames', 'sayings', 'plans', 'vague',
] as const // biome-ignore format: one row of names

export type DateWords = Readonly<Record<(typeof NAMES)[number], readonly string[]>>

export const dateWords: DateWords = readWords()

function readWords(): DateWords {
  const content = parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>
  const entries = NAMES.map(name => {
    const list = content[name]
    if (!Array.isArray(list) || list.some(word => typeof word === 'object'))
      throw new Error(`data/dates/words.yaml has no list of words ${name}.`)
    return [name, list.map(String)] as const
  })
  return Object.fromEntries(entries) as Record<(typeof NAMES)[number], string[]>
}

/** 1 for January and "Jan."; 0 for what is no month. */
export function monthNumber(name: string): number {
  const start = name.toLowerCase().slice(0, 3)
  return dateWords.months.findIndex(month => month.startsWith(start)) + 1
}

/** 0 for Monday; -1 for what is no weekday. */
export const weekdayNumber = (name: string): number =>
  dateWords.weekdays.findIndex(day => day.startsWith(name.toLowerCase().slice(0, 3)))

/** The number that "3", "three", "twenty-four", "a" or "a couple of" stands for; null for "several". */
export function numberOf(words: string): number | null {
  const plain = words.toLowerCase().trim()
  if (/^\d+$/.test(plain)) return Number(plain)
  if (/^(?:a|an|the)$/.test(plain)) return 1
  if (/^a couple(?: of)?$/.test(plain)) return 2
  const small = dateWords.numbers.indexOf(plain)
  if (small >= 0) return small + 1
  const [ten, unit] = plain.split(/[- ]/)
  const tens = dateWords.tens.indexOf(ten)
  if (tens < 0) return null
  return (tens + 2) * 10 + (unit === undefined ? 0 : dateWords.numbers.indexOf(unit) + 1)
}

/** 1 for "first" and "1st". */
export const ordinalOf = (words: string): number =>
  /^\d/.test(words)
    ? Number.parseInt(words, 10)
    : dateWords.ordinals.indexOf(words.toLowerCase().replace(' ', '-')) + 1
