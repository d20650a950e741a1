// A text with its words and sentences comes in; its time expressions with their calendar intervals go out. It catches "on Thursday" and "12 June 2018".
import { isDate } from './dates-accept.ts'
import { addDays, type Interval, UNKNOWN, yearOf } from './dates-calendar.ts'
import { type DateMatch, longest, matchDates } from './dates-patterns.ts'
import { namesYear, resolveDate } from './dates-resolve.ts'
import { type Direction, directionAt } from './dates-tense.ts'
import { dateWords } from './dates-words.ts'
import type { DateExpression, Sentence, Token } from './document.ts'
import { firstEndingBehind } from './nearby.ts'

export interface DatedText {
  readonly text: { readonly content: string }
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly published: string | null
}

interface Placed extends DateMatch {
  readonly firstToken: number
  readonly endToken: number
  readonly sentence: number
  readonly direction: () => Direction
}

interface Dated {
  readonly placed: Placed
  readonly interval: Interval
}

/** "The next day" means the day after one named at most this many sentences before. */
const ANCHOR_REACH = 3
/** From two years before publication on a text tells history, and "on June 12" means that year's. */
const HISTORY_YEARS = 2
const HISTORY_NAMES = 10
const MAX_RECENT_SHARE = 0.1

const sayings = new Set(dateWords.sayings)
const plans = new Set(dateWords.plans)
const promises = new Set(dateWords.promises)

/** Finds the time expressions of a text in text order. Those that no calendar holds have null dates. */
export function findDates(input: DatedText): DateExpression[] {
  const { content } = input.text
  const placed = withSharedYears(placeMatches(input), content)
  const dated: Dated[] = []
  const history = tellsHistory(placed, input.published)
  for (const match of placed)
    dated.push({ placed: match, interval: resolveInContext(match, dated, input, history) })
  const merged = mergeNeighbours(
    dated.map(item => withOpenEnds(item, input)),
    content,
  )
  return merged.map(({ placed: { start, end, firstToken, endToken }, interval }) => ({
    start,
    end,
    ...interval,
    firstToken,
    endToken,
  }))
}

function placeMatches(input: DatedText): Placed[] {
  const { text, tokens, sentences } = input
  const accepted: Placed[] = []
  for (const match of matchDates(text.content)) {
    const range = tokenRange(tokens, match)
    if (range === null) continue
    const { firstToken: first, endToken: end } = range
    const sentence = sentences[tokens[first].sentence]
    let known: Direction | null = null
    const direction = (): Direction => {
      known ??= directionAt({ tokens, sentence, sayings, plans, promises }, first, end)
      return known
    }
    if (isDate(match, { content: text.content, tokens, first, end, direction })) {
      accepted.push({ ...match, ...range, sentence: sentence.index, direction })
    }
  }
  return longest(accepted)
}

/** The words a stretch covers; null where it cuts through one or leaves its sentence. */
function tokenRange(
  tokens: readonly Token[],
  { start, end }: DateMatch,
): { firstToken: number; endToken: number } | null {
  const low = firstEndingBehind(tokens, start)
  let last = low
  while (last < tokens.length && tokens[last].start < end) last++
  if (last === low || tokens[low].sentence !== tokens[last - 1].sentence) return null
  const whole = tokens[low].start >= start && tokens[last - 1].end <= end
  return whole || isPartOfWord(tokens, low, last) ? { firstToken: low, endToken: last } : null
}

/** "mid-2019" and "2015-2017" may be one word of the text, of which a part is matched. */
const isPartOfWord = (tokens: readonly Token[], low: number, last: number): boolean =>
  last - low === 1 && /[-–/.]/.test(tokens[low].form)

/** "from June to August 2018", "in May or June 2018": the year counts for both. */
function withSharedYears(placed: readonly Placed[], content: string): Placed[] {
  const shared = [...placed]
  for (let i = shared.length - 2; i >= 0; i--) {
    const [a, b] = [shared[i], shared[i + 1]]
    const joined = /^(?:,|,? and| or| to| until| through| ?[-–—]) ?(?:on |from |in )?(?:the )?$/i.test(
      content.slice(a.end, b.start),
    )
    if (joined && takesYear(a) && (b.kind === 'month' || b.kind === 'date') && b.parts.year !== undefined) {
      shared[i] = { ...a, parts: { ...a.parts, year: b.parts.year } }
    }
  }
  return shared
}

const takesYear = ({ kind, parts }: Placed): boolean =>
  (kind === 'month' || kind === 'date') &&
  parts.year === undefined &&
  parts.rel === undefined &&
  parts.other === undefined

function resolveInContext(
  match: Placed,
  before: readonly Dated[],
  input: DatedText,
  history: boolean,
): Interval {
  // "had flown there two days earlier": reckoned from the day of the news, not from one still to come.
  const backward = match.kind === 'later' && /earlier|before/i.test(match.parts.direction ?? '')
  const { published } = input
  const isAnchor = ({ from }: Interval) =>
    from !== null && !(backward && published !== null && from > published)
  const near = before.findLast(d => isAnchor(d.interval))
  const within = near !== undefined && match.sentence - near.placed.sentence <= ANCHOR_REACH
  const since = openingWord(match, input.text.content) === 'since'
  return resolveDate(match, {
    published: input.published,
    anchor: within ? near.interval : null,
    toldYear: toldYear(match, before, input, history),
    direction: () => (since ? 'past' : match.direction()),
  })
}

/** "since", "until" or "by" directly before an expression. */
function openingWord({ start }: Placed, content: string): string | null {
  return (
    /(?:^|[^\p{L}])(since|until|till|by)(?: the)? $/iu
      .exec(content.slice(Math.max(0, start - 12), start))?.[1]
      .toLowerCase() ?? null
  )
}

function toldYear(
  match: Placed,
  before: readonly Dated[],
  { sentences, published }: DatedText,
  history: boolean,
): number | null {
  const told = before.findLast(d => namesYear(d.placed) && d.interval.from !== null)
  if (told === undefined || told.interval.from === null) return null
  const sameParagraph = sentences[told.placed.sentence].paragraph === sentences[match.sentence].paragraph
  if (!sameParagraph && !history) return null
  const year = yearOf(told.interval.from)
  return published === null || yearOf(published) - year >= HISTORY_YEARS ? year : null
}

/** A text that names many years and none near its publication tells history throughout. */
function tellsHistory(placed: readonly Placed[], published: string | null): boolean {
  const years = placed.filter(p => p.parts.year !== undefined).map(p => Number(p.parts.year))
  return (
    published !== null &&
    years.length >= HISTORY_NAMES &&
    years.filter(y => y > yearOf(published) - HISTORY_YEARS).length <= years.length * MAX_RECENT_SHARE
  )
}

/** "since 2019" lasts to the day of publication; "until Friday" and "by 2030" begin there where their end is still to come. */
function withOpenEnds({ placed, interval }: Dated, { text, published }: DatedText): Dated {
  const opening = openingWord(placed, text.content)
  if (opening === null || interval.from === null || interval.to === null) return { placed, interval }
  if (opening === 'since') {
    const to = published !== null && published >= interval.from ? published : null
    return { placed, interval: { ...interval, to } }
  }
  const from = published !== null && interval.to >= published ? published : null
  return { placed, interval: { ...interval, from } }
}

/** "from Monday to Wednesday", "between 2015 and 2017" and "Thursday at 9 a.m." are one expression each. */
function mergeNeighbours(dated: readonly Dated[], content: string): Dated[] {
  const merged: Dated[] = []
  for (const item of dated) {
    const last = merged.at(-1)
    const joined = last === undefined ? null : join(last, item, content)
    if (joined === null) merged.push(item)
    else merged[merged.length - 1] = joined
  }
  return merged
}

function join(a: Dated, b: Dated, content: string): Dated | null {
  if (a.placed.sentence !== b.placed.sentence) return null
  const gap = content.slice(a.placed.end, b.placed.start)
  const placed = { ...a.placed, end: b.placed.end, endToken: b.placed.endToken }
  const [timeFirst, timeLast] = [a, b].map(d => d.placed.kind === 'time')
  const day = timeFirst ? b : a
  if (
    timeFirst !== timeLast &&
    ['date', 'iso', 'weekday', 'day-word'].includes(day.placed.kind) &&
    /^(?:,? | at | on | at around | at about |, at )$/.test(gap)
  ) {
    return { placed, interval: day.interval }
  }
  const opening = content.slice(Math.max(0, a.placed.start - 12), a.placed.start)
  const range =
    /^ (?:to|until|till|through|thru) (?:the )?$|^ ?[–—-] ?$/.test(gap) ||
    (/\bbetween (?:the )?$/i.test(opening) && /^ and (?:the )?$/.test(gap))
  if (!range || timeFirst || timeLast) return null
  return { placed, interval: stretch(a, b) }
}

function stretch(a: Dated, b: Dated): Interval {
  const { from, grain } = a.interval
  const to = b.interval.to
  if (from === null || to === null) return { ...UNKNOWN, grain: grain ?? b.interval.grain }
  if (from <= to) return { from, to, grain: b.interval.grain }
  // "from Friday to Monday": each weekday alone is looked for on the same side of publication.
  if (a.placed.kind !== 'weekday' || b.placed.kind !== 'weekday') return { ...UNKNOWN, grain }
  const WEEK = 7
  return a.placed.direction() !== 'past'
    ? { from, to: addDays(to, WEEK), grain }
    : { from: addDays(from, -WEEK), to, grain }
}
