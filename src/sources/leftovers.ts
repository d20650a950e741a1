// Lines of a text come in; those that are not the article ("Photo: …", cookie notices, sign-up forms) go out with the reason.
import type { Span } from '../text/span.ts'
import { readList } from './lists.ts'

export interface Leftover extends Span {
  readonly why: string
}

interface Rule {
  readonly why: string
  readonly whole: RegExp | null
  readonly tail: RegExp | null
}

/** No rule may drop a longer line: what is that long is prose. */
const MAX_LENGTH = 600
const MAX_TAIL = 200

const rules = readRules(readList('leftovers'))

/** "RELATED STORIES", "Recommended": what follows are headlines of others. */
const LIST_HEADING =
  /^(?:related|recommended|other|popular|trending|most (?:read|popular|viewed)|top|latest|also read|see also|read (?:also|next)|further reading|editor[’']?s[’']? picks?|more (?:on|from|in)\b)[^.!?]{0,40}$/i
const MAX_LISTED = 6
const MAX_HEADLINE = 140

/** A headline under such a heading: some words, no sentence. */
const isListed = (line: string): boolean =>
  line.length <= MAX_HEADLINE && /\S \S+ \S/.test(line) && !/[.!?…:][”’"')\]]*\s*$/.test(line)

const wholeLine = (line: string): Leftover => ({ start: 0, end: line.length, why: 'related link' })

/** The leftovers of a text, in text order; `whole` lines without their line break, tails with the white space before them. */
export function findLeftovers(content: string): Leftover[] {
  const found: Leftover[] = []
  let start = 0
  let listed = 0
  for (const line of content.split('\n')) {
    const leftover = leftoverIn(line) ?? (listed > 0 && isListed(line) ? wholeLine(line) : null)
    if (leftover !== null)
      found.push({ ...leftover, start: leftover.start + start, end: leftover.end + start })
    if (LIST_HEADING.test(line.trim()) && leftover !== null) listed = MAX_LISTED
    else if (line.trim() !== '') listed = leftover === null ? 0 : listed - 1
    start += line.length + 1
  }
  return found
}

/** Why a whole line is not the article, or null. */
export function whyLeftOut(line: string): string | null {
  const trimmed = line.trim()
  if (trimmed.length > MAX_LENGTH) return null
  if (isReporterNote(trimmed)) return 'agency note'
  return rules.find(rule => rule.whole?.test(trimmed))?.why ?? null
}

/** Names in a row: each word has a capital, so that there is one way to read it. */
const NAMES = "\\p{Lu}[\\p{L}.'’-]*(?:,? (?:and )?\\p{Lu}[\\p{L}.'’-]*){1,12}"
/** "Anna Berg reported from Oslo, and Karl Holm from Turku. Ida Dahl contributed reporting." */
const REPORTERS = new RegExp(
  `^(?:${NAMES} reported from ${NAMES.replace('{1,12}', '{0,6}')}(?: from \\p{Lu}[^.!?]{2,60})?\\.?(?:\\s+|$))?` +
    `(?:${NAMES} contributed (?:reporting|research)(?: (?:from|in|for) [^.!?]{2,80})?)?\\.?$`,
  'u',
)

const isReporterNote = (line: string): boolean => line.length > 0 && REPORTERS.test(line)

/** "Anna Berg is a correspondent for the Herald." */
const AUTHOR_NOTE =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3},? (?:is|was|covers|writes|joined|has been|reports|follow)\b.{0,200}\b(?:reporter|correspondent|editor|writer|journalist|columnist|freelance|covering|covers|reports|contributor|bureau|newsroom|twitter|@\w+)/iu

/** Whether a paragraph at the end of a page tells who wrote the article. */
export const isAuthorNote = (paragraph: string): boolean =>
  paragraph.length <= MAX_LENGTH && AUTHOR_NOTE.test(paragraph)

function leftoverIn(line: string): Leftover | null {
  if (line.trim() === '') return null
  const why = whyLeftOut(line)
  if (why !== null) return { start: 0, end: line.length, why }
  // Only the end of a line is looked at: a tail is short, and lines of a hostile file are not.
  const offset = Math.max(0, line.length - MAX_TAIL)
  for (const rule of rules) {
    const match = rule.tail?.exec(line.slice(offset)) ?? null
    if (match !== null) return { start: offset + match.index, end: line.length, why: rule.why }
  }
  return null
}

function readRules(content: unknown): Rule[] {
  if (!Array.isArray(content)) throw new Error('data/sources/leftovers.yaml must be a list of rules.')
  return content.map((entry: { why?: unknown; whole?: unknown; tail?: unknown }) => ({
    why: String(entry.why),
    whole: joined(entry.whole, alternatives => `^(?:${alternatives})$`),
    tail: joined(entry.tail, alternatives => `(?<=[.!?…][”’"')\\]]*)\\s*(?:${alternatives})\\s*$`),
  }))
}

function joined(patterns: unknown, wrap: (alternatives: string) => string): RegExp | null {
  if (patterns === undefined) return null
  if (!Array.isArray(patterns)) throw new Error('data/sources/leftovers.yaml: whole and tail must be lists.')
  return new RegExp(wrap(patterns.map(String).join('|')), 'iu')
}
