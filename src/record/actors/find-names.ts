// Finds names of actors: longest known names in the text, then names that only the model found, then names after a title.
// "Kenyan President William Ruto" gives Kenyan (demonym of Kenya) and William Ruto (person).
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Document } from '../../language/document.ts'
import { dependent, headOf } from '../../language/tree.ts'
import type { NameCandidate, TokenRange } from './candidate.ts'
import { rangesOverlap, topOf } from './candidate.ts'
import { knownNames } from './known-names.ts'
import { modelNames } from './model-names.ts'

/** Last words of the persons' names that the text gives in full. */
function surnamesIn(names: readonly NameCandidate[]): ReadonlySet<string> {
  const full = names.filter(
    n =>
      /\s/.test(n.words) &&
      (n.known.some(k => k.actor.kind === 'person') || (n.known.length === 0 && n.entity === 'person')),
  )
  return new Set(full.map(n => n.words.split(/\s/).at(-1)!).filter(w => w.length > 2))
}

/** A lone unknown name that is the surname of somebody in this text is a person, whatever the model took it for. */
function withSurnames(names: readonly NameCandidate[]): NameCandidate[] {
  const surnames = surnamesIn(names)
  return names.map(n => (n.known.length === 0 && surnames.has(n.words) ? { ...n, entity: 'person' } : n))
}

/** Surnames of persons named in full elsewhere in the text, where nothing else found them. */
function findSurnames(document: Document, names: readonly NameCandidate[]): NameCandidate[] {
  const surnames = surnamesIn(names)
  return document.tokens
    .filter(
      t =>
        surnames.has(t.form) && t.upos !== 'ADJ' && !names.some(n => n.first <= t.index && t.index < n.end),
    )
    .map(t => ({
      type: 'name',
      first: t.index,
      end: t.index + 1,
      words: t.form,
      known: [],
      entity: 'person',
      place: false,
      insideLonger: false,
    }))
}

/** A capital or palace is a place where something goes on or goes to, a government where it acts or is dealt with. */
function isPlaceUse(document: Document, words: ActorWords, range: TokenRange): boolean {
  const head = topOf(document, range)
  const token = document.tokens[head]
  const preposition = dependent(document, head, 'case')?.lemma.toLowerCase()
  const governor = headOf(document, head)
  if (token.deprel === 'appos' || token.deprel === 'nmod:npmod' || token.deprel === 'nmod:unmarked')
    return true
  if (!preposition)
    return (
      /^(compound|amod|nmod)$/.test(token.deprel) && governor !== null && !words.acting.has(governor.lemma)
    )
  if (words.placePrepositions.has(preposition)) return true
  if (preposition === 'of')
    return (
      governor === null ||
      !/^(government|demand|offer|decision|position|accusation|role|policy|stance|refusal)s?$/.test(
        governor.lemma,
      )
    )
  if (preposition === 'to') return governor === null || !words.toGovernment.has(governor.lemma)
  if (preposition !== 'from' && preposition !== 'for') return false
  return (
    governor === null ||
    governor.upos === 'VERB' ||
    words.motion.has(governor.lemma) ||
    words.placeNouns.has(governor.lemma)
  )
}

/** Of overlapping names the longer one stays ("Meinl-Reisinger" over "Reisinger"). */
const dropInner = (names: readonly NameCandidate[]): NameCandidate[] =>
  names.filter(
    n =>
      !names.some(
        o =>
          o !== n &&
          rangesOverlap(o, n) &&
          (o.end - o.first > n.end - n.first ||
            (o.end - o.first === n.end - n.first && names.indexOf(o) < names.indexOf(n))),
      ),
  )

/** All names in text order. `isFurniture` tells tokens of datelines and bylines, which name no actor. */
export function findNames(
  document: Document,
  knowledge: Knowledge,
  words: ActorWords,
  isFurniture: (token: number) => boolean,
): NameCandidate[] {
  const known = knownNames(document, knowledge)
  const isTitle = (word: string) =>
    knowledge.role(word.toLowerCase()) !== null || words.courtesy.has(word.toLowerCase())
  const isBody = (phrase: string) => knowledge.body(phrase.toLowerCase()) !== null
  const model = modelNames(document, known, isTitle, isBody)
  const kept = known.filter(k => !model.some(m => rangesOverlap(k, m)))
  const named = withSurnames(dropInner([...kept, ...model]))
  return [...named, ...findSurnames(document, named)]
    .filter(name => !isFurniture(name.first))
    .map(name => ({
      ...name,
      place: name.known.some(k => k.how === 'metonym') && isPlaceUse(document, words, name),
    }))
    .sort((a, b) => a.first - b.first)
}
