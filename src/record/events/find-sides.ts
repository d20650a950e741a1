// A trigger with its frame comes in; who acts and toward whom goes out, as references into the actors of the text.
import type { Token } from '../../language/document.ts'
import { ancestors, conjuncts, dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Reference } from '../actors/actor-index.ts'
import type { Clause } from './clause.ts'
import { clauseOf, governor } from './clause.ts'
import type { Trigger } from './match-pattern.ts'
import { cueAt } from './match-pattern.ts'
import type { Reading, Sides } from './parties.ts'
import { compoundParties, hostOf, ownersOf, partiesAt, unique } from './parties.ts'
import { betweenAfter, obliquesOf, placesAfter, possessorsOf, prepositionOf } from './phrases.ts'

/** Phrases that name a further subject ("Brazil, along with Uruguay, called"). */
const BESIDE = new Set(['along with', 'together with', 'alongside', 'as well as'])

/** Prepositions before the goal of a journey. */
const GOAL = new Set(['to', 'in', 'at', 'for', 'into', ''])

/** Phrases in which a meeting belongs to the subject of the clause around it ("arrived for talks with"). */
const TAKES_PART = new Set([
  'for',
  'in',
  'at',
  'during',
  'after',
  'before',
  'following',
  'ahead of',
  'on',
  'from',
])

/** Verbs whose subject takes part in the talks that are their object. */
const LEADING = new Set([
  'head',
  'lead',
  'attend',
  'join',
  'continue',
  'resume',
  'restart',
  'pursue',
  'enter',
])
/** Verbs whose subject has a say in talks of his own ("agreed to talks with"). */
const ANSWERING = new Set([
  'agree',
  'refuse',
  'accept',
  'offer',
  'propose',
  'seek',
  'reject',
  'favour',
  'favor',
])

/** Expressions of conflict are directed at whom "against" names. */
const DIRECTED = new Set(['REJECT', 'THREATEN', 'ACCUSE', 'SANCTION', 'PROTEST', 'ASSAULT', 'COERCE'])
/** Verbs whose object is only what is moved ("refused to send peacekeepers"). */
const SENDING = /^(?:send|deploy|dispatch|withdraw|pull|swap|exchange)$/
/** Verbs of which the subject suffers what they tell. */
const DYING = /^(?:die|perish|succumb)$/

/** The participants of the thing an act is about: "signed a truce brokered by Moscow". */
function sharersOf(reading: Reading, index: number): Reference[] {
  const { document } = reading
  const between = obliquesOf(document, index).filter(o => o.prep === 'between' || o.prep === 'with')
  const told = between.flatMap(o => partiesAt(reading, o.token))
  const named = [
    ...possessorsOf(document, index).flatMap(t => partiesAt(reading, t.index)),
    ...compoundParties(reading, index),
  ]
  if (told.length + named.length > 0) return unique([...told, ...named])
  const { head, deprel } = document.tokens[index]
  return deprel === 'obj' ? unique(clauseOf(document, head).subjects.flatMap(t => partiesAt(reading, t))) : []
}

/** "will travel to India and Pakistan": the first phrase that names a place, all of it. */
function hostsOf(reading: Reading, goals: readonly number[]): Reference[] {
  for (const goal of goals) {
    const hosts = unique(conjuncts(reading.document, goal).flatMap(t => hostOf(reading, t.index)))
    if (hosts.length > 0) return hosts
  }
  return []
}

function clauseSlot(reading: Reading, clause: Clause, slot: string): Reference[] {
  const all = (tokens: readonly number[]) => unique(tokens.flatMap(t => partiesAt(reading, t)))
  if (slot === 'subj')
    return all([...clause.subjects, ...clause.obliques.filter(o => BESIDE.has(o.prep)).map(o => o.token)])
  if (slot === 'obj') return all(clause.objects)
  if (slot === "subj's") return unique(clause.subjects.flatMap(t => ownersOf(reading, t)))
  if (slot === "obj's") {
    const owners = unique(clause.objects.flatMap(t => ownersOf(reading, t)))
    // "condemned remarks by an envoy": the phrase often hangs on the verb.
    return owners.length > 0 || clause.passive || clause.objects.length === 0
      ? owners
      : all(clause.obliques.filter(o => o.prep === 'by').map(o => o.token))
  }
  const { document } = reading
  if (slot === 'sharers') return unique(clause.objects.flatMap(t => sharersOf(reading, t)))
  if (slot === 'place') {
    const goals = clause.obliques.filter(o => GOAL.has(o.prep)).map(o => o.token)
    return hostsOf(reading, [...clause.objects, ...goals])
  }
  if (slot.endsWith('~host')) {
    const from = clause.obliques.concat(clause.objects.flatMap(o => obliquesOf(document, o)))
    return unique(from.filter(o => o.prep === slot.slice(0, -5)).flatMap(o => hostOf(reading, o.token)))
  }
  const owned = slot.endsWith("'s")
  const prep = owned ? slot.slice(0, -2) : slot
  const phrases = clause.obliques
    .concat(clause.objects.flatMap(o => obliquesOf(document, o)))
    .filter(o => o.prep === prep)
  return unique(phrases.flatMap(o => (owned ? ownersOf(reading, o.token) : partiesAt(reading, o.token))))
}

function nounSlot(reading: Reading, noun: number, clause: Clause | null, slot: string): Reference[] {
  const { document } = reading
  if (slot === 'subj') return clause ? clauseSlot(reading, clause, 'subj') : []
  if (slot === 'poss') return unique(possessorsOf(document, noun).flatMap(t => partiesAt(reading, t.index)))
  if (slot === 'comp') return compoundParties(reading, noun)
  if (slot === 'place') {
    const goals = obliquesOf(document, noun).filter(o => GOAL.has(o.prep))
    return hostsOf(
      reading,
      goals.map(o => o.token),
    )
  }
  if (slot.endsWith('~in')) {
    const against = obliquesOf(document, noun).filter(o => o.prep === slot.slice(0, -3))
    const last = Math.max(noun, ...against.flatMap(o => subtree(document, o.token)))
    return unique(placesAfter(document, noun, last).flatMap(t => hostOf(reading, t)))
  }
  const owned = slot.endsWith("'s")
  const prep = owned ? slot.slice(0, -2) : slot
  const phrases = obliquesOf(document, noun)
    .concat(clause && clause.predicate !== noun ? clause.obliques : [])
    .filter(o => o.prep === prep && o.token !== noun)
  return unique(phrases.flatMap(o => (owned ? ownersOf(reading, o.token) : partiesAt(reading, o.token))))
}

const first = (slots: readonly string[], fill: (slot: string) => Reference[]): Reference[] => {
  for (const slot of slots) {
    const found = fill(slot)
    if (found.length > 0) return found
  }
  return []
}

/** "after talks with Berlin, Warsaw said"; "hopes for talks with Berlin": the meeting is the subject's too. */
function aroundNoun(reading: Reading, noun: Token): Reference[] {
  const { document, lexicon } = reading
  const parent = governor(document, noun.index)
  if (!parent) return []
  const cue = cueAt(document, parent, lexicon)
  if (parent.upos === 'NOUN') {
    // "made the pledge during a meeting with"
    const beside = isRelation(noun.deprel, 'nmod') && TAKES_PART.has(prepositionOf(document, noun.index))
    const verb = parent.deprel === 'obj' ? document.tokens[parent.head] : null
    if (beside && !cue && verb?.upos === 'VERB') return unique(subjectsOf(reading, verb.index))
    if (!cue || cue.innerBy === 'to') return []
    const owners = ownersOf(reading, parent.index)
    return owners.length > 0 ? owners : aroundNoun(reading, parent)
  }
  const takesPart = isRelation(noun.deprel, 'obl') && TAKES_PART.has(prepositionOf(document, noun.index))
  const wanted = cue !== null && cue.inner !== 'happened' && cue.innerBy === 'by'
  // "expressed enthusiasm about talks"
  const expressed = noun.deprel === 'obj' && cueAt(document, noun, lexicon) !== null
  // "heads the talks with", "agreed to talks with"
  const leads = noun.deprel === 'obj' && LEADING.has(parent.lemma)
  const agrees = /^(?:obj|obl)/.test(noun.deprel) && ANSWERING.has(parent.lemma)
  if (!takesPart && !wanted && !expressed && !leads && !agrees) return []
  return unique(subjectsOf(reading, parent.index))
}

/** Whoever stands as the subject of a clause, whatever the voice. */
function subjectsOf(reading: Reading, verb: number): Reference[] {
  const clause = clauseOf(reading.document, verb)
  return (clause.passive ? clause.objects : clause.subjects).flatMap(t => partiesAt(reading, t))
}

function nounSides(reading: Reading, trigger: Trigger): Sides {
  const { document } = reading
  const { act, head } = trigger
  const carried = trigger.predicate
  const clause = carried === null ? null : clauseOf(document, carried)
  const fill = (slot: string) => nounSlot(reading, head, clause, slot)
  const between = act.reciprocal ? fill('between') : []
  if (between.length > 0) return { actors: between, recipients: [] }
  const token = document.tokens[head]
  // Where the noun is the subject of its carrier ("talks began"), the clause lends no subject.
  const takesPlace = clause !== null && (clause.passive ? clause.objects : clause.subjects).includes(head)
  const by = takesPlace && !clause.passive ? act.by.filter(s => s !== 'subj') : act.by
  let actors = first(by, fill)
  const recipients = first(act.to, fill)
  // "ahead of a visit to Beijing, Kouchner said"
  const together = act.reciprocal || act.cameo.startsWith('042')
  if (actors.length === 0 && together && recipients.length > 0) actors = aroundNoun(reading, token)
  // "is rebuilding after a 12-day war with Israel"
  if (actors.length === 0 && act.type === 'ASSAULT' && recipients.length > 0) actors = atWar(reading, token)
  return { actors, recipients }
}

/** "Iran said the war with Israel had ended": the state that speaks of its war or lives through it. */
function atWar(reading: Reading, noun: Token): Reference[] {
  const { document, actors } = reading
  if (!obliquesOf(document, noun.index).some(o => o.prep === 'with')) return []
  for (const verb of ancestors(document, noun.index).filter(t => t.upos === 'VERB')) {
    const subjects = clauseOf(document, verb.index).subjects.filter(t => t !== noun.index)
    const states = subjects
      .flatMap(t => [...partiesAt(reading, t), ...ownersOf(reading, t)])
      .filter(r => ['state', 'government', 'armed group'].includes(actors.get(r.actor).kind))
    if (states.length > 0) return unique(states)
  }
  return []
}

/** "rammed a Philippine boat, injuring three sailors": nameless people are hit with those whose thing is struck. */
function hitWith(reading: Reading, { act, head }: Trigger, found: Reference[]): Reference[] {
  const { document, actors } = reading
  const verb = document.tokens[head]
  const struck = headOf(document, head)
  if (act.type !== 'ASSAULT' || !struck || struck.upos !== 'VERB' || !isRelation(verb.deprel, 'advcl'))
    return found
  if (dependents(document, head, 'mark').length > 0 || found.some(r => actors.get(r.actor).country !== null))
    return found
  const owners = clauseOf(document, struck.index).objects.flatMap(o => ownersOf(reading, o))
  return owners.length > 0 ? unique(owners) : found
}

function verbSides(reading: Reading, trigger: Trigger): Sides {
  const clause = clauseOf(reading.document, trigger.head)
  // Words of the expression itself ("a jab", "sanctions") are no side.
  // "refused to meet the envoy": the object of a verb that belongs to the expression.
  const verbs = trigger.parts.filter(p => reading.document.tokens[p].upos === 'VERB')
  const rest: Clause = {
    ...clause,
    objects: clause.objects.concat(
      verbs
        .filter(p => !SENDING.test(reading.document.tokens[p].lemma))
        .flatMap(p => clauseOf(reading.document, p).objects),
    ),
    obliques: clause.obliques.concat(trigger.parts.flatMap(p => obliquesOf(reading.document, p))),
  }
  const fill = (slot: string) => clauseSlot(reading, rest, slot)
  if (trigger.act.type === 'ASSAULT' && DYING.test(reading.document.tokens[trigger.head].lemma))
    return { actors: [], recipients: fill('subj') }
  // "closed the border because of fighting between two tribes": the clause above lends no fighter.
  const between = trigger.act.reciprocal ? betweenAfter(reading.document, trigger.head) : null
  if (between !== null) return { actors: partiesAt(reading, between), recipients: [] }
  const actors = first(trigger.act.by, fill)
  // "closed its borders with Iran": one's own things lead on to the next phrase.
  const own = (r: Reference) =>
    /^(?:COERCE|SANCTION)$/.test(trigger.act.type) && actors.some(a => a.actor === r.actor)
  const other = (slot: string) => fill(slot).filter(r => !own(r))
  const recipients = hitWith(reading, trigger, first(trigger.act.to, other))
  if (recipients.length > 0) return { actors, recipients }
  // "plead with", "vote against": the expression's own preposition.
  const particles = trigger.parts
    .map(p => reading.document.tokens[p].form.toLowerCase())
    .filter(p => p === 'with')
  return {
    actors,
    recipients: first([...particles, ...(DIRECTED.has(trigger.act.type) ? ['against'] : [])], fill),
  }
}

/** Who acts and toward whom; unknown sides stay empty. */
export function findSides(reading: Reading, trigger: Trigger): Sides {
  const { actors, recipients } =
    trigger.act.words === 'noun' ? nounSides(reading, trigger) : verbSides(reading, trigger)
  // Nobody acts toward himself: "both sides" as subject and object is one side.
  const others = recipients.filter(r => !actors.some(a => a.actor === r.actor))
  return { actors, recipients: others }
}
