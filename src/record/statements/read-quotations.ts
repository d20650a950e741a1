// Text and its paragraphs in, quotations out: pairs the quotation marks of all styles, over paragraphs and nested; never throws.
import type { Problem } from '../../text/problem.ts'
import type { Span } from '../../text/span.ts'

/** Words inside marks. */
export interface Quotation {
  /** Inner words, one span a paragraph, without the marks. */
  readonly inner: readonly Span[]
  /** The same with the marks. */
  readonly outer: readonly Span[]
  /** Position of the quotation it is nested in, or null. */
  readonly parent: number | null
}

type Kind = 'double' | 'single' | 'guillemet' | 'corner'

interface Mark {
  readonly at: number
  readonly kind: Kind
  readonly char: string
  readonly role: 'open' | 'close' | 'either'
  /** Two for a mark written as two strokes (''). */
  readonly length: number
}

interface Open {
  readonly kind: Kind
  readonly char: string
  readonly index: number
}

interface Building {
  inner: Span[]
  outer: Span[]
  parent: number | null
  /** Inner start and outer start of the part in the current paragraph. */
  innerStart: number
  outerStart: number
}

const KINDS: Readonly<Record<string, Kind>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '‟': 'double',
  '＂': 'double',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
  '«': 'guillemet',
  '»': 'guillemet',
  '‹': 'guillemet',
  '›': 'guillemet',
  '「': 'corner',
  '」': 'corner',
  '『': 'corner',
  '』': 'corner',
}

const isSpace = (c: string): boolean => c === '' || /\s/.test(c)
const isWord = (c: string): boolean => /[\p{L}\p{N}]/u.test(c)
const opensBefore = (c: string): boolean => isSpace(c) || /[([{—–\-/“„‘«:*]/.test(c)

/** Apostrophes: inside a word, or a cut-off start ('90s, 'em) or end (players') that no opening mark explains. */
function singleRole(text: string, at: number): Mark['role'] | null {
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? ''
  const char = text[at]
  if (isWord(before) && isWord(after)) return null
  if (char === '‘' || char === '‚' || char === '‛') return isSpace(after) || /\d/.test(after) ? null : 'open'
  if (opensBefore(before) || before === '"') {
    if (char === '’' || isSpace(after)) return before === '"' || isSpace(after) ? 'close' : null
    return /^'(?:\d|em\b|til\b|tis\b|cause\b|n\b)/i.test(text.slice(at, at + 8)) ? null : 'open'
  }
  return 'close'
}

function doubleRole(text: string, at: number): Mark['role'] {
  const char = text[at]
  if (char === '“') return 'either'
  if (char === '„') return 'open'
  if (char === '”' || char === '‟') return 'close'
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? ''
  const opens = opensBefore(before) || before === "'"
  if (opens && !isSpace(after)) return isWord(after) || !isSpace(before) ? 'open' : 'either'
  if (!isSpace(before) && !opens && !isWord(after)) return 'close'
  return 'either'
}

function marksIn(text: string, paragraph: Span): Mark[] {
  const marks: Mark[] = []
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = doubled(text, at) ?? single(text, at, marks)
    if (!mark) continue
    marks.push(mark)
    at += mark.length - 1
  }
  return withoutLooseSingles(text, marks)
}

/** Two strokes for one mark, as old wires write it: ''We go,'' or ``We go,''. */
function doubled(text: string, at: number): Mark | null {
  const two = text.slice(at, at + 2)
  if (!["''", '``', '’’', '‘‘'].includes(two) || text[at + 2] === "'" || text[at - 1] === two[0]) return null
  const opens =
    two === '``' || two === '‘‘' || ((at === 0 || opensBefore(text[at - 1])) && !isSpace(text[at + 2] ?? ''))
  return { at, kind: 'double', char: "''", role: opens ? 'open' : 'close', length: 2 }
}

function single(text: string, at: number, before: readonly Mark[]): Mark | null {
  const char = text[at]
  const kind = KINDS[char]
  if (!kind || isInches(text, at, before)) return null
  const role = roleOf(text, at, kind)
  return role ? { at, kind, char, role, length: 1 } : null
}

function roleOf(text: string, at: number, kind: Kind): Mark['role'] | null {
  if (kind === 'single') return singleRole(text, at)
  if (kind === 'double') return doubleRole(text, at)
  if (kind === 'corner') return text[at] === '「' || text[at] === '『' ? 'open' : 'close'
  return 'either'
}

/** 6'2" */
const isInches = (text: string, at: number, before: readonly Mark[]): boolean =>
  text[at] === '"' &&
  /\d/.test(text[at - 1] ?? '') &&
  /[\s,.)]/.test(text[at + 1] ?? ' ') &&
  !before.some(m => m.kind === 'double')

/** A single mark opens only where one that can close follows in the same paragraph, and closes only after one that opened. */
function withoutLooseSingles(text: string, marks: readonly Mark[]): Mark[] {
  const kept = new Set<Mark>(marks.filter(m => m.kind !== 'single'))
  let open: Mark | null = null
  const closes = (m: Mark, rest: readonly Mark[]): boolean => {
    // "the players’ union": an s before, a small letter after, and a better closing mark to come.
    const possessive = /s/i.test(text[m.at - 1] ?? '') && /^ \p{Ll}/u.test(text.slice(m.at + 1, m.at + 3))
    return !possessive || !rest.some(r => r.kind === 'single' && r.role === 'close')
  }
  marks.forEach((mark, i) => {
    if (mark.kind !== 'single') return
    if (!open && mark.role === 'open') open = mark
    else if (open && mark.role === 'close' && closes(mark, marks.slice(i + 1))) {
      kept.add(open).add(mark)
      open = null
    }
  })
  return marks.filter(m => kept.has(m))
}

const CLOSER: Readonly<Record<string, string>> = {
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
}

/** Does this mark close that open quotation? */
function closes(mark: Mark, open: Open, text: string): boolean {
  if (mark.kind !== open.kind || mark.role === 'open') return false
  if (mark.kind === 'guillemet') {
    if (CLOSER[open.char] === mark.char) return true
    return mark.char === open.char && !isSpace(text[mark.at - 1] ?? '')
  }
  if (mark.kind === 'corner') return CLOSER[open.char] === mark.char
  // “ closes „, and otherwise only opens.
  if (mark.char === '“') return open.char === '„' || (open.char !== '“' && opensNothing(text, mark.at))
  return true
}

const opensNothing = (text: string, at: number): boolean =>
  isSpace(text[at + 1] ?? '') && !isSpace(text[at - 1] ?? '')

const canOpen = (mark: Mark, text: string): boolean =>
  mark.role === 'open' ||
  (mark.role === 'either' && !isSpace(text[mark.at + 1] ?? '')) ||
  (mark.kind === 'guillemet' && mark.role === 'either') ||
  (mark.char === '"' && mark.role === 'either')

/** Finds quotations; a mark that is never closed ends with its paragraph and is reported. */
export function readQuotations(
  text: string,
  paragraphs: readonly Span[],
): { quotations: readonly Quotation[]; problems: readonly Problem[] } {
  const built: Building[] = []
  const problems: Problem[] = []
  let stack: Open[] = []
  const end = (open: Open, innerEnd: number, outerEnd: number) => {
    const b = built[open.index]
    b.inner.push({ start: b.innerStart, end: innerEnd })
    b.outer.push({ start: b.outerStart, end: outerEnd })
  }
  paragraphs.forEach((paragraph, p) => {
    const stop = trimmedEnd(text, paragraph)
    const marks = marksIn(text, paragraph)
    let from = 0
    if (stack.length > 0) {
      // Continued from the paragraph before: its opening mark is repeated here.
      from = 1
      for (const open of stack) {
        built[open.index].outerStart = marks[0].at
        built[open.index].innerStart = marks[0].at + marks[0].length
      }
    }
    for (const mark of marks.slice(from)) {
      const depth = stack.findLastIndex(open => closes(mark, open, text))
      if (depth >= 0 && !(mark.role === 'either' && mark.char === '"' && stack[depth].char !== '"')) {
        for (const open of stack.slice(depth).reverse())
          end(open, mark.at, open === stack[depth] ? mark.at + mark.length : mark.at)
        stack = stack.slice(0, depth)
      } else if (canOpen(mark, text)) {
        const same = stack.findIndex(open => open.kind === mark.kind)
        if (same >= 0 && mark.kind !== 'single') {
          // A second opening mark of the same kind: the first was never closed.
          for (const open of stack.slice(same).reverse()) end(open, mark.at, mark.at)
          problems.push({
            message: 'A quotation mark is opened and not closed.',
            where: { start: built[stack[same].index].outerStart, end: mark.at },
          })
          stack = stack.slice(0, same)
        }
        built.push({
          inner: [],
          outer: [],
          parent: stack.at(-1)?.index ?? null,
          innerStart: mark.at + mark.length,
          outerStart: mark.at,
        })
        stack.push({ kind: mark.kind, char: mark.char, index: built.length - 1 })
      }
    }
    if (stack.length === 0) return
    const next = paragraphs[p + 1]
    const repeats = next && marksIn(text, next)[0]
    for (const open of [...stack].reverse()) end(open, stop, stop)
    const goesOn =
      repeats &&
      repeats.kind === stack[0].kind &&
      repeats.at - next.start < 2 &&
      canOpen(repeats, text) &&
      stack.length === 1
    if (!goesOn) {
      problems.push({
        message: 'A quotation mark is opened and not closed in its paragraph.',
        where: { start: built[stack[0].index].outerStart, end: stop },
      })
      stack = []
    }
  })
  return { quotations: built.map(({ inner, outer, parent }) => ({ inner, outer, parent })), problems }
}

function trimmedEnd(text: string, span: Span): number {
  let end = span.end
  while (end > span.start && isSpace(text[end - 1])) end--
  return end
}
