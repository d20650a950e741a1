// A cleaned text comes in; the spans of its headline, byline and dateline go out, and the day the dateline gives.
import type { Span } from '../text/span.ts'
import { parseDay } from './days.ts'
import { readWordLists } from './lists.ts'

export interface Headings {
  readonly title: Span | null
  readonly byline: Span | null
  readonly dateline: Span | null
  /** Day and year in the dateline. */
  readonly datelineDay: string | null
}

/** A headline has at most two lines of a newspaper column. */
const MAX_TITLE = 200
/** "Oval Office" and "Via Teleconference" open transcripts and are no headlines. */
const MIN_TITLE_WORDS = 4
/** The text after a headline is longer than it by this factor, otherwise it may be a list. */
const BODY_FACTOR = 1.2
/** Subtitle, byline and date may stand before the paragraph with the dateline. */
const HEAD_PARAGRAPHS = 5
const MAX_BYLINE = 100

const { notPlaces } = readWordLists('datelines')
const noPlace = new Set(notPlaces)

const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}'’. -]*[\\p{Lu}.]"
const NAME = "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?: (?:de|of|the|al|la|le|el|\\p{Lu}[\\p{L}\\p{M}'’.-]*)){0,3}"
const DATE =
  '(?:(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)\\w*,? )?(?:\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}|\\d{1,2} \\p{Lu}\\p{Ll}{2,8}\\.?)(?:,? \\d{4})?'
const AGENCY = '\\(\\p{Lu}[\\p{L}\\p{N} .&/-]{0,30}\\)'
const DASH = '(?:--|[-–—])(?=\\s)'
/** "NAIROBI, Feb 18 (Reuters) -", "WASHINGTON —", "KYIV, Ukraine (AP) —" */
const IN_CAPITALS = new RegExp(
  `^(${CAPITALS}(?:/${CAPITALS})*)(?:, ${NAME})?(?:,? ${DATE})?\\.?,? ?(?:${AGENCY} ?| )${DASH}`,
  'u',
)
/** "Seoul, Aug. 25 (Yonhap) --", "Geneva, 12 June 2018 –", "SEOUL (Yonhap)" */
const BY_DATE = new RegExp(
  `^(${NAME})(?:, ${NAME})?(?:, ${DATE}|,? ?${AGENCY}|, ${DATE} ?${AGENCY}) ?${DASH}`,
  'u',
)
/** "MOSCOW, February 3. /TASS/." */
const SLASHED = new RegExp(`^(${CAPITALS}), ${DATE}\\. ?/[\\p{L} -]{2,20}/\\.?(?=\\s)`, 'u')
const BYLINE =
  /^(?:by|from|reporting by|written by|words by)\s+\p{Lu}[\p{L}\p{M}.'’-]*(?:,? (?:and|de|van|von|bin|al|in|for|\p{Lu}[\p{L}\p{M}.'’-]*|[A-Z]{2,})){0,12}(?:[,|·–—-].{0,60})?$/u
const BYLINE_OPENING = /^(?:by|By|BY|from|From|reporting by|Reporting by|Written by|Words by)\s/

/** `givenTitle`: the headline that the page or the stream names; found in the text where it stands at its head. */
export function findHeadings(content: string, givenTitle: string | null): Headings {
  const paragraphs = paragraphSpans(content).slice(0, HEAD_PARAGRAPHS + 1)
  const title = findTitle(content, paragraphs, givenTitle)
  const rest = paragraphs.filter(span => title === null || span.start >= title.end)
  const byline =
    rest.slice(0, HEAD_PARAGRAPHS).find(span => isByline(content.slice(span.start, span.end))) ?? null
  const dateline = findDateline(content, rest)
  return {
    title,
    byline,
    dateline,
    datelineDay: dateline === null ? null : parseDay(content.slice(dateline.start, dateline.end)),
  }
}

function paragraphSpans(content: string): Span[] {
  return [...content.matchAll(/\S.*/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }))
}

function findTitle(content: string, paragraphs: readonly Span[], given: string | null): Span | null {
  const [first, second] = paragraphs
  if (first === undefined) return null
  const words = content.slice(first.start, first.end)
  if (given !== null && sameWords(words, given)) return first
  if (second === undefined || !readsLikeTitle(words)) return null
  const body = content.slice(second.start)
  const blankAfter = /^[ \t]*\n[ \t]*\n/.test(content.slice(first.end))
  const noBlanks = !/\n[ \t]*\n/.test(content)
  const nextIsProse =
    /[.!?][”"’)]*$/.test(content.slice(second.start, second.end)) && second.end - second.start > words.length
  return body.length > words.length * BODY_FACTOR && (blankAfter || (noBlanks && nextIsProse)) ? first : null
}

const sameWords = (a: string, b: string): boolean => plainWords(a) === plainWords(b)
const plainWords = (words: string): string => (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

function readsLikeTitle(words: string): boolean {
  if (words.length > MAX_TITLE || /[.,;:…]["”’)]*$/.test(words) || BYLINE_OPENING.test(words)) return false
  if (/^\d{1,2}[:.]\d\d\b/.test(words) || matchDateline(words) !== null) return false
  return (words.match(/\p{L}[^\s]*/gu) ?? []).length >= MIN_TITLE_WORDS
}

const isByline = (words: string): boolean =>
  words.length <= MAX_BYLINE &&
  BYLINE.test(words.replace(/^(?:BY|By)\b/, 'by').replace(/^[FRW]/, letter => letter.toLowerCase()))

function findDateline(content: string, paragraphs: readonly Span[]): Span | null {
  for (const { start, end } of paragraphs) {
    const length = matchDateline(content.slice(start, end))
    if (length !== null) return { start, end: start + length }
  }
  return null
}

function matchDateline(words: string): number | null {
  for (const form of [IN_CAPITALS, SLASHED, BY_DATE]) {
    const match = form.exec(words)
    if (match !== null && !noPlace.has(match[1]) && match[1].length > 2) return match[0].length
  }
  return null
}
