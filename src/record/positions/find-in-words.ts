// Finds positions in adjectives and nouns that carry a stance.
// "Moscow turned down a Turkish proposal for joint inspections": Turkey's offer.
import type { Token } from '../../language/document.ts'
import { dependent, dependents, headOf, isRelation, phraseSpan } from '../../language/tree.ts'
import type { ActorId, Claim } from '../entry.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import {
  clauseSpan,
  conditionOf,
  holdersOf,
  isNegated,
  issueOf,
  partiesAt,
  predicateSpan,
  subjectOf,
} from './phrases.ts'
import { NEGATED, nounComplement, PLAIN, towardOf } from './stance.ts'

const FROM_NOUN = 0.7

function readAdjective(input: PositionInput, adjective: Token): PositionDraft | null {
  const { document } = input
  const stance = input.stances.adjectives.get(adjective.lemma.toLowerCase())
  const subject = subjectOf(document, adjective.index)
  if (!stance || !subject || !dependent(document, adjective.index, 'cop', 'nsubj')) return null
  const issue =
    dependent(document, adjective.index, 'xcomp', 'ccomp', 'advcl') ??
    dependents(document, adjective.index, 'obl').find(o =>
      dependents(document, o.index, 'case').some(c => /^(to|for)$/i.test(c.form)),
    ) ??
    null
  const holders = holdersOf(input, subject)
  if (!issue || holders.length === 0) return null
  const negated = isNegated(document, adjective.index)
  const final = negated ? NEGATED[stance] : stance
  if (!final) return null
  const condition = conditionOf(document, adjective.index, input.stances.conditionMarks)
  return {
    holders,
    toward: towardOf(input, issue, issue, holders),
    stance: final,
    issue: issueOf(document, input.actors.at(issue.index).length > 0 ? subject : issue),
    span: predicateSpan(document, adjective.index),
    condition: condition && clauseSpan(document, condition.index),
    consequence: null,
    token: adjective.index,
    by: `adjective:${adjective.lemma}`,
    confidence: PLAIN,
  }
}

/** Who has the demand or offer: possessor, nationality before it, "by", or the subject of "expressed". */
function nounHolders(input: PositionInput, noun: Token): Claim<ActorId>[] {
  const { document, stances } = input
  const owner = dependents(document, noun.index, 'nmod:poss', 'amod', 'compound').flatMap(t =>
    partiesAt(input, t),
  )
  if (owner.length > 0 && !stances.lentOnly.has(noun.lemma.toLowerCase())) return owner
  const lender = lenderOf(input, noun)
  if (lender.length > 0 || stances.lentOnly.has(noun.lemma.toLowerCase())) return lender
  const source = dependents(document, noun.index, 'nmod').filter(t =>
    dependents(document, t.index, 'case').some(c => /^(by|from|of)$/i.test(c.form)),
  )
  return source.flatMap(t => partiesAt(input, t))
}

/** Whoever "expressed" or "repeated" it. */
function lenderOf(input: PositionInput, noun: Token): Claim<ActorId>[] {
  const { document, stances } = input
  const verb = headOf(document, noun.index)
  const lent =
    verb &&
    isRelation(noun.deprel, 'obj') &&
    stances.light.has(verb.lemma.toLowerCase()) &&
    !isNegated(document, verb.index)
  return lent ? holdersOf(input, subjectOf(document, verb.index)) : []
}

/** "Their demands include an inquiry": what the predicate of the noun names. */
function namedByPredicate(input: PositionInput, noun: Token): Token | null {
  const verb = isRelation(noun.deprel, 'nsubj') ? headOf(input.document, noun.index) : null
  if (!verb || !input.stances.listing.has(verb.lemma.toLowerCase())) return null
  return dependent(input.document, verb.index, 'obj', 'obl', 'xcomp')
}

function readNoun(input: PositionInput, noun: Token): PositionDraft | null {
  const { document } = input
  const stance = input.stances.nouns.get(noun.lemma.toLowerCase())
  const issue = stance ? (nounComplement(input, noun) ?? namedByPredicate(input, noun)) : null
  if (!stance || !issue || stance === 'precondition') return null
  if (stance === 'warning' && !isRelation(issue.deprel, 'acl')) return null
  const holders = nounHolders(input, noun)
  if (holders.length === 0) return null
  return {
    holders,
    toward: towardOf(input, issue, null, holders),
    stance,
    issue: issueOf(document, issue),
    span: phraseSpan(document, noun.index),
    condition: null,
    consequence: null,
    token: noun.index,
    by: `noun:${noun.lemma}`,
    confidence: FROM_NOUN,
  }
}

/** In text order. */
export const findInWords = (input: PositionInput): PositionDraft[] =>
  input.document.tokens
    .map(token => {
      if (token.upos === 'ADJ') return readAdjective(input, token)
      return token.upos === 'NOUN' ? readNoun(input, token) : null
    })
    .filter(draft => draft !== null)
