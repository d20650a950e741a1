// What may be a mention of an actor, before anybody knows whose: names, role phrases, pronouns.
import type { BodyNoun, KnownName, Role } from '../../knowledge/knowledge.ts'
import type { Document, EntityType } from '../../language/document.ts'
import type { Span } from '../../text/span.ts'

/** A range of tokens, half-open. */
export interface TokenRange {
  readonly first: number
  readonly end: number
}

export interface NameCandidate extends TokenRange {
  readonly type: 'name'
  readonly words: string
  /** Known bearers of exactly these words; empty for a name that only the model found. */
  readonly known: readonly KnownName[]
  /** What the model takes it for. */
  readonly entity: EntityType | null
  /** True when it is used as a place (a capital after "in"), and so is no actor. */
  readonly place: boolean
  /** True when the model takes it for a part of a longer name. */
  readonly insideLonger: boolean
}

/** Whose office or body it is: the names and pronouns beside the role words. */
export interface Owner {
  /** Ranges of names that own it ("South Korea" in "South Korea's president"); several in "ministers of Poland and Latvia". */
  readonly names: readonly TokenRange[]
  /** Token of a possessive pronoun ("his office"), or null. */
  readonly pronoun: number | null
  /** Country of the place it sits in ("officials in Beirut"), or null. */
  readonly seat: string | null
}

export interface RoleCandidate extends TokenRange {
  readonly type: 'role'
  /** Lower case, singular: `foreign minister`. */
  readonly words: string
  readonly role: Role | null
  readonly body: BodyNoun | null
  readonly owner: Owner
  /** Words between owner and role that say more: `new`, `former`. */
  readonly qualifiers: readonly string[]
  readonly former: boolean
  readonly determiner: 'definite' | 'indefinite' | 'none'
  readonly plural: boolean
  /** Set when the phrase stands beside a person's name: as title before it, or as apposition. */
  readonly beside: 'title' | 'apposition' | null
  /** The name it stands beside. */
  readonly bearer: TokenRange | null
  /** "counterpart", "colleague": holds the same office as the owner. */
  readonly equal: boolean
}

export type PronounKind = 'male' | 'female' | 'thing' | 'plural' | 'pair' | 'homeland' | 'class'

export interface PronounCandidate extends TokenRange {
  readonly type: 'pronoun'
  readonly kind: PronounKind
  readonly possessive: boolean
  /** For "his country": the token of "his"; null for "the country". */
  readonly owner: number | null
  /** For pairs: who may be meant. */
  readonly among: readonly PairKind[]
  /** For pairs: how many; null where the words do not say ("the presidents"). */
  readonly count: number | null
}

export type PairKind = 'persons' | 'parties' | 'groups'

export type Candidate = NameCandidate | RoleCandidate | PronounCandidate

export const covers = (range: TokenRange, token: number): boolean => range.first <= token && token < range.end

export const rangesOverlap = (a: TokenRange, b: TokenRange): boolean => a.first < b.end && b.first < a.end

/** The words of a range, from its first token's start to its last one's end. */
export const spanOf = (document: Document, range: TokenRange): Span => ({
  start: document.tokens[range.first].start,
  end: document.tokens[range.end - 1].end,
})

export const isPersonName = (name: NameCandidate): boolean =>
  name.known.length > 0 ? name.known.every(k => k.actor.kind === 'person') : name.entity === 'person'

/** The token of a range whose head lies outside it. */
export function topOf(document: Document, range: TokenRange): number {
  for (let i = range.first; i < range.end; i++) {
    const { head } = document.tokens[i]
    if (head < range.first || head >= range.end) return i
  }
  return range.end - 1
}
