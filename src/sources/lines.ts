// A plain text comes in; the changes that make one line of each paragraph go out: line ends, wrapped lines, words broken at a line end.
import type { Change } from './draft.ts'
import { readWordLists } from './lists.ts'

/** Widths that people and programs wrap text at; longer lines are paragraphs. */
const MIN_WRAP = 40
const MAX_WRAP = 140
/** In wrapped text almost every line inside a paragraph is full; headlines and addresses make the exceptions. */
const MIN_FULL_SHARE = 0.75
/** In wrapped text most lines break in the middle of a sentence. */
const MIN_OPEN_SHARE = 0.5

const SENTENCE_END = /[.!?…:][”’"')\]]*\s*$/
const ITEM_START = /^(?:\s|[-*•–—]\s|\d{1,2}[.):]|#)/
const FULL_CHARACTER = /\S+/

const { first: compoundFirst, second: compoundSecond } = readWordLists('compounds')
const keptAfter = new Set(compoundFirst)
const keptBefore = new Set(compoundSecond)

interface LineBreak {
  readonly before: string
  readonly after: string
  readonly at: number
}

/** CRLF and lone CR become LF, a byte order mark goes. */
export function findLineEnds(content: string): Change[] {
  return [...content.matchAll(/\r\n?|^\uFEFF/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    now: match[0] === '\uFEFF' ? '' : '\n',
  }))
}

/** Wrapped lines and broken words: both are looked for in the text as it was wrapped, because a joined word makes its line too long. */
export const findLineJoins = (content: string): Change[] => [
  ...findBrokenWords(content),
  ...findWrappedLines(content),
]

/** "state-⏎ment" becomes "statement", "Russian-⏎backed" becomes "Russian-backed". */
function findBrokenWords(content: string): Change[] {
  const changes: Change[] = []
  const words = new Set(content.toLowerCase().match(/\p{L}+(?:[-’']\p{L}+)*/gu))
  for (const match of content.matchAll(
    /(?<!\p{L})(\p{L}+)([-\u00AD\u2010])[ \t]{0,9}\n[ \t]*(\p{L}+)(?=([-\u2010]?))/gu,
  )) {
    const [, left, hyphen, right, next] = match
    const end = match.index + match[0].length - right.length
    const keep = hyphen !== '\u00AD' && (next !== '' || keepsHyphen(left, right, words))
    changes.push({ start: match.index + left.length + (keep ? 1 : 0), end, now: '' })
  }
  return changes
}

function keepsHyphen(left: string, right: string, words: ReadonlySet<string>): boolean {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()]
  if (words.has(a + b)) return false
  if (words.has(`${a}-${b}`) || /^\p{Lu}/u.test(right)) return true
  if (keptBefore.has(b) || keptAfter.has(a)) return !isEnding(b)
  return words.has(a) && countsAsWord(a) && words.has(b) && countsAsWord(b)
}

/** "state" may stand before a hyphen, but "ment" is no word. */
const isEnding = (right: string): boolean =>
  /^(?:ment|tion|sion|ness|ship|ing|ings|ed|er|ers|ly|ity|ities|ance|ence|ism|ist|ists|al|ous|ive|ful)\w{0,3}$/.test(
    right,
  )
/** The halves themselves are in the list of words; only longer ones are likely to stand there by themselves. */
const countsAsWord = (half: string): boolean => half.length > 5

/** Single line breaks inside paragraphs of a hard-wrapped text become spaces; a text with a paragraph a line stays as it is. */
function findWrappedLines(content: string): Change[] {
  const lines = content.split('\n')
  const width = lines.reduce((longest, line) => Math.max(longest, line.trimEnd().length), 0)
  if (width < MIN_WRAP || width > MAX_WRAP) return []
  const breaks = innerBreaks(lines)
  if (breaks.length === 0) return []
  const full = breaks.filter(at => isFull(at, width))
  const open = full.filter(at => !SENTENCE_END.test(at.before))
  if (full.length < breaks.length * MIN_FULL_SHARE || open.length < full.length * MIN_OPEN_SHARE) return []
  return breaks
    .filter(at => !ITEM_START.test(at.after) && (isFull(at, width) || /^\p{Ll}/u.test(at.after)))
    .map(at => ({ start: at.at, end: at.at + 1, now: ' ' }))
}

function innerBreaks(lines: readonly string[]): LineBreak[] {
  const breaks: LineBreak[] = []
  let at = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    at += lines[i].length
    const broken = /\p{L}[-\u00AD\u2010]\s*$/u.test(lines[i])
    if (!broken && lines[i].trim() !== '' && lines[i + 1].trim() !== '')
      breaks.push({ before: lines[i], after: lines[i + 1], at })
    at += 1
  }
  return breaks
}

/** The next word would not have fitted; wrapping programs differ by a few characters. */
function isFull({ before, after }: LineBreak, width: number): boolean {
  const slack = 3
  return before.trimEnd().length + 1 + (FULL_CHARACTER.exec(after)?.[0].length ?? 0) > width - slack
}
