// A candidate and the words around it come in; whether it is a time expression goes out ("May" the modal, "2000 troops", "Resolution 1559" are none).
import type { DateMatch } from './dates-patterns.ts'
import type { Direction } from './dates-tense.ts'
import { dateWords } from './dates-words.ts'
import type { Token } from './document.ts'

export interface Surroundings {
  readonly content: string
  readonly tokens: readonly Token[]
  readonly first: number
  readonly end: number
  readonly direction: () => Direction
}

/** How far to look at the words before a number. */
const LOOK_BACK = 30
const cues = new Set(dateWords.cues)
const yearCues = new Set(dateWords.yearCues)
const measures = new Set(dateWords.measures)
/** Months that are also a verb or a modal: only these words before them make them a date. */
const SLIPPERY = /^(?:may|march)$/i
const GIVEN_NAMES = /^(?:may|april|june|august)$/i
const FIRM_CUES = new Set([
  'in',
  'since',
  'by',
  'until',
  'till',
  'last',
  'next',
  'this',
  'during',
  'early',
  'late',
  'mid',
  'throughout',
  'through',
  'before',
  'after',
])
const COUNTED = new RegExp(
  `(?:^|[^\\p{L}])(?:${dateWords.counted.map(words => words.replace('.', '\\.')).join('|')})\\s*$`,
  'iu',
)

export function isDate(match: DateMatch, around: Surroundings): boolean {
  const { month, weekday, year } = match.parts
  if ((month !== undefined && !isCapital(month)) || (weekday !== undefined && !isCapital(weekday)))
    return false
  if (match.kind === 'date' || match.kind === 'days') return year !== undefined || !isMeasured(around)
  if (match.kind === 'month') return acceptMonth(match, around)
  if (match.kind === 'year') return acceptYear(match, around)
  if (match.kind === 'years') return acceptYears(match, around)
  if (match.kind === 'season') return acceptSeason(match, around)
  if (match.kind === 'quarter') return acceptQuarter(match, around)
  if (match.kind === 'weekday') return acceptWeekday(match, around)
  if (match.kind === 'day-word') return !(isCapital(textOf(match, around)) && nameBefore(around))
  if (match.kind === 'in')
    return ['future', 'ahead'].includes(around.direction()) && nextWord(around) !== 'of'
  if (match.kind === 'vague') return acceptVague(match, around)
  return true
}

const isCapital = (words: string): boolean => /^\p{Lu}/u.test(words)
const textOf = (match: DateMatch, { content }: Surroundings): string => content.slice(match.start, match.end)
const previousWord = ({ tokens, first }: Surroundings): string => tokens[first - 1]?.form.toLowerCase() ?? ''
const nextWord = ({ tokens, end }: Surroundings): string => tokens[end]?.form.toLowerCase() ?? ''

/** "5 March kilometres", "on page 12 June people". */
const isMeasured = (around: Surroundings): boolean => measures.has(nextWord(around))

function nameBefore({ tokens, first }: Surroundings): boolean {
  const before = tokens[first - 1]
  return (
    before !== undefined &&
    before.sentence === tokens[first].sentence &&
    before.upos === 'PROPN' &&
    isCapital(before.form)
  )
}

function acceptMonth({ parts }: DateMatch, around: Surroundings): boolean {
  const { month = '', year, rel, other, part } = parts
  if (year !== undefined) return true
  const { tokens, first, end } = around
  const name =
    tokens[end - 1].form === month
      ? tokens[end - 1]
      : (tokens.slice(first, end).find(t => t.form === month) ?? tokens[first])
  const next = tokens[end]
  if (next !== undefined && isGivenName(name, next)) return false
  if (part !== undefined || other !== undefined) return true
  const slippery = SLIPPERY.test(month)
  if (rel !== undefined) return !slippery || name.upos === 'PROPN'
  if (slippery) return FIRM_CUES.has(previousWord(around)) && name.upos !== 'AUX' && name.upos !== 'VERB'
  if (cues.has(previousWord(around))) return true
  return tokens[first - 1]?.upos === 'DET' && (next?.upos === 'NOUN' || next?.upos === 'ADJ')
}

/** "April Glaspie", "Theresa May". */
const isGivenName = (month: Token, next: Token): boolean =>
  next.upos === 'PROPN' &&
  ((next.deprel.startsWith('flat') && next.head === month.index) ||
    (GIVEN_NAMES.test(month.form) && month.deprel === 'nsubj'))

function acceptYear(match: DateMatch, around: Surroundings): boolean {
  const { content, tokens, end } = around
  const before = content.slice(Math.max(0, match.start - LOOK_BACK), match.start)
  if (COUNTED.test(before)) return false
  const next = tokens[end]
  const after = content.slice(match.end, match.end + 3)
  if (measures.has(nextWord(around)) || /^[%°$€£]|^ ?-?(?:MW|km|mm)/.test(after)) return false
  if (match.parts.part !== undefined || /^the year/i.test(textOf(match, around))) return true
  const bracketed = /\($/.test(before) && /^[);,]/.test(after)
  if (bracketed || /^['’]s/.test(after)) return true
  const plural = next?.upos === 'NOUN' && next.feats.Number === 'Plur' && /^[ \u00A0]\p{L}/u.test(after)
  const previous = previousWord(around)
  if (/^(?:the|its|their|his|her|a|an|[’']s)$/.test(previous))
    return next?.upos === 'NOUN' || next?.upos === 'ADJ' || next?.upos === 'PROPN'
  if (/,\s$/.test(before)) return /\p{L},\s$/u.test(before) && monthBefore(before)
  const coordinated = /(?:1\d{3}|20\d\d),? (?:and|or) (?:in )?$/.test(before)
  return (yearCues.has(previous) || coordinated) && !plural && next?.upos !== 'NUM'
}

const monthBefore = (before: string): boolean =>
  new RegExp(`(?:${dateWords.months.join('|')}),\\s$`, 'i').test(before)

function acceptYears({ parts }: DateMatch, { tokens, first, end }: Surroundings): boolean {
  const from = Number(parts.year)
  const to = lastYear(from, parts.last ?? '')
  const maxSpan = 130
  return (
    to > from &&
    to - from <= maxSpan &&
    (tokens[end]?.feats.Number !== 'Plur' || tokens[first - 1]?.upos === 'DET')
  )
}

/** 2020 for 2019 and "20"; 2020 for "2020". */
export const lastYear = (first: number, last: string): number =>
  last.length === 2 ? Math.floor(first / 100) * 100 + Number(last) : Number(last)

function acceptSeason(match: DateMatch, around: Surroundings): boolean {
  const { year, rel, other, season = '' } = match.parts
  if (year !== undefined || other !== undefined) return true
  if (nextWord(around) === 'of') return false
  if (rel !== undefined) return /^(?:last|next|this)$/i.test(rel) || season !== 'fall'
  if (nameBefore(around) || isCapital(season)) return false
  const before = previousWord(around)
  return season === 'fall'
    ? before === 'in' && /^the /i.test(textOf(match, around))
    : FIRM_CUES.has(before) && around.tokens[around.end - 1].upos !== 'VERB'
}

function acceptQuarter({ parts }: DateMatch, around: Surroundings): boolean {
  if (parts.year !== undefined || parts.other !== undefined) return true
  return parts.unit === 'quarter' && FIRM_CUES.has(previousWord(around))
}

function acceptWeekday(match: DateMatch, { content }: Surroundings): boolean {
  const around = content.slice(Math.max(0, match.start - 20), match.end + 20).toLowerCase()
  return !dateWords.dayNames.some(
    name => around.includes(name) && name.includes((match.parts.weekday ?? '').toLowerCase()),
  )
}

function acceptVague(match: DateMatch, around: Surroundings): boolean {
  const words = textOf(match, around).toLowerCase()
  if (words !== 'soon') return true
  return previousWord(around) !== 'as' && nextWord(around) !== 'as' && previousWord(around) !== 'how'
}
