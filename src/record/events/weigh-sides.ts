// Acts with the sides that rules found come in; where the network is sure of a side, it fills what is empty and corrects what it disbelieves.
import type { Document, Token } from '../../language/document.ts'
import { headOf } from '../../language/tree.ts'
import type { Reference } from '../actors/actor-index.ts'
import type { Sided } from './complete-sides.ts'
import type { Reading } from './parties.ts'
import { judged } from './weigh-triggers.ts'

/** Sentences before and after the act in which its sides may be named. */
const REACH = 2
/** From this probability on the network names a side that the rules leave open. */
const FILLS = 0.6
/** The same for one that another sentence names. */
const FILLS_FROM_AFAR = 0.8
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

/** Every actor named around the act, with the network's best word for it as that side. */
function namedAround(reading: Reading, head: number, side: Side): Named[] {
  const { document, actors } = reading
  const { sentence } = document.tokens[head]
  const first = document.sentences[Math.max(0, sentence - REACH)].firstToken
  const end = document.sentences[Math.min(document.sentences.length - 1, sentence + REACH)].endToken
  const best = new Map<string, Named>()
  for (let i = first; i < end; i++) {
    const token = document.tokens[i]
    const references = actors.at(i)
    if (references.length === 0) continue
    if (isBeyondBorder(document, token) || onlyDescribes(reading, token)) continue
    const probability = document.judgements.link(side, head, i)
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
  if (found.length === 0) return at(FILLS, FILLS_FROM_AFAR)
  const believed = (r: Reference) =>
    (named.find(n => n.reference.actor === r.actor)?.probability ?? 0) >= DISBELIEVED
  const sure = at(REPLACES, REPLACES)
  return sure.length > 0 && !found.some(believed) ? sure : found
}

export function weighSides(reading: Reading, one: Sided): Sided {
  const { head, parts } = one.trigger
  if ([head, ...parts].every(w => judged(reading.document, w).any < UNTOLD)) return one
  const actors = weighed(reading, head, 'actor', one.sides.actors, one.sides.recipients)
  const recipients = weighed(reading, head, 'recipient', one.sides.recipients, actors)
  return { ...one, sides: { actors, recipients } }
}
