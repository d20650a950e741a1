// The sides of a possible event come in; whether it belongs to politics goes out.
import type { Needs } from '../../knowledge/acts.ts'
import { wordsAt } from '../../text/text.ts'
import type { ActorIndex, Reference } from '../actors/actor-index.ts'
import { clauseOf } from './clause.ts'
import type { Trigger } from './match-pattern.ts'
import type { Reading, Sides } from './parties.ts'

/** Acts for a state, an international body or an armed group; a private person, a company or a newspaper does not. */
export function isPolitical({ actors, document, lexicon }: Reading, reference: Reference): boolean {
  const actor = actors.get(reference.actor)
  if (actor.kind === 'company' || actor.kind === 'outlet') return false
  if (['state', 'government', 'body', 'armed group'].includes(actor.kind)) return true
  if (actor.kind === 'organisation') return actor.code !== null || actor.ref !== null
  if (actor.country !== null || actor.code !== null || actor.ref !== null) return true
  if (actors.relations.some(r => r.subject === actor.id && r.relation.endsWith(' of'))) return true
  const named = actor.mentions.map(m => wordsAt(document.text, m)).join(' ')
  const words = `${actor.name} ${named}`.toLowerCase().split(/[^\p{L}]+/u)
  return words.some(w => lexicon.political.has(w))
}

/** Does the place lie in another state than the one the actors act for? */
const isAbroad = (actors: ActorIndex, sides: Sides, country: string | null): boolean =>
  country !== null && sides.actors.every(r => actors.get(r.actor).country !== country)

/** Have the sides what the act needs? `country` is the state its place lies in. */
export function fits(
  reading: Reading,
  sides: Sides,
  needs: Needs,
  reciprocal: boolean,
  country: string | null,
): boolean {
  const by = sides.actors.some(r => isPolitical(reading, r))
  const to = sides.recipients.some(r => isPolitical(reading, r))
  switch (needs) {
    case 'none':
      return true
    case 'any':
      return sides.actors.length + sides.recipients.length > 0
    case 'abroad':
      return by && (to || isAbroad(reading.actors, sides, country))
    case 'by':
      return by
    case 'to':
      return to
    case 'text':
      return reciprocal ? fits(reading, sides, 'both', true, null) : by || to
    case 'both':
    case 'strict':
      if (reciprocal && sides.actors.length + sides.recipients.length >= 2) return by || to
      return sides.actors.length > 0 && sides.recipients.length > 0 && (by || to)
    default:
      return by || to
  }
}

const isParty = ({ actors }: Reading, { actor }: Reference): boolean =>
  actors.get(actor).kind !== 'company' && actors.get(actor).kind !== 'outlet'

/** Different political actors from which on a text is taken to be about politics. */
const POLITICAL_TEXT = 3

/** How far a text is about politics: so far that violence counts even when nobody is named; a single sentence only so far that an act of some side does; not at all. */
export type Politics = 'all' | 'sided' | 'none'

export function politicsOf(reading: Reading): Politics {
  const parties = reading.actors.list.filter(a =>
    isPolitical(reading, { actor: a.id, span: a.mentions[0], how: 'name', inferredBy: null }),
  )
  if (reading.document.sentences.length === 1) return parties.length > 0 ? 'sided' : 'none'
  return parties.length >= POLITICAL_TEXT ? 'all' : 'none'
}

/** A storm or an illness does it, not a party: a subject that is neither an actor nor a weapon nor a deed of violence. */
export function doneByAThing(reading: Reading, trigger: Trigger): boolean {
  const { document, actors, lexicon } = reading
  const { act } = trigger
  if (act.words !== 'verb' || (act.needs !== 'text' && act.type !== 'THREATEN')) return false
  return clauseOf(document, trigger.head).subjects.some(t => {
    // "the base will close": the subject is a word of the act itself.
    if (trigger.parts.includes(t)) return false
    const { lemma, upos } = document.tokens[t]
    const known = lexicon.means.has(lemma) || lexicon.owned.has(lemma) || lexicon.political.has(lemma)
    return (upos === 'NOUN' || upos === 'PROPN') && actors.at(t).length === 0 && !known
  })
}

/** Company news: what only companies offer, sign and agree. */
const BUSINESS: ReadonlySet<string> = new Set(['AGREE', 'COOPERATE', 'CONSULT', 'AID', 'SUPPORT'])
export const isBusiness = ({ actors }: Reading, { act }: Trigger, sides: Sides): boolean =>
  BUSINESS.has(act.type) &&
  sides.actors.length > 0 &&
  sides.actors.every(r => actors.get(r.actor).kind === 'company')

/** "ordered its troops to leave": one's own forces are sent, not asked. */
export function isOwnOrder({ actors }: Reading, { act }: Trigger, sides: Sides): boolean {
  if (act.id !== 'order' || sides.recipients.length === 0) return false
  const home = new Set(sides.actors.map(r => actors.get(r.actor).country))
  return sides.recipients.every(r => {
    const { name, kind, country } = actors.get(r.actor)
    const forces = kind !== 'state' && FORCES.test(name)
    return forces && (country === null || home.has(country))
  })
}
const FORCES =
  /\b(?:troops?|forces?|soldiers?|army|navy|police|military|gunmen|fighters|militants|guards?|units?)\b/i

/** "war crimes", "rocket launchers": a word that only describes another one. */
const onlyDescribes = ({ document }: Reading, { head }: Trigger): boolean =>
  /^(compound|nmod:desc)/.test(document.tokens[head].deprel)

/** Acts whose words everybody uses of everything ("helped", "asked", "supported"). */
const EVERYDAY: ReadonlySet<string> = new Set(['AID', 'REQUEST', 'SUPPORT'])

/** In a text about politics an act needs fewer sides, and violence none. */
export function fitsInPolitics(reading: Reading, trigger: Trigger, sides: Sides): boolean {
  const { act } = trigger
  if (act.bare && (act.words !== 'noun' || !onlyDescribes(reading, trigger))) return true
  if (act.needs === 'text') return act.words !== 'noun' || !onlyDescribes(reading, trigger)
  if (['abroad', 'any', 'to', 'strict'].includes(act.needs)) return false
  if (act.needs === 'both' && EVERYDAY.has(act.type) && act.parts.length === 0) return false
  // "some conservatives", "both men": in politics whoever acts is of it.
  return [...sides.actors, ...sides.recipients].some(r => isParty(reading, r))
}
