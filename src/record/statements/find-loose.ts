// Quotations that no cue governs in, what they belong to out: a colon, the statement before them, or a sentence of its own.

import { dependents } from '../../language/tree.ts'
import { contains, overlaps, type Span } from '../../text/span.ts'
import type { Draft, Reading } from './draft.ts'
import type { Quotation } from './read-quotations.ts'
import { cueVerbs } from './saying-clause.ts'
import { canSpeak, subjectsOf, together } from './subjects.ts'

/** What a loose quotation turned out to be. */
export type Loose =
  | { readonly kind: 'continues'; readonly statement: number; readonly content: readonly Span[] }
  | { readonly kind: 'own'; readonly draft: Draft }
  | { readonly kind: 'same speaker'; readonly statement: number; readonly draft: Draft }

/** What a statement already found looks like to this finder. */
export interface Known {
  readonly draft: Draft
  readonly content: readonly Span[]
  readonly form: string
}

/** A quotation of fewer words that nobody is seen to say is a name or a scare quote. */
const FEWEST_WORDS = 4

/** Characters between "according to" and the colon. */
const LONGEST_SOURCE = 80

export function findLoose(reading: Reading, known: readonly Known[]): Loose[] {
  // Statements inside a quotation do not make it theirs.
  const isInside = (k: Known, q: Quotation) =>
    k.draft.cue !== null && q.outer.some(o => contains(o, k.draft.cue!))
  const taken = (q: Quotation) =>
    known.some(k => !isInside(k, q) && k.content.some(c => q.outer.some(o => overlaps(c, o))))
  const found: Loose[] = []
  for (const q of reading.quotations) {
    if (q.parent !== null || taken(q)) continue
    const loose =
      afterColon(reading, q, known) ??
      beforeDash(reading, q) ??
      afterStatement(reading, q, known, found) ??
      standingAlone(reading, q)
    if (loose) found.push(loose)
  }
  return found
}

const draftOf = (
  q: Quotation,
  speakers: readonly number[],
  by: string,
  confidence: number,
  cue: Span | null = null,
  cueToken: number | null = null,
): Draft => ({
  content: q.outer,
  cue,
  cueToken,
  speakers,
  addressees: [],
  chain: [],
  channelToken: null,
  polarity: 'affirmed',
  by,
  confidence,
})

/** “…” after "She was blunt:" or "Berg:" */
function afterColon(reading: Reading, q: Quotation, known: readonly Known[]): Loose | null {
  const { document } = reading
  const { content } = document.text
  const before = content.slice(0, q.outer[0].start).trimEnd()
  if (!before.endsWith(':')) return null
  const colon = before.length - 1
  const sentence = document.sentences.find(s => s.start <= colon && colon < s.end)
  if (!sentence) return null
  const words = document.tokens.filter(t => t.index >= sentence.firstToken && t.end <= colon)
  const verb = cueVerbs(reading)
    .filter(v => v.token >= sentence.firstToken && v.span.end <= colon)
    .at(-1)
  const named = verb ? subjectsOf(reading, verb.token) : subjectOfSentence(reading, sentence.index)
  const speakers =
    named.length > 0
      ? named
      : words.length <= 6
        ? words
            .filter(t => reading.isActor(t.index))
            .slice(-1)
            .map(t => t.index)
        : []
  // "…, according to Berg: “…”": hers as well.
  const source = known.find(
    k =>
      k.draft.by === 'source:according-to' &&
      k.draft.cue !== null &&
      k.draft.cue.start >= sentence.start &&
      k.draft.cue.end <= colon &&
      colon - k.draft.cue.end < LONGEST_SOURCE,
  )
  const able = (source?.draft.speakers ?? speakers).filter(h => canSpeak(reading, h) && reading.isActor(h))
  if (able.length === 0 && !isWhole(reading, q)) return null
  const cue = verb ? verb.span : { start: colon, end: colon + 1 }
  return { kind: 'own', draft: draftOf(q, able, 'quotation:colon', 0.75, cue, verb?.token ?? null) }
}

/** “…” — Anna Berg, a teacher: a dash and a name, to the end of the line. */
function beforeDash(reading: Reading, q: Quotation): Loose | null {
  if (!isWhole(reading, q)) return null
  const { tokens, text } = reading.document
  const { end } = q.outer[q.outer.length - 1]
  const [line, dash, name] = SIGNED.exec(text.content.slice(end)) ?? []
  if (line === undefined) return null
  const start = end + dash.length
  const signed = tokens.filter(t => t.start >= start && t.end <= start + name.length)
  if (signed.some(t => ['VERB', 'AUX', 'PRON'].includes(t.upos))) return null
  const [head] = signed.filter(t => reading.isActor(t.index)).slice(-1)
  return head ? { kind: 'own', draft: draftOf(q, [head.index], 'quotation:signed', 0.8) } : null
}

/** The dash and the name that signs, up to a comma, a bracket or the end of the line. */
const SIGNED = /^(\s*(?:[—–―]|--)\s*)(\p{Lu}[^\n,(;:!?]{1,60}?)(?=\s*(?:[,(]|\.?\s*\n|\.?\s*$))/u

function subjectOfSentence(reading: Reading, sentence: number): number[] {
  const { document } = reading
  const { firstToken, endToken } = document.sentences[sentence]
  const root = document.tokens.slice(firstToken, endToken).find(t => t.head < 0)
  const subject = root && dependents(document, root.index, 'nsubj')[0]
  return subject ? together(reading, subject.index) : []
}

/** Whole sentences: it opens one, and ends with one. */
function isWhole(reading: Reading, q: Quotation): boolean {
  const { document } = reading
  const { content } = document.text
  const start = q.outer[0].start
  const { end } = q.outer[q.outer.length - 1]
  const opens =
    document.paragraphs.some(p => p.start === start) ||
    /[.!?:”"’)]\s*$/.test(content.slice(Math.max(0, start - 4), start))
  const last = content.slice(q.inner[q.inner.length - 1].start, q.inner[q.inner.length - 1].end).trimEnd()
  const ends = /[.!?…]$/.test(last) || /^\s*[.!?]/.test(content.slice(end, end + 2)) || q.outer.length > 1
  const words = q.inner.reduce(
    (n, s) => n + content.slice(s.start, s.end).split(/\s+/).filter(Boolean).length,
    0,
  )
  return opens && ends && words >= FEWEST_WORDS
}

/** The sentence before holds a statement: the quotation goes on with it, or is another one by the same speaker. */
function afterStatement(
  reading: Reading,
  q: Quotation,
  known: readonly Known[],
  found: readonly Loose[],
): Loose | null {
  if (!isWhole(reading, q)) return null
  const { document } = reading
  const start = q.outer[0].start
  const paragraph = document.paragraphs.findIndex(p => p.start <= start && start < p.end)
  const lastBefore = document.sentences
    .filter(s => s.end <= start && document.text.content.slice(s.start, s.end).trim())
    .at(-1)
  const at = known.findLastIndex(
    k => Math.max(...k.content.map(c => c.end), k.draft.cue?.end ?? 0) <= start && !isNested(k, known),
  )
  if (at < 0 || !lastBefore) return null
  const { draft, content, form } = known[at]
  const reach = Math.max(...content.map(c => c.end), draft.cue?.end ?? 0)
  const adjacent =
    reach > lastBefore.start ||
    found.some(
      f =>
        f.kind === 'continues' &&
        f.statement === at &&
        Math.max(...f.content.map(c => c.end)) > lastBefore.start,
    )
  if (!adjacent) return null
  const sameParagraph = document.paragraphs[paragraph]?.start <= Math.max(...content.map(c => c.start))
  if (sameParagraph && form !== 'indirect' && form !== 'mixed')
    return { kind: 'continues', statement: at, content: q.outer }
  return {
    kind: 'same speaker',
    statement: at,
    draft: draftOf(q, draft.speakers, 'quotation:same-speaker', sameParagraph ? 0.7 : 0.6),
  }
}

const isNested = (k: Known, all: readonly Known[]): boolean =>
  all.some(
    o =>
      o !== k &&
      k.draft.cue &&
      o.content.some(c => c.start <= k.draft.cue!.start && k.draft.cue!.end <= c.end),
  )

/** A quotation that is a sentence: somebody says it, the subject of the sentence before if that is an actor. */
function standingAlone(reading: Reading, q: Quotation): Loose | null {
  if (!isWhole(reading, q)) return null
  const { document } = reading
  const before = document.sentences.filter(s => s.end <= q.outer[0].start).at(-1)
  const paragraph = document.paragraphs.find(p => p.start <= q.outer[0].start && q.outer[0].start < p.end)
  const near = before && paragraph && before.start >= paragraph.start
  const speakers = near
    ? subjectOfSentence(reading, before.index).filter(h => canSpeak(reading, h) && reading.isActor(h))
    : []
  return { kind: 'own', draft: draftOf(q, speakers, 'quotation:alone', speakers.length ? 0.5 : 0.4) }
}
