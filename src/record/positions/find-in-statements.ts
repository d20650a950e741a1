// Finds positions in what somebody says without a stance word: duties of others, refusals of one's own, conditions, verdicts.
// "Only after the sanctions are lifted will Iran consider inspections": a precondition.
import type { Token } from '../../language/document.ts'
import { dependent, dependents, headOf, isRelation, phraseSpan, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { contains } from '../../text/span.ts'
import type { ActorId, Claim, Stance, Statement } from '../entry.ts'
import { inferred } from '../entry.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import {
  clauseSpan,
  conditionOf,
  hasModal,
  isFirstPerson,
  isNegated,
  isSide,
  issueOf,
  partiesAt,
  partiesWithin,
  predicateSpan,
} from './phrases.ts'

const FUTURE = /^(will|would|wo|['’]ll|['’]d|shall|ca|can|could|wouldn|couldn)$/
const WILL = /^(will|would|['’]ll|shall)$/
const CONDITIONAL = /^(would|['’]d|could)$/
const PLAIN = 0.75
/** Words before a duty within which "for X to succeed" belongs to it, whatever the parser attached it to. */
const PURPOSE_REACH = 10

interface Told {
  readonly input: PositionInput
  readonly statement: Statement
  readonly holders: readonly Claim<ActorId>[]
  /** Countries that the speakers act for. */
  readonly own: ReadonlySet<string>
}

/** Predicates that head a clause inside the content. */
function predicatesOf({ input, statement }: Told): Token[] {
  const inside = (t: Token) => statement.content.some(span => contains(span, t))
  return input.document.tokens.filter(t => {
    if (!inside(t) || !/^(VERB|ADJ|NOUN|PROPN|AUX|PRON)$/.test(t.upos)) return false
    if (input.toldBy(t) !== statement) return false
    const isClause =
      ['ccomp', 'parataxis', 'conj', 'root', 'xcomp'].some(r => isRelation(t.deprel, r)) || t.head < 0
    const head = headOf(input.document, t.index)
    return isClause || head === null || !inside(head)
  })
}

const subjectIn = ({ input }: Told, predicate: Token): Token | null => {
  const own = dependent(input.document, predicate.index, 'nsubj')
  if (own || !isRelation(predicate.deprel, 'conj')) return own
  const head = headOf(input.document, predicate.index)
  return head ? dependent(input.document, head.index, 'nsubj') : null
}

/** Is the subject the speaker's own side: "we", the speaker, the speaker's state? */
function isOwn(told: Told, subject: Token | null): boolean {
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

const isActor = (told: Told, subject: Token | null): boolean =>
  subject !== null && told.input.actors.at(subject.index).length > 0

function draft(
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
function within(statement: Statement, span: Span): Span {
  const part = statement.content.find(c => c.start < span.end && span.start < c.end)
  return part ? { start: Math.max(part.start, span.start), end: Math.min(part.end, span.end) } : span
}

/** Object or complement; of a passive or a verdict the subject; else the predicate itself ("get out of the region"). */
function issueHead(told: Told, predicate: Token): Token {
  const { document } = told.input
  const free = (t: Token | null) => (t && !isActor(told, t) && t.upos !== 'PRON' ? t : null)
  const passive = dependent(document, predicate.index, 'aux:pass', 'cop') !== null || predicate.lemma === 'be'
  const subject = free(dependent(document, predicate.index, 'nsubj'))
  if (passive && subject) return subject
  return (
    free(dependent(document, predicate.index, 'obj')) ??
    dependent(document, predicate.index, 'xcomp') ??
    predicate
  )
}

/** "Only after X will we Y", "not until X". */
function readOnlyAfter(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const clause = conditionOf(document, predicate.index, stances.preconditionMarks)
  if (!clause) return null
  const before = document.tokens[subtree(document, clause.index)[0] - 1]
  const only = [
    ...dependents(document, clause.index, 'advmod'),
    ...dependents(document, predicate.index, 'advmod'),
    ...(before ? [before] : []),
  ].some(t => t.lemma.toLowerCase() === 'only')
  const mark = dependents(document, clause.index, 'mark', 'advmod').map(t => t.form.toLowerCase())
  const notBefore = isNegated(document, predicate.index) && mark.some(m => /^(until|unless|before)$/.test(m))
  if (!only && !notBefore) return null
  return draft(told, predicate, 'precondition', 'only-after', {
    condition: clauseSpan(document, clause.index),
  })
}

/** "X must come first", "for talks to succeed, there must be X". */
function readDutyFirst(told: Told, predicate: Token): PositionDraft | null {
  const { document } = told.input
  if (!isDuty(told, predicate)) return null
  const purpose = purposeOf(told, predicate)
  const first = dependents(document, predicate.index, 'advmod').some(t => /^first$/i.test(t.form))
  if (!purpose && !first) return null
  return draft(told, predicate, 'precondition', first ? 'duty-first' : 'duty-for-purpose', {
    condition: first
      ? within(told.statement, predicateSpan(document, predicate.index))
      : mainSpan(told, predicate),
    consequence: purpose && phraseSpan(document, purpose.index),
  })
}

/** "there must be recognition of X": the condition is what must be, without "there must be". */
function mainSpan(told: Told, predicate: Token): Span {
  const { document } = told.input
  const existential = dependents(document, predicate.index, 'expl').length > 0
  const subject = existential ? dependent(document, predicate.index, 'nsubj') : null
  return within(
    told.statement,
    subject ? phraseSpan(document, subject.index) : predicateSpan(document, predicate.index),
  )
}

/** "for talks to succeed", "in order to", before the duty. */
function purposeOf(told: Told, predicate: Token): Token | null {
  const { document } = told.input
  const start = Math.min(...dependents(document, predicate.index).map(t => t.index), predicate.index)
  const before = document.tokens.slice(document.sentences[predicate.sentence].firstToken, predicate.index)
  const aims = before.filter(
    t =>
      /^(advcl|obl|acl)$/.test(t.deprel) &&
      (t.head === predicate.index || t.index > start - PURPOSE_REACH) &&
      dependents(document, t.index, 'mark', 'case').some(m => /^(for|before)$/i.test(m.form)) &&
      subtree(document, t.index).some(
        i => /^to$/i.test(document.tokens[i].form) && document.tokens[i].deprel === 'mark',
      ),
  )
  return aims.at(-1) ?? null
}

function isDuty(told: Told, predicate: Token): boolean {
  const { document, stances } = told.input
  const auxiliaries = dependents(document, predicate.index, 'aux').map(t => t.lemma.toLowerCase())
  if (auxiliaries.some(a => stances.duty.has(a) && a !== 'shall')) return true
  return (
    predicate.upos === 'ADJ' &&
    stances.dutyAdjectives.has(predicate.lemma.toLowerCase()) &&
    dependent(document, predicate.index, 'cop') !== null
  )
}

/** "X should be a prerequisite for Y". */
function readPrerequisite(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  if (
    stances.nouns.get(predicate.lemma.toLowerCase()) !== 'precondition' ||
    isNegated(document, predicate.index)
  )
    return null
  const subject = dependent(document, predicate.index, 'nsubj')
  if (!subject || !dependent(document, predicate.index, 'cop')) return null
  return draft(told, predicate, 'precondition', 'prerequisite', {
    issue: issueOf(document, subject),
    condition: within(told.statement, phraseSpan(document, subject.index)),
  })
}

/** "NO DEAL WITHOUT OUR FISHERMEN": no A without B. */
function readWithout(told: Told, predicate: Token): PositionDraft | null {
  const { document } = told.input
  const noun = [
    predicate,
    dependent(document, predicate.index, 'nsubj'),
    dependent(document, predicate.index, 'obj'),
  ].find(t => t && document.children[t.index].some(i => /^no$/i.test(document.tokens[i].form)))
  const without = [noun, predicate]
    .flatMap(t => (t ? dependents(document, t.index, 'nmod', 'obl') : []))
    .find(t => dependents(document, t.index, 'case').some(c => /^without$/i.test(c.form)))
  if (!noun || !without) return null
  return draft(told, predicate, 'precondition', 'no-without', {
    issue: issueOf(document, noun),
    condition: phraseSpan(document, without.index),
  })
}

/** "If Ottawa raised its tariffs, Wellington would halt the talks": a warning; with a friendly consequence an offer. */
function readConditional(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const clause = conditionOf(document, predicate.index, new Set(['if', 'unless', 'should']))
  if (!clause || !hasModal(document, predicate.index, FUTURE) || !isOwn(told, subjectIn(told, predicate)))
    return null
  const hostile = stances.hostile.has(predicate.lemma.toLowerCase()) || isWarned(told)
  const condition = clauseSpan(document, clause.index)
  const subject = dependent(document, clause.index, 'nsubj')
  const toward = subject
    ? partiesAt(told.input, subject).filter(p => !told.holders.some(h => h.value === p.value))
    : []
  const stance = hostile ? 'warning' : isNegated(document, predicate.index) ? 'refusal' : 'offer'
  const consequence = phraseSpan(
    document,
    predicate.index,
    t => t.index === clause.index || (t.head === predicate.index && t.deprel === 'punct'),
  )
  const issue = issueOf(document, issueHead(told, clause))
  return draft(told, predicate, stance, 'conditional', {
    condition,
    consequence: within(told.statement, consequence),
    issue,
    ...(toward.length > 0 ? { toward } : {}),
  })
}

const isWarned = ({ input, statement }: Told): boolean =>
  statement.cue !== null &&
  /^(warn|threat)/i.test(input.document.text.content.slice(statement.cue.start, statement.cue.end))

/** "Canada will not be rushed into a bad deal", "the fund could not be enlarged". */
function readRefusal(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  if (
    predicate.upos !== 'VERB' ||
    !isNegated(document, predicate.index) ||
    !hasModal(document, predicate.index, FUTURE)
  )
    return null
  const subject = subjectIn(told, predicate)
  const passive = dependent(document, predicate.index, 'aux:pass') !== null
  const ours = isOwn(told, subject) || (passive && !isActor(told, subject))
  if (!ours || !(stances.refusable.has(predicate.lemma.toLowerCase()) || (passive && isOwn(told, subject))))
    return null
  const stance =
    hasModal(document, predicate.index, CONDITIONAL) && predicate.lemma === 'stand' ? 'objection' : 'refusal'
  return draft(
    told,
    predicate,
    stance,
    'will-not',
    passive && !isOwn(told, subject) ? { issue: issueOf(document, subject) } : {},
  )
}

/** "his country would lift the restrictions": what the own side will do for others. */
function readPledge(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  if (
    predicate.upos !== 'VERB' ||
    isNegated(document, predicate.index) ||
    !hasModal(document, predicate.index, WILL)
  )
    return null
  if (!stances.offerable.has(predicate.lemma.toLowerCase()) || !isOwn(told, subjectIn(told, predicate)))
    return null
  return draft(told, predicate, 'offer', 'will-do')
}

/** "the border must stay closed": what the speaker says others must do. */
function readDuty(told: Told, predicate: Token): PositionDraft | null {
  const subject = subjectIn(told, predicate)
  if (!isDuty(told, predicate) || isFirstPersonOnly(subject)) return null
  if (isOwn(told, subject) && isActor(told, subject)) return null
  return draft(told, predicate, 'demand', 'duty')
}

const isFirstPersonOnly = (subject: Token | null): boolean => subject !== null && isFirstPerson(subject)

/** "more pressure would be nothing but a mockery": refused if it is to come, objected to if it is there. */
function readVerdict(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const exempted = dependents(document, predicate.index, 'nmod').filter(t =>
    dependents(document, t.index, 'case').some(c => /^(but|than)$/i.test(c.form)),
  )
  const close = [predicate, ...dependents(document, predicate.index, 'conj', 'amod'), ...exempted]
  const isVerdict =
    close.some(t => stances.verdicts.has(t.lemma.toLowerCase())) &&
    dependent(document, predicate.index, 'cop') !== null
  const subject = dependent(document, predicate.index, 'nsubj')
  if (!isVerdict || !subject || isOwn(told, subject) || isNegated(document, predicate.index)) return null
  const toCome = hasModal(document, predicate.index, CONDITIONAL)
  const span = within(told.statement, phraseSpan(document, subject.index))
  return draft(told, predicate, toCome ? 'refusal' : 'objection', 'verdict', {
    issue: issueOf(document, subject),
    condition: toCome ? conditionWords(told, subject, span) : null,
  })
}

/** The subject up to a participle that only says what it is about ("regarding denuclearization"). */
function conditionWords(told: Told, subject: Token, span: Span): Span {
  const about = dependents(told.input.document, subject.index, 'acl', 'nmod').find(t =>
    dependents(told.input.document, t.index, 'case').some(c =>
      /^(regarding|concerning|about|on|over)$/i.test(c.form),
    ),
  )
  if (!about) return span
  const start = phraseSpan(told.input.document, about.index).start
  return { start: span.start, end: told.input.document.text.content.slice(0, start).trimEnd().length }
}

/** What a side itself will do or not do: whoever tells it, the line is that side's. */
const OWN_LINES = [readOnlyAfter, readConditional, readRefusal, readPledge]
const READERS = [
  readPrerequisite,
  readOnlyAfter,
  readDutyFirst,
  readWithout,
  readConditional,
  readRefusal,
  readVerdict,
  readPledge,
  readDuty,
]

/** Where unnamed sources tell what a state would do, the state holds the position, not the sources. */
function asSubject(told: Told, predicate: Token): Told {
  if (told.own.size > 0) return told
  const holders = partiesAt(told.input, subjectIn(told, predicate) ?? predicate)
  const own = new Set(holders.map(h => told.input.actors.get(h.value)?.country).filter(c => c != null))
  return own.size > 0 && subjectIn(told, predicate) ? { ...told, holders, own } : told
}

function readStatement(input: PositionInput, statement: Statement): PositionDraft[] {
  if (statement.polarity !== 'affirmed' || statement.speakers.length === 0) return []
  const holders = statement.speakers.map(s =>
    s.claim.basis === 'stated' ? s.claim : inferred(s.claim.value, [s.span], s.claim.by),
  )
  const own = new Set(holders.map(h => input.actors.get(h.value)?.country).filter(c => c != null))
  const told: Told = { input, statement, holders, own }
  return predicatesOf(told).flatMap(predicate => {
    for (const read of READERS) {
      const found = read(OWN_LINES.includes(read) ? asSubject(told, predicate) : told, predicate)
      if (found) return [found]
    }
    return []
  })
}

/** In order of the statements. */
export const findInStatements = (input: PositionInput): PositionDraft[] =>
  input.statements.flatMap(s => readStatement(input, s))
