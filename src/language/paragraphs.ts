// Comes in: characters. Goes out: the paragraphs, which blank lines part, without blanks at their ends.
import type { Span } from '../text/span.ts'

export function findParagraphs(content: string): Span[] {
  const spans: Span[] = []
  let start = -1
  let end = -1
  let at = 0
  while (at <= content.length) {
    const stop = content.indexOf('\n', at)
    const lineEnd = stop < 0 ? content.length : stop
    const line = content.slice(at, lineEnd)
    const trimmed = line.trim()
    if (trimmed === '') {
      if (start >= 0) spans.push({ start, end })
      start = -1
    } else {
      const from = at + line.indexOf(trimmed)
      if (start < 0) start = from
      end = from + trimmed.length
    }
    at = lineEnd + 1
  }
  if (start >= 0) spans.push({ start, end })
  return spans
}
