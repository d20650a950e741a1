// Comes in: a phrase and all before it. Goes out: the earlier ones that grammar lets it stand for, nearest first.
import type { Phrase } from './coreference-phrases.ts'
import type { Document } from './document.ts'
import { headOf } from './tree.ts'

/** Sentences back that "he" looks. */
const PRONOUN_REACH = 8
/** Sentences back that a noun looks for one it shares no word with. */
const NOUN_REACH = 4

export function antecedentsOf(document: Document, phrases: readonly Phrase[], phrase: Phrase): Phrase[] {
  const found: Phrase[] = []
  for (let i = phrase.index - 1; i >= 0; i--) {
    const earlier = phrases[i]
    const back = phrase.sentence - earlier.sentence
    if (phrase.pronoun?.person === 3 && back > PRONOUN_REACH) break
    if (mayJoin(document, phrase, earlier, back)) found.push(earlier)
  }
  return found
}

function mayJoin(document: Document, phrase: Phrase, earlier: Phrase, back: number): boolean {
  const overlap = earlier.first < phrase.end && phrase.first < earlier.end
  if (overlap || disagree(phrase, earlier)) return false
  if (phrase.pronoun) return !isBound(document, phrase, earlier) && !changesPerson(phrase, earlier)
  return back <= NOUN_REACH || (!earlier.pronoun && shareWord(phrase, earlier))
}

/** "I" is "she" only where one of the two is quoted. */
const changesPerson = (phrase: Phrase, earlier: Phrase): boolean =>
  phrase.pronoun?.person === 3 &&
  earlier.pronoun !== null &&
  earlier.pronoun.person < 3 &&
  phrase.quotation === earlier.quotation

function shareWord(phrase: Phrase, earlier: Phrase): boolean {
  const sameBearer = phrase.traits.bearer !== null && phrase.traits.bearer === earlier.traits.bearer
  return (
    sameBearer ||
    lemmaOf(phrase) === lemmaOf(earlier) ||
    phrase.core.some(word => earlier.core.includes(word)) ||
    earlier.words.includes(phrase.head.form.toLowerCase()) ||
    phrase.words.includes(earlier.head.form.toLowerCase()) ||
    mayAbbreviate(phrase, earlier)
  )
}

const lemmaOf = (phrase: Phrase): string => phrase.head.lemma.toLowerCase()

/** One word and several that begin alike ("UN", "United Nations"). */
const mayAbbreviate = (a: Phrase, b: Phrase): boolean =>
  a.kind === 'name' &&
  b.kind === 'name' &&
  (a.core.length === 1) !== (b.core.length === 1) &&
  a.core[0]?.[0] === b.core[0]?.[0]

/** Can the two not be one, whatever stands around them? A man is no woman, "it" no person, "he" no group, Anna Berg not Jonas Lind. */
export const disagree = (a: Phrase, b: Phrase): boolean => {
  const [one, other] = [a.traits.gender, b.traits.gender]
  if (one !== null && other !== null && one !== other) return true
  return excludes(a, b) || excludes(b, a) || arePersonsApart(a, b)
}

const arePersonsApart = (a: Phrase, b: Phrase): boolean =>
  [a, b].every(({ kind, traits }) => kind === 'name' && traits.being === 'person') &&
  !a.core.some(word => b.core.includes(word)) &&
  (a.traits.bearer === null || a.traits.bearer !== b.traits.bearer)

function excludes({ pronoun, sort }: Phrase, { traits, group }: Phrase): boolean {
  if (pronoun?.gender === 'thing') return traits.being === 'person' || traits.gender !== null
  if (sort !== 'he' && sort !== 'I') return false
  return group || traits.being === 'place' || traits.being === 'organisation' || traits.plural === true
}

/** Both depend on one verb ("Kim met him"), and the pronoun is neither reflexive nor possessive. */
function isBound(document: Document, phrase: Phrase, earlier: Phrase): boolean {
  const possessive = [phrase, earlier].some(p => p.head.deprel === 'nmod:poss')
  if (phrase.pronoun!.reflexive || possessive || phrase.head.deprel.startsWith('conj')) return false
  const [mine, theirs] = [phrase, earlier].map(p => headOf(document, p.head.index)?.index)
  return mine !== undefined && mine === theirs
}
