// One statement with its speakers as holders: its predicates, whose they are, and the draft of a position read from one of them.
import type { Token } from '../../language/document.ts'
import { dependent, dependents, headOf, isRelation } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { contains } from '../../text/span.ts'
import type { ActorId, Claim, Stance, Statement } from '../entry.ts'
import { inferred } from '../entry.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import {
  isFirstPerson,
  isNegated,
  isSide,
  issueOf,
  partiesAt,
  partiesWithin,
  predicateSpan,
} from './phrases.ts'

const PLAIN = 0.75

export interface Told {
  readonly input: PositionInput
  readonly statement: Statement
  readonly holders: readonly Claim<ActorId>[]
  /** Countries that the speakers act for. */
  readonly own: ReadonlySet<string>
}

/** Predicates that head a clause inside the content. */
export function predicatesOf({ input, statement }: Told): Token[] {
  const inside = (t: Token) => statement.content.some(span => contains(span, t))
  return input.document.tokens.filter(t => {
    if (!inside(t) || !/^(VERB|ADJ|NOUN|PROPN|AUX|PRON)$/.test(t.upos)) return false
    if (input.toldBy(t) !== statement) return false
    const isNamed =
      isRelation(t.deprel, 'acl') &&
      dependents(input.document, t.index, 'mark').some(m => /^that$/i.test(m.form))
    const isClause =
      isNamed ||
      ['ccomp', 'parataxis', 'conj', 'root', 'xcomp'].some(r => isRelation(t.deprel, r)) ||
      t.head < 0
    const head = headOf(input.document, t.index)
    return isClause || head === null || !inside(head)
  })
}

export const subjectIn = ({ input }: Told, predicate: Token): Token | null => {
  const own = dependent(input.document, predicate.index, 'nsubj')
  if (own || !isRelation(predicate.deprel, 'conj')) return own
  const head = headOf(input.document, predicate.index)
  return head ? dependent(input.document, head.index, 'nsubj') : null
}

/** Is the subject the speaker's own side: "we", the speaker, the speaker's state? */
export function isOwn(told: Told, subject: Token | null): boolean {
  if (!subject) return false
  if (isFirstPerson(subject)) return true
  const owner = dependent(told.input.document, subject.index, 'nmod:poss')
  if (owner && isFirstPerson(owner)) return true
  const speakers = new Set(told.holders.map(h => h.value))
  return partiesAt(told.input, subject).some(p => {
    const country = told.input.actors.get(p.value)?.country
    return speakers.has(p.value) || (country != null && told.own.has(country))
  })
}

/** "Our answer will be harsh": how the own side hits back. */
export const isSternAnswer = (told: Told, predicate: Token): boolean =>
  /^(answer|response|reply|reaction|retaliation|retribution)$/.test(
    subjectIn(told, predicate)?.lemma ?? '',
  ) &&
  !isNegated(told.input.document, predicate.index) &&
  told.input.stances.firmly.has(`${predicate.lemma.toLowerCase()}ly`)

export const isActor = (told: Told, subject: Token | null): boolean =>
  subject !== null && told.input.actors.at(subject.index).length > 0

export function draftOf(
  told: Told,
  predicate: Token,
  stance: Stance,
  by: string,
  more: Partial<PositionDraft> = {},
): PositionDraft {
  const speakers = new Set(told.holders.map(h => h.value))
  const others = partiesWithin(told.input, predicate.index).filter(
    p =>
      isSide(told.input, p) &&
      !speakers.has(p.value) &&
      !told.own.has(told.input.actors.get(p.value)?.country ?? ''),
  )
  const toward = others.length > 0 ? others.slice(0, 1) : [...told.statement.addressees]
  return {
    holders: told.holders,
    toward,
    stance,
    issue: issueOf(told.input.document, issueHead(told, predicate)),
    span: within(told.statement, predicateSpan(told.input.document, predicate.index)),
    condition: null,
    consequence: null,
    token: predicate.index,
    by,
    confidence: PLAIN,
    ...more,
  }
}

/** Spans of a position stay inside what was said. */
export function within(statement: Statement, span: Span): Span {
  const part = statement.content.find(c => c.start < span.end && span.start < c.end)
  return part ? { start: Math.max(part.start, span.start), end: Math.min(part.end, span.end) } : span
}

/** Object or complement; of a passive or a verdict the subject; else the predicate itself ("get out of the region"). */
export function issueHead(told: Told, predicate: Token): Token {
  const { document } = told.input
  const free = (t: Token | null) => (t && !isActor(told, t) && t.upos !== 'PRON' ? t : null)
  const stays =
    /^(stay|remain|become|be|keep)$/.test(predicate.lemma) &&
    dependents(document, predicate.index, 'xcomp').some(t => t.upos === 'ADJ' || t.feats.VerbForm === 'Part')
  const passive =
    dependent(document, predicate.index, 'aux:pass', 'cop') !== null || predicate.lemma === 'be' || stays
  const subject = free(dependent(document, predicate.index, 'nsubj'))
  if (passive && subject) return subject
  return (
    free(dependent(document, predicate.index, 'obj')) ??
    dependent(document, predicate.index, 'xcomp') ??
    predicate
  )
}

export function isDuty(told: Told, predicate: Token): boolean {
  const { document, stances } = told.input
  // "does not understand why Chad needs to buy them"
  const asks = dependents(document, predicate.index, 'advmod', 'mark').some(t =>
    /^(why|how|whether|when|where)$/i.test(t.form),
  )
  if (asks && isRelation(predicate.deprel, 'ccomp')) return false
  const auxiliaries = dependents(document, predicate.index, 'aux').map(t => t.lemma.toLowerCase())
  if (auxiliaries.some(a => stances.duty.has(a) && a !== 'shall')) return true
  if (stances.dutyVerbs.has(predicate.lemma.toLowerCase()) && !isNegated(document, predicate.index))
    return dependents(document, predicate.index, 'xcomp').some(x =>
      dependents(document, x.index, 'mark').some(m => /^to$/i.test(m.form)),
    )
  // "bound for Chile" is no duty, "bound to help" is.
  const needsDeed = predicate.upos === 'VERB' || /^(bound|oblig)/i.test(predicate.form)
  return (
    /^(ADJ|VERB)$/.test(predicate.upos) &&
    (!needsDeed || dependent(document, predicate.index, 'xcomp') !== null) &&
    stances.dutyAdjectives.has((predicate.upos === 'ADJ' ? predicate.lemma : predicate.form).toLowerCase()) &&
    dependent(document, predicate.index, 'cop', 'aux:pass') !== null
  )
}

/** Where unnamed sources tell what a state would do, the state holds the position, not the sources. */
export function asSubject(told: Told, predicate: Token): Told {
  if (told.own.size > 0 || explains(told)) return told
  const holders = partiesAt(told.input, subjectIn(told, predicate) ?? predicate)
  const own = new Set(holders.map(h => told.input.actors.get(h.value)?.country).filter(c => c != null))
  return own.size > 0 && subjectIn(told, predicate) ? { ...told, holders, own } : told
}

/** Analysts and people at large tell what they think of a state's plans. */
function explains({ input, statement }: Told): boolean {
  const { document, actors, stances } = input
  const named = statement.speakers.map(s => {
    const { start, end } = s.span ?? { start: 0, end: 0 }
    return `${document.text.content.slice(start, end)} ${actors.get(s.claim.value).name}`
  })
  const words = named.flatMap(n => n.toLowerCase().split(/[^\p{L}]+/u))
  return words.some(w => stances.explaining.has(w.replace(/s$/, '')))
}

/** A statement that says something by somebody, or null. */
export function toldOf(input: PositionInput, statement: Statement): Told | null {
  if (statement.polarity !== 'affirmed' || statement.speakers.length === 0) return null
  const holders = statement.speakers.map(s =>
    s.claim.basis === 'stated' ? s.claim : inferred(s.claim.value, [s.span], s.claim.by),
  )
  const own = new Set(holders.map(h => input.actors.get(h.value)?.country).filter(c => c != null))
  return { input, statement, holders, own }
}

export type LineReader = (told: Told, predicate: Token) => PositionDraft | null

/** What the first reader that fits makes of each predicate; `own` readers tell a side's own line, whoever says it. */
export function readEach(
  input: PositionInput,
  readers: readonly LineReader[],
  own: ReadonlySet<LineReader>,
): PositionDraft[] {
  return input.statements.flatMap(statement => {
    const told = toldOf(input, statement)
    if (!told) return []
    return predicatesOf(told).flatMap(predicate => {
      for (const read of readers) {
        const found = read(own.has(read) ? asSubject(told, predicate) : told, predicate)
        if (found) return [found]
      }
      return []
    })
  })
}
