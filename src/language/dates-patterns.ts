// A text comes in; the stretches that read like time expressions go out, each with its kind and parts, the longest where several overlap.
import { dateWords } from './dates-words.ts'

export type DateKind =
  | 'iso' | 'numeric' | 'date' | 'days' | 'month' | 'year' | 'years' | 'before-christ' | 'decade' | 'century' | 'season' | 'quarter'
  | 'weekday' | 'day-word' | 'unit' | 'end-of-unit' | 'ago' | 'later' | 'in' | 'stretch' | 'neighbour' | 'vague' | 'time' // biome-ignore format: one row of kinds

export interface DateMatch {
  readonly start: number
  readonly end: number
  readonly kind: DateKind
  readonly parts: Readonly<Record<string, string | undefined>>
}

interface Pattern {
  readonly kind: DateKind
  readonly regex: RegExp
}

const any = (...lists: (readonly string[])[]): string =>
  lists
    .flat()
    .toSorted((a, b) => b.length - a.length)
    .join('|')

const S = '[ \\u00A0]'
const MONTH = `(?<month>(?:${any(dateWords.months)})(?!\\p{L})|(?:${any(dateWords.monthsShort)})\\.?(?!\\p{L}))`
const LONG_MONTH = `(?<month>${any(dateWords.months)})(?!\\p{L})`
const WEEKDAY_NAME = `(?:(?:${any(dateWords.weekdays)})|(?:${any(dateWords.weekdaysShort)})\\.?)`
const OPENING_WEEKDAY = `(?:${WEEKDAY_NAME},?${S})?`
const YEAR = '(?<year>1[0-9]\\d\\d|20\\d\\d)(?![\\d\\p{L}]|[.,]\\d)'
const DAY = '(?<day>3[01]|[12]\\d|0?[1-9])'
const LAST_DAY = '(?<last>3[01]|[12]\\d|0?[1-9])'
const ORDINAL_END = '(?:st|nd|rd|th)?'
const TO = `${S}?(?:-|–|—|to|through|until)${S}?`
const PART = `(?:(?<part>early|late|mid|earlier in|later in|the (?:very )?(?:beginning|start|middle|end|eve|close|turn) of|the (?:first|second|last|latter) (?:half|part|days|weeks|months) of)[ -](?:the${S})?)?`
const NUMBER = `(?:\\d{1,3}|${any(dateWords.numbers)}|(?:${any(dateWords.tens)})(?:[- ](?:${any(dateWords.numbers.slice(0, 9))}))?)`
const SOME =
  'several|a few|few|many|some|a number of|countless|more than a|over a|a couple of|a couple|just|only'
const ABOUT =
  '(?:(?:about|around|nearly|almost|more than|less than|over|just|only|some|at least|exactly|roughly|barely)[ ])?'
const UNITS = `(?<unit>${any(dateWords.units)})`
const OTHER_YEAR = '(?<other>(?:of )?(?:last|this|next|that|the same|the previous|the following|the) year)'

const sources: readonly (readonly [DateKind, string])[] = [
  ['iso', '(?<![\\d-])(?<year>\\d{4})-(?<number>\\d\\d)-(?<day>\\d\\d)(?![\\d-])'],
  ['numeric', '(?<![\\d/.])(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<year>\\d{4})(?![\\d/])'],
  [
    'days',
    `${OPENING_WEEKDAY}${MONTH}${S}${DAY}${ORDINAL_END}${TO}${LAST_DAY}${ORDINAL_END}(?:,?${S}${YEAR}|(?![\\d\\p{L}:]))`,
  ],
  [
    'days',
    `(?<![\\d.,])(?:the )?${DAY}${ORDINAL_END}(?:${TO}|${S}and${S})${LAST_DAY}${ORDINAL_END}(?: of)?${S}${MONTH}(?:,?${S}${YEAR})?`,
  ],
  [
    'date',
    `${OPENING_WEEKDAY}(?:the )?(?<![\\d.,:$€£])${DAY}${ORDINAL_END}(?: of)?[ \\u00A0-]${MONTH}(?:,?(?: of)?[ \\u00A0-]${YEAR}|,?${S}${OTHER_YEAR})?`,
  ],
  [
    'date',
    `${OPENING_WEEKDAY}${MONTH}${S}(?:the )?${DAY}${ORDINAL_END}(?:,?${S}${YEAR}|,?${S}${OTHER_YEAR}|(?![\\d\\p{L}:%])(?![.,-]\\d))`,
  ],
  ['month', `${PART}${MONTH},?${S}(?:of )?${YEAR}`],
  [
    'month',
    `${PART}(?:(?<rel>last|next|this|that|the previous|the following|the same|the coming)${S})?${LONG_MONTH}(?:${S}${OTHER_YEAR})?`,
  ],
  [
    'years',
    '(?<![\\d.,$€£/-])(?<year>1[0-9]\\d\\d|20\\d\\d)[-–/](?<last>\\d\\d(?:\\d\\d)?)(?![\\d\\p{L}/-]|[.,]\\d)',
  ],
  ['year', `${PART}(?<![\\d.,$€£/]|\\d[-–])(?:the year )?${YEAR}(?![-–/]\\d)`],
  ['before-christ', '(?<![\\d.,])\\d{1,4}[ ](?:BCE?|B\\.C\\.(?:E\\.)?)(?!\\p{L})'],
  [
    'decade',
    `(?:the )?(?:(?<part>early|mid|late|early to mid|mid to late)[ -])?(?<decade>1[0-9]\\d0|20\\d0|['’]\\d0)s(?!\\p{L})`,
  ],
  [
    'century',
    `(?:the )?(?:(?<part>early|mid|late)[ -])?(?<ordinal>\\d{1,2}(?:st|nd|rd|th)|${any(dateWords.ordinals)})[- ]century(?!\\p{L})`,
  ],
  [
    'season',
    `${PART}(?:(?<rel>last|next|this|that|the previous|the following|the coming)${S})?(?:the )?(?<season>${any(dateWords.seasons)})(?:,?${S}(?:of )?${YEAR}|${S}${OTHER_YEAR})?(?!\\p{L})`,
  ],
  [
    'quarter',
    `(?:the )?(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)${S}(?<unit>quarter|half)(?:${S}of${S}(?:${YEAR}|${OTHER_YEAR.replace('(?:of )?', '')})|(?!${S}of)(?!\\p{L}))`,
  ],
  ['quarter', `(?:Q(?<ordinal>[1-4])|H(?<half>[12]))(?:${S}(?:of )?${YEAR})?(?![\\p{L}\\d])`],
  [
    'weekday',
    `(?:(?<rel>last|next|this|this coming|this past|the previous|the following|that|coming|past|the same)${S})?(?<weekday>${any(dateWords.weekdays)})(?!\\p{L})(?:['’]s(?=${S}(?:morning|evening|night)))?(?:,?${S}(?:early |late )?(?:morning|afternoon|evening|night))?(?:${S}(?:of )?(?<week>last|next|this) week|${S}(?<week2>last))?(?!\\p{L})`,
  ],
  [
    'day-word',
    `(?:(?:earlier|later|late|early)${S})?(?<word>the day before yesterday|the day after tomorrow|today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening)|earlier in the day|later in the day|overnight)(?:${S}(?:morning|afternoon|evening|night))?(?!\\p{L})`,
  ],
  [
    'unit',
    `(?:(?<edge>earlier|later|early|late|the end of|the beginning of|the start of|the middle of)${S})?(?<rel>last|next|this|the past|the previous|the coming|the following|the current|that|the same|this coming|this past|the last|the next)${S}(?<unit>week|weekend|month|year|quarter|decade|century|fortnight)(?!\\p{L}|['’]s${S}(?:old|eve))`,
  ],
  ['unit', `(?<edge>earlier|later)${S}(?<rel>in the)${S}(?<unit>week|month|year|decade)(?!\\p{L})`],
  ['unit', `(?<rel>over the|at the|on the)${S}(?<unit>weekend)(?!\\p{L})`],
  [
    'end-of-unit',
    `(?:the )?(?:end of the|year['’]?s?-?|month['’]?s?-)${S}?(?<unit>week|month|year|decade|century|end)(?!\\p{L})`,
  ],
  [
    'ago',
    `${ABOUT}(?:(?<number>${NUMBER}|an?)|(?<some>${SOME}))${S}(?<half>and a half )?${UNITS}s?(?:${S}and a half)?${S}ago(?!\\p{L})`,
  ],
  ['ago', `(?<some>(?:minutes|hours|days|weeks|months|years|decades|centuries))${S}ago(?!\\p{L})`],
  [
    'later',
    `${ABOUT}(?:(?<number>${NUMBER}|an?)|(?<some>${SOME}))${S}${UNITS}s?${S}(?<direction>earlier|later|afterwards?)(?!\\p{L})`,
  ],
  [
    'later',
    `(?<some>(?:minutes|hours|days|weeks|months|years|decades|centuries))${S}(?<direction>earlier|later|afterwards?)(?!\\p{L})`,
  ],
  [
    'in',
    `(?:in|within)${S}${ABOUT}(?:(?<number>${NUMBER}|an?)|(?<some>${SOME}))${S}${UNITS}s?(?:['’]s?${S}time)?(?!\\p{L})`,
  ],
  [
    'stretch',
    `(?:the )?(?<rel>last|past|previous|next|coming|following)${S}(?:(?<number>${NUMBER})|(?<some>few|several|couple of|many))${S}${UNITS}s?(?!\\p{L})`,
  ],
  [
    'neighbour',
    `(?:the )?(?<rel>following|next|previous|same)${S}(?<unit>day|morning|afternoon|evening|night)(?!\\p{L})`,
  ],
  [
    'neighbour',
    `(?<rel>that)${S}(?:same )?(?<unit>day|morning|afternoon|evening|night|week|month|year)(?!\\p{L})`,
  ],
  ['neighbour', `(?:the|a)${S}(?<unit>day|week|month|year)${S}(?<rel>before|after)(?=[.,;:]|$)`],
  ['vague', `(?:${dateWords.vague.join('|')})(?!\\p{L})`],
  [
    'time',
    `(?:\\d{1,2}(?:[:.]\\d\\d)?${S}?(?:a\\.?m\\.?|p\\.?m\\.?)(?!\\p{L})|(?<![\\d:])(?:[01]?\\d|2[0-3]):[0-5]\\d(?![\\d:])|(?<![\\p{L}-])(?:noon|midnight)(?!\\p{L}))(?:${S}\\(?(?:GMT|UTC|local time|[CEMPW]E?[SD]T|IST|JST|KST)\\)?(?!\\p{L}))?(?:${S}\\(\\d{4} GMT\\))?`,
  ],
]

const patterns: readonly Pattern[] = sources.map(([kind, source]) => ({
  kind,
  regex: new RegExp(`(?<![\\p{L}\\d])${source}`, 'giu'),
}))

/** Candidates in text order; whether they are dates is decided with the words around them. */
export function matchDates(content: string): DateMatch[] {
  const found: DateMatch[] = []
  for (const { kind, regex } of patterns) {
    for (const match of content.matchAll(regex)) {
      const words = match[0].trimEnd()
      found.push({ start: match.index, end: match.index + words.length, kind, parts: match.groups ?? {} })
    }
  }
  return found
}

/** The longest of overlapping candidates, in text order; of two as long, the one whose pattern stands first. */
export function longest<T extends DateMatch>(candidates: readonly T[]): T[] {
  const groups: T[][] = []
  let reach = -1
  for (const match of candidates.toSorted((a, b) => a.start - b.start)) {
    if (match.start >= reach) groups.push([])
    groups.at(-1)?.push(match)
    reach = Math.max(reach, match.end)
  }
  return groups.flatMap(longestOfGroup)
}

/** Candidates that overlap one another in a chain. */
function longestOfGroup<T extends DateMatch>(candidates: readonly T[]): T[] {
  const bySize = candidates
    .map((match, order) => ({ match, order }))
    .sort((a, b) => b.match.end - b.match.start - (a.match.end - a.match.start) || a.order - b.order)
  const kept: T[] = []
  for (const { match } of bySize)
    if (!kept.some(k => k.start < match.end && match.start < k.end)) kept.push(match)
  return kept.sort((a, b) => a.start - b.start)
}
