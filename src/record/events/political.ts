// The sides of a possible event come in; whether it belongs to politics goes out.
import type { Needs } from '../../knowledge/acts.ts'
import { wordsAt } from '../../text/text.ts'
import type { ActorIndex, Reference } from '../actors/actor-index.ts'
import type { Reading, Sides } from './find-sides.ts'

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
    case 'both':
      if (reciprocal && sides.actors.length + sides.recipients.length >= 2) return by || to
      return sides.actors.length > 0 && sides.recipients.length > 0 && (by || to)
    default:
      return by || to
  }
}
