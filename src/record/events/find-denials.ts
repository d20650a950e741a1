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
  /** The word that denies. */
  readonly at: number
  /** Deeds that the denial names ("denied that it had *rammed* the boat"); null where it only points back ("denied the report"). */
  readonly deeds: readonly string[] | null
}

/** Sentences between a report and its denial, at most. */
const REACH = 2
/** The same for a denial that names the deed. */
const REACH_BY_NAME = 4

/** Can the denial be an answer to a deed told at this word? */
export function mayAnswer(denial: Denial, told: Token): boolean {
  const behind = denial.sentence - told.sentence
  if (denial.at < told.index || behind < 0) return false
  return denial.deeds === null
    ? behind <= REACH
    : behind <= REACH_BY_NAME && denial.deeds.includes(told.lemma)
}

/** "denied that it had rammed the boat", "denies ramming it". */
const deedsOf = ({ document }: Reading, verb: Token): string[] =>
  dependents(document, verb.index, 'ccomp', 'xcomp', 'obj', 'advcl')
    .flatMap(t => [t, ...dependents(document, t.index, 'conj')])
    .filter(t => t.upos === 'VERB' && t.index > verb.index)
    .map(t => t.lemma)

/** "an accusation Cairo has denied", "a charge that it denies": the word denied leads in the denial. */
function isDeniedWord({ document, lexicon }: Reading, verb: Token): boolean {
  const near = [headOf(document, verb.index), ...dependents(document, verb.index, 'nsubj')]
  const words = near.flatMap(t => (t === null ? [] : [t, ...dependents(document, t.index)]))
  return words.some(
    t =>
      t.upos === 'NOUN' &&
      t.index < verb.index &&
      lexicon.reports.has(t.lemma.toLowerCase()) &&
      document.tokens[t.index - 2]?.form === ',' &&
      dependents(document, t.index, 'det').length > 0,
  )
}

/** Finds denials of what was told before: a subject, and the deed itself or a word for the report with a word of untruth. */
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
    const deeds = denies ? deedsOf(reading, verb) : []
    const led = denies && isDeniedWord(reading, verb)
    if (deeds.length === 0 && !led && (!report || (denies && below.some(t => t.deprel === 'ccomp'))))
      return []
    const top = headOf(document, verb.index)
    const clause = clauseOf(document, verb.index)
    const by = clause.subjects.flatMap(t => partiesAt(reading, t))[0]
    if (!by || (top && top.upos === 'VERB' && verb.deprel === 'advcl' && !led)) return []
    return [{ by: by.actor, sentence: verb.sentence, at: verb.index, deeds: deeds.length > 0 ? deeds : null }]
  })
}
