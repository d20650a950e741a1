// An act that is told as not done comes in; whether it is a refusal ("will not accept"), no event at all ("nobody was hurt"), or simply not done goes out.
import type { Act, ActType } from '../../knowledge/acts.ts'
import { findCondition } from './conditions.ts'
import type { Trigger } from './match-pattern.ts'
import { bestMatch } from './match-pattern.ts'
import type { Reading, Sides } from './parties.ts'
import { auxiliaries, word } from './predicate-words.ts'
import type { Standing } from './read-tense.ts'

/** What a party can be asked to do; the CAMEO code of refusing it. */
const REFUSABLE: Readonly<Partial<Record<ActType, string>>> = {
  AGREE: '120',
  CONSULT: '125',
  SUPPORT: '127',
  CONCEDE: '124',
  COOPERATE: '121',
  AID: '122',
  RETREAT: '124',
}
/** Answers: not giving them is a refusal in the past as well ("did not accede to the demands"). */
const ANSWERS: ReadonlySet<ActType> = new Set(['AGREE', 'CONCEDE'])
/** Deeds that are news only when done; left undone by nobody they are nothing. */
const HARM: ReadonlySet<ActType> = new Set([
  'ASSAULT',
  'COERCE',
  'PROTEST',
  'MOBILIZE',
  'SANCTION',
  'ACCUSE',
  'REJECT',
])
const WILL_NOT = new Set(['will', 'wo', "'ll", '’ll', 'shall', 'would', "'d", '’d', 'can', 'ca', 'could'])

/** "said it will not return to the talks", "won't negotiate": to say so is to refuse. */
export function asRefusal(
  { document }: Reading,
  { act, head }: Trigger,
  sides: Sides,
  standing: Standing,
): Act | null {
  const cameo = REFUSABLE[act.type]
  if (cameo === undefined || act.words !== 'verb' || sides.actors.length === 0) return null
  if (standing.status !== 'denied' || standing.by !== 'negation') return null
  const aux = auxiliaries(document, head).map(word)
  const perfect = aux.includes('have') || aux.includes('has') || aux.includes('had')
  const conditional = findCondition(document, head) !== null
  const meant = aux.some(a => WILL_NOT.has(a)) || (ANSWERS.has(act.type) && aux.includes('did'))
  if (!meant || perfect || conditional) return null
  return { ...act, type: 'REJECT', cameo, reciprocal: false, mode: null }
}

/** "refused to sign" is told by the refusal; "no soldiers were hurt", "did not rule out" tell of nothing done. */
export function isNoEvent(
  reading: Reading,
  { act, head }: Trigger,
  sides: Sides,
  standing: Standing,
): boolean {
  if (standing.status !== 'denied') return false
  const governor = reading.document.tokens[standing.word]
  const refused =
    standing.by.startsWith('cue:') && bestMatch(reading.document, governor, reading.lexicon.acts)
  if (refused && refused.pattern.type === 'REJECT') return true
  // "will not be intimidated": a vow, whoever might do it.
  const vowed = auxiliaries(reading.document, head).map(word)
  if (act.id === 'coerce' && vowed.includes('be') && vowed.some(a => WILL_NOT.has(a))) return true
  return HARM.has(act.type) && (act.type === 'REJECT' || sides.actors.length === 0)
}
