// The text and its known names come in; names of persons and organisations that only the network sees go out.
import type { Document, Token } from '../../language/document.ts'
import type { NameCandidate, TokenRange } from './candidate.ts'
import { rangesOverlap } from './candidate.ts'
import { startsLikeName, wordsOf } from './name-words.ts'

/** "Her Excellency": no name. */
const HONOURS = /^(?:Excellency|Highness|Majesty|Holiness|Eminence|Right Honou?rable|Honou?rable)$/

/** "West African", "South-East Asian" leaders: where they come from. */
const REGION =
  /^(?:(?:Latin|South|North|Central|East|West|Southern|Northern|Eastern|Western|Sub-Saharan|South-?[Ee]ast)[ -]*)?(?:American|African|Asian|European|Arab)$/

/** Names of persons and organisations that no knowledge file has; a known name that is a part of a longer one gives way. */
export function modelNames(
  document: Document,
  known: readonly NameCandidate[],
  isTitle: (word: string) => boolean,
  isBody: (words: string) => boolean,
): NameCandidate[] {
  const bodyWords = (name: NameCandidate) => {
    const owner = known.find(k => k.first === name.first && k.end < name.end)
    return wordsOf(document, { first: owner?.end ?? name.first, end: name.end }).replace(/^['’]s\s+/, '')
  }
  return document.entities
    .filter(e => e.type === 'person' || e.type === 'organisation')
    .map(e =>
      trimEntity(
        document,
        { first: e.firstToken, end: e.endToken },
        e.type as 'person' | 'organisation',
        isTitle,
      ),
    )
    .filter((name): name is NameCandidate => name !== null)
    .filter(name => !isBody(bodyWords(name)) && !HONOURS.test(name.words) && !REGION.test(name.words))
    .filter(name => name.entity === 'person' || /\s/.test(name.words) || !isTitle(name.words))
    .filter(
      name => !known.some(k => rangesOverlap(k, name) && !isPartOfLongerName(document, k, name, isTitle)),
    )
}

/** "New Zealand" in "New Zealand Herald"; a nationality is the owner of a body ("Chinese army") unless the body's own name is long. */
function isPartOfLongerName(
  document: Document,
  known: NameCandidate,
  model: NameCandidate,
  isTitle: (word: string) => boolean,
): boolean {
  // "The U.S." is a known name with its article, which the longer name does without.
  const first = known.first + (/^the$/i.test(document.tokens[known.first].form) ? 1 : 0)
  if (first < model.first || known.end > model.end || known.end - first >= model.end - model.first)
    return false
  if (model.entity === 'person' || !known.known.some(k => k.how === 'demonym')) return true
  const rest = document.tokens.slice(known.end, model.end)
  const last = rest.at(-1)
  return (
    first === model.first &&
    rest.length > 1 &&
    last?.upos === 'PROPN' &&
    startsLikeName(last) &&
    !rest.some(t => isTitle(t.form))
  )
}

/** "D-Nevada" after a senator's name. */
const isPartyTag = (document: Document, range: TokenRange): boolean =>
  /^[DRI]-\p{Lu}/u.test(wordsOf(document, range))

/** Takes titles, articles, possessive endings and marks off the edges of a model's entity. */
function trimEntity(
  document: Document,
  range: TokenRange,
  entity: 'person' | 'organisation',
  isTitle: (word: string) => boolean,
): NameCandidate | null {
  let { first, end } = range
  if (entity === 'person') while (end - first > 1 && isTitle(document.tokens[first].form)) first++
  const edge = (token: Token) =>
    !/[\p{L}\p{N}]/u.test(token.form) || /^(the|a|an|['’]s|['’])$/i.test(token.form)
  while (first < end && edge(document.tokens[first])) first++
  while (end > first && edge(document.tokens[end - 1])) end--
  if (first === end || !startsLikeName(document.tokens[first]) || isPartyTag(document, { first, end }))
    return null
  end = endOfHyphenated(document, end, entity === 'person' && end - first > 1)
  if (isPartyTag(document, { first, end })) return null
  return {
    type: 'name',
    first,
    end,
    words: wordsOf(document, { first, end }),
    known: [],
    entity,
    place: false,
    insideLonger: false,
  }
}

/** "Beate Meinl-Reisinger" is one name, whatever the model cut. */
function endOfHyphenated(document: Document, end: number, isPerson: boolean): number {
  let at = end
  const touches = (index: number) => document.tokens[index]?.start === document.tokens[index - 1]?.end
  while (
    document.tokens[at]?.form === '-' &&
    touches(at) &&
    touches(at + 1) &&
    // The second half of a Korean given name: "Kyu-ho".
    (startsLikeName(document.tokens[at + 1]) || isPerson)
  )
    at += 2
  return at
}
