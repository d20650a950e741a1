// A paragraph and the spans of its entries in, the paragraph with colours and numbered marks out.
import { overlaps, type Span } from '../text/span.ts'
import { colours } from './terminal.ts'

export type Kind = 'statement' | 'event' | 'position'

export interface Mark {
  readonly number: number
  readonly kind: Kind
  /** The first one carries the number at its end. */
  readonly spans: readonly Span[]
}

export const KIND_COLOURS: Readonly<Record<Kind, (words: string) => string>> = {
  statement: colours.cyan,
  event: words => colours.bold(colours.yellow(words)),
  position: words => colours.underline(colours.magenta(words)),
}

/** Where kinds overlap, the one on the smaller stretch of words must stay visible: it comes last here. */
const LAYERS: readonly Kind[] = ['statement', 'position', 'event']

export function markText(content: string, paragraph: Span, marks: readonly Mark[]): string {
  const near = marks.filter(mark => mark.spans.some(span => overlaps(span, paragraph)))
  const cuts = new Set([paragraph.start, paragraph.end])
  for (const { spans } of near)
    for (const span of spans)
      for (const offset of [span.start, span.end])
        if (offset > paragraph.start && offset < paragraph.end) cuts.add(offset)
  const offsets = [...cuts].sort((a, b) => a - b)
  let out = ''
  for (let i = 0; i < offsets.length - 1; i++) {
    const piece = { start: offsets[i], end: offsets[i + 1] }
    const kind = LAYERS.findLast(k => near.some(m => m.kind === k && m.spans.some(s => overlaps(s, piece))))
    const words = content.slice(piece.start, piece.end)
    out += (kind ? KIND_COLOURS[kind](words) : words) + numbersAt(piece.end, near)
  }
  return out
}

const numbersAt = (offset: number, marks: readonly Mark[]): string =>
  marks
    .filter(mark => mark.spans[0]?.end === offset)
    .map(mark => colours.dim(`[${mark.number}]`))
    .join('')
