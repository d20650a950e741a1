// Acts with the sides that rules found come in; where the network is sure of a side, it fills what is empty and corrects what it disbelieves.
import type { Reference } from '../actors/actor-index.ts'
import type { Sided } from './complete-sides.ts'
import type { Reading } from './parties.ts'

/** Sentences before and after the act in which its sides may be named. */
const REACH = 2
/** From this probability on the network names a side that the rules leave open. */
const FILLS = 0.6
/** From this probability on it puts its own side in the place of one that it gives less than `DISBELIEVED`. */
const REPLACES = 0.7
const DISBELIEVED = 0.1

type Side = 'actor' | 'recipient'

interface Named {
  readonly reference: Reference
  readonly probability: number
}

/** Every actor named around the act, with the network's best word for it as that side. */
function namedAround({ document, actors }: Reading, head: number, side: Side): Named[] {
  const { sentence } = document.tokens[head]
  const first = document.sentences[Math.max(0, sentence - REACH)].firstToken
  const end = document.sentences[Math.min(document.sentences.length - 1, sentence + REACH)].endToken
  const best = new Map<string, Named>()
  for (let i = first; i < end; i++) {
    const references = actors.at(i)
    if (references.length === 0) continue
    const probability = document.judgements.link(side, head, i)
    for (const reference of references)
      if (probability > (best.get(reference.actor)?.probability ?? 0))
        best.set(reference.actor, { reference, probability })
  }
  return [...best.values()]
}

function weighed(
  reading: Reading,
  head: number,
  side: Side,
  found: readonly Reference[],
  other: readonly Reference[],
): readonly Reference[] {
  const named = namedAround(reading, head, side)
  const at = (limit: number): Reference[] =>
    named
      .filter(n => n.probability >= limit && !other.some(r => r.actor === n.reference.actor))
      .map(n => ({ ...n.reference, inferredBy: `network:${side}` }))
  if (found.length === 0) return at(FILLS)
  const believed = (r: Reference) =>
    (named.find(n => n.reference.actor === r.actor)?.probability ?? 0) >= DISBELIEVED
  const sure = at(REPLACES)
  return sure.length > 0 && !found.some(believed) ? sure : found
}

export function weighSides(reading: Reading, one: Sided): Sided {
  const { head } = one.trigger
  const actors = weighed(reading, head, 'actor', one.sides.actors, one.sides.recipients)
  const recipients = weighed(reading, head, 'recipient', one.sides.recipients, actors)
  return { ...one, sides: { actors, recipients } }
}
