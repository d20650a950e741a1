// Finds positions in adjectives and nouns that carry a stance.
// "Moscow turned down a Turkish proposal for joint inspections": Turkey's offer.
import type { StanceWord } from '../../knowledge/stances.ts'
import type { Document, Token } from '../../language/document.ts'
import { dependent, dependents, headOf, isRelation, phraseSpan } from '../../language/tree.ts'
import type { ActorId, Claim } from '../entry.ts'
import { conditionSpan } from './condition.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import { holdersOf, isNegated, issueOf, partiesAt, predicateSpan, subjectOf } from './phrases.ts'
import { NEGATED, nounComplement, PLAIN, towardOf } from './stance.ts'

const FROM_NOUN = 0.7

/** What an adjective of a stance is about stands after these. */
const TO = /^(to|for)$/i
const PREPOSITIONS: { readonly [stance in StanceWord]?: RegExp } = {
  objection: /^(about|at|over|by|of|with|to)$/i,
  endorsement: /^(with|of|to)$/i,
  refusal: /^to$/i,
}

/** "determined to avenge" threatens; being angry is a stance only about something that happened, not about nothing. */
function adjectiveStance(input: PositionInput, adjective: Token, word: string): StanceWord | null {
  const stance = input.stances.adjectives.get(word) ?? null
  const deed = dependent(input.document, adjective.index, 'xcomp', 'advcl')?.lemma.toLowerCase() ?? ''
  return stance === 'offer' && input.stances.vengeful.has(deed) ? 'warning' : stance
}

function readAdjective(input: PositionInput, adjective: Token): PositionDraft | null {
  const { document } = input
  const word = adjective.upos === 'ADJ' ? adjective.lemma : adjective.form
  const stance = adjectiveStance(input, adjective, word.toLowerCase())
  const subject = subjectOf(document, adjective.index)
  if (!stance || !subject || !dependent(document, adjective.index, 'cop', 'nsubj', 'aux:pass')) return null
  const issue =
    dependents(document, adjective.index, 'xcomp', 'ccomp', 'advcl').find(
      t => t.deprel !== 'advcl' || dependent(document, t.index, 'mark'),
    ) ??
    dependents(document, adjective.index, 'obl').find(o =>
      dependents(document, o.index, 'case', 'mark').some(c => (PREPOSITIONS[stance] ?? TO).test(c.form)),
    ) ??
    null
  const holders = holdersOf(input, subject)
  const deed = issue?.lemma.toLowerCase() ?? ''
  if (!issue || holders.length === 0 || input.stances.silences.has(deed)) return null
  if (/^(pleased|glad|happy|eager|keen)$/.test(word.toLowerCase()) && input.stances.courtesies.has(deed))
    return null
  const negated = isNegated(document, adjective.index)
  const final = negated ? NEGATED[stance] : stance
  if (!final) return null
  return {
    holders,
    toward: towardOf(input, issue, issue, holders),
    stance: final,
    issue: issueOf(document, input.actors.at(issue.index).length > 0 ? subject : issue),
    span: predicateSpan(document, adjective.index),
    condition: conditionSpan(document, adjective.index, input.stances.conditionMarks),
    consequence: null,
    token: adjective.index,
    by: `adjective:${word.toLowerCase()}`,
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
  if (lender.length > 0) return lender
  // "a call from Chad to begin talks" is Chad's, "support of the militia" is nobody's
  const sources = stances.lentOnly.has(noun.lemma.toLowerCase()) ? /^from$/i : /^(by|from|of)$/i
  const source = dependents(document, noun.index, 'nmod').filter(t =>
    dependents(document, t.index, 'case').some(c => sources.test(c.form)),
  )
  return source.flatMap(t => partiesAt(input, t))
}

/** "the partnership and the commitment": the first of them hangs on the verb. */
function firstOfConjuncts(document: Document, token: Token): Token {
  const head = isRelation(token.deprel, 'conj') ? headOf(document, token.index) : null
  return head ? firstOfConjuncts(document, head) : token
}

/** Lemmas of past forms may keep an "e" too many ("reaffirme"). */
const isLight = ({ stances }: PositionInput, verb: Token): boolean =>
  [verb.lemma, verb.lemma.replace(/e$/, '')].some(l => stances.light.has(l.toLowerCase()))

/** Whoever "expressed" or "repeated" it. */
function lenderOf(input: PositionInput, noun: Token): Claim<ActorId>[] {
  const { document } = input
  const first = firstOfConjuncts(document, noun)
  const verb = headOf(document, first.index)
  const seen = isNone(input, noun) && /^see$/.test(verb?.lemma ?? '')
  const led = (word: RegExp) => dependents(document, first.index, 'case').some(c => word.test(c.form))
  // "agreed on the importance of trade"
  const shared = /^(agree|concur|insist)$/.test(verb?.lemma ?? '') && led(/^(on|upon)$/i)
  const lent =
    verb &&
    ((isRelation(first.deprel, 'obj') && (isLight(input, verb) || seen)) || shared) &&
    !isNegated(document, verb.index)
  const assurer = assurerOf(input, first)
  if (assurer) return holdersOf(input, subjectOf(document, assurer.index))
  return lent ? holdersOf(input, subjectOf(document, verb.index)) : []
}

/** "reassured the ministers of its support": the noun may hang on those assured. */
function assurerOf({ document }: PositionInput, noun: Token): Token | null {
  const isOf = dependents(document, noun.index, 'case').some(c => /^of$/i.test(c.form))
  const head = isOf ? headOf(document, noun.index) : null
  const verb = head && (head.upos === 'VERB' ? head : headOf(document, head.index))
  return verb && /^(re)?assure$/.test(verb.lemma) ? verb : null
}

/** "Their demands include an inquiry": what the predicate of the noun names. */
function namedByPredicate(input: PositionInput, noun: Token): Token | null {
  const verb = isRelation(noun.deprel, 'nsubj') ? headOf(input.document, noun.index) : null
  if (!verb || !input.stances.listing.has(verb.lemma.toLowerCase())) return null
  return dependent(input.document, verb.index, 'obj', 'obl', 'xcomp')
}

/** "Such raids have sparked criticism from Chad": the subject is what it is about. */
function sparkedBy(input: PositionInput, noun: Token): Token | null {
  const { document } = input
  const verb = isRelation(noun.deprel, 'obj') ? headOf(document, noun.index) : null
  if (!verb || !input.stances.sparking.has(verb.lemma.toLowerCase())) return null
  return subjectOf(document, verb.index)
}

/** "China's one condition is that tariffs be lifted": the clause that the noun stands for. */
function readTerms(input: PositionInput, noun: Token): PositionDraft | null {
  const { document } = input
  const clause = isRelation(noun.deprel, 'nsubj') ? headOf(document, noun.index) : null
  const isTerm = /^(condition|precondition|prerequisite)$/.test(noun.lemma.toLowerCase())
  if (!isTerm || !clause || !dependent(document, clause.index, 'cop', 'mark', 'aux')) return null
  const holders = nounHolders(input, noun)
  const told = dependents(document, clause.index, 'mark').some(m => m.index > noun.index)
  if (holders.length === 0 || !told) return null
  return {
    holders,
    toward: towardOf(input, clause, null, holders),
    stance: 'precondition',
    issue: issueOf(document, dependent(document, clause.index, 'obj') ?? clause),
    span: predicateSpan(document, clause.index),
    condition: phraseSpan(
      document,
      clause.index,
      t => t.head === clause.index && (t.index <= noun.index || /^(cop|mark|punct)$/.test(t.deprel)),
    ),
    consequence: null,
    token: noun.index,
    by: `terms:${noun.lemma}`,
    confidence: FROM_NOUN,
  }
}

/** "voiced support for the plan": the parser may hang the plan on the verb; support may be for a side itself. */
function lentComplement(input: PositionInput, noun: Token, stance: StanceWord): Token | null {
  const { document } = input
  const own = nounComplement(input, noun)
  if (own) return own
  const sided = /^(endorsement|objection)$/.test(stance) || noun.lemma.toLowerCase() === 'commitment'
  const fits = (t: Token) =>
    dependents(document, t.index, 'case', 'mark').some(c => COMPLEMENT.test(c.form)) &&
    (sided || input.actors.at(t.index).length === 0)
  const party = sided ? dependents(document, noun.index, 'nmod').find(fits) : undefined
  if (party) return party
  const verb = headOf(document, noun.index)
  if (!verb || !isRelation(noun.deprel, 'obj')) return null
  // "meet its demands for reform"
  const isNext = (t: Token) =>
    phraseSpan(document, t.index).start === (document.tokens[noun.index + 1]?.start ?? -1)
  return (
    dependents(document, verb.index, 'obl', 'advcl', 'xcomp', 'ccomp').find(
      t => t.index > noun.index && fits(t) && (isLight(input, verb) || isNext(t)),
    ) ?? null
  )
}

/** "has no intention of sending", "showed no readiness": refused; "presented no proposal" is not. */
const isNone = (input: PositionInput, noun: Token): boolean =>
  dependents(input.document, noun.index, 'det').some(t => /^no$/i.test(t.form))

function readNoun(input: PositionInput, noun: Token): PositionDraft | null {
  const { document } = input
  const word = noun.lemma.toLowerCase()
  const hasNone = isNone(input, noun) && input.stances.denied.has(word)
  const plain = hasNone ? 'offer' : input.stances.nouns.get(word)
  const issue = plain
    ? (lentComplement(input, noun, plain) ?? namedByPredicate(input, noun) ?? sparkedBy(input, noun))
    : null
  if (!plain || !issue || plain === 'precondition') return null
  const led = dependents(document, issue.index, 'mark', 'case').map(t => t.form.toLowerCase())
  if (plain === 'warning' && !(isRelation(issue.deprel, 'acl') && led.some(m => /^(to|that)$/.test(m))))
    return null
  // "seen no plans that would convince us"
  if (hasNone && issue.deprel === 'acl:relcl') return null
  // "a pressure of 900 millibars"
  if (word === 'pressure' && led.includes('of')) return null
  // "skepticism about the reports" doubts what is said, and opposes nothing
  if (plain === 'objection' && input.stances.blame.has(issue.lemma.toLowerCase())) return null
  const none = isNone(input, noun)
  if (none && !/^(have|see|show|express)$/.test(headOf(document, noun.index)?.lemma ?? '')) return null
  const stance = none ? NEGATED[plain] : plain
  const holders = nounHolders(input, noun)
  if (!stance || holders.length === 0) return null
  const phrase = phraseSpan(document, noun.index, t => t.head === noun.index && t.deprel === 'case')
  const about = phraseSpan(document, issue.index)
  return {
    holders,
    toward: towardOf(input, issue, issue, holders),
    stance,
    issue: issueOf(document, issue),
    span: { start: Math.min(phrase.start, about.start), end: Math.max(phrase.end, about.end) },
    condition: null,
    consequence: null,
    token: noun.index,
    by: `noun:${noun.lemma}`,
    confidence: FROM_NOUN,
  }
}

/** "was an opponent of the war", "is against the plan": what a side is for or against. */
function readPartisan(input: PositionInput, predicate: Token): PositionDraft | null {
  const { document, stances } = input
  if (!dependent(document, predicate.index, 'cop') || isNegated(document, predicate.index)) return null
  const sided = dependents(document, predicate.index, 'case')
    .map(c => SIDED.get(c.form.toLowerCase()))
    .find(Boolean)
  const stance = sided ?? stances.partisans.get(predicate.lemma.toLowerCase())
  const issue = sided ? predicate : nounComplement(input, predicate)
  const holders = holdersOf(input, dependent(document, predicate.index, 'nsubj'))
  if (!stance || !issue || holders.length === 0) return null
  return {
    holders,
    toward: towardOf(input, issue, null, holders),
    stance,
    issue: issueOf(document, issue),
    span: predicateSpan(document, predicate.index),
    condition: null,
    consequence: null,
    token: predicate.index,
    by: sided ? 'for-or-against' : `partisan:${predicate.lemma}`,
    confidence: FROM_NOUN,
  }
}

const COMPLEMENT = /^(for|to|of|on|about|against|over|at|with|that)$/i
const SIDED: ReadonlyMap<string, StanceWord> = new Map([
  ['against', 'objection'],
  ['for', 'endorsement'],
])

/** In text order. */
export const findInWords = (input: PositionInput): PositionDraft[] =>
  input.document.tokens
    .map(token => {
      if (token.upos === 'ADJ' || dependent(input.document, token.index, 'aux:pass'))
        return readAdjective(input, token)
      return token.upos === 'NOUN'
        ? (readNoun(input, token) ?? readTerms(input, token) ?? readPartisan(input, token))
        : null
    })
    .filter(draft => draft !== null)
