// The text comes in; who calls which report untrue ("Athens called the account pure invention") goes out.
import { dependents, headOf } from '../../language/tree.ts'
import type { ActorId } from '../entry.ts'
import { clauseOf } from './clause.ts'
import type { Reading } from './find-sides.ts'
import { partiesAt } from './find-sides.ts'

export interface Denial {
  readonly by: ActorId
  readonly sentence: number
}

/** Sentences between a report and its denial, at most. */
export const DENIAL_REACH = 2

/** Finds denials of what was told before: a subject, a word for the report, a word of untruth. */
export function findDenials(reading: Reading): Denial[] {
  const { document, lexicon } = reading
  return document.tokens.flatMap(token => {
    const verb = token.upos === 'VERB' ? token : null
    if (!verb) return []
    const denies = ['deny', 'refute', 'dispute', 'rebut'].includes(verb.lemma)
    const below = dependents(document, verb.index, 'xcomp', 'obl', 'ccomp', 'obj', 'advcl')
    const words = [...below, ...below.flatMap(t => dependents(document, t.index))]
    if (!denies && !words.some(t => lexicon.untrue.has(t.lemma.toLowerCase()))) return []
    const report = words.some(
      t =>
        lexicon.reports.has(t.lemma.toLowerCase()) ||
        (t.upos === 'PRON' && /^(it|this|that|them)$/i.test(t.form)),
    )
    if (!report || (denies && below.some(t => t.deprel === 'ccomp'))) return []
    const top = headOf(document, verb.index)
    const clause = clauseOf(document, verb.index)
    const by = clause.subjects.flatMap(t => partiesAt(reading, t))[0]
    if (!by || (top && top.upos === 'VERB' && verb.deprel === 'advcl')) return []
    return [{ by: by.actor, sentence: verb.sentence }]
  })
}
