// Drafts in text order in; the same drafts out, with what only the words around them tell: where they end, what "that" stands for, whom a quotation goes on facing.
import type { Document, Token } from '../../language/document.ts'
import type { Span } from '../../text/span.ts'
import { overlaps } from '../../text/span.ts'
import type { Event } from '../entry.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import { issueOf } from './phrases.ts'

/** Sentences back in which "that" is looked for. */
const REACH = 2

/** Words of a position end with the words that are said: what follows is the reporter's. */
function clipped({ document, statements, toldBy }: PositionInput, draft: PositionDraft): PositionDraft {
  const { span, condition } = draft
  const token = document.tokens[draft.token]
  const parts = toldBy(token)?.content.filter(c => overlaps(c, span)) ?? []
  if (parts.length > 0 && parts.some(c => overlaps(c, token))) {
    const start = Math.max(span.start, parts[0].start)
    return { ...draft, span: { start, end: Math.min(span.end, parts[parts.length - 1].end) } }
  }
  const said = statements.find(s => s.cue !== null && overlaps(s.cue, token))?.content.at(-1)
  const isCut =
    said !== undefined &&
    said.start > token.start &&
    said.end < span.end &&
    said.end >= (condition?.end ?? 0) &&
    /^["”’]?\s*[,;–—]/.test(document.text.content.slice(said.end, span.end))
  return isCut ? { ...draft, span: { start: span.start, end: said.end } } : draft
}

const isBare = ({ stances }: PositionInput, { issue }: PositionDraft): boolean =>
  issue
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .every(w => w === '' || stances.bare.has(w))

const sentenceOf = (document: Document, at: Span): number =>
  document.tokens.find(t => overlaps(t, at))?.sentence ?? -1

/** The word that heads the trigger. */
function headIn(document: Document, trigger: Span): Token | null {
  const words = document.tokens.filter(t => overlaps(t, trigger))
  return words.find(t => !words.some(w => w.index === t.head)) ?? null
}

/** "India must act first", "I wouldn't stand for that": the matter is what was spoken of just before. */
function withMatter(
  input: PositionInput,
  draft: PositionDraft,
  before: readonly PositionDraft[],
): PositionDraft {
  if (!isBare(input, draft)) return draft
  const { document, events } = input
  const { sentence } = document.tokens[draft.token]
  const isNear = (at: Span) => at.end <= draft.span.start && sentence - sentenceOf(document, at) <= REACH
  const old = before.filter(d => isNear(d.span) && !isBare(input, d)).at(-1)
  if (old) return { ...draft, issue: old.issue }
  const holders = new Set(draft.holders.map(h => h.value))
  const isOwn = (e: Event) => e.actors.some(a => holders.has(a.value))
  const near = events.filter(e => isNear(e.trigger)).sort((a, b) => a.trigger.start - b.trigger.start)
  const deed = near.filter(e => !isOwn(e)).at(-1)
  const head = deed ? headIn(document, deed.trigger) : null
  if (!head) return draft
  const faced = near.filter(e => isOwn(e) && e.recipients.length > 0).at(-1)?.recipients ?? []
  const toward = draft.toward.length > 0 ? draft.toward : faced.filter(r => !holders.has(r.value))
  return { ...draft, issue: issueOf(document, head), toward }
}

/** "Our door is open to Oman," he said. "What we ask is …": asked of Oman too. */
function withSide(
  { document, toldBy }: PositionInput,
  draft: PositionDraft,
  before: readonly PositionDraft[],
): PositionDraft {
  const quotation = toldBy(document.tokens[draft.token])
  // Only what is asked is asked of somebody.
  if (draft.stance !== 'demand' || draft.toward.length > 0 || quotation?.form !== 'direct') return draft
  const old = before.filter(d => d.toward.length > 0 && toldBy(document.tokens[d.token]) === quotation).at(-1)
  return old ? { ...draft, toward: old.toward } : draft
}

export function settleDrafts(input: PositionInput, drafts: readonly PositionDraft[]): PositionDraft[] {
  const settled: PositionDraft[] = []
  for (const draft of [...drafts].sort((a, b) => a.token - b.token))
    settled.push(withSide(input, withMatter(input, clipped(input, draft), settled), settled))
  return settled
}
