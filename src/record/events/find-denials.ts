// The text comes in; who calls which report untrue ("Athens called the account pure invention") goes out.
import type { Token } from '../../language/document.ts'
import { dependents, headOf } from '../../language/tree.ts'
import type { ActorId } from '../entry.ts'
import { clauseOf } from './clause.ts'
import type { Reading } from './parties.ts'
import { partiesAt } from './parties.ts'

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
    // "denied European accusations" is an answer to somebody, "denied the report" to what was told before.
    const anaphoric = (t: Token) =>
      dependents(document, t.index, 'amod', 'nmod', 'compound', 'acl').length === 0 && t.deprel !== 'nmod'
    const report = words
      .filter(anaphoric)
      .some(
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
