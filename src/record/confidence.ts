// The record and what the network thought of its words come in; each entry goes out with the share of such entries that measured right.
import type { ConfidenceWeights } from '../knowledge/confidence-weights.ts'
import type { Document } from '../language/document.ts'
import { firstEndingBehind } from '../language/nearby.ts'
import type { Span } from '../text/span.ts'
import type { ArticleRecord, EventRecord, PositionRecord, StatementRecord } from './record.ts'

type Found = Pick<ArticleRecord, 'statements' | 'events' | 'positions'>

/** Probabilities nearer to 0 or 1 than this say no more. */
const EDGE = 0.005

const logit = (p: number): number => {
  const q = Math.min(1 - EDGE, Math.max(EDGE, p))
  return Math.log(q / (1 - q))
}

/** Tokens that the spans touch; `tokens` are in text order. */
function wordsIn({ tokens }: Document, spans: readonly Span[]): number[] {
  return spans.flatMap(span => {
    const words: number[] = []
    for (let i = firstEndingBehind(tokens, span.start); i < tokens.length && tokens[i].start < span.end; i++)
      words.push(i)
    return words
  })
}

const most = (words: readonly number[], of: (word: number) => number): number =>
  words.reduce((best, w) => Math.max(best, of(w)), 0)

const mean = (words: readonly number[], of: (word: number) => number): number =>
  words.length === 0 ? 0 : words.reduce((sum, w) => sum + of(w), 0) / words.length

/** What is known of a statement: its rule's own confidence, the network on its cue and on its content, whether somebody is named. */
export function statementFeatures(document: Document, s: StatementRecord): number[] {
  const { cue, content } = document.judgements
  return [
    logit(s.confidence),
    s.cue === null ? 0 : logit(most(wordsIn(document, [s.cue]), cue)),
    logit(mean(wordsIn(document, s.content), content)),
    s.speakers.length > 0 ? 1 : 0,
  ]
}

/** Of an event: the network on its type and on any act there, how many of its sides are named. */
export function eventFeatures(document: Document, e: EventRecord): number[] {
  const words = wordsIn(document, [e.trigger])
  const { event } = document.judgements
  return [
    logit(e.confidence),
    logit(most(words, w => event(w)[e.type])),
    logit(most(words, w => 1 - event(w).none)),
    e.actors.length > 0 ? 1 : 0,
    e.recipients.length > 0 ? 1 : 0,
  ]
}

/** Of a position: the network on its stance and on any stance there. */
export function positionFeatures(document: Document, p: PositionRecord): number[] {
  const words = wordsIn(document, p.spans)
  const { stance } = document.judgements
  return [
    logit(p.confidence),
    logit(most(words, w => stance(w)[p.stance])),
    logit(most(words, w => 1 - stance(w).none)),
  ]
}

/** A logistic model: the first weight stands alone. */
const probability = ([base, ...weights]: readonly number[], features: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, x, i) => sum + x * weights[i], base)))

const rounded = (p: number): number => Math.round(Math.min(0.99, Math.max(0.01, p)) * 100) / 100

/** Puts measured confidence in the place of the rules' own. */
export function withConfidence<T extends Found>(document: Document, found: T, weights: ConfidenceWeights): T {
  return {
    ...found,
    statements: found.statements.map(s => ({
      ...s,
      confidence: rounded(probability(weights.statement, statementFeatures(document, s))),
    })),
    events: found.events.map(e => ({
      ...e,
      confidence: rounded(probability(weights.event, eventFeatures(document, e))),
    })),
    positions: found.positions.map(p => ({
      ...p,
      confidence: rounded(probability(weights.position, positionFeatures(document, p))),
    })),
  }
}
