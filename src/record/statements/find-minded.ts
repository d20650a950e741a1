// Adjectives of belief with a clause in, drafts out: "Norway is concerned that …", "the envoy was confident the talks would go on".
import type { Token } from '../../language/document.ts'
import { dependents, headOf } from '../../language/tree.ts'
import { clauseContent, isQuestionClause } from './clause-words.ts'
import type { Draft, Reading } from './draft.ts'
import { isAsserted, isNegated } from './saying-clause.ts'
import { canSpeak, isActorLike, subjectsOf } from './subjects.ts'

export function findMinded(reading: Reading): Draft[] {
  const { document, cues } = reading
  return document.tokens.flatMap(token => {
    if (!cues.sources.minded.has(token.form.toLowerCase()) || !isPredicate(reading, token)) return []
    const clause = dependents(document, token.index, 'ccomp', 'xcomp', 'advcl').find(
      t => t.index > token.index && isContent(reading, t, token),
    )
    if (!clause || isNegated(reading, token.index) || !isAsserted(reading, { token: token.index })) return []
    const speakers = subjectsOf(reading, token.index)
    if (speakers.length === 0 || !speakers.every(h => canSpeak(reading, h) && isActorLike(reading, h)))
      return []
    const cue = { start: token.start, end: token.end }
    return [
      {
        content: clauseContent(reading, clause.index, token.index),
        cue,
        cueToken: token.index,
        speakers,
        addressees: [],
        chain: [],
        channelToken: null,
        polarity: 'affirmed' as const,
        by: 'adjective:minded',
        confidence: 0.75,
      },
    ]
  })
}

/** "is concerned", "remained confident", "says he is sure" */
const isPredicate = (reading: Reading, token: Token): boolean =>
  ['ADJ', 'VERB'].includes(token.upos) &&
  (dependents(reading.document, token.index, 'cop', 'aux:pass').some(t => t.index < token.index) ||
    (token.deprel === 'xcomp' && STAYING.has(headOf(reading.document, token.index)?.lemma ?? '')))

const STAYING = new Set(['remain', 'become', 'stay', 'grow'])

/** A clause with "that", or a finite one right behind the adjective. */
function isContent(reading: Reading, clause: Token, adjective: Token): boolean {
  const marks = dependents(reading.document, clause.index, 'mark')
  if (marks.length > 0) return marks.some(m => m.form.toLowerCase() === 'that')
  const subject = dependents(reading.document, clause.index, 'nsubj')[0]
  return (
    clause.deprel === 'ccomp' &&
    subject !== undefined &&
    subject.index > adjective.index &&
    !isQuestionClause(reading, clause.index)
  )
}
