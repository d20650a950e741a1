// Gives a pronoun its antecedent by gender, number, distance and grammatical role; nobody where two fit equally well.
// Salience after Lappin and Leass (1994), reduced to what survives parser errors.
import type { Document, Token } from '../../language/document.ts'
import { ancestors, headOf } from '../../language/tree.ts'
import type { PronounCandidate } from './candidate.ts'
import { topOf } from './candidate.ts'
import type { Discourse, Draft, DraftMention, Resolution } from './discourse.ts'
import { byRecency, isPerson, lastMention } from './discourse.ts'

/** Sentences back that a pronoun looks: farther antecedents are too often wrong. */
const REACH = 5
const PER_SENTENCE = 30
const SUBJECT = 25
const SAME_SENTENCE_SUBJECT = 10
/** "Officials say troops left. They say …": the subject of the main clause goes before that of a clause below. */
const MAIN_CLAUSE = 12
const NESTED = 20
const KNOWN_GENDER = 8

const isSubject = (document: Document, token: number): boolean => {
  const { deprel, head } = document.tokens[token]
  if (deprel.startsWith('nsubj')) return true
  return /^(flat|compound|appos|conj)/.test(deprel) && head >= 0 && isSubject(document, head)
}

const isMain = (document: Document, token: number): boolean => headOf(document, token)?.deprel === 'root'

/** Inside another phrase ("sister of Kim", "Kim's sister"): rarely the antecedent. */
const isNested = (document: Document, token: number): boolean =>
  /^(nmod|compound|amod)/.test(document.tokens[token].deprel)

/** Would both be arguments of one predicate ("Kim met him")? */
function bindsBadly(document: Document, pronoun: PronounCandidate, mention: DraftMention): boolean {
  if (pronoun.possessive) return mention.first <= pronoun.first && pronoun.first < mention.end
  const mine = headOf(document, pronoun.first)
  const theirs = headOf(document, topOf(document, mention))
  return mine !== null && theirs !== null && mine.index === theirs.index
}

function fitsKind(draft: Draft, pronoun: PronounCandidate): boolean {
  switch (pronoun.kind) {
    case 'male':
      return isPerson(draft) && draft.gender !== 'female'
    case 'female':
      return isPerson(draft) && draft.gender !== 'male'
    case 'thing':
      return ['state', 'government', 'body', 'organisation', 'armed group', 'company', 'outlet'].includes(
        draft.kind,
      )
    case 'plural':
      return draft.plural || ['organisation', 'armed group', 'body', 'government'].includes(draft.kind)
    case 'pair':
    case 'homeland':
    case 'class':
      return false
  }
}

/** The draft's best mention before the pronoun and its salience, or null when it is out of reach. */
function salience(document: Document, draft: Draft, pronoun: PronounCandidate): number | null {
  const here = document.tokens[pronoun.first].sentence
  let best: number | null = null
  for (const mention of draft.mentions) {
    const back = here - document.tokens[mention.first].sentence
    if (mention.first >= pronoun.first || back > REACH || mention.how === 'demonym') continue
    if (back === 0 && bindsBadly(document, pronoun, mention)) continue
    const top = topOf(document, mention)
    const subject = isSubject(document, top)
    const nested = !subject && isNested(document, top) ? NESTED : 0
    const sameSentence = back === 0 && subject ? SAME_SENTENCE_SUBJECT : 0
    const main = subject && back > 0 && isMain(document, top) ? MAIN_CLAUSE : 0
    const score = 100 - back * PER_SENTENCE + (subject ? SUBJECT : 0) + sameSentence + main - nested
    best = best === null ? score : Math.max(best, score)
  }
  if (best === null) return null
  const knownGender = (pronoun.kind === 'male' || pronoun.kind === 'female') && draft.gender !== null
  return best + (knownGender ? KNOWN_GENDER : 0)
}

const isTellerOf = (document: Document, draft: Draft, pronoun: PronounCandidate): boolean =>
  ancestors(document, pronoun.first).some(
    verb =>
      verb.upos === 'VERB' &&
      draft.mentions.some(m => isLateTeller(document, verb, topOf(document, m), pronoun.first)),
  )

/** "She warned that …, Meloni recalled later": the teller comes after and is not the one told of. */
const isLateTeller = (document: Document, verb: Token, top: number, pronoun: number): boolean =>
  top > pronoun && document.tokens[top].head === verb.index && document.tokens[top].deprel.startsWith('nsubj')

function resolveSingle(
  document: Document,
  discourse: Discourse,
  pronoun: PronounCandidate,
  excluded: readonly Draft[],
): Draft | null {
  const scored = byRecency(
    discourse,
    d => fitsKind(d, pronoun) && !excluded.includes(d) && !isTellerOf(document, d, pronoun),
  )
    .map(draft => ({ draft, score: salience(document, draft, pronoun) }))
    .filter((s): s is { draft: Draft; score: number } => s.score !== null)
    .sort((a, b) => b.score - a.score)
  return scored[0]?.draft ?? null
}

/** Two of several whose mentions stand under one coordination. */
function coordinated(document: Document, near: readonly Draft[]): Draft[] {
  for (const later of near) {
    const top = topOf(document, lastMention(later)!)
    const head = document.tokens[top].deprel === 'conj' ? document.tokens[top].head : -1
    const partner =
      head >= 0
        ? near.find(d => d !== later && d.mentions.some(m => m.first <= head && head < m.end))
        : undefined
    if (partner) return [partner, later]
  }
  return []
}

function resolvePlural(
  document: Document,
  discourse: Discourse,
  pronoun: PronounCandidate,
  excluded: readonly Draft[],
): Draft[] {
  const here = document.tokens[pronoun.first].sentence
  const recent = byRecency(discourse, d => here - document.tokens[lastMention(d)!.first].sentence <= 1)
  const pair = coordinated(document, recent)
  const single = resolveSingle(document, discourse, pronoun, excluded)
  if (pair.length === 0) return single ? [single] : []
  const pairAt = lastMention(pair[1])!.first
  return single && lastMention(single)!.first > pairAt ? [single] : pair
}

/** Resolves a pronoun; null where nobody fits. `excluded`: whom it cannot mean ("Berg, his minister": not Berg). */
export function resolvePronoun(
  document: Document,
  discourse: Discourse,
  pronoun: PronounCandidate,
  excluded: readonly Draft[],
): Resolution | null {
  const drafts =
    pronoun.kind === 'plural'
      ? resolvePlural(document, discourse, pronoun, excluded)
      : [resolveSingle(document, discourse, pronoun, excluded)].filter(d => d !== null)
  return drafts.length > 0 ? { drafts, how: 'pronoun', inferredBy: 'coreference' } : null
}
