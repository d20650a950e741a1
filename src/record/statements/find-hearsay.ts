// Adverbs of hearsay in, drafts of statements that nobody in particular makes out: "reportedly", "allegedly".
import type { Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { clauseContent } from './clause-words.ts'
import type { Draft, Reading } from './draft.ts'

/** "The envoy has reportedly left": hearsay, said by nobody in particular. */
export function findHearsay(reading: Reading): Draft[] {
  const { document, cues } = reading
  return document.tokens.flatMap(token => {
    const head = headOf(document, token.index)
    if (!head || !cues.sources.hearsay.has(token.form.toLowerCase()) || !isRelation(token.deprel, 'advmod'))
      return []
    if (!['VERB', 'AUX'].includes(head.upos) && !dependents(document, head.index, 'cop').length) return []
    if (isRelation(head.deprel, 'amod') || reading.quotationOf[token.index] >= 0) return []
    if (isRelation(head.deprel, 'advcl') && !dependents(document, head.index, 'nsubj').length) return []
    const spans = fromSubject(reading, head, clauseContent(reading, head.index, -1))
    const content = spans
      .flatMap(s => around(s, token, document.text.content))
      .map(s => afterAnd(s, document.text.content))
    return content.length
      ? [
          {
            content,
            cue: { start: token.start, end: token.end },
            cueToken: token.index,
            speakers: [],
            addressees: [],
            chain: [],
            channelToken: null,
            polarity: 'affirmed' as const,
            by: 'source:hearsay',
            confidence: 0.7,
          },
        ]
      : []
  })
}

/** "As president, he reportedly left": from the subject on, and without a clause that has a subject of its own ("…, but she stayed"). */
function fromSubject(reading: Reading, verb: Token, spans: readonly Span[]): Span[] {
  const { document } = reading
  const subject = dependents(document, verb.index, 'nsubj').find(t => t.index < verb.index)
  const other = dependents(document, verb.index, 'conj').find(
    t =>
      dependents(document, t.index, 'nsubj').length > 0 &&
      document.tokens[subtree(document, t.index)[0]].form === ',',
  )
  const own = subject ? document.tokens[subtree(document, subject.index)[0]].start : 0
  // "On Monday, the fleet reportedly left": when it happened is part of it.
  const dated = document.dates.some(d => spans.some(s => s.start <= d.start && d.end <= own))
  const start = dated ? 0 : own
  const end = other ? document.tokens[subtree(document, other.index)[0]].start : Number.POSITIVE_INFINITY
  return spans
    .map(s => ({ start: Math.max(s.start, start), end: Math.min(s.end, end) }))
    .filter(s => s.end > s.start)
}

/** "and may have left": the conjunction belongs to the sentence. */
function afterAnd(span: Span, content: string): Span {
  const and = /^(?:and|but|or)\s+/i.exec(content.slice(span.start, span.end))
  return and ? { start: span.start + and[0].length, end: span.end } : span
}

/** A span without one of its words. */
function around(span: Span, word: Token, content: string): Span[] {
  if (word.start < span.start || word.end > span.end) return [span]
  const left = { start: span.start, end: span.start + content.slice(span.start, word.start).trimEnd().length }
  const gap = content.slice(word.end, span.end).match(/^[\s,]*/)?.[0].length ?? 0
  return [left, { start: word.end + gap, end: span.end }].filter(s => s.end > s.start)
}
