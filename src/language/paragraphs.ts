// Comes in: the characters of a Text. Goes out: its paragraphs, one a line, without blanks at their ends.
// Lines that a program had wrapped were joined before the Text existed, so every line break that is left parts paragraphs.
import type { Span } from '../text/span.ts'

export const findParagraphs = (content: string): Span[] =>
  [...content.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: line, index }) => {
    const start = index + line.length - line.trimStart().length
    return { start, end: start + line.trim().length }
  })
