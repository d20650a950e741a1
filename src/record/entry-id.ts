// Ids of entries, from what they rest on: kind, text, spans, and type or stance with the sides. Reading again gives the same id.
import type { Span } from '../text/span.ts'
import { sha256 } from '../text/text.ts'
import type { Event, Position, Relation, Statement } from './entry.ts'

/** Hexadecimal digits kept of the hash: 64 bits, enough for any collection of texts. */
const DIGITS = 16

const spans = (list: readonly Span[]): string => list.map(s => `${s.start}-${s.end}`).join(',')

const id = (kind: string, textId: string, ...parts: readonly string[]): string =>
  `${kind}:${sha256([textId, ...parts].join('|')).slice(0, DIGITS)}`

export const statementId = (textId: string, s: Statement): string =>
  id(
    'statement',
    textId,
    spans(s.content),
    s.cue ? spans([s.cue]) : '',
    s.speakers.map(x => x.claim.value).join(','),
  )

export const eventId = (textId: string, e: Event): string =>
  id('event', textId, spans([e.trigger]), e.type, [...e.actors, ...e.recipients].map(c => c.value).join(','))

export const positionId = (textId: string, p: Position): string =>
  id('position', textId, spans(p.spans), p.stance, p.holders.map(c => c.value).join(','))

export const relationId = (textId: string, r: Relation): string =>
  id('relation', textId, spans([r.span]), r.subject, r.relation, r.object)
