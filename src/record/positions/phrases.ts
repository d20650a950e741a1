// The parts of a position in the tree: who holds it, toward whom, about what, on which condition.
import type { Document, Token } from '../../language/document.ts'
import {
  conjuncts,
  dependent,
  dependents,
  headOf,
  isRelation,
  phraseSpan,
  subtree,
} from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { claimOf } from '../actors/actor-index.ts'
import type { ActorId, Claim } from '../entry.ts'
import { inferred } from '../entry.ts'
import type { PositionInput } from './draft.ts'

const FIRST_PERSON = new Set(['i', 'we', 'me', 'us', 'my', 'our', 'mine', 'ours'])
/** An issue is a short noun phrase: longer ones are cut at their first clause or preposition. */
const LONGEST_ISSUE = 8
/** Kinds of actors that hold no diplomatic position. */
const NO_HOLDER = new Set(['company', 'outlet'])

/** "US" is a country. */
export const isFirstPerson = (token: Token): boolean =>
  FIRST_PERSON.has(token.form.toLowerCase()) && token.form !== 'US'

export const isNegated = (document: Document, index: number): boolean =>
  document.children[index].some(
    i =>
      /^(not|n['’]?t|never|neither)$/i.test(document.tokens[i].form) ||
      (/^longer$/i.test(document.tokens[i].form) && /^no$/i.test(document.tokens[i - 1]?.form ?? '')),
  )

/** Negated itself, or by its subject or object: "no talks should take place", "there is nothing to discuss". */
export const isRuledOut = (document: Document, index: number): boolean =>
  isNegated(document, index) ||
  dependents(document, index, 'nsubj', 'nsubj:pass', 'obj').some(
    t =>
      /^(nothing|nobody|none|neither)$/i.test(t.form) ||
      dependents(document, t.index, 'det', 'advmod').some(d => /^(no|neither)$/i.test(d.form)),
  )

export const hasModal = (document: Document, index: number, forms: RegExp): boolean =>
  dependents(document, index, 'aux').some(t => forms.test(t.form.toLowerCase()))

/** The subject of a predicate, through control and coordination ("plans to offer", "met and urged"). */
export function subjectOf(document: Document, index: number): Token | null {
  const own = dependent(document, index, 'nsubj')
  if (own) return isRelativePronoun(own) ? antecedent(document, index) : own
  const token = document.tokens[index]
  const head = headOf(document, index)
  if (!head) return null
  if (isRelation(token.deprel, 'xcomp'))
    return dependent(document, head.index, 'obj') ?? subjectOf(document, head.index)
  if (['conj', 'advcl', 'parataxis'].some(r => isRelation(token.deprel, r)))
    return subjectOf(document, head.index)
  if (isRelation(token.deprel, 'acl') && head.upos !== 'VERB')
    return token.feats.VerbForm === 'Ger' || isRelation(token.deprel, 'acl:relcl') ? head : null
  return null
}

const isRelativePronoun = (token: Token): boolean =>
  /^(who|which|that)$/i.test(token.form) && token.upos === 'PRON'

const antecedent = (document: Document, index: number): Token | null =>
  isRelation(document.tokens[index].deprel, 'acl') ? headOf(document, index) : null

/** Actors that a phrase names; the speaker for "I" and "we". */
export function partiesAt(input: PositionInput, token: Token | null): Claim<ActorId>[] {
  if (!token) return []
  if (isFirstPerson(token)) return speakersAround(input, token)
  return conjuncts(input.document, token.index).flatMap(t => {
    const own = input.actors.at(t.index)
    const isVague = own.every(r => isPeople(input, r.actor))
    const named = isVague ? standIns(input, t) : []
    return named.length > 0 ? named : own.map(claimOf)
  })
}

/** "Countries", "students": people without a state. */
function isPeople({ actors }: PositionInput, id: ActorId): boolean {
  const { country, kind } = actors.get(id)
  return country === null && (kind === 'group' || kind === 'unnamed')
}

/** "members of the alliance", "countries such as Chad and Togo", "many states, including Chad": those named. */
function standIns(input: PositionInput, token: Token): Claim<ActorId>[] {
  const { document, actors, stances } = input
  const after = (t: Token, word: RegExp) => dependents(document, t.index, 'case').some(c => word.test(c.form))
  const clause = isRelation(token.deprel, 'nsubj') ? dependents(document, token.head, 'obl') : []
  const named = [...dependents(document, token.index, 'nmod', 'obl', 'appos', 'conj'), ...clause].filter(
    t =>
      after(t, /^(such|including|like)$/i) &&
      /^(countr|nation|state|government|part|power|all|organi|member)/i.test(token.form),
  )
  const whole = stances.parts.has(token.lemma.toLowerCase())
    ? dependents(document, token.index, 'nmod').filter(t => after(t, /^of$/i))
    : []
  const kin = stances.parts.has(token.lemma.toLowerCase())
    ? dependents(document, token.index, 'compound', 'amod', 'nmod:poss').filter(t => t.index < token.index)
    : []
  return [...named, ...(whole.length > 0 ? whole : kin)]
    .flatMap(t => conjuncts(document, t.index))
    .flatMap(t => actors.at(t.index))
    .map(r => inferred(r.actor, [r.span], 'stand-in'))
}

export const speakersAround = (input: PositionInput, token: Token): Claim<ActorId>[] =>
  (input.toldBy(token)?.speakers ?? []).map(s => inferred(s.claim.value, [s.span], 'speaker'))

/** Who holds what a predicate says: its subject, or the speaker where the subject is his own ("our door is open"). */
export function holdersOf(input: PositionInput, subject: Token | null): Claim<ActorId>[] {
  if (!subject) return []
  const named = partiesAt(input, subject).filter(c => !NO_HOLDER.has(input.actors.get(c.value)?.kind))
  if (named.length > 0) return named
  if (isOpenPronoun(input, subject)) return officialsAround(input, subject)
  const owner = dependent(input.document, subject.index, 'nmod:poss')
  if (owner && isFirstPerson(owner)) return speakersAround(input, owner)
  if (owner && OWN_STATE.test(subject.form)) return partiesAt(input, owner)
  if (OWN_STATE.test(subject.form) && !dependent(input.document, subject.index, 'nmod', 'amod', 'compound'))
    return officialsAround(input, subject)
  return authorsOf(input, subject)
}

/** "Oman said it was not prepared to talk": in reported words "it" that nobody else is, is who speaks. */
export const isOpenPronoun = (input: PositionInput, subject: Token): boolean =>
  /^(it|they)$/i.test(subject.form) &&
  input.actors.at(subject.index).length === 0 &&
  input.toldBy(subject)?.form !== 'direct'

/** "The government hopes …, a minister said": the speaker's own, where he acts for a state. */
const officialsAround = (input: PositionInput, subject: Token): Claim<ActorId>[] =>
  speakersAround(input, subject).filter(s => input.actors.get(s.value)?.country != null)

/** "signed a letter urging": whoever issued the paper holds what it says. */
function authorsOf(input: PositionInput, paper: Token): Claim<ActorId>[] {
  const verb = headOf(input.document, paper.index)
  if (!PAPER.test(paper.form)) return []
  const named = dependents(input.document, paper.index, 'nmod', 'nmod:poss', 'amod', 'compound').filter(
    t => t.index < paper.index || dependents(input.document, t.index, 'case').some(c => FROM.test(c.form)),
  )
  const authors = named.flatMap(t => partiesAt(input, t))
  if (authors.length > 0 || !verb || !/^(obj|obl)$/.test(paper.deprel)) return authors
  const subject = subjectOf(input.document, verb.index)
  return subject && !PAPER.test(subject.form) ? partiesAt(input, subject) : []
}

const OWN_STATE = /^(country|nation|government|state|administration|ministry|party|organi[sz]ation)$/i
const PAPER =
  /^(letter|statement|petition|note|declaration|memorandum|communiqu[eé]|message|resolution|draft|text|manifesto|appeal|motion|placard|banner|sign|poster|slogan)s?$/i
const FROM = /^(by|from|of)$/i

/** "the plan, which they rejected": what the relative pronoun stands for. */
function relativeTo(document: Document, token: Token): Token {
  const clause = isRelativePronoun(token) ? headOf(document, token.index) : null
  return (clause && antecedent(document, clause.index)) ?? token
}

/** The words of a phrase that name the issue: no article, no clause, at most eight words. */
export function issueOf(document: Document, phrase: Token | null): string {
  const head = phrase && relativeTo(document, phrase)
  if (!head) return ''
  // "the buses run again": where nothing is done to anything, its subject is the matter
  const isBare = head.upos === 'VERB' && !dependent(document, head.index, 'obj', 'xcomp', 'ccomp', 'obl')
  const skip = (t: Token) =>
    !(isBare && t.head === head.index && isRelation(t.deprel, 'nsubj') && t.upos === 'NOUN') &&
    (['det', 'acl', 'punct', 'mark', 'case', 'cc', 'advcl', 'nsubj', 'aux', 'cop', 'appos', 'parataxis'].some(
      r => isRelation(t.deprel, r),
    ) ||
      /^(not|n['’]?t|never)$/i.test(t.form) ||
      (head.upos === 'VERB' && t.index < head.index && isRelation(t.deprel, 'advmod')) ||
      (head.upos === 'VERB' &&
        isRelation(t.deprel, 'conj') &&
        dependent(document, t.index, 'nsubj') !== null)) &&
    t.head === head.index
  // "Chad to reopen the crossing": what stands before "to" is no part of the deed
  const to =
    head.upos === 'VERB' ? dependents(document, head.index, 'mark').find(t => /^to$/i.test(t.form)) : null
  const words = subtree(document, head.index, skip)
    .filter(i => !to || i > to.index)
    .map(i => document.tokens[i])
  const cut = words.slice(0, LONGEST_ISSUE)
  while (
    cut.length > 1 &&
    ['ADP', 'DET', 'CCONJ', 'PUNCT', 'PART', 'SCONJ'].includes(cut[cut.length - 1].upos)
  )
    cut.pop()
  while (cut.length > 1 && cut[0].upos === 'DET') cut.shift()
  if (cut.length === 0) return head.form
  return document.text.content.slice(cut[0].start, cut[cut.length - 1].end).replace(/\s+/g, ' ')
}

/** A clause's words without its conjunction and the "only" before it. */
export function clauseSpan(document: Document, index: number): Span {
  const drop = (t: Token) =>
    t.head === index &&
    (t.deprel === 'mark' ||
      t.deprel === 'punct' ||
      t.deprel === 'cc' ||
      (t.deprel === 'advmod' && /^(only|even|when|once)$/i.test(t.form)))
  return phraseSpan(document, index, drop)
}

/** The predicate with what belongs to it; subject included, marks around it not. */
export const predicateSpan = (document: Document, index: number): Span =>
  phraseSpan(
    document,
    index,
    t =>
      t.head === index &&
      ['punct', 'parataxis', 'cc', 'conj', 'mark', 'case', 'discourse'].some(r => isRelation(t.deprel, r)),
  )

/** Actors in a phrase of one of these relations, nearest first. */
export function partiesUnder(input: PositionInput, index: number, ...relations: string[]): Claim<ActorId>[] {
  return dependents(input.document, index, ...relations).flatMap(t => partiesAt(input, t))
}

/** Actors named anywhere inside a phrase, but for where and when. */
export function partiesWithin(input: PositionInput, index: number): Claim<ActorId>[] {
  const seen = new Set<ActorId>()
  return subtree(input.document, index)
    .filter(i => !isSetting(input.document, i, index))
    .flatMap(i => input.actors.at(i).map(claimOf))
    .filter(c => !seen.has(c.value) && seen.add(c.value))
}

const PLACES =
  /^(in|at|near|within|inside|around|across|throughout|during|after|before|since|under|via|through|along)$/i

/** Does the word stand in a phrase of place or time below the head ("talks in Geneva", "since the war with Iran")? */
export function isSetting(document: Document, word: number, head: number): boolean {
  for (let at = word; at !== head && at >= 0; at = document.tokens[at].head)
    if (dependents(document, at, 'case', 'mark').some(c => PLACES.test(c.form))) return true
  return false
}

/** People in general are no side of a negotiation. */
export const isSide = ({ actors }: PositionInput, { value }: Claim<ActorId>): boolean =>
  actors.get(value)?.country != null || !['group', 'unnamed'].includes(actors.get(value)?.kind ?? 'unnamed')
