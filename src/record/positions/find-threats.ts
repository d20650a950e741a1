// Finds positions in threats and orders that somebody utters without a stance word.
// "We will respond firmly to the raid": a warning. "Stop the bombing": a demand.
import type { Token } from '../../language/document.ts'
import { dependent, dependents } from '../../language/tree.ts'
import { conditionOf } from './condition.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import { clauseSpan, hasModal, isFirstPerson, isNegated, issueOf } from './phrases.ts'
import type { Told } from './told.ts'
import { draftOf, isOwn, isSternAnswer, readEach, subjectIn } from './told.ts'

const WILL = /^(will|would|['’]ll|shall)$/

/** "Stop the bombing": an order in the speaker's own words. */
function readOrder(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  if (predicate.feats.Mood !== 'Imp' || told.statement.form === 'indirect') return null
  if (!stances.ordered.has(predicate.lemma.toLowerCase())) return null
  const object = dependent(document, predicate.index, 'obj')
  if (dependent(document, predicate.index, 'nsubj') || (object && isFirstPerson(object))) return null
  return draftOf(told, predicate, 'demand', 'order')
}

/** "We will punish them", "will respond firmly to the raid", "will continue our attacks": hostile whatever the other does. */
function readThreat(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const answers = isSternAnswer(told, predicate)
  if ((predicate.upos !== 'VERB' && !answers) || isNegated(document, predicate.index)) return null
  if (!hasModal(document, predicate.index, WILL) || !isOwn(told, subjectIn(told, predicate))) return null
  if (dependent(document, predicate.index, 'aux:pass')) return null
  const lemma = predicate.lemma.toLowerCase()
  const about = dependents(document, predicate.index, 'obj', 'obl')
  const isOf = (words: ReadonlySet<string>) => about.some(t => words.has(t.lemma.toLowerCase()))
  const firm = dependents(document, predicate.index, 'advmod').some(t =>
    stances.firmly.has(t.form.toLowerCase()),
  )
  const hostile =
    answers ||
    stances.punishing.has(lemma) ||
    (lemma === 'respond' && (firm || isOf(stances.consequences) || isOf(stances.force))) ||
    (lemma === 'take' && isOf(RETORTS)) ||
    (stances.toughening.has(lemma) && isOf(stances.violence))
  const condition = conditionOf(document, predicate.index, stances.conditionMarks)
  return hostile
    ? draftOf(told, predicate, 'warning', 'threat', {
        condition: condition && clauseSpan(document, condition.index),
      })
    : null
}

const RETORTS = new Set(['measure', 'countermeasure', 'revenge', 'retaliation', 'countermeasures'])

/** "All options are on the table." */
function readOptions(told: Told, predicate: Token): PositionDraft | null {
  const { document } = told.input
  const subject = subjectIn(told, predicate)
  const on = dependents(document, predicate.index, 'case').some(c => /^on$/i.test(c.form))
  if (predicate.lemma !== 'table' || !on || subject?.lemma !== 'option') return null
  if (isNegated(document, predicate.index)) return null
  const condition = conditionOf(document, predicate.index, told.input.stances.conditionMarks)
  return draftOf(told, predicate, 'warning', 'all-options', {
    issue: issueOf(document, subject),
    condition: condition && clauseSpan(document, condition.index),
  })
}

const READERS = [readThreat, readOptions, readOrder]
const OWN = new Set([readThreat])

/** In order of the statements. */
export const findThreats = (input: PositionInput): PositionDraft[] => readEach(input, READERS, OWN)
