// Overlapping marks in, a row of stretches that do not overlap out, each with the marks that cover it.
import type { Span } from '../../../src/text/span.ts'

export interface Segment<M extends { readonly span: Span }> extends Span {
  readonly marks: readonly M[]
}

/** Cuts `within` at every border of a mark; together the segments are exactly `within`. Empty marks are ignored. */
export function segmentsOf<M extends { readonly span: Span }>(
  within: Span,
  marks: readonly M[],
): readonly Segment<M>[] {
  const near = marks.filter(
    ({ span }) => span.start < span.end && span.start < within.end && within.start < span.end,
  )
  const borders = new Set([within.start, within.end])
  for (const { span } of near) {
    borders.add(Math.max(span.start, within.start))
    borders.add(Math.min(span.end, within.end))
  }
  const sorted = [...borders].sort((a, b) => a - b)
  return sorted.slice(1).map((end, n) => {
    const start = sorted[n]
    return { start, end, marks: near.filter(({ span }) => span.start <= start && end <= span.end) }
  })
}

/** The paragraphs of a text: the stretches between line breaks that hold more than blanks. */
export function paragraphsOf(content: string): readonly Span[] {
  return [...content.matchAll(/[^\r\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map(match => ({ start: match.index, end: match.index + match[0].length }))
}
