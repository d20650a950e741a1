// A half-open stretch of one Text, counted in UTF-16 units (JavaScript string indices).

export interface Span {
  readonly start: number
  readonly end: number
}

/** The span from the start of the first to the end of the last of some spans in any order; throws on an empty list. */
export function cover(spans: readonly Span[]): Span {
  if (spans.length === 0) throw new Error('cover() needs at least one span.')
  return { start: Math.min(...spans.map(s => s.start)), end: Math.max(...spans.map(s => s.end)) }
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
