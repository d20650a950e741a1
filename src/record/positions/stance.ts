// What the finders of stance words share: what "not" makes of a stance, whom it faces, what a stance noun is about.
import type { StanceWord } from '../../knowledge/stances.ts'
import type { Token } from '../../language/document.ts'
import { dependent, dependents, isRelation } from '../../language/tree.ts'
import type { ActorId, Claim } from '../entry.ts'
import type { PositionInput } from './draft.ts'
import { isSide, partiesAt, partiesWithin } from './phrases.ts'

/** How sure a verb or adjective makes. */
export const PLAIN = 0.8

/** What "not" makes of a stance; null: nothing can be said. */
export const NEGATED: { readonly [stance in StanceWord]: StanceWord | null } = {
  demand: null,
  precondition: null,
  offer: 'refusal',
  acceptance: 'refusal',
  refusal: null,
  warning: null,
  objection: null,
  endorsement: 'objection',
}

export function towardOf(
  input: PositionInput,
  issue: Token | null,
  addressee: Token | null,
  holders: readonly Claim<ActorId>[],
): Claim<ActorId>[] {
  const mine = new Set(holders.map(h => h.value))
  const others = (claims: Claim<ActorId>[]) => claims.filter(c => !mine.has(c.value))
  const addressed = others(partiesAt(input, addressee))
  if (addressed.length > 0) return addressed
  if (!issue) return []
  const subject = dependent(input.document, issue.index, 'nsubj')
  const told = subject ? others(partiesAt(input, subject)) : []
  return told.length > 0
    ? told
    : others(partiesWithin(input, issue.index))
        .filter(c => isSide(input, c))
        .slice(0, 1)
}

/** "a Turkish proposal for joint inspections": the issue is what the proposal is for. */
export function innerIssue(input: PositionInput, issue: Token): Token {
  if (!input.stances.nouns.has(issue.lemma.toLowerCase())) return issue
  return nounComplement(input, issue) ?? issue
}

export const nounComplement = (input: PositionInput, noun: Token): Token | null =>
  dependents(input.document, noun.index, 'nmod', 'acl', 'obl', 'xcomp', 'advcl').find(
    t =>
      t.deprel !== 'nmod:poss' &&
      (isRelation(t.deprel, 'acl') ||
        dependents(input.document, t.index, 'case').some(c =>
          /^(for|to|of|on|about|against|over)$/i.test(c.form),
        )) &&
      input.actors.at(t.index).length === 0,
  ) ?? null
