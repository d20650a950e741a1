// Finds phrases that stand for several actors named before: "both sides", "the two leaders", "the three", "the presidents", "the two Koreas".
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Document, Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'
import type { PairKind, PronounCandidate } from './candidate.ts'

const COUNTS: { readonly [word: string]: number } = {
  both: 2,
  either: 2,
  neither: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  duo: 2,
  trio: 3,
  quartet: 4,
}
/** Adjectives that may stand before the noun: "the two South Asian neighbors". */
const MOST_ADJECTIVES = 3

interface Start {
  /** The first token after the determiner and the number. */
  readonly next: number
  readonly count: number | null
}

/** "both", "the two", "these three", "all three", "the". */
function startAt(document: Document, first: number): Start | null {
  const word = (index: number) => document.tokens[index]?.form.toLowerCase() ?? ''
  if (/^(both|either|neither)$/.test(word(first))) {
    const article = word(first + 1) === 'the' ? 1 : 0
    return { next: first + 1 + article, count: COUNTS[word(first)] }
  }
  if (!/^(the|these|those|all)$/.test(word(first))) return null
  const count = COUNTS[word(first + 1)]
  if (count && !/^(both|either|neither)$/.test(word(first + 1))) return { next: first + 2, count }
  return word(first) === 'the' ? { next: first + 1, count: null } : null
}

/** "the two signed" stands for two actors, "the two ships" and "both men and women" do not. */
const standsAlone = (document: Document, index: number): boolean => {
  const token = document.tokens[index]
  return /^(nsubj|obj|obl|nmod|iobj|conj)/.test(token.deprel) && token.upos !== 'CCONJ'
}

/** Words that say more about whom it means make it somebody else: "the presidents of Chad and Mali", "the two who fled". */
const isPlain = (document: Document, noun: Token, first: number): boolean => {
  const more = /^both$/i.test(document.tokens[first].form) ? ['conj'] : []
  return (
    dependents(document, noun.index, 'nmod', 'acl', 'appos', ...more).filter(
      t => t.deprel !== 'nmod:desc' && !isSetOff(document, t, noun),
    ).length === 0
  )
}

/** "the three countries, known as the E3,": only told of those meant anyway. */
const isSetOff = ({ tokens }: Document, more: Token, noun: Token): boolean =>
  tokens[noun.index + 1]?.form === ',' && more.index > noun.index && !/^conj/.test(more.deprel)

const kindsOf = (words: ActorWords, noun: string): PairKind[] => [
  ...(words.parties.has(noun) ? (['parties'] as const) : []),
  ...(words.groups.has(noun) ? (['groups'] as const) : []),
  ...(words.persons.has(noun) ? (['persons'] as const) : []),
]

const pair = (
  first: number,
  end: number,
  among: readonly PairKind[],
  count: number | null,
): PronounCandidate => ({
  type: 'pronoun',
  first,
  end,
  kind: 'pair',
  possessive: false,
  among,
  count,
  owner: null,
})

/** The phrase that begins at a token, or null. */
export function pairAt(document: Document, words: ActorWords, first: number): PronounCandidate | null {
  const start = startAt(document, first)
  if (!start) return null
  const limit = Math.min(
    start.next + MOST_ADJECTIVES,
    document.sentences[document.tokens[first].sentence].endToken - 1,
  )
  for (let at = start.next; at <= limit; at++) {
    const token = document.tokens[at]
    const long = `${document.tokens[at - 1].form.toLowerCase()} ${token.lemma.toLowerCase()}`
    const among = kindsOf(words, words.persons.has(long) ? long : token.lemma.toLowerCase())
    const isPlural =
      token.feats.Number === 'Plur' ||
      token.form.toLowerCase() !== token.lemma.toLowerCase() ||
      /^(either|neither)$/i.test(document.tokens[first].form)
    const isNoun = token.upos === 'NOUN' || token.upos === 'PROPN'
    if (isNoun && among.length > 0 && isPlural && isHeadOf(document, at, first))
      return isPlain(document, token, first) ? pair(first, at + 1, among, start.count) : null
    // "the two Koreas": whose name that is, is looked up later.
    if (start.count === 2 && at === start.next && /^\p{Lu}\p{Ll}+s$/u.test(token.form))
      return pair(first, at + 1, [], 2)
    if (!['ADJ', 'NOUN', 'PROPN'].includes(token.upos) || start.count === null) break
  }
  return alone(document, words, first, start)
}

const isHeadOf = (document: Document, noun: number, first: number): boolean =>
  !['compound', 'amod'].includes(document.tokens[noun].deprel) && document.tokens[first].head === noun

/** "Both agreed", "the two", "the pair". */
function alone(document: Document, words: ActorWords, first: number, start: Start): PronounCandidate | null {
  for (const end of [first + 2, first + 1]) {
    const phrase = document.tokens
      .slice(first, end)
      .map(t => t.form.toLowerCase())
      .join(' ')
    if (
      words.either.has(phrase) &&
      standsAlone(document, end - 1) &&
      isPlain(document, document.tokens[end - 1], first)
    )
      return pair(first, end, ['persons', 'parties'], start.count ?? 2)
  }
  return null
}
