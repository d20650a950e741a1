// Which actor a word of the Document stands for: what the finders of statements, events and positions ask.
import type { Span } from '../../text/span.ts'
import type { Actor, ActorId, Claim, MentionHow, Relation } from '../entry.ts'
import { inferred, stated } from '../entry.ts'

/** One actor that a phrase stands for, and how that is known. */
export interface Reference {
  readonly actor: ActorId
  /** The mention: the whole name or title phrase. */
  readonly span: Span
  readonly how: MentionHow
  /** The rule that inferred it, or null where the words name the actor. */
  readonly inferredBy: string | null
}

export interface ActorIndex {
  /** In order of first mention. */
  readonly list: readonly Actor[]
  readonly relations: readonly Relation[]
  readonly get: (id: ActorId) => Actor
  /**
   * The actors that the mention holding this token stands for: the innermost mention where mentions nest, several for
   * "both sides", none where the token is in no mention or nobody can be named. Conjuncts are not expanded.
   */
  readonly at: (token: number) => readonly Reference[]
}

/** A reference as a Claim: stated where the words name the actor, inferred where a rule was needed. */
export const claimOf = (reference: Reference): Claim<ActorId> =>
  reference.inferredBy
    ? inferred(reference.actor, [reference.span], reference.inferredBy)
    : stated(reference.actor, reference.span, `mention:${reference.how}`)
