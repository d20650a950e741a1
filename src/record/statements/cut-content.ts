// Raw content of a draft in, its exact words out: whole quotations, no outer marks, no commas of the sentence around, and its form.
import type { Span } from '../../text/span.ts'
import { overlaps, sameSpan } from '../../text/span.ts'
import type { Content, Reading } from './draft.ts'
import type { Quotation } from './read-quotations.ts'

/** Cuts the content of a statement whose cue stands in quotation `level` (-1: in none). */
export function cutContent(reading: Reading, raw: readonly Span[], level: number): Content | null {
  const { content: text } = reading.document.text
  const marks = reading.quotations.filter(q => (q.parent ?? -1) === level)
  const bounds = level >= 0 ? reading.quotations[level].inner : null
  const body = raw.map(s => afterDateline(text, s, reading.dateline))
  const widened = merged(
    text,
    body.flatMap(s => clipped(s, bounds)).flatMap(s => wholeQuotations(s, marks)),
  )
  const pieces = widened
    .map(s => toSentenceEnd(text, s, marks))
    .map(s => piece(text, trimmed(text, s, marks), marks))
    .filter(p => p.content.length > 0)
  const content = pieces.flatMap(p => p.content)
  if (content.length === 0 || content.every(s => isEmpty(text.slice(s.start, s.end)))) return null
  const quoted = pieces.flatMap(p => p.quoted)
  const form = pieces.every(p => p.direct) ? 'direct' : quoted.length > 0 ? 'mixed' : 'indirect'
  return { content, quoted, form }
}

const EMPTY = new Set([
  'so',
  'that',
  'this',
  'it',
  'what',
  'more',
  'which',
  'who',
  'something',
  'nothing',
  'anything',
  'much',
  'things',
  'this:',
  'yes',
  'the',
  'a',
  'as much',
  'otherwise',
  'not',
  'as follows',
  'the following',
])

const isEmpty = (words: string): boolean =>
  !/\p{L}/u.test(words) ||
  EMPTY.has(words.toLowerCase()) ||
  /^(?:them|him|her|it|us|me|you) to be$/i.test(words)

/** A sentence that opens with the dateline ("NAIROBI, Feb 18 (Reuters) - ") says what comes after it. */
function afterDateline(text: string, span: Span, dateline: Span | null): Span {
  if (!dateline || span.start >= dateline.end || span.end <= dateline.start) return span
  const dash = /^\s*[-–—]{0,2}\s*/.exec(text.slice(dateline.end))?.[0].length ?? 0
  return { start: Math.min(dateline.end + dash, span.end), end: span.end }
}

const clipped = (s: Span, bounds: readonly Span[] | null): Span[] =>
  bounds
    ? bounds
        .filter(b => overlaps(b, s))
        .map(b => ({ start: Math.max(b.start, s.start), end: Math.min(b.end, s.end) }))
    : [s]

/** A span that reaches into a quotation holds all of it, its further paragraphs too. */
function wholeQuotations(span: Span, marks: readonly Quotation[]): Span[] {
  const touched = marks.filter(q => q.outer.some(o => overlaps(o, span)))
  let { start, end } = span
  const more: Span[] = []
  for (const q of touched) {
    const parts = q.outer.filter(o => overlaps(o, span))
    start = Math.min(start, ...parts.map(o => o.start))
    end = Math.max(end, ...parts.map(o => o.end))
    more.push(...q.outer.filter(o => !overlaps(o, span)))
  }
  return [{ start, end }, ...more]
}

/** Spans that touch each other, or that only a comma parts, are one. */
function merged(text: string, spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const s of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && (s.start < last.end || /^[ ,]*$/.test(text.slice(last.end, s.start))))
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, s.end) }
    else result.push(s)
  }
  return result
}

/** The reporter's words end with a quotation that ends its sentence, even where the tree reads on. */
function toSentenceEnd(text: string, span: Span, marks: readonly Quotation[]): Span {
  for (const q of marks) {
    const outer = q.outer[q.outer.length - 1]
    const inner = q.inner[q.inner.length - 1]
    const ends =
      /[.!?]\]?\s*$/.test(text.slice(inner.start, inner.end)) &&
      /^\s+[\p{Lu}“"]/u.test(text.slice(outer.end, outer.end + 3))
    if (ends && outer.start > span.start && outer.end < span.end) return { start: span.start, end: outer.end }
  }
  return span
}

/** Without white space and the punctuation of the sentence around; marks that enclose a quotation stay for now. */
function trimmed(text: string, span: Span, marks: readonly Quotation[]): Span {
  let { start, end } = span
  const atOpening = () => marks.some(q => q.outer.some(o => o.start === start))
  const atClosing = () => marks.some(q => q.outer.some(o => o.end === end))
  while (
    start < end &&
    !atOpening() &&
    /[\s,;:.–—\-”»“"’]/.test(text[start]) &&
    !/^\.\.\./.test(text.slice(start, start + 3)) &&
    !/^[-–.]\d/.test(text.slice(start, start + 2))
  )
    start++
  while (
    end > start &&
    !atClosing() &&
    (/[\s,;:–—\-“«"‘„]/.test(text[end - 1]) || isFullStop(text, start, end))
  )
    end--
  return { start, end }
}

/** A full stop of the sentence, not one of an abbreviation or dots. */
const isFullStop = (text: string, start: number, end: number): boolean =>
  text[end - 1] === '.' &&
  !/(?:\b[A-Z]\.[A-Z]\.|\b(?:a|p)\.m\.|\.\.\.)$/.test(text.slice(Math.max(start, end - 6), end))

interface Piece extends Omit<Content, 'form'> {
  readonly direct: boolean
}

/** One span: the words inside the marks where the marks hold all of it, else as it stands. */
function piece(text: string, span: Span, marks: readonly Quotation[]): Piece {
  if (span.end <= span.start) return { content: [], quoted: [], direct: false }
  for (const q of marks) {
    const part = q.outer.findIndex(o => sameSpan(o, span))
    if (part >= 0) {
      const inner = inside(text, q.inner[part])
      return { content: inner.end > inner.start ? [inner] : [], quoted: [inner], direct: true }
    }
  }
  const quoted = marks.flatMap(q =>
    q.outer.flatMap((o, k) => (o.start >= span.start && o.end <= span.end ? [inside(text, q.inner[k])] : [])),
  )
  const sorted = quoted.sort((a, b) => a.start - b.start)
  const letters = (a: number, b: number) => text.slice(a, b).replace(/[^\p{L}\p{N}]/gu, '').length
  const lettersQuoted = sorted.reduce((sum, s) => sum + letters(s.start, s.end), 0)
  if (sorted.length > 0 && lettersQuoted === letters(span.start, span.end))
    return { content: sorted, quoted: sorted, direct: true }
  return { content: [span], quoted: sorted, direct: false }
}

/** Inner words without white space and the comma before the closing mark. */
function inside(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/.test(text[start])) start++
  while (end > start && /[\s,;–—]/.test(text[end - 1])) end--
  return { start, end }
}
