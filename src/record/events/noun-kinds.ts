// A noun of an act comes in; what kind it is for its status goes out: force, meeting, something said, owned, new.
import type { Document, Token } from '../../language/document.ts'
import { dependents, headOf } from '../../language/tree.ts'
import type { Walk } from './govern-status.ts'
import { actAt } from './govern-status.ts'
import { prepositionOf } from './phrases.ts'

/** Words against an accusation that was made. */
export const SAID_AGAINST = new Set(['deny', 'reject', 'dismiss'])

export const isForce = (walk: Walk, noun: Token): boolean =>
  ['ASSAULT', 'COERCE', 'MOBILIZE', 'ACCUSE'].includes(actAt(walk, noun)?.type ?? '')

export const isMeeting = (walk: Walk, noun: Token): boolean =>
  ['CONSULT', 'COOPERATE', 'AGREE', 'AID', 'RETREAT'].includes(actAt(walk, noun)?.type ?? 'CONSULT')

/** Praise, blame and punishment answer what was done. */
export const isAnswer = (walk: Walk, verb: Token): boolean =>
  ['ACCUSE', 'COERCE', 'SANCTION', 'SUPPORT'].includes(actAt(walk, verb)?.type ?? '')

/** Answers to what somebody asked, refused or blamed: it was said. */
export const ANSWERING = new Set([
  'support',
  'back',
  'favour',
  'favor',
  'consider',
  'accept',
  'reject',
  'refuse',
  'decline',
  'ignore',
  'grant',
  'approve',
  'discuss',
  'oppose',
  'agree',
  'dismiss',
  'defy',
  'honour',
  'honor',
])

export const isSpoken = (walk: Walk, noun: Token): boolean =>
  ['REQUEST', 'REJECT', 'ACCUSE', 'THREATEN'].includes(actAt(walk, noun)?.type ?? '')

/** "the inspector's request", "a U.S. request", "calls from the council". */
export const isOwned = (document: Document, noun: Token): boolean =>
  dependents(document, noun.index, 'nmod:poss').length > 0 ||
  dependents(document, noun.index, 'amod', 'compound').some(m => /^\p{Lu}/u.test(m.form)) ||
  dependents(document, noun.index, 'nmod').some(m => /^(?:by|from)$/.test(prepositionOf(document, m.index)))

/** "a meeting": one that nobody knows of yet. */
export const isNew = (document: Document, noun: Token): boolean =>
  dependents(document, noun.index, 'det').some(d => /^an?$/i.test(d.form))

/** Verbs whose object must be there first ("remove restrictions", "break a blockade"). */
export const ENDING = new Set([
  'end',
  'lift',
  'break',
  'remove',
  'reduce',
  'ease',
  'curb',
  'loosen',
  'relax',
  'quell',
  'suppress',
  'repel',
])

/** Nouns that bear what is said of them to the act they name ("the possible imposition of sanctions"). */
export const BEARING = new Set([
  'imposition',
  'resumption',
  'launch',
  'start',
  'beginning',
  'renewal',
  'holding',
  'convening',
  'opening',
])

/** Words of law whose rules are for whatever may be done. */
const LAW = new Set([
  'treaty',
  'pact',
  'law',
  'convention',
  'charter',
  'clause',
  'article',
  'alliance',
  'agreement',
  'accord',
  'guarantee',
])
const RULING = new Set([
  'cover',
  'include',
  'apply',
  'extend',
  'prohibit',
  'ban',
  'forbid',
  'outlaw',
  'bar',
  'define',
])

/** "the treaty covers attacks on their vessels": any that may come, and none that is told. */
export function isRuled({ document }: Walk, noun: Token): boolean {
  const verb = headOf(document, noun.index)
  if (verb === null || verb.upos !== 'VERB' || !RULING.has(verb.lemma)) return false
  if (
    noun.feats.Number !== 'Plur' &&
    !dependents(document, noun.index, 'det').some(d => /^(?:an?|any)$/i.test(d.form))
  )
    return false
  if (dependents(document, noun.index, 'det', 'nmod:poss').some(d => !/^(?:an?|any|all)$/i.test(d.form)))
    return false
  return dependents(document, verb.index, 'nsubj').some(s => LAW.has(s.lemma))
}

/** Nouns of whom something is told that only one, or the first one, did. */
const RANKED = /^(?:first|last|latest|only|second|third)$/i

/** "the first leader to telephone him", "the only country to recognise it": done as far as the clause is. */
export const isRanked = ({ document }: Walk, noun: Token): boolean =>
  noun.upos === 'NOUN' && dependents(document, noun.index, 'amod', 'nummod').some(m => RANKED.test(m.form))
