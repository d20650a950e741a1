// A trigger with its frame comes in; who acts and toward whom goes out, as references into the actors of the text.
import type { Acts } from '../../knowledge/acts.ts'
import type { Document, Token } from '../../language/document.ts'
import { conjuncts, dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { ActorIndex, Reference } from '../actors/actor-index.ts'
import type { Clause } from './clause.ts'
import { clauseOf, obliquesOf, prepositionOf } from './clause.ts'
import type { Trigger } from './find-triggers.ts'

export interface Sides {
  readonly actors: readonly Reference[]
  readonly recipients: readonly Reference[]
}

export interface Reading {
  readonly document: Document
  readonly actors: ActorIndex
  readonly lexicon: Acts
}

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
  if (own.length > 0) return own
  for (const piece of dependents(document, token.index, 'flat', 'appos')) {
    const found = actors.at(piece.index)
    if (found.length > 0) return found
  }
  return lexicon.owned.has(token.lemma.toLowerCase()) ? ownersOf(reading, token.index) : []
}

/** Whose a thing is: "Iran's offer", "a Turkish proposal", "a proposal by Ankara". */
export function ownersOf(reading: Reading, token: number): Reference[] {
  const { document } = reading
  const possessors = dependents(document, token, 'nmod:poss').flatMap(t => partiesAt(reading, t.index))
  if (possessors.length > 0) return unique(possessors)
  const compound = compoundParties(reading, token)
  if (compound.length > 0) return compound
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
      .flatMap(i => actors.at(i))
      .filter(r => r.how === 'demonym' || r.how === 'name')
      .filter(r =>
        ['state', 'government', 'organisation', 'body', 'armed group'].includes(actors.get(r.actor).kind),
      ),
  )
}

function clauseSlot(reading: Reading, clause: Clause, slot: string): Reference[] {
  const all = (tokens: readonly number[]) => unique(tokens.flatMap(t => partiesAt(reading, t)))
  if (slot === 'subj') return all(clause.subjects)
  if (slot === 'obj') return all(clause.objects)
  if (slot === "subj's") return unique(clause.subjects.flatMap(t => ownersOf(reading, t)))
  if (slot === "obj's") return unique(clause.objects.flatMap(t => ownersOf(reading, t)))
  const { document } = reading
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
  if (slot === 'poss')
    return unique(dependents(document, noun, 'nmod:poss').flatMap(t => partiesAt(reading, t.index)))
  if (slot === 'comp') return compoundParties(reading, noun)
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

/** "after talks with Berlin, Warsaw said": the meeting is the subject's too. */
function aroundNoun(reading: Reading, noun: Token): Reference[] {
  const { document } = reading
  const parent = headOf(document, noun.index)
  if (!parent || !isRelation(noun.deprel, 'obl') || !TAKES_PART.has(prepositionOf(document, noun.index)))
    return []
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
  if (actors.length === 0 && act.reciprocal && recipients.length > 0) actors = aroundNoun(reading, token)
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
