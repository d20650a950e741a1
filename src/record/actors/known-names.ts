// The text comes in; the names in it that the knowledge lists go out, without those that are another's name or a common word here.
import type { Knowledge, KnownName } from '../../knowledge/knowledge.ts'
import type { Document, Entity, Token } from '../../language/document.ts'
import type { NameCandidate, TokenRange } from './candidate.ts'
import { startsLikeName, wordsOf } from './name-words.ts'

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
function allKnownNames(document: Document, knowledge: Knowledge): NameCandidate[] {
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

export function knownNames(document: Document, knowledge: Knowledge): NameCandidate[] {
  const borne = partsOfPersons(document)
  return allKnownNames(document, knowledge).filter(name => isTrusted(document, name, borne))
}
