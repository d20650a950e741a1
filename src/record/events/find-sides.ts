// A trigger with its frame comes in; who acts and toward whom goes out, as references into the actors of the text.
import type { Acts } from '../../knowledge/acts.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Document, Token } from '../../language/document.ts'
import { ancestors, conjuncts, dependents, isRelation, subtree } from '../../language/tree.ts'
import type { ActorIndex, Reference } from '../actors/actor-index.ts'
import type { Clause } from './clause.ts'
import { clauseOf, governor, obliquesOf, placesAfter, possessorsOf, prepositionOf } from './clause.ts'
import type { Trigger } from './find-triggers.ts'
import { cueAt } from './find-triggers.ts'

export interface Sides {
  readonly actors: readonly Reference[]
  readonly recipients: readonly Reference[]
}

export type Places = Pick<Knowledge, 'countryOfPlace' | 'names'>

export interface Reading {
  readonly document: Document
  readonly actors: ActorIndex
  readonly lexicon: Acts
  readonly places: Places
}

/** Prepositions before the goal of a journey. */
const GOAL = new Set(['to', 'in', 'at', 'for', 'into', ''])

/** Phrases in which a meeting belongs to the subject of the clause around it ("arrived for talks with"). */
const TAKES_PART = new Set(['for', 'in', 'at', 'during', 'after', 'before', 'following', 'ahead of', 'on'])

const unique = (references: readonly Reference[]): Reference[] =>
  references.filter((r, i) => references.findIndex(x => x.actor === r.actor) === i)

/** The actors a phrase stands for, its conjuncts included. */
export const partiesAt = (reading: Reading, token: number): Reference[] =>
  unique(conjunctsOfPhrase(reading.document, token).flatMap(t => oneParty(reading, t)))

const conjunctsOfPhrase = (document: Document, token: number): Token[] =>
  conjuncts(document, token).filter(t => t.index === token || (t.upos !== 'VERB' && t.upos !== 'AUX'))

function oneParty(reading: Reading, token: Token): readonly Reference[] {
  const { document, actors, lexicon } = reading
  const own = actors.at(token.index)
  if (own.length > 0) return withOtherStates(reading, token, own)
  for (const piece of dependents(document, token.index, 'flat', 'appos')) {
    const found = actors.at(piece.index)
    if (found.length > 0) return found
  }
  if (lexicon.owned.has(token.lemma.toLowerCase())) {
    const owners = ownersOf(reading, token.index)
    if (owners.length > 0) return owners
  }
  return bothSides(reading, token)
}

/** Sentences in which the two that "both sides" means have been named, at most. */
const BOTH_REACH = 2

/** "called for restraint from both sides": the two states named last, the speaker's own left out. */
function bothSides(reading: Reading, token: Token): Reference[] {
  const { document, actors } = reading
  if (!dependents(document, token.index, 'det', 'nummod').some(t => /^(both|two)$/i.test(t.form))) return []
  if (
    !/^(sides?|countr(y|ies)|nations?|capitals?|governments?|states?|neighbou?rs?|part(y|ies))$/i.test(
      token.form,
    )
  )
    return []
  const verb = ancestors(document, token.index).find(t => t.upos === 'VERB')
  const speakers = verb ? dependents(document, verb.index, 'nsubj').flatMap(t => actors.at(t.index)) : []
  const own = new Set(speakers.map(r => actors.get(r.actor).country))
  const found: Reference[] = []
  for (let i = token.index - 1; i >= 0 && token.sentence - document.tokens[i].sentence <= BOTH_REACH; i--)
    for (const r of actors.at(i)) {
      const { country, kind } = actors.get(r.actor)
      const known =
        country === null || own.has(country) || found.some(f => actors.get(f.actor).country === country)
      if (!known && kind !== 'person' && found.length < 2) found.push({ ...r, inferredBy: 'both sides' })
    }
  return found.length === 2 ? found : []
}

/** "French and Egyptian warships": the mention tells one state, the other one is named before it. */
function withOtherStates(reading: Reading, token: Token, own: readonly Reference[]): readonly Reference[] {
  const { document, actors } = reading
  const named = dependents(document, token.index, 'amod', 'compound').filter(t => t.index < token.index)
  const states = named
    .flatMap(t => [t, ...dependents(document, t.index, 'conj')])
    .flatMap(t => actors.at(t.index))
    .filter(r => actors.get(r.actor).kind === 'state' && r.how !== 'pronoun')
  const countries = new Set(states.map(r => actors.get(r.actor).country))
  if (countries.size < 2) return own
  const held = new Set(own.map(r => actors.get(r.actor).country))
  return [...own, ...states.filter(r => !held.has(actors.get(r.actor).country))]
}

/** Whose a thing is: "Iran's offer", "a Turkish proposal", "a proposal by Ankara". */
export function ownersOf(reading: Reading, token: number): Reference[] {
  const { document } = reading
  const possessors = possessorsOf(document, token).flatMap(t => partiesAt(reading, t.index))
  if (possessors.length > 0) return unique(possessors)
  const compound = compoundParties(reading, token)
  if (compound.length > 0) return compound
  // "statements made by Ankara"
  const made = dependents(document, token, 'acl').filter(t => t.deprel === 'acl' && t.feats.Tense === 'Past')
  const makers = made.flatMap(t => clauseOf(document, t.index).subjects).flatMap(t => partiesAt(reading, t))
  if (makers.length > 0) return unique(makers)
  const phrases = obliquesOf(document, token).filter(o => ['of', 'by', 'from'].includes(o.prep))
  return unique(phrases.flatMap(o => partiesAt(reading, o.token)))
}

/** States and bodies named before a noun: "Turkish proposal", "U.S.-Korean talks"; a capital there is a place. */
export function compoundParties(reading: Reading, noun: number): Reference[] {
  const { document, actors } = reading
  const poss = (t: Token) => t.deprel === 'nmod:poss' || t.deprel === 'appos' || isRelation(t.deprel, 'acl')
  const before = subtree(document, noun, poss).filter(i => i < noun)
  return unique(
    before
      .filter(i => !isHalfName(reading, i))
      .flatMap(i => actors.at(i))
      .filter(r => r.how === 'demonym' || r.how === 'name')
      .filter(r =>
        ['state', 'government', 'organisation', 'body', 'armed group'].includes(actors.get(r.actor).kind),
      ),
  )
}

/** "arrived in Vilnius": the state that the place lies in, where the text speaks of it as an actor. */
export function hostOf(reading: Reading, index: number): Reference[] {
  const { document, actors, places } = reading
  const own = actors
    .at(index)
    .filter(r => ['state', 'government', 'body', 'organisation'].includes(actors.get(r.actor).kind))
  if (own.length > 0) return [...own]
  const token = document.tokens[index]
  if (token.upos !== 'PROPN') return []
  const entity = document.entities.find(e => e.firstToken <= index && index < e.endToken)
  const span = entity ?? token
  const country = places.countryOfPlace(document.text.content.slice(span.start, span.end))
  const host = actors.list.find(a => a.country === country && (a.kind === 'state' || a.kind === 'government'))
  if (country === null || !host) return []
  return [
    {
      actor: host.id,
      span: { start: span.start, end: span.end },
      how: 'metonym',
      inferredBy: 'country of the place',
    },
  ]
}

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

/** "American" of "Ibero-American": a piece of a longer name. */
function isHalfName({ document, actors }: Reading, index: number): boolean {
  const [first, hyphen] = [document.tokens[index - 2], document.tokens[index - 1]]
  return hyphen?.form === '-' && first !== undefined && actors.at(first.index).length === 0
}

function clauseSlot(reading: Reading, clause: Clause, slot: string): Reference[] {
  const all = (tokens: readonly number[]) => unique(tokens.flatMap(t => partiesAt(reading, t)))
  if (slot === 'subj') return all(clause.subjects)
  if (slot === 'obj') return all(clause.objects)
  if (slot === "subj's") return unique(clause.subjects.flatMap(t => ownersOf(reading, t)))
  if (slot === "obj's") return unique(clause.objects.flatMap(t => ownersOf(reading, t)))
  const { document } = reading
  if (slot === 'sharers') return unique(clause.objects.flatMap(t => sharersOf(reading, t)))
  if (slot === 'place') {
    const goals = clause.obliques.filter(o => GOAL.has(o.prep)).map(o => o.token)
    return unique([...clause.objects, ...goals].flatMap(t => hostOf(reading, t))).slice(0, 1)
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
    return unique(goals.flatMap(o => hostOf(reading, o.token))).slice(0, 1)
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
    if (!cue || cue.innerBy === 'to') return []
    const owners = ownersOf(reading, parent.index)
    return owners.length > 0 ? owners : aroundNoun(reading, parent)
  }
  const takesPart = isRelation(noun.deprel, 'obl') && TAKES_PART.has(prepositionOf(document, noun.index))
  const wanted = cue !== null && cue.inner !== 'happened' && cue.innerBy === 'by'
  // "expressed enthusiasm about talks"
  const expressed = noun.deprel === 'obj' && cueAt(document, noun, lexicon) !== null
  if (!takesPart && !wanted && !expressed) return []
  const clause = clauseOf(document, parent.index)
  return unique((clause.passive ? clause.objects : clause.subjects).flatMap(t => partiesAt(reading, t)))
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
  return { actors, recipients }
}

function verbSides(reading: Reading, trigger: Trigger): Sides {
  const clause = clauseOf(reading.document, trigger.head)
  // Words of the expression itself ("a jab", "sanctions") are no side.
  const rest: Clause = {
    ...clause,
    obliques: clause.obliques.concat(trigger.parts.flatMap(p => obliquesOf(reading.document, p))),
  }
  const fill = (slot: string) => clauseSlot(reading, rest, slot)
  return { actors: first(trigger.act.by, fill), recipients: first(trigger.act.to, fill) }
}

/** Who acts and toward whom; unknown sides stay empty. */
export function findSides(reading: Reading, trigger: Trigger): Sides {
  const { actors, recipients } =
    trigger.act.words === 'noun' ? nounSides(reading, trigger) : verbSides(reading, trigger)
  // Nobody acts toward himself: "both sides" as subject and object is one side.
  const others = recipients.filter(r => !actors.some(a => a.actor === r.actor))
  return { actors, recipients: others }
}
