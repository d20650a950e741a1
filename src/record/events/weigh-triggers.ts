// Acts found by the lexicon come in; those the network strongly disbelieves stay out, words only it knows join them.
import type { Act, Acts, ActType } from '../../knowledge/acts.ts'
import { ACT_TYPES } from '../../knowledge/acts.ts'
import type { Document } from '../../language/document.ts'
import { headOf } from '../../language/tree.ts'
import type { Trigger } from './match-pattern.ts'
import { bestMatch, cueAt } from './match-pattern.ts'

/** Below this probability of any act a word of the lexicon tells of none. */
const DISBELIEVED = 0.07
/** The same for what is only considered, hoped or feared: the network has seen few of those as acts. */
const DISBELIEVED_THOUGHT = 0.05
/** From this probability of any act on a word of a single sentence tells of one, with fewer sides than its entry asks for. */
const BELIEVED = 0.3
/** From this probability of its type on a word tells of an act that the lexicon does not know. */
const ADDED = 0.8
/** From this probability of its type on a word of the lexicon tells of its act, whatever sides stand beside it. */
const SURE = 0.3

/** CAMEO code of an act that only the network knows. */
const ROOTS: Readonly<Record<ActType, string>> = {
  AGREE: '030',
  CONSULT: '040',
  SUPPORT: '050',
  COOPERATE: '060',
  AID: '070',
  CONCEDE: '080',
  RETREAT: '087',
  REQUEST: '100',
  ACCUSE: '110',
  REJECT: '120',
  THREATEN: '130',
  PROTEST: '140',
  MOBILIZE: '150',
  SANCTION: '160',
  COERCE: '170',
  ASSAULT: '190',
}

interface Judged {
  readonly type: ActType
  readonly probability: number
  readonly any: number
}

export function judged(document: Document, word: number): Judged {
  const chances = document.judgements.event(word)
  let type: ActType = ACT_TYPES[0]
  for (const t of ACT_TYPES) if (chances[t] > chances[type]) type = t
  return { type, probability: chances[type], any: 1 - chances.none }
}

const actOf = (type: ActType, noun: boolean): Act => ({
  id: `network:${type.toLowerCase()}`,
  type,
  cameo: ROOTS[type],
  mode: null,
  contexts: [],
  words: noun ? 'noun' : 'verb',
  head: '',
  parts: [],
  by: noun ? ['poss', 'by', 'subj', 'comp', 'of'] : ['subj'],
  to: noun ? ['against', 'on', 'with', 'to'] : ['obj', 'to', 'with', 'against', 'on'],
  reciprocal: type === 'CONSULT',
  needs: 'both',
  inner: null,
  innerBy: 'by',
  loose: false,
  bare: true,
  jointly: null,
})

/** In text order. What the lexicon knows and the rules leave out ("asked not to be named") the network does not bring back. */
export function weighTriggers(document: Document, lexicon: Acts, found: readonly Trigger[]): Trigger[] {
  const kept = found.filter(trigger => {
    const words = [trigger.head, ...trigger.parts]
    const any = Math.max(...words.map(w => judged(document, w).any))
    const over = headOf(document, trigger.head)
    const isThought = trigger.act.words === 'verb' && over !== null && cueAt(document, over, lexicon) !== null
    return any >= (isThought ? DISBELIEVED_THOUGHT : DISBELIEVED)
  })
  const taken = new Set(found.flatMap(t => [t.head, ...t.parts]))
  const added = document.tokens.flatMap((token): Trigger[] => {
    const { index, upos } = token
    if (taken.has(index)) return []
    const { type, probability } = judged(document, index)
    if (probability < ADDED || bestMatch(document, token, lexicon.acts) !== null) return []
    const noun = upos !== 'VERB'
    return [{ act: actOf(type, noun), head: index, parts: [], predicate: noun ? null : index }]
  })
  return [...kept, ...added].sort((a, b) => a.head - b.head)
}

/** Does the network take the words for the act that the lexicon knows them as? */
export const isSure = (document: Document, { act, head, parts }: Trigger): boolean =>
  [head, ...parts].some(w => document.judgements.event(w)[act.type] >= SURE)

/** Does the network take the words for an act of any kind? */
export const isBelieved = (document: Document, { head, parts }: Trigger): boolean =>
  [head, ...parts].some(w => judged(document, w).any >= BELIEVED)
