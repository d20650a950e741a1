// An act whose own phrases name no recipient comes in; the one that stands deeper goes out: behind money ("20 million in aid to Fiji"), behind what is refused or promised ("refused to send troops to Mali").
import type { Token } from '../../language/document.ts'
import { dependents, isRelation } from '../../language/tree.ts'
import type { Reference } from '../actors/actor-index.ts'
import { clauseOf, matterOf } from './clause.ts'
import type { Reading, Sided } from './parties.ts'
import { hostOf, ownersOf, partiesAt, unique } from './parties.ts'
import { obliquesOf } from './phrases.ts'
import { hasTo } from './predicate-words.ts'
import { TOLD } from './weigh-sides.ts'

/** How many phrases may stand between the act and its recipient. */
const DEPTH = 5
/** Prepositions that lead on from a gift to what it is for and to whom it goes. */
const GIFT = new Set(['in', 'of', 'for', 'to', 'towards', 'toward', 'at'])
/** Those before whoever is given to, and before the land where help is given. */
const GIVEN = new Set(['to', 'for', 'of', 'towards', 'toward'])
const HELPED_IN = new Set(['in', 'at'])
/** Verbs of moving people and things; where to or where from tells the other side. */
const MOVING =
  /^(?:send|deploy|dispatch|withdraw|pull|remove|recall|return|deliver|ship|provide|supply|export|sell|give|contribute|transfer|hand)$/
const WAY = new Set(['to', 'from', 'into', 'in', 'for', 'out of', 'inside'])
/** "talk to", "work with": the infinitive's own other side. */
const TOWARD = new Set(['to', 'with', 'against'])
const DEALING =
  /^(?:talk|speak|negotiate|meet|work|cooperate|trade|surrender|submit|apologise|apologize|yield|bow|deal|engage|hand|return|listen|respond|reply)$/

const othersThan = ({ actors }: Reading, list: readonly Reference[], own: readonly Reference[]) => {
  const home = new Set(own.map(r => actors.get(r.actor).country).filter(c => c !== null))
  return unique(list).filter(
    r =>
      !TOLD.test(actors.get(r.actor).name) &&
      !own.some(o => o.actor === r.actor) &&
      !home.has(actors.get(r.actor).country ?? ''),
  )
}

/** "to promote investment": the infinitive that tells what something is for. */
const purposesOf = ({ document }: Reading, index: number): Token[] =>
  dependents(document, index, 'advcl', 'acl', 'xcomp').filter(
    t => t.deprel !== 'acl:relcl' && hasTo(document, t.index),
  )

/** Down from a gift through what it is for: the first who is named on the way. */
function givenTo(reading: Reading, index: number, own: readonly Reference[], depth: number): Reference[] {
  if (depth === 0) return []
  const { document } = reading
  const down: number[] = []
  for (const { prep, token } of obliquesOf(document, index).filter(o => GIFT.has(o.prep))) {
    const named = GIVEN.has(prep)
      ? [...partiesAt(reading, token), ...ownersOf(reading, token)]
      : HELPED_IN.has(prep)
        ? hostOf(reading, token)
        : []
    const found = othersThan(reading, named, own)
    if (found.length > 0) return found
    down.push(token)
  }
  for (const purpose of purposesOf(reading, index)) {
    const { objects } = clauseOf(document, purpose.index)
    const named = objects.flatMap(o => [...partiesAt(reading, o), ...ownersOf(reading, o)])
    const found = othersThan(reading, named, own)
    if (found.length > 0) return found
    down.push(...objects, purpose.index)
  }
  // "those affected in Yemen"
  const told = dependents(document, index, 'acl').filter(t => isRelation(t.deprel, 'acl'))
  for (const next of [...down, ...told.map(t => t.index)]) {
    const found = givenTo(reading, next, own, depth - 1)
    if (found.length > 0) return found
  }
  return []
}

/** "20 million euros to pay for relief for those affected in Yemen": whom the money is for in the end. */
export function behindTheGift(reading: Reading, { trigger, sides }: Sided): Reference[] {
  const { document } = reading
  // "gave 20 million to pay for schools in Nepal" is one gift.
  if (hasTo(document, trigger.head)) return []
  const { objects } = clauseOf(document, trigger.head)
  for (const index of [...objects, trigger.head]) {
    const found = givenTo(reading, index, sides.actors, DEPTH)
    if (found.length > 0) return found
  }
  return []
}

/** "refused to talk to Greece", "is willing to withdraw its troops from Mali": whom the infinitive is toward. */
export function towardInfinitive(reading: Reading, { trigger, sides }: Sided): Reference[] {
  const { document } = reading
  const inner = [trigger.head, ...trigger.parts].flatMap(i => [
    document.tokens[i],
    ...dependents(document, i, 'xcomp', 'ccomp', 'advcl', 'acl'),
  ])
  const verbs = inner.filter(t => t.upos === 'VERB' && (MOVING.test(t.lemma) || DEALING.test(t.lemma)))
  for (const verb of verbs) {
    const moves = MOVING.test(verb.lemma)
    const phrases = obliquesOf(document, verb.index).concat(
      moves ? clauseOf(document, verb.index).objects.flatMap(o => obliquesOf(document, o)) : [],
    )
    const named = phrases.flatMap(({ prep, token }) =>
      moves && WAY.has(prep)
        ? [...partiesAt(reading, token), ...hostOf(reading, token)]
        : TOWARD.has(prep)
          ? partiesAt(reading, token)
          : [],
    )
    const found = othersThan(reading, named, sides.actors)
    if (found.length > 0) return found
  }
  return []
}

const FREEDOM = /^(?:independence|secession|freedom|autonomy|separation|liberation|apology|compensation)$/
const POWER =
  /^(?:rule|occupation|presence|control|domination|interference|resignation|removal|departure|overthrow|ouster)$/

/** "demanded a referendum on independence from Chad", "an end to the rule of Chad": whose power it is put to. */
export function demandedFrom(reading: Reading, { trigger, sides }: Sided): Reference[] {
  for (const token of matterOf(reading.document, trigger.head, DEPTH)) {
    const from = FREEDOM.test(token.lemma)
      ? obliquesOf(reading.document, token.index).filter(o => o.prep === 'from')
      : []
    const named = [
      ...from.flatMap(o => partiesAt(reading, o.token)),
      ...(POWER.test(token.lemma) ? ownersOf(reading, token.index) : []),
    ]
    const found = othersThan(reading, named, sides.actors)
    if (found.length > 0) return found
  }
  return []
}
