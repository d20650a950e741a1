// Refusals to speak in the tree in, drafts out: "The ministry declined to comment on the report."
import { dependents, isRelation } from '../../language/tree.ts'
import { phraseTokens, spanOf } from './clause-words.ts'
import type { Draft, Reading } from './draft.ts'
import { isAsserted, isNegated, isPassive } from './saying-clause.ts'
import { canSpeak, subjectsOf } from './subjects.ts'

/** "give details", "provide names": these verbs withhold words only with such an object. */
const GIVING = new Set(['provide', 'give', 'take', 'release', 'address', 'share', 'rule'])
const GIVEN = new Set([
  'detail',
  'comment',
  'name',
  'information',
  'reason',
  'figure',
  'explanation',
  'answer',
  'question',
  'statement',
  'interview',
  'date',
  'specific',
  'timeline',
  'out',
  'account',
  'number',
])

export function findWithheld(reading: Reading): Draft[] {
  const { document, cues } = reading
  return document.tokens.flatMap(token => {
    if (token.upos !== 'VERB' || !cues.sources.withholding.has(token.lemma.toLowerCase())) return []
    const own = dependents(document, token.index).filter(t => t.index > token.index)
    const verb = own.find(
      t => isRelation(t.deprel, 'xcomp') && cues.sources.withheld.has(t.lemma.toLowerCase()),
    )
    const noun = own.find(
      t => isRelation(t.deprel, 'obj') && cues.sources.withheldNouns.has(t.lemma.toLowerCase()),
    )
    const what = verb ?? noun
    if (!what || isNegated(reading, token.index) || isPassive(reading, token.index)) return []
    if (
      verb &&
      GIVING.has(verb.lemma) &&
      !dependents(document, verb.index, 'obj', 'compound:prt', 'advmod').some(t => GIVEN.has(t.lemma))
    )
      return []
    const at = { token: token.index, verb: EMPTY_VERB, span: { start: token.start, end: token.end } }
    const speakers = subjectsOf(reading, token.index)
    if (!isAsserted(reading, at) || speakers.length === 0 || !speakers.every(h => canSpeak(reading, h)))
      return []
    const words = phraseTokens(reading, what.index)
    return [
      {
        content: [spanOf(reading, words[0], words[words.length - 1])],
        cue: at.span,
        cueToken: token.index,
        speakers,
        addressees: [],
        chain: [],
        channelToken: null,
        polarity: 'withheld' as const,
        by: 'verb:withheld',
        confidence: 0.85,
      },
    ]
  })
}

const EMPTY_VERB = {
  words: '',
  frames: new Set<never>(),
  prepositions: new Set<string>(),
  addressee: null,
  polarity: 'affirmed' as const,
  actorOnly: new Set<never>(),
  mental: new Set<never>(),
  contentObject: false,
}
