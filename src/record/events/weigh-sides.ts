// Acts with the sides that rules found come in; where the network is sure of a side, it fills what is empty and corrects what it disbelieves.
import type { Document, Token } from '../../language/document.ts'
import { tokensAround } from '../../language/nearby.ts'
import { ancestors, dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import { overlaps } from '../../text/span.ts'
import type { Reference } from '../actors/actor-index.ts'
import type { Reading, Sided } from './parties.ts'
import { SWAPPING } from './parties.ts'
import { betweenAfter, prepositionOf } from './phrases.ts'
import { judged } from './weigh-triggers.ts'

/** Sentences before and after the act in which its sides may be named. */
const REACH = 2
/** From this probability on the network names a side that the rules leave open. */
const FILLS = 0.6
/** The same for one that another sentence names. */
const FILLS_FROM_AFAR = 0.8
/** The same for a recipient whom the matter of the act names. */
const FILLS_FROM_INSIDE = 0.25
/** From this probability on it puts its own side in the place of one that it gives less than `DISBELIEVED`. */
const REPLACES = 0.7
const DISBELIEVED = 0.2
/** Below this probability of any act the network knows no sides of it. */
const UNTOLD = 0.3

type Side = 'actor' | 'recipient'

interface Named {
  readonly reference: Reference
  readonly probability: number
  readonly afar: boolean
}

/** "the border with Venezuela": a place, whoever owns it. */
function isBeyondBorder(document: Document, token: Token): boolean {
  const over = headOf(document, token.index)
  // "borders with Iran and Turkey"
  if (token.deprel === 'conj' && over !== null) return isBeyondBorder(document, over)
  return over !== null && /^(?:border|frontier|boundary|ceasefire line)$/i.test(over.lemma)
}

/** "the Danish brewer": what describes somebody who is no party himself. */
function onlyDescribes({ document, actors, lexicon }: Reading, token: Token): boolean {
  const noun = token.deprel === 'amod' ? headOf(document, token.index) : null
  if (noun === null || noun.upos !== 'NOUN') return false
  const lemma = noun.lemma.toLowerCase()
  return (
    actors.at(noun.index).length === 0 &&
    !lexicon.owned.has(lemma) &&
    !lexicon.political.has(lemma) &&
    !lexicon.means.has(lemma)
  )
}

/** "threatened to cut ties with Togo over its dealings with Mali": the reason names others than whom it is toward. */
function isInReason(document: Document, token: Token): boolean {
  for (const over of [token, ...ancestors(document, token.index)]) {
    if (over.upos === 'VERB') return false
    if (!isRelation(over.deprel, 'obl') && !isRelation(over.deprel, 'nmod')) continue
    if (!/^(?:over|because of|due to)$/.test(prepositionOf(document, over.index))) continue
    const whose = dependents(document, over.index, 'nmod:poss').some(t =>
      /^(?:its|their|his|her)$/i.test(t.form),
    )
    return whose && token.index > over.index
  }
  return false
}

/** Every actor named around the act, with the network's best word for it as that side. */
function namedAround(reading: Reading, head: number, side: Side): Named[] {
  const { document, actors } = reading
  const { sentence } = document.tokens[head]
  const best = new Map<string, Named>()
  for (const token of tokensAround(document, sentence, REACH)) {
    const references = actors.at(token.index)
    if (references.length === 0) continue
    if (side === 'recipient' && isInReason(document, token)) continue
    if (isBeyondBorder(document, token) || onlyDescribes(reading, token)) continue
    const probability = document.judgements.link(side, head, token.index)
    for (const reference of references)
      if (probability > (best.get(reference.actor)?.probability ?? 0))
        best.set(reference.actor, { reference, probability, afar: token.sentence !== sentence })
  }
  return [...best.values()]
}

const isState = ({ actors }: Reading, { actor }: Reference): boolean =>
  ['state', 'government'].includes(actors.get(actor).kind)

/** "Slovak President Jan Hruska": the state is named in whoever acts for it. */
function withoutTheirStates(reading: Reading, named: readonly Reference[], other: readonly Reference[]) {
  const country = (r: Reference) => reading.actors.get(r.actor).country
  return named.filter(r => {
    if (country(r) === null || !isState(reading, r)) return true
    const own = named.some(n => n.actor !== r.actor && !isState(reading, n) && country(n) === country(r))
    return !own && !other.some(o => country(o) === country(r))
  })
}

function weighed(
  reading: Reading,
  head: number,
  side: Side,
  found: readonly Reference[],
  other: readonly Reference[],
): readonly Reference[] {
  const named = namedAround(reading, head, side)
  const at = (limit: number, afar: number): Reference[] =>
    withoutTheirStates(
      reading,
      named
        .filter(n => n.probability >= (n.afar ? afar : limit))
        .filter(n => !other.some(r => r.actor === n.reference.actor))
        .map(n => ({ ...n.reference, inferredBy: `network:${side}` })),
      other,
    )
  if (found.length === 0) {
    const sure = at(FILLS, FILLS_FROM_AFAR)
    // An act of which nobody acts may be another's, told beside it.
    return sure.length > 0 || side === 'actor' || other.length === 0
      ? sure
      : inside(reading, head, named, other)
  }
  const believed = (r: Reference) =>
    (named.find(n => n.reference.actor === r.actor)?.probability ?? 0) >= DISBELIEVED
  const sure = at(REPLACES, REPLACES)
  return sure.length > 0 && !found.some(believed) ? sure : found
}

/** "rejected any cooperation with the court": the one other party that the matter of the act names. */
function inside(
  reading: Reading,
  head: number,
  named: readonly Named[],
  own: readonly Reference[],
): readonly Reference[] {
  const { document, actors } = reading
  const home = new Set(own.map(r => actors.get(r.actor).country).filter(c => c !== null))
  const below = subtree(document, head).filter(i => i > head)
  const held = named
    .filter(n => !n.afar && n.probability >= FILLS_FROM_INSIDE)
    .filter(
      n =>
        !own.some(r => r.actor === n.reference.actor) &&
        !home.has(actors.get(n.reference.actor).country ?? ''),
    )
    .filter(n => below.some(i => overlaps(document.tokens[i], n.reference.span)))
    .sort((a, b) => b.probability - a.probability)
  return held.slice(0, 1).map(n => ({ ...n.reference, inferredBy: 'network:recipient' }))
}

/** People who are only told what others do. */
export const TOLD =
  /^(?:the )?(?:journalists?|reporters?|press|media|news media|newsmen|correspondents?|newspapers?|television)$/i
/** Acts to which nobody is a side by being told of them. */
const AMONG = new Set(['CONSULT', 'AGREE', 'RETREAT', 'COOPERATE', 'SUPPORT'])

/** Those who are told stay only where nobody else is a side. */
function withoutTold({ actors }: Reading, one: Sided): Sided {
  if (!AMONG.has(one.trigger.act.type)) return one
  const isSide = (r: Reference) => !TOLD.test(actors.get(r.actor).name)
  const sides = {
    actors: one.sides.actors.filter(isSide),
    recipients: one.sides.recipients.filter(isSide),
  }
  return sides.actors.length + sides.recipients.length > 1 ? { ...one, sides } : one
}

export function weighSides(reading: Reading, one: Sided): Sided {
  const { head, parts } = one.trigger
  const { reciprocal, words } = one.trigger.act
  if (reciprocal && words === 'verb' && betweenAfter(reading.document, head) !== null) return one
  if ([head, ...parts].every(w => judged(reading.document, w).any < UNTOLD)) return one
  const actors = weighed(reading, head, 'actor', one.sides.actors, one.sides.recipients)
  const named = weighed(reading, head, 'recipient', one.sides.recipients, actors)
  // "swapped prisoners": what the two do together is told of no third.
  const isWhat = (r: Reference) => parts.some(p => overlaps(reading.document.tokens[p], r.span))
  const swaps = reciprocal && SWAPPING.test(reading.document.tokens[head].lemma)
  const recipients = swaps ? named.filter(r => !isWhat(r)) : named
  return withoutTold(reading, { ...one, sides: { actors, recipients } })
}
