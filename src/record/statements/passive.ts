// A passive verb of saying in, a draft out: "is said to be ill", "was told that", "was accused by Oslo of spying".
import type { Token } from '../../language/document.ts'
import { dependents, isRelation } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { clauseContent, isQuestionClause, phraseTokens, spanOf } from './clause-words.ts'
import { isInfinitive } from './complement.ts'
import { type CueVerbAt, type Draft, draftOf, type Reading } from './draft.ts'
import { caseOf } from './saying-clause.ts'
import { agentsOf, canSpeak, together } from './subjects.ts'

export function passive(reading: Reading, at: CueVerbAt): Draft | null {
  const { document, cues } = reading
  const lemma = document.tokens[at.token].lemma.toLowerCase()
  const agents = agentsOf(reading, at.token).filter(h => canSpeak(reading, h))
  const subject = dependents(document, at.token, 'nsubj:pass', 'nsubj').find(t => t.index < at.token)
  const infinitive = dependents(document, at.token).find(
    t => t.index > at.token && dependents(document, t.index, 'mark').some(m => m.lemma === 'to'),
  )
  const name = subject ? phraseTokens(reading, subject.index) : []
  if (name.length > 0 && infinitive && cues.sources.hearsayPassives.has(lemma) && subject?.lemma !== 'it') {
    return draftOf(
      at,
      [
        spanOf(reading, name[0], name[name.length - 1]),
        ...clauseContent(reading, infinitive.index, at.token),
      ],
      agents,
      'verb:hearsay',
      { confidence: 0.75 },
    )
  }
  const clause = dependents(document, at.token, 'ccomp', 'csubj').find(
    t => t.index > at.token && !isQuestionClause(reading, t.index),
  )
  if (clause && at.verb.frames.has('clause')) {
    const impersonal = subject?.lemma === 'it' || !subject
    if (impersonal && !agents.length && !cues.sources.hearsayPassives.has(lemma)) return null
    return draftOf(at, clauseContent(reading, clause.index, at.token), agents, 'verb:passive', {
      addressees:
        !impersonal && at.verb.addressee === 'object' && subject ? together(reading, subject.index) : [],
      confidence: 0.75,
    })
  }
  return subject && (agents.length > 0 || NEEDS_NO_AGENT.has(at.verb.words))
    ? passiveName(reading, at, subject, agents)
    : null
}

/** "was accused of hiding it", "was ordered to leave": said, though by nobody who is named. */
const NEEDS_NO_AGENT = new Set(['accuse', 'order', 'urge', 'instruct'])

/** "was accused by Oslo of spying", "was described by her as closed" */
function passiveName(
  reading: Reading,
  at: CueVerbAt,
  subject: Token,
  agents: readonly number[],
): Draft | null {
  const own = dependents(reading.document, at.token).filter(t => t.index > at.token)
  const as = at.verb.frames.has('as') && own.find(t => caseOf(reading, t.index)?.lemma === 'as')
  const of =
    at.verb.prepositions.size > 0 &&
    own.find(t => at.verb.prepositions.has(caseOf(reading, t.index)?.lemma ?? ''))
  const name = at.verb.frames.has('small-clause') && own.find(t => isRelation(t.deprel, 'xcomp'))
  const infinitive = at.verb.frames.has('object-infinitive') && own.find(t => isInfinitive(reading, t))
  const part = as || of || name || infinitive
  if (!part) return null
  const words = phraseTokens(reading, part.index)
  const named = phraseTokens(reading, subject.index)
  if (!words.length || !named.length) return null
  const predicate = spanOf(reading, words[0], words[words.length - 1])
  if (infinitive && !as && !of && !name)
    return draftOf(at, [predicate], agents, 'verb:passive', {
      addressees: together(reading, subject.index),
      confidence: 0.75,
    })
  return draftOf(
    at,
    of && !as
      ? [withoutCase(reading, words, predicate)]
      : [spanOf(reading, named[0], named[named.length - 1]), predicate],
    agents,
    'verb:passive',
    { confidence: 0.7 },
  )
}

/** "was accused of spying": the words after the preposition. */
const withoutCase = (reading: Reading, words: readonly number[], whole: Span): Span =>
  ['ADP', 'SCONJ'].includes(reading.document.tokens[words[0]].upos) && words.length > 1
    ? { start: reading.document.tokens[words[1]].start, end: whole.end }
    : whole
