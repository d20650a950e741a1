// A word of the tree comes in; the actors it stands for, owns it or is led by ("Iran's offer", the state of a place) go out.
import type { Acts } from '../../knowledge/acts.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Document, Token } from '../../language/document.ts'
import { conjuncts, dependents, isRelation, subtree } from '../../language/tree.ts'
import type { ActorIndex, Reference } from '../actors/actor-index.ts'
import { clauseOf } from './clause.ts'
import type { Trigger } from './match-pattern.ts'
import { obliquesOf, possessorsOf } from './phrases.ts'

export interface Sides {
  readonly actors: readonly Reference[]
  readonly recipients: readonly Reference[]
}

/** An act with its sides as far as they are known. */
export interface Sided {
  readonly trigger: Trigger
  readonly sides: Sides
}

export type Places = Pick<Knowledge, 'countryOfPlace' | 'names'>

export interface Reading {
  readonly document: Document
  readonly actors: ActorIndex
  readonly lexicon: Acts
  readonly places: Places
}

/** Verbs by which two give each other something: what they give is no side. */
export const SWAPPING = /^(?:swap|exchange|trade)$/

export const unique = (references: readonly Reference[]): Reference[] =>
  references.filter((r, i) => references.findIndex(x => x.actor === r.actor) === i)

/** The actors a phrase stands for, its conjuncts included. */
export const partiesAt = (reading: Reading, token: number): Reference[] =>
  unique(
    [token, ...alongside(reading.document, token)].flatMap(i =>
      conjunctsOfPhrase(reading.document, i).flatMap(t => oneParty(reading, t)),
    ),
  )

/** Words before further members of a party ("leaders, including Berg", "China, along with Russia"). */
const ALONGSIDE = new Set(['including', 'along', 'together', 'alongside', 'like', 'such'])

const alongside = (document: Document, token: number): number[] =>
  dependents(document, token, 'nmod', 'obl')
    .filter(t => dependents(document, t.index, 'case').some(c => ALONGSIDE.has(c.form.toLowerCase())))
    .map(t => t.index)

const conjunctsOfPhrase = (document: Document, token: number): Token[] =>
  conjuncts(document, token).filter(t => t.index === token || (t.upos !== 'VERB' && t.upos !== 'AUX'))

function oneParty(reading: Reading, token: Token): readonly Reference[] {
  const { document, actors, lexicon } = reading
  const own = actors.at(token.index)
  const vague = own.every(r => isVague(reading, r))
  const people = own.every(r => ['group', 'unnamed'].includes(actors.get(r.actor).kind))
  const members = vague || people ? membersOf(reading, token) : []
  // "delegations from Chad and Mali": more than the one state that the mention tells.
  if (members.length > (vague ? 0 : 1)) return members
  if (own.length > 0) return withOtherStates(reading, token, own)
  for (const piece of dependents(document, token.index, 'flat', 'appos')) {
    const found = actors.at(piece.index)
    if (found.length > 0) return found
  }
  if (lexicon.owned.has(token.lemma.toLowerCase())) {
    const owners = ownersOf(reading, token.index)
    if (owners.length > 0) return owners
  }
  return []
}

/** A group or role that belongs to no state ("delegations", "the rights group"). */
function isVague({ actors }: Reading, { actor }: Reference): boolean {
  const { kind, country, ref } = actors.get(actor)
  return ['group', 'unnamed', 'body'].includes(kind) && country === null && ref === null
}

/** Words that only count those behind "of". */
const COUNTING =
  /^(?:hundred|thousand|ten|dozen|score|million|number|group|majority|member|leader|head|president|minister|official|representative)s?$/i

/** People who come for those behind "from". */
const ENVOYS =
  /^(?:delegation|delegate|negotiator|envoy|representative|official|diplomat|minister|mediator|team|leader|troop|force|soldier|peacekeeper)s?$/i

/** "delegations from Chad and Mali", "thousands of Hezbollah supporters", "the rights group Amnesty": who they are. */
function membersOf(reading: Reading, token: Token): readonly Reference[] {
  const { document, actors } = reading
  const named = dependents(document, token.index, 'appos', 'flat').flatMap(t => actors.at(t.index))
  const known = named.filter(r => !isVague(reading, r))
  if (known.length > 0) return known
  const phrases = obliquesOf(document, token.index).filter(
    o => (o.prep === 'from' && ENVOYS.test(token.lemma)) || (o.prep === 'of' && COUNTING.test(token.lemma)),
  )
  // Only whom the words themselves name: to ask on might lead back to where it started.
  return phrases
    .flatMap(o => conjunctsOfPhrase(document, o.token))
    .flatMap(t => withOtherStates(reading, t, actors.at(t.index)))
}

/** "French and Egyptian warships": the mention tells one state, the other one is named before it. */
function withOtherStates(reading: Reading, token: Token, own: readonly Reference[]): readonly Reference[] {
  const { document, actors } = reading
  const named = dependents(document, token.index, 'amod', 'compound').filter(t => t.index < token.index)
  const states = named
    .filter(t => !isBackedBy(document, t.index))
    .flatMap(t => [t, ...dependents(document, t.index, 'conj')])
    .flatMap(t => actors.at(t.index))
    .filter(r => actors.get(r.actor).kind === 'state' && r.how !== 'pronoun')
  const countries = new Set(states.map(r => actors.get(r.actor).country))
  // "Afghan and coalition forces": two kinds of forces, one of them called after a state.
  const paired = named.some(
    t =>
      actors.at(t.index).length > 0 &&
      dependents(document, t.index, 'conj').some(c => c.index < token.index && c.index > t.index),
  )
  if (countries.size < (paired ? 1 : 2)) return own
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
  // "accounts belonging to the bank"
  const held = dependents(document, token, 'acl').filter(t => t.lemma === 'belong')
  const holders = held.flatMap(t => obliquesOf(document, t.index)).flatMap(o => partiesAt(reading, o.token))
  if (holders.length > 0) return unique(holders)
  // "statements made by Ankara"
  const made = dependents(document, token, 'acl').filter(t => t.deprel === 'acl' && t.feats.Tense === 'Past')
  const makers = made
    .flatMap(t => clauseOf(document, t.index).subjects)
    // "forces stationed there": the noun may be taken for the subject of its own participle.
    .filter(t => t !== token)
    .flatMap(t => partiesAt(reading, t))
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
      .filter(i => !isHalfName(reading, i) && !isBackedBy(document, i))
      .flatMap(i => actors.at(i))
      .filter(r => r.how === 'demonym' || r.how === 'name')
      .filter(r =>
        ['state', 'government', 'organisation', 'body', 'armed group'].includes(actors.get(r.actor).kind),
      ),
  )
}

const PLACES = /^(?:capital|city|town|port|resort|province|region|coast|border)$/

/** "arrived in Vilnius": the state that the place lies in, where the text speaks of it as an actor. */
export function hostOf(reading: Reading, index: number): Reference[] {
  const { document, actors, places } = reading
  const own = actors
    .at(index)
    .filter(r => ['state', 'government', 'body', 'organisation'].includes(actors.get(r.actor).kind))
  if (own.length > 0) return [...own]
  const token = document.tokens[index]
  // "arrived in the Turkish capital"
  if (token.upos === 'NOUN') return PLACES.test(token.lemma) ? compoundParties(reading, index) : []
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

/** What somebody else does for a side makes him no side ("the Ethiopian-backed government"). */
const BACKED =
  /^(?:backed|supported|brokered|mediated|sponsored|hosted|funded|financed|trained|allied|occupied|controlled|held|owned|born|made|built|registered|flagged|bound|based|speaking|educated)$/i

const isBackedBy = (document: Document, index: number): boolean =>
  document.tokens[index + 1]?.form === '-' && BACKED.test(document.tokens[index + 2]?.form ?? '')

/** "American" of "Ibero-American": a piece of a longer name. */
function isHalfName({ document, actors }: Reading, index: number): boolean {
  const [first, hyphen] = [document.tokens[index - 2], document.tokens[index - 1]]
  return hyphen?.form === '-' && first !== undefined && actors.at(first.index).length === 0
}
