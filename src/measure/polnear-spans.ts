// Comes in: who says what by the record. Goes out: the same in the spans that PolNeAR's guidelines mark, where the codebook marks fewer words.
import type { Span } from '../text/span.ts'
import type { Attribution } from './attribution.ts'

/** "has repeatedly", "is also", "then": auxiliaries and adverbs right before the verb belong to the set's cue. */
const BEFORE =
  /(?:^|[^\p{L}\p{N}])((?:(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must|not|never|also|then|now|often|once|even|still|again|later|first|recently|since|sometimes|always|\p{Ll}{2,}ly)\s+)+)$/u

/** The preposition between a verb and what is said: "accused of". */
const BEHIND = /^\s+(?:of|for|on|about|against)(?=\s+$)/

/** "aides, who said": the set's source is the relative pronoun. */
const RELATIVE = /^,?\s+(who|which)\s/

export function asPolnearMarks(text: string, entry: Attribution): Attribution {
  const [cue] = entry.cue
  if (!cue) return entry
  const others = [...entry.source, ...entry.content]
  const from = Math.max(0, ...others.map(s => s.end).filter(end => end <= cue.start))
  const before = BEFORE.exec(text.slice(from, cue.start))?.[1].length ?? 0
  const content = entry.content[0]
  const behind = content ? (BEHIND.exec(text.slice(cue.end, content.start))?.[0].length ?? 0) : 0
  return {
    ...entry,
    source: entry.source.map(s => relativeBehind(text, s, cue) ?? s),
    cue: [{ start: cue.start - before, end: cue.end + behind }],
  }
}

function relativeBehind(text: string, source: Span, cue: Span): Span | null {
  if (cue.start < source.end) return null
  const match = RELATIVE.exec(text.slice(source.end, cue.start))
  if (!match) return null
  const start = source.end + match[0].indexOf(match[1])
  return { start, end: start + match[1].length }
}
