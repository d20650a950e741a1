// Finds positions that stand on a condition, in what somebody says: preconditions, warnings, offers.
// "Only after the sanctions are lifted will Iran consider inspections": a precondition.
import type { Token } from '../../language/document.ts'
import { dependent, dependents, phraseSpan, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { conditionOf } from './condition.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import { clauseSpan, hasModal, isNegated, isRuledOut, issueOf, partiesAt, predicateSpan } from './phrases.ts'
import type { Told } from './told.ts'
import {
  draftOf,
  isActor,
  isDuty,
  isOwn,
  isSternAnswer,
  issueHead,
  readEach,
  subjectIn,
  within,
} from './told.ts'

const FUTURE = /^(will|would|wo|['’]ll|['’]d|shall|ca|can|could|wouldn|couldn)$/
/** Words before a duty within which "for X to succeed" belongs to it, whatever the parser attached it to. */
const PURPOSE_REACH = 10

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
  const until = mark.some(m => /^(until|unless|before)$/.test(m))
  const withheld = mark.includes('until') && isWithheld(told, predicate)
  if (!only && !(until && isRefused(told, predicate)) && !withheld) return null
  const condition = clauseSpan(document, clause.index)
  return draftOf(told, predicate, 'precondition', 'only-after', {
    condition: {
      start: condition.start,
      end: Math.max(condition.end, endBeforeInversion(told, predicate, clause)),
    },
  })
}

/** "Only after the guns fall silent will we talk": whatever the parser attached, the clause goes on up to "will". */
function endBeforeInversion({ input: { document } }: Told, predicate: Token, clause: Token): number {
  const subject = dependent(document, predicate.index, 'nsubj')
  const turned = dependents(document, predicate.index, 'aux', 'cop').find(
    t => t.index > clause.index && subject !== null && t.index < subject.index,
  )
  const last = turned && document.tokens[turned.index - 1]
  return last && last.upos !== 'PUNCT' ? last.end : 0
}

/** "We will not sign until …", "no talks should take place until …"; "nothing is agreed until everything is" only tells. */
const isRefused = ({ input: { document } }: Told, { index }: Token): boolean =>
  isNegated(document, index) ||
  (isRuledOut(document, index) &&
    (hasModal(document, index, FUTURE) || hasModal(document, index, /^(must|should|may)$/)))

/** "Aid will be suspended until the operation is over": kept back by the own side, or by nobody named. */
function isWithheld(told: Told, predicate: Token): boolean {
  const { document, stances } = told.input
  const subject = subjectIn(told, predicate)
  const ours = isOwn(told, subject) || !isActor(told, subject)
  return (
    stances.withholding.has(predicate.lemma.toLowerCase()) &&
    hasModal(document, predicate.index, /^(will|would|['’]ll|must|should|shall)$/) &&
    ours
  )
}

/** "There can be no deal while the siege goes on", "no peace unless the settlers leave": ruled out by who says it. */
function readNoDealings(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const subject = dependent(document, predicate.index, 'nsubj')
  const exists = dependent(document, predicate.index, 'expl') !== null
  if (!exists || !subject || !stances.dealings.has(subject.lemma.toLowerCase())) return null
  if (!isRuledOut(document, predicate.index) || !hasModal(document, predicate.index, FUTURE)) return null
  const clause = conditionOf(document, predicate.index, stances.conditionMarks)
  return draftOf(told, predicate, 'refusal', 'no-dealings', {
    issue: issueOf(document, subject),
    condition: clause && clauseSpan(document, clause.index),
  })
}

/** "X must come first", "for talks to succeed, there must be X". */
function readDutyFirst(told: Told, predicate: Token): PositionDraft | null {
  const { document } = told.input
  if (!isDuty(told, predicate)) return null
  const purpose = purposeOf(told, predicate)
  const first = dependents(document, predicate.index, 'advmod').some(t => /^first$/i.test(t.form))
  if (!purpose && !first) return null
  return draftOf(told, predicate, 'precondition', first ? 'duty-first' : 'duty-for-purpose', {
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
  return draftOf(told, predicate, 'precondition', 'prerequisite', {
    issue: issueOf(document, subject),
    condition: within(told.statement, phraseSpan(document, subject.index)),
  })
}

/** "Their departure depends on new guarantees", "is conditional on": what hangs on what. */
function readHinges(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const subject = subjectIn(told, predicate)
  if (!stances.hinging.has(predicate.lemma.toLowerCase()) || !subject || subject.upos === 'PRON') return null
  if (told.input.actors.at(subject.index).length > 0 || isNegated(document, predicate.index)) return null
  const on = dependents(document, predicate.index, 'obl', 'advcl', 'nmod').find(t =>
    dependents(document, t.index, 'case', 'mark').some(c => /^(on|upon)$/i.test(c.form)),
  )
  if (!on) return null
  return draftOf(told, predicate, 'precondition', 'hinges', {
    issue: issueOf(document, subject),
    condition: {
      start: phraseSpan(document, on.index, t => t.head === on.index && t.deprel === 'case').start,
      end: within(told.statement, predicateSpan(document, predicate.index)).end,
    },
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
  return draftOf(told, predicate, 'precondition', 'no-without', {
    issue: issueOf(document, noun),
    condition: phraseSpan(document, without.index),
  })
}

/** "If Ottawa raised its tariffs, Wellington would halt the talks": a warning; with a friendly consequence an offer. */
function readConditional(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const clause = conditionOf(document, predicate.index, IF)
  if (!clause || !hasModal(document, predicate.index, FUTURE) || !isOwn(told, subjectIn(told, predicate)))
    return null
  const hostile =
    (stances.hostile.has(predicate.lemma.toLowerCase()) && !isPullout(told, predicate)) ||
    isSternAnswer(told, predicate) ||
    isProvoked(told, predicate, clause) ||
    isWarned(told)
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
  return draftOf(told, predicate, stance, 'conditional', {
    condition,
    consequence: within(told.statement, consequence),
    issue,
    ...(toward.length > 0 ? { toward } : {}),
  })
}

/** "will withdraw its troops" eases, "will withdraw from the talks" does not. */
function isPullout({ input: { document } }: Told, predicate: Token): boolean {
  if (!/^(withdraw|pull)$/.test(predicate.lemma)) return false
  const moved = dependents(document, predicate.index, 'obj', 'nsubj')
  return moved.some(t => /^(troop|force|army|soldier|fighter|unit|tank|missile|weapon)$/i.test(t.lemma))
}

/** "If Delhi closes the door, we will look elsewhere": whatever follows another's hostile deed is no offer. */
function isProvoked(told: Told, predicate: Token, clause: Token): boolean {
  const { document, stances } = told.input
  const subject = dependent(document, clause.index, 'nsubj')
  const deed = clause.lemma.toLowerCase()
  return (
    (stances.vengeful.has(deed) || stances.harming.has(deed) || /^(close|refuse|reject|fail)$/.test(deed)) &&
    !stances.offerable.has(predicate.lemma.toLowerCase()) &&
    !isNegated(document, clause.index) &&
    !isNegated(document, predicate.index) &&
    !isOwn(told, subject)
  )
}

const isWarned = ({ input, statement }: Told): boolean =>
  statement.cue !== null &&
  /^(warn|threat)/i.test(input.document.text.content.slice(statement.cue.start, statement.cue.end))

/** "whoever attacks us will face serious consequences", "they will bear the consequences". */
function readConsequence(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const object = dependent(document, predicate.index, 'obj')
  if (
    !stances.suffering.has(predicate.lemma.toLowerCase()) ||
    !stances.consequences.has(object?.lemma.toLowerCase() ?? '') ||
    !hasModal(document, predicate.index, FUTURE) ||
    isNegated(document, predicate.index) ||
    isOwn(told, subjectIn(told, predicate))
  )
    return null
  const clause = conditionOf(document, predicate.index, IF)
  return draftOf(told, predicate, 'warning', 'consequence', {
    condition: clause && clauseSpan(document, clause.index),
    consequence: within(told.statement, predicateSpan(document, predicate.index)),
  })
}

const IF = new Set(['if', 'unless', 'should'])

const READERS = [
  readPrerequisite,
  readOnlyAfter,
  readDutyFirst,
  readHinges,
  readWithout,
  readNoDealings,
  readConditional,
  readConsequence,
]
const OWN = new Set([readOnlyAfter, readConditional])

/** In order of the statements. */
export const findConditions = (input: PositionInput): PositionDraft[] => readEach(input, READERS, OWN)
