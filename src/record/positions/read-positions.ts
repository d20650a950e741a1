// Document, actors, statements and events in; positions out: what each side demands, offers, refuses, and on which condition.
import type { Stances } from '../../knowledge/stances.ts'
import type { Document, Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { contains, overlaps } from '../../text/span.ts'
import type { ActorIndex } from '../actors/actor-index.ts'
import type { ActorId, Claim, Event, Position, Statement } from '../entry.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import { findConditions } from './find-conditions.ts'
import { findInVerbs } from './find-in-verbs.ts'
import { findInWords } from './find-in-words.ts'
import { findLines } from './find-lines.ts'
import { findThreats } from './find-threats.ts'
import { findUnlisted } from './find-unlisted.ts'
import type { MergedDraft } from './merge-drafts.ts'
import { mergeDrafts } from './merge-drafts.ts'
import { settleDrafts } from './settle-drafts.ts'

/** Below this probability of any stance on its words the network disbelieves outright what doubtful words tell of. */
const DISBELIEVED = 0.03
/** Verdicts and duties are told of much that no side holds. */
const DOUBTFUL = /^(verdict|duty|harm|for-or-against)/
/** Characters after the issue that may still name it. */
const TAIL = 60

const lengthOf = (statement: Statement): number =>
  statement.content.reduce((sum, s) => sum + s.end - s.start, 0)

function innermost(statements: readonly Statement[], token: Token): Statement | null {
  const holding = statements.filter(
    s => s.speakers.length > 0 && s.content.some(span => contains(span, token)),
  )
  return holding.sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null
}

/** "during his first term": the words that put a position into the past. */
function periodOf(document: Document, token: number): Span | null {
  const { sentence } = document.tokens[token]
  const date = document.dates.find(d => document.tokens[d.firstToken].sentence === sentence)
  if (date) return { start: date.start, end: date.end }
  const { firstToken, endToken } = document.sentences[sentence]
  for (let i = firstToken; i < endToken; i++) {
    const [mark] = dependents(document, i, 'case')
    if (mark && /^during$/i.test(mark.form)) return { start: mark.start, end: document.tokens[i].end }
  }
  return null
}

/** "has refused to join": told in the present perfect, a line taken before is the line today. */
const stillHolds = (document: Document, verb: number): boolean =>
  dependents(document, verb, 'aux').some(a => /^(?:has|have|['’]s|['’]ve)$/i.test(a.form))

/** Whom the acts told by the same words are directed at. */
function facedIn(acts: readonly Event[], draft: PositionDraft): readonly Claim<ActorId>[] {
  const holders = new Set(draft.holders.map(h => h.value))
  const faced = acts.find(e => e.actors.some(a => holders.has(a.value)) && e.recipients.length > 0)
  return (faced?.recipients ?? []).filter(r => !holders.has(r.value))
}

/** The issue's words with those that follow them in the span: a short issue may have lost the word that names it. */
function withTail(document: Document, { issue, span }: PositionDraft): string {
  const words = document.text.content.slice(span.start, span.end).replace(/\s+/g, ' ')
  const at = words.indexOf(issue)
  return at < 0 ? issue : words.slice(at, at + issue.length + TAIL)
}

function positionOf(input: PositionInput, merged: MergedDraft): Position {
  const { draft, spans, tokens } = merged
  const { actors, document, events, statements } = input
  const acts = events.filter(e => spans.some(s => [e.trigger, ...e.also].some(t => overlaps(s, t))))
  const said = statements.filter(s => spans.some(span => s.content.some(c => overlaps(c, span))))
  const toward = draft.toward.length > 0 ? draft.toward : facedIn(acts, draft)
  const past = acts.some(e =>
    tokens.some(t => overlaps(e.trigger, document.tokens[t]) && e.background && !stillHolds(document, t)),
  )
  return {
    kind: 'position',
    holders: draft.holders,
    for: actors.get(draft.holders[0].value)?.country ?? null,
    toward,
    issue: draft.issue,
    knownIssue: draft.knownIssue ?? null,
    stance: draft.stance,
    condition: draft.condition,
    consequence: draft.consequence,
    current: !past,
    period: past ? periodOf(document, tokens[0]) : null,
    spans,
    restsOn: [...said, ...acts],
    by: draft.by,
    confidence: draft.confidence,
  }
}

/** Somebody without a state who asks nobody in particular for something unknown orders dinner, not policy. */
const isPolitical = (
  { actors, stances }: PositionInput,
  { holders, toward, knownIssue }: Position,
): boolean =>
  toward.length > 0 ||
  knownIssue !== null ||
  holders.some(({ value }) => {
    const { country, kind, name } = actors.get(value)
    const isPublic = () => name.split(' ').some(w => stances.public.has(w.toLowerCase().replace(/s$/, '')))
    return country !== null || !['unnamed', 'group'].includes(kind) || isPublic()
  })

const isDoubtful = ({ ambiguous }: Stances, { by }: PositionDraft): boolean =>
  DOUBTFUL.test(by) || (by.startsWith('verb:') && ambiguous.has(by.slice('verb:'.length)))

/** The network's greatest probability of any stance on a word of the draft. */
function stanceAround(document: Document, { span }: PositionDraft): number {
  const words = document.tokens.filter(t => overlaps(t, span))
  return Math.max(...words.map(t => 1 - document.judgements.stance(t.index).none))
}

/** A first sentence without a full stop that stands in a line of its own is a headline; 0 where there is none. */
function endOfHeadline(document: Document): number {
  const [first, second] = document.sentences
  if (!first || !second) return 0
  const { end, form } = document.tokens[first.endToken - 1]
  const gap = document.text.content.slice(end, document.tokens[second.firstToken].start)
  return gap.includes('\n') && !/^[.!?]$/.test(form) ? end : 0
}

/** An offer that whoever is said to have made it calls an invention. */
function isDisowned({ actors, document, events }: PositionInput, { draft, tokens }: MergedDraft): boolean {
  const acts = events.filter(e => tokens.some(t => overlaps(e.trigger, document.tokens[t])))
  return acts.some(
    ({ deniedBy }) =>
      deniedBy !== null &&
      draft.holders.some(({ value }) => {
        const { country } = actors.get(value)
        return value === deniedBy || (country !== null && country === actors.get(deniedBy)?.country)
      }),
  )
}

/** Finds the positions of one Document. */
export function findPositions(
  document: Document,
  actors: ActorIndex,
  statements: readonly Statement[],
  events: readonly Event[],
  stances: Stances,
): Position[] {
  const input: PositionInput = {
    document,
    actors,
    statements,
    events,
    stances,
    toldBy: token => innermost(statements, token),
  }
  const found = [findConditions, findThreats, findLines, findInVerbs, findInWords].flatMap(find =>
    find(input),
  )
  const drafts = settleDrafts(input, [...found, ...findUnlisted(input, found)]).map(draft => ({
    ...draft,
    knownIssue: stances.knownIssue(withTail(document, draft)),
  }))
  const headlineEnd = endOfHeadline(document)
  const place = {
    isHeadline: (draft: PositionDraft) => draft.span.end <= headlineEnd,
    sideOf: ({ holders }: PositionDraft) =>
      actors.get(holders[0].value)?.country ?? holders.map(h => h.value).join(' '),
    wordsIn: (span: Span) => document.text.content.slice(span.start, span.end),
  }
  return mergeDrafts(
    drafts.filter(draft => !isDoubtful(stances, draft) || stanceAround(document, draft) >= DISBELIEVED),
    place,
  )
    .filter(m => !isDisowned(input, m))
    .map(m => positionOf(input, m))
    .filter(position => isPolitical(input, position))
}
