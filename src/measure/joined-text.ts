// Comes in: words or sentences of a gold set that gives no text. Goes out: a text of them, and where each part stands in it.
import type { Span } from '../text/span.ts'

export interface JoinedText {
  readonly content: string
  /** One a part, in order. */
  readonly spans: readonly Span[]
}

/** Parts with what stands before each: "" or a blank for words, a blank line for paragraphs. */
export function joinParts(parts: readonly { readonly form: string; readonly before: string }[]): JoinedText {
  let content = ''
  const spans = parts.map(({ form, before }, i) => {
    if (i > 0) content += before
    const start = content.length
    content += form
    return { start, end: content.length }
  })
  return { content, spans }
}

const NO_BLANK_BEFORE = /^([,.;:!?%)\]]|['’](s|re|ve|ll|d|m)?|n['’]t|'')$/i
const NO_BLANK_AFTER = /^([([$]|``|“)$/
const MARKS: Readonly<Record<string, string>> = { '``': '“', "''": '”', '-LRB-': '(', '-RRB-': ')' }

/** Words as a newspaper would set them: no blank before a comma, marks instead of their codes. */
export function joinWords(
  words: readonly string[],
  breakBefore: (word: number) => boolean = () => false,
): JoinedText {
  return joinParts(
    words.map((word, i) => {
      const apart = !NO_BLANK_BEFORE.test(word) && !NO_BLANK_AFTER.test(words[i - 1] ?? '')
      return { form: MARKS[word] ?? word, before: breakBefore(i) ? '\n\n' : apart ? ' ' : '' }
    }),
  )
}

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
