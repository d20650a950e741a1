// A governing word comes in; what it makes of the act inside it goes out: a cue ("hopes for"), an act of its own ("threatened to"), a modifier ("planned").
import type { Act, Acts, Cue, Inner } from '../../knowledge/acts.ts'
import type { Document, Token } from '../../language/document.ts'
import { dependents, isRelation } from '../../language/tree.ts'
import type { EventStatus } from '../entry.ts'
import { bestMatch, cueAt } from './match-pattern.ts'
import { prepositionOf } from './phrases.ts'
import { word } from './predicate-words.ts'
import type { Standing } from './read-tense.ts'
import { make } from './read-tense.ts'

/** Phrases whose act lies before the clause or goes on beside it. */
const PAST_OR_BESIDE = ['after', 'following', 'since', 'amid', 'amidst', 'despite']
/** Phrases whose act lies before the clause, whatever the clause itself is. */
export const BEFOREHAND = new Set([...PAST_OR_BESIDE, 'because of', 'over', 'by', 'from', 'due to'])
/** Phrases that only say when or where, whatever governs them. */
const TEMPORAL = new Set([
  'in',
  'at',
  'during',
  'ahead of',
  'before',
  'until',
  'prior to',
  'within',
  'through',
])
/** Phrases that only date the noun before them ("the invitation following his visit"). */
const DATING = new Set([...PAST_OR_BESIDE, 'during', 'before', 'until'])
/** "protects its allies from attacks": an attack that may come. */
const GUARDING = new Set(['protect', 'guard', 'shield', 'defend', 'deter'])
/** Not doing these leaves undone what they would have led to ("did not allow him to visit"). */
const ENABLING = new Set(['allow', 'enable', 'let', 'permit', 'persuade', 'convince', 'able'])

/** Not doing these leaves it open whether it was done. */
export const CONFIRMING = new Set([
  'confirm',
  'admit',
  'acknowledge',
  'say',
  'claim',
  'report',
  'announce',
  'state',
])

export interface Walk {
  readonly document: Document
  readonly lexicon: Acts
}

export const actAt = (walk: Walk, token: Token): Act | null =>
  bestMatch(walk.document, token, walk.lexicon.acts)?.pattern ?? null

const isPastCopula = ({ document }: Walk, predicate: Token): boolean => {
  const be = dependents(document, predicate.index, 'cop', 'aux')
  return (
    be.some(c => c.feats.Tense === 'Past') && !be.some(c => c.feats.VerbForm === 'Inf' || c.upos !== 'AUX')
  )
}

/** The inner status that a governing word gives, as a cue or as an act of its own. */
export function governing(
  walk: Walk,
  parent: Token,
): { readonly inner: Inner; readonly background: boolean } | null {
  const cue: Cue | null = cueAt(walk.document, parent, walk.lexicon)
  const act = actAt(walk, parent)
  // "was able to travel": he did.
  if (parent.lemma === 'able' && isPastCopula(walk, parent)) return { inner: 'happened', background: false }
  if (act?.inner && act.parts.length >= (cue?.parts.length ?? 0))
    return { inner: act.inner, background: false }
  return cue ? { inner: cue.inner, background: cue.background } : null
}

const COMPLEMENTS = [
  'ccomp',
  'xcomp',
  'obj',
  'acl',
  'advcl',
  'obl',
  'nmod',
  'csubj',
  'nsubj',
  'compound',
  'dep',
]

/** A clause beside another, also where the tree takes it for a phrase ("after meeting" as `obl`). */
export const isAdverbial = (document: Document, token: Token): boolean =>
  isRelation(token.deprel, 'advcl') ||
  (isRelation(token.deprel, 'obl') &&
    token.upos === 'VERB' &&
    dependents(document, token.index, 'mark').length > 0)

/** Is the child in a place where the parent's meaning reaches it? */
export function isComplement(walk: Walk, child: Token, parent: Token): boolean {
  if (child.deprel === 'acl:relcl') return false
  if (isRelation(child.deprel, 'nsubj')) return child.deprel === 'nsubj:pass' || parent.upos === 'ADJ'
  if (isAdverbial(walk.document, child)) {
    // "by November, when Seoul hosts a summit" dates what is hoped, and is not hoped itself.
    if (dependents(walk.document, child.index, 'advmod').some(m => word(m) === 'when')) return false
    const marks = dependents(walk.document, child.index, 'mark').map(word)
    // "put off imposing": right behind the verb and its particle.
    const between = walk.document.tokens.slice(parent.index + 1, child.index)
    const follows = child.index > parent.index && between.every(t => t.deprel === 'compound:prt')
    return marks.length === 0
      ? child.feats.VerbForm !== 'Ger' || follows
      : marks.every(m => ['to', 'on', 'from', 'of', 'for', 'in', 'against', 'about'].includes(m))
  }
  if (isRelation(child.deprel, 'obl')) {
    const prep = prepositionOf(walk.document, child.index)
    if (prep === 'from' && GUARDING.has(parent.lemma)) return true
    return !BEFOREHAND.has(prep) && !TEMPORAL.has(prep)
  }
  if (isRelation(child.deprel, 'nmod'))
    return child.deprel !== 'nmod:poss' && !DATING.has(prepositionOf(walk.document, child.index))
  // "a resolution calling for": the participle says what the noun does, not what it is about.
  if (child.deprel === 'acl') return dependents(walk.document, child.index, 'mark').length > 0
  return COMPLEMENTS.some(r => isRelation(child.deprel, r))
}

/** Adjectives and nouns that stand before a noun: "planned visit", "former", "no". */
export function modified(walk: Walk, noun: Token): Standing | null {
  for (const m of dependents(walk.document, noun.index, 'amod', 'compound', 'det', 'advmod')) {
    if (m.deprel === 'det' && word(m) === 'no') return make('denied', 'negation', m.index)
    if (m.deprel === 'det' && word(m) === 'any') return make('possible', 'any', m.index)
    if (m.deprel === 'det') continue
    // "serious talks" are held; one is serious about what may come.
    if (m.lemma === 'serious') continue
    const cue = cueAt(walk.document, m, walk.lexicon)
    if (!cue || cue.inner === 'none') continue
    // "recent reports about": the reports are recent, not what they are about.
    const background = cue.background && (m.lemma !== 'recent' || actAt(walk, noun) !== null)
    return make(cue.inner, `cue:${cue.inner}`, m.index, background)
  }
  return null
}

/** What a cue makes of the act inside it, given how the cue itself stands. */
export function compose(walk: Walk, inside: Standing, inner: Inner, outer: Standing, at: number): Standing {
  const governor = walk.document.tokens[at]
  const background = inside.background || outer.background
  const as = (status: EventStatus) => ({ ...make(status, `cue:${inner}`, at, background), none: inside.none })
  if (outer.status === 'denied') {
    if (inner === 'denied') return as('possible')
    // "has not confirmed that it expelled him": he may have been.
    const isOpen = CONFIRMING.has(governor.lemma)
    const undone = !isOpen && (inner === 'planned' || inner === 'happened' || ENABLING.has(governor.lemma))
    return as(undone ? 'denied' : 'possible')
  }
  if (inner === 'possible' && inside.status === 'denied') return { ...as('possible'), none: true }
  if (inner === 'none') return { ...inside, none: true }
  // "to avoid possible sanctions": neither done nor refused.
  const willBe = outer.status === 'planned' && !outer.by.startsWith('purpose')
  if (inner === 'denied' && (inside.status === 'possible' || (outer.status !== 'happened' && !willBe)))
    return as('possible')
  if (inner === 'denied') return as(inside.status === 'denied' ? 'possible' : 'denied')
  if (inner === 'possible') return as('possible')
  // "may discuss Israel's plan to withdraw": the plan stands, whatever is said of it.
  const owned = governor.upos === 'NOUN' && dependents(walk.document, at, 'nmod:poss').length > 0
  if (inner === 'planned' && owned && inside.status !== 'denied') return as('planned')
  if (outer.status === 'possible' && inside.status !== 'denied') return as('possible')
  if (inner === 'planned') return as(inside.status === 'happened' ? 'planned' : inside.status)
  return as(inside.status === 'happened' ? outer.status : inside.status)
}
