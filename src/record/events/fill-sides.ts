// Merged acts come in; the sides that their targets, their places and the deeds they judge tell go out with them.
import { dependents } from '../../language/tree.ts'
import type { Reference } from '../actors/actor-index.ts'
import { claimOf } from '../actors/actor-index.ts'
import type { ActorId, Claim, Event } from '../entry.ts'
import { inferred } from '../entry.ts'
import { clauseOf } from './clause.ts'
import type { Trigger } from './match-pattern.ts'
import type { Mentioned } from './merge-mentions.ts'
import type { Reading } from './parties.ts'
import { hostOf, ownersOf } from './parties.ts'
import type { Oblique } from './phrases.ts'
import { obliquesOf } from './phrases.ts'

/** Beginnings of the CAMEO codes of deeds done to a territory or to what stands there. */
const ON_A_TERRITORY = ['19', '180', '183', '191', '192', '171', '1723', '1724', '0814', '081']
/** Prepositions before the target or the place of such a deed. */
const TARGETS = new Set([
  'on',
  'at',
  'against',
  'in',
  'into',
  'over',
  'near',
  'from',
  'of',
  'inside',
  'across',
])
/** Acts that judge a deed are toward its doer. */
const JUDGING = new Set(['ACCUSE', 'SUPPORT', 'REJECT'])
/** Types of the deeds that a later noun may point at ("the operation"). */
const DEEDS = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'SANCTION', 'RETREAT'])
/** Prepositions before the deed that is judged. */
const OVER = new Set(['for', 'over', 'of', 'about', 'against', 'at'])
/** Fighters that a target is called after ("militant hideouts"). */
const FIGHTERS = /^(?:rebel|militant|insurgent|guerrilla|guerilla|terrorist|separatist|extremist)s?$/i
/** Group of people that a protest without a subject is theirs. */
const PROTESTERS = /\b(?:protest|demonstrat|march)(?:e|o)?rs\b/i

/** Words right below an act in which a target may stand. */
function targetsOf({ document }: Reading, { act, head, parts, predicate }: Trigger): number[] {
  const homes = [head, ...parts, ...(predicate === null || predicate === head ? [] : [predicate])]
  const objects = act.words === 'verb' ? clauseOf(document, head).objects : []
  const fits = (o: Oblique) => TARGETS.has(o.prep)
  const phrases = [...homes, ...objects].flatMap(h => obliquesOf(document, h)).filter(fits)
  const deeper = phrases.flatMap(o => obliquesOf(document, o.token)).filter(fits)
  const within = phrases.flatMap(o => dependents(document, o.token, 'compound').map(t => t.index))
  return [...objects, ...phrases.map(o => o.token), ...deeper.map(o => o.token), ...within]
}

/** "militant targets": the one armed group of the text that is called so; null where no fighters are named. */
function fightersOf({ document, actors }: Reading, target: number): Reference[] | null {
  const word = dependents(document, target, 'compound', 'amod').find(t => FIGHTERS.test(t.form))
  if (!word) return null
  const stem = word.lemma.toLowerCase().replace(/s$/, '')
  const named = actors.list.filter(a => a.kind === 'armed group' || a.name.toLowerCase().includes(stem))
  if (named.length !== 1) return []
  return [{ actor: named[0].id, span: word, how: 'name', inferredBy: 'the fighters of the text' }]
}

/** "invaded towns in Chad", "bombed Kurdish hideouts": the side whose territory or thing is struck. */
function struck(reading: Reading, triggers: readonly Trigger[], own: readonly ActorId[]): Reference[] {
  const { actors } = reading
  const home = new Set(own.map(id => actors.get(id).country))
  const isOther = (r: Reference) => !own.includes(r.actor) && !home.has(actors.get(r.actor).country ?? '')
  for (const target of triggers.flatMap(t => targetsOf(reading, t))) {
    const fighters = fightersOf(reading, target)
    if (fighters !== null) return fighters
    const owners = ownersOf(reading, target).filter(isOther)
    if (owners.length > 0) return owners
    const host = hostOf(reading, target).filter(isOther)
    if (host.length > 0) return host
  }
  return []
}

/** "the strikes, which Pakistan has criticised": the deed is told elsewhere, with its doer. */
function judged(reading: Reading, one: Mentioned, all: readonly Mentioned[]): Claim<ActorId>[] {
  const { document, actors } = reading
  const inside = one.triggers.flatMap(({ act, head }) => {
    const phrases = obliquesOf(document, head).filter(o => OVER.has(o.prep))
    const clauses = dependents(document, head, 'advcl').filter(t => t.feats.VerbForm !== 'Inf')
    const objects = act.words === 'verb' ? clauseOf(document, head).objects : []
    return [...objects, ...phrases.map(o => o.token), ...clauses.map(t => t.index)]
  })
  const home = new Set(one.event.actors.map(c => actors.get(c.value).country))
  for (const index of inside) {
    const deed = all.find(m => m !== one && m.triggers.some(t => t.head === index))
    const doers = (deed?.event.actors ?? []).filter(c => !home.has(actors.get(c.value).country))
    if (doers.length > 0)
      return doers.map(c => inferred(c.value, [one.event.trigger], 'sides:doer of the deed'))
  }
  if (!inside.some(index => isPointedAt(reading, index))) return []
  const before = all
    .filter(m => DEEDS.has(m.event.type) && m.event.actors.length > 0)
    .filter(m => m.event.trigger.start < one.event.trigger.start && m.sentence < lastSentence(one, document))
    .at(-1)
  return (before?.event.actors ?? [])
    .filter(c => !home.has(actors.get(c.value).country))
    .map(c => inferred(c.value, [one.event.trigger], 'sides:doer of the deed told before'))
}

const lastSentence = (one: Mentioned, document: Reading['document']): number =>
  Math.max(...one.triggers.map(t => document.tokens[t.head].sentence))

/** "condemned the operation": a deed that was told before. */
function isPointedAt({ document, lexicon }: Reading, index: number): boolean {
  const definite = dependents(document, index, 'det').some(t =>
    /^(?:the|this|that|these|those)$/i.test(t.form),
  )
  const described = dependents(document, index, 'nmod', 'acl', 'nmod:poss', 'compound').length > 0
  return definite && !described && lexicon.deeds.has(document.tokens[index].lemma.toLowerCase())
}

/** "the protests continue", where the text speaks of protesters: theirs. */
function protesters({ actors }: Reading, event: Event): Claim<ActorId>[] {
  const groups = actors.list.filter(a => a.kind === 'group' && PROTESTERS.test(a.name))
  return groups.length === 1
    ? [inferred(groups[0].id, [event.trigger], 'sides:the protesters of the text')]
    : []
}

/** "rioted, calling on the president to resign": of whom the same people demand something in the same sentence. */
function demandedOf(one: Mentioned, all: readonly Mentioned[]): Claim<ActorId>[] {
  const own = new Set(one.event.actors.map(c => c.value))
  const demand = all.find(
    m =>
      ['REQUEST', 'ACCUSE', 'REJECT'].includes(m.event.type) &&
      m.sentence === one.sentence &&
      m.event.recipients.length > 0 &&
      m.event.actors.some(c => own.has(c.value)),
  )
  return (demand?.event.recipients ?? []).map(c =>
    inferred(c.value, [one.event.trigger], 'sides:of whom they demand'),
  )
}

/** "protests in Baghdad": against those who govern there. */
function governing({ actors }: Reading, { event }: Mentioned): Claim<ActorId>[] {
  const country = event.place?.country ?? null
  if (country === null) return []
  const host =
    actors.list.find(a => a.kind === 'government' && a.country === country) ??
    actors.list.find(a => a.kind === 'state' && a.country === country)
  return host
    ? [inferred(host.id, [event.place?.span ?? event.trigger], 'sides:those who govern the place')]
    : []
}

function filled(reading: Reading, one: Mentioned, all: readonly Mentioned[]): Event {
  const { event } = one
  if (event.type === 'PROTEST') {
    const actors = event.actors.length > 0 ? event.actors : protesters(reading, event)
    const demanded = event.recipients.length > 0 ? event.recipients : demandedOf(one, all)
    const recipients = demanded.length > 0 ? demanded : governing(reading, one)
    return { ...event, actors, recipients }
  }
  if (event.recipients.length > 0 || event.reciprocal) return event
  if (JUDGING.has(event.type) && event.actors.length > 0)
    return { ...event, recipients: judged(reading, one, all) }
  if (!ON_A_TERRITORY.some(code => event.cameo.startsWith(code)) || both(one)) return event
  const own = event.actors.map(c => c.value)
  return { ...event, recipients: struck(reading, one.triggers, own).map(claimOf) }
}

/** Fighting and war are nobody's alone: a place is no target there. */
const both = ({ triggers }: Mentioned): boolean => triggers.every(t => t.act.reciprocal)

export const fillSides = (reading: Reading, mentions: readonly Mentioned[]): Mentioned[] =>
  mentions.map(one => ({ ...one, event: filled(reading, one, mentions) }))
