// Finds names of actors: longest known names in the text, then names that only the model found, then names after a title.
// "Kenyan President William Ruto" gives Kenyan (demonym of Kenya) and William Ruto (person).
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Knowledge, KnownName } from '../../knowledge/knowledge.ts'
import type { Document, Entity, Token } from '../../language/document.ts'
import { dependent, headOf } from '../../language/tree.ts'
import type { NameCandidate, TokenRange } from './candidate.ts'
import { rangesOverlap, topOf } from './candidate.ts'

const wordsOf = (document: Document, range: TokenRange): string =>
  document.text.content
    .slice(document.tokens[range.first].start, document.tokens[range.end - 1].end)
    .replace(/\s+/g, ' ')

const startsLikeName = (token: Token): boolean => /^\p{Lu}/u.test(token.form)

const isSentenceStart = (document: Document, token: Token): boolean =>
  document.sentences[token.sentence].firstToken === token.index

/** "Latin America", "a South American bloc": not the United States. */
function isOfContinent({ tokens }: Document, first: number): boolean {
  const before = tokens[first - 1]?.form === '-' ? tokens[first - 2] : tokens[first - 1]
  return (
    /^America(?:ns?)?$/.test(tokens[first].form) &&
    /^(?:Latin|South|North|Central|Pan)$/.test(before?.form ?? '')
  )
}

/** Known names, longest first, left to right, never overlapping. */
function findKnownNames(document: Document, knowledge: Knowledge): NameCandidate[] {
  const found: NameCandidate[] = []
  const entities = entitiesByToken(document)
  for (let first = 0; first < document.tokens.length; first++) {
    if (!startsLikeName(document.tokens[first])) continue
    const name = longestNameAt(document, knowledge, first, entities)
    if (!name || (name.end === first + 1 && isOfContinent(document, first))) continue
    found.push(name)
    first = name.end - 1
  }
  return found
}

function longestNameAt(
  document: Document,
  knowledge: Knowledge,
  first: number,
  entities: ReadonlyMap<number, Entity>,
): NameCandidate | null {
  const { sentence } = document.tokens[first]
  const entity = entities.get(first)
  const limit = Math.min(first + knowledge.longestName * 2, document.sentences[sentence].endToken)
  for (let end = limit; end > first; end--) {
    const range = { first, end }
    const words = wordsOf(document, range)
    const known = knowledge.names(words)
    if (known.length === 0 || isPaperByAccident(document, knowledge, known, range)) continue
    return {
      type: 'name',
      ...range,
      words,
      known,
      entity: entity?.type ?? null,
      place: false,
      insideLonger: isInsideLonger(entity, range),
    }
  }
  return null
}

/** "Foreign Affairs" in "Minister of Foreign Affairs". */
const endsRole = (document: Document, knowledge: Knowledge, { first, end }: TokenRange): boolean => {
  if (first < 2 || document.tokens[first - 2].sentence !== document.tokens[first].sentence) return false
  const words = wordsOf(document, { first: first - 2, end }).toLowerCase()
  return knowledge.role(words) !== null || knowledge.body(words) !== null
}

/** "The Australian Department": no newspaper but a nationality. */
function isPaperByAccident(
  document: Document,
  knowledge: Knowledge,
  known: readonly KnownName[],
  range: TokenRange,
): boolean {
  if (known.every(k => k.actor.kind === 'outlet') && endsRole(document, knowledge, range)) return true
  if (!known.every(k => k.actor.kind === 'outlet') || !/^the$/i.test(document.tokens[range.first].form))
    return false
  const rest = wordsOf(document, { first: range.first + 1, end: range.end })
  const next = document.tokens[range.end]
  return ['NOUN', 'PROPN', 'ADJ'].includes(next?.upos) && knowledge.names(rest).some(k => k.how === 'demonym')
}

/** Does the model see a longer name here ("Jordan" in "Michael Jordan")? */
const isInsideLonger = (entity: Entity | undefined, range: TokenRange): boolean =>
  entity !== undefined && entity.endToken - entity.firstToken > range.end - range.first

/** Which entity each token stands in. */
const entitiesByToken = (document: Document): ReadonlyMap<number, Entity> =>
  new Map(document.entities.flatMap(e => tokensOf(document, e).map(t => [t.index, e] as const)))

const tokensOf = (document: Document, range: { firstToken: number; endToken: number }): readonly Token[] =>
  document.tokens.slice(range.firstToken, range.endToken)

/** "Her Excellency": no name. */
const HONOURS = /^(?:Excellency|Highness|Majesty|Holiness|Eminence|Right Honou?rable|Honou?rable)$/

/** "West African", "South-East Asian" leaders: where they come from. */
const REGION =
  /^(?:(?:Latin|South|North|Central|East|West|Southern|Northern|Eastern|Western|Sub-Saharan|South-?[Ee]ast)[ -]*)?(?:American|African|Asian|European|Arab)$/

/** Names of persons and organisations that no knowledge file has; a known name that is a part of a longer one gives way. */
function findModelNames(
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
export function isPlaceUse(document: Document, words: ActorWords, range: TokenRange): boolean {
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

/** Acronyms that are common words when a whole sentence stands in capitals ("WHAT IS GOING ON"). */
const COMMON_WORDS = /^(IS|US|WHO|IT|AN|OAS|UN|MAY|IN|ICE|WHO|AID|ALL|END|HE|ME|BE|SO|NO)$/

const isShouted = (document: Document, token: Token): boolean => {
  const { firstToken, endToken } = document.sentences[token.sentence]
  const words = document.tokens.slice(firstToken, endToken).filter(t => /\p{L}{2}/u.test(t.form))
  return words.length > 2 && words.filter(t => t.form === t.form.toUpperCase()).length * 2 > words.length
}

/** Words of the persons' names that the text gives in full. */
const partsOfPersons = (document: Document): ReadonlySet<string> =>
  new Set(
    document.entities
      .filter(e => e.type === 'person' && e.endToken - e.firstToken > 1)
      .flatMap(e => document.tokens.slice(e.firstToken, e.endToken).map(t => t.form)),
  )

/** "Jordan" is no state where a person bears that name; a sentence's first word that is also a common word is none either. */
function isTrusted(document: Document, name: NameCandidate, borne: ReadonlySet<string>): boolean {
  const token = document.tokens[name.first]
  const isState = name.known.some(k => k.actor.kind === 'state') && !borne.has(name.words)
  const doubtful = name.insideLonger || (name.known.every(k => k.ambiguous) && !isState)
  if (name.entity === 'person' && doubtful && !name.known.some(k => k.actor.kind === 'person')) return false
  if (isShouted(document, token) && COMMON_WORDS.test(name.words)) return false
  const single = name.end - name.first === 1
  if (single && name.known.every(k => k.actor.kind === 'person') && name.entity === 'place') return false
  return !(single && isSentenceStart(document, token) && !['PROPN', 'NOUN', 'ADJ'].includes(token.upos))
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
  const borne = partsOfPersons(document)
  const known = findKnownNames(document, knowledge).filter(name => isTrusted(document, name, borne))
  const isTitle = (word: string) =>
    knowledge.role(word.toLowerCase()) !== null || words.courtesy.has(word.toLowerCase())
  const isBody = (phrase: string) => knowledge.body(phrase.toLowerCase()) !== null
  const model = findModelNames(document, known, isTitle, isBody)
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
