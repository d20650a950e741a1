// Spans in, the exact words of the text out.
import type { Span } from '../../../src/text/span.ts'
import type { Reading } from './items.ts'

export const cut = (span: Span, reading: Reading): string =>
  reading.record.text.content.slice(span.start, span.end)

/** The parts in the order of the text, joined by an ellipsis. */
export const wordsOf = (spans: readonly Span[], reading: Reading): string =>
  [...spans]
    .sort((a, b) => a.start - b.start)
    .map(span => cut(span, reading))
    .join(' … ')
