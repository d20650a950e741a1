// Mentions come in; bare talks and their collapse get the sides of the quarrel told beside them ("the collapse of negotiations").
import type { ActorIndex } from '../actors/actor-index.ts'
import type { ActorId, Claim, Event } from '../entry.ts'
import { inferred } from '../entry.ts'
import type { Mentioned } from './merge-mentions.ts'

/** Sentences between bare talks and the act that shows whose they are, at most. */
const REACH = 1
/** CAMEO codes of talks that fail: nobody breaks them off, so both sides are theirs. */
const COLLAPSE = 'talks-collapse'

const FROM = new Set(['CONSULT', 'REQUEST', 'REJECT', 'AGREE'])

function twoSides(actors: ActorIndex, event: Event): readonly Claim<ActorId>[] {
  const all = [...event.actors, ...event.recipients]
  const countries = new Set(all.map(c => actors.get(c.value).country))
  return FROM.has(event.type) && countries.size === 2 && !countries.has(null) ? all : []
}

const isBare = ({ event }: Mentioned): boolean =>
  event.actors.length + event.recipients.length === 0 && event.by.startsWith(`act:${COLLAPSE}`)

export function inheritSides(mentions: readonly Mentioned[], actors: ActorIndex): Mentioned[] {
  return mentions.map(mention => {
    if (!isBare(mention)) return mention
    const { trigger } = mention.event
    const near = mentions
      .filter(m => m.paragraph === mention.paragraph && Math.abs(m.sentence - mention.sentence) <= REACH)
      .filter(m => twoSides(actors, m.event).length > 0)
      .sort(
        (a, b) =>
          Math.abs(a.event.trigger.start - trigger.start) - Math.abs(b.event.trigger.start - trigger.start),
      )
    if (near.length === 0) return mention
    const source = near[0].event
    const sides = twoSides(actors, source).map(c =>
      inferred(c.value, [source.trigger], 'sides:talks told beside'),
    )
    return { ...mention, event: { ...mention.event, actors: sides, recipients: [], reciprocal: true } }
  })
}
