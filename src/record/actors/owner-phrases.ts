// A role phrase in; who owns it out: the names and pronouns before and after it ("Chad's new envoy", "ministers of Chad and Mali").
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Document, Token } from '../../language/document.ts'
import type { NameCandidate, RoleCandidate, TokenRange } from './candidate.ts'
import { covers, isPersonName } from './candidate.ts'
import type { RoleWords } from './role-words.ts'

/** Adjectives and nouns before the role words, back to the owner or determiner. */
function scanLeft(document: Document, names: readonly NameCandidate[], words: ActorWords, first: number) {
  const start = document.sentences[document.tokens[first].sentence].firstToken
  const qualifiers: string[] = []
  let at = first - 1
  let left = first
  const nameEndingAt = (token: number) => names.find(n => n.end === token + 1)
  while (at >= start) {
    const token = document.tokens[at]
    const form = token.form.toLowerCase()
    const compound = hyphenatedFrom(document, names, at, start)
    if (compound !== null) {
      left = compound
      at = compound - 1
      continue
    }
    const name = nameEndingAt(at)
    if (name || isPossessiveEnd(token) || token.upos === 'DET' || isOwningPronoun(token)) break
    if (words.loose.has(form) || words.former.has(form)) qualifiers.unshift(form)
    else if (form !== '-' && !isExtension(document, token, first)) break
    left = at
    at--
  }
  return { at, left, qualifiers, nameEndingAt }
}

/** "Iran-backed", "Paris-based": who backs it or where it sits owns nothing; the first token of the compound, or null. */
function hyphenatedFrom(
  document: Document,
  names: readonly NameCandidate[],
  participle: number,
  start: number,
): number | null {
  const { form } = document.tokens[participle]
  if (participle - 2 < start || !/^(led|held|run|\p{Ll}+ed)$/u.test(form)) return null
  if (!/^[-–]$/.test(document.tokens[participle - 1].form)) return null
  return names.find(n => covers(n, participle - 2))?.first ?? participle - 2
}

const isPossessiveEnd = (token: Token): boolean => /^['’]s?$/.test(token.form) && token.upos === 'PART'

const isOwningPronoun = (token: Token): boolean =>
  token.deprel === 'nmod:poss' && (token.upos === 'PRON' || token.upos === 'DET')

/** "agriculture" in "agriculture minister", "Vietnamese-born" is none. */
const isExtension = (document: Document, token: Token, first: number): boolean =>
  ['compound', 'amod', 'nummod'].includes(token.deprel) &&
  (token.head >= first || isExtendedBy(document, token, first)) &&
  document.tokens[token.head].sentence === token.sentence

/** "human" in "human rights chief" */
const isExtendedBy = ({ tokens }: Document, token: Token, first: number): boolean =>
  token.head === token.index + 1 &&
  tokens[token.head].deprel === 'compound' &&
  tokens[token.head].head >= first

/** "the country's foreign minister", "the government's adviser": whoever that is. */
function isOwningNoun({ tokens }: Document, at: number): boolean {
  const [article, noun] = [tokens[at - 2], tokens[at - 1]]
  return (
    isPossessiveEnd(tokens[at]) &&
    article?.sentence === tokens[at].sentence &&
    /^the$/i.test(article.form) &&
    /^(?:country|nation|kingdom|republic|government|bloc|group|alliance|organi[sz]ation|army|ministry)$/.test(
      noun.form,
    )
  )
}

export interface Left {
  readonly first: number
  readonly owner: TokenRange | null
  readonly pronoun: number | null
  readonly determiner: RoleCandidate['determiner']
  readonly qualifiers: readonly string[]
}

/** What stands before the role words: owner, determiner, qualifiers. */
export function readLeft(
  document: Document,
  names: readonly NameCandidate[],
  words: ActorWords,
  role: RoleWords,
): Left {
  const { at, left, qualifiers, nameEndingAt } = scanLeft(document, names, words, role.first)
  const start = document.sentences[document.tokens[role.first].sentence].firstToken
  const base = { first: left, owner: null, pronoun: null, determiner: 'none' as const, qualifiers }
  if (at < start) return base
  const token = document.tokens[at]
  if (isOwningPronoun(token)) return { ...base, first: at, pronoun: at, determiner: 'definite' }
  if (isOwningNoun(document, at)) return { ...base, first: at - 2, pronoun: at - 1, determiner: 'definite' }
  if (token.upos === 'DET') {
    const indefinite = /^(an?|another|some|any|one|no)$/i.test(token.form)
    return { ...base, first: at, determiner: indefinite ? 'indefinite' : 'definite' }
  }
  const nearest = nameEndingAt(isPossessiveEnd(token) ? at - 1 : at)
  const owner = nearest && ((SENT.test(role.words) && senderBefore(document, names, nearest)) || nearest)
  if (!owner || owner.place) return base
  const before = document.tokens[owner.first - 1]
  const article = before && before.sentence === token.sentence && before.upos === 'DET' ? before : null
  const indefinite = article !== null && /^an?$/i.test(article.form)
  const earlier = scanLeft(document, names, words, owner.first)
  const beforeOwner = isPossessiveEnd(token) ? [] : earlier.qualifiers
  const pronoun =
    before && before.sentence === token.sentence && isOwningPronoun(before) ? before.index : null
  return {
    ...base,
    qualifiers: [...beforeOwner, ...qualifiers],
    first: article?.index ?? pronoun ?? (beforeOwner.length > 0 ? earlier.left : owner.first),
    owner,
    pronoun,
    determiner: isPossessiveEnd(token) || !indefinite ? 'definite' : 'indefinite',
  }
}

const SENT = /(?:ambassador|envoy|representative|delegate|delegation|mission|diplomat|negotiator)$/

/** "China's U.N. ambassador", "Kenyan African Union envoy": the state that sends him to the organisation. */
function senderBefore(
  document: Document,
  names: readonly NameCandidate[],
  host: NameCandidate,
): NameCandidate | null {
  if (!host.known.some(k => k.actor.kind === 'organisation')) return null
  const before = document.tokens[host.first - 1]
  const isOwner = before && isPossessiveEnd(before)
  const sender = names.find(n => n.end === (isOwner ? host.first - 1 : host.first))
  const isState = sender?.known.some(
    k => ['state', 'government'].includes(k.actor.kind) && (isOwner || k.how === 'demonym'),
  )
  return sender && isState ? sender : null
}

/** "of Chad and the Niger", "aide to Secretary-General Kofi Annan". */
const mayStandBetween = (form: string, ofPerson: boolean): boolean =>
  /^(the|,|and|mr\.?|mrs\.?|ms\.?)$/i.test(form) ||
  (ofPerson &&
    /^(president|prime|minister|secretary|-|general|king|queen|chancellor|senator|pope)$/i.test(form))

/** Owners after the words: "of Poland, Lithuania and Latvia", "at the United Nations". */
export function readRight(
  document: Document,
  names: readonly NameCandidate[],
  role: RoleWords,
  end: number,
): { owners: TokenRange[]; end: number } {
  const preposition = document.tokens[end]
  if (!preposition || !/^(of|to|for|at)$/i.test(preposition.form)) return { owners: [], end }
  const ofPerson = role.role?.kind === 'role' && /^(to|for)$/i.test(preposition.form)
  const owners: TokenRange[] = []
  let at = end + 1
  let last = end
  while (at < document.tokens.length && document.tokens[at].sentence === preposition.sentence) {
    const name = names.find(n => covers(n, at))
    // "Representative for Iran Brian Hook": whose name follows at once is no second owner.
    if (name && at === last && owners.length > 0) break
    if (name && (ofPerson || !isPersonName(name))) {
      owners.push({ first: name.first, end: name.end })
      at = last = name.end
    } else if (ofPerson && owners.length > 0 && document.tokens[at].form === ',') break
    else if (mayStandBetween(document.tokens[at].form, ofPerson) && at - last < 4) at++
    else break
  }
  return owners.length ? { owners, end: last } : { owners: [], end }
}

/** "Russian and U.S. officials": an abbreviation stands for the adjective. */
const isAdjective = ({ tokens }: Document, { first, end }: TokenRange): boolean =>
  tokens[end - 1].upos === 'ADJ' ||
  (end - first === 1 && /^U\.?[SK]\.?$/.test(tokens[first].form) && tokens[first].deprel !== 'nmod:poss')

/** "U.S. and Russian officials": the nationality before "and". */
export function coOwner(
  document: Document,
  names: readonly NameCandidate[],
  owner: TokenRange,
): TokenRange | null {
  if (document.tokens[owner.first - 1]?.form.toLowerCase() !== 'and') return null
  const isDemonym = (range: TokenRange) =>
    names.some(
      n =>
        n.first === range.first &&
        n.known.some(k => k.how === 'demonym' || (k.how === 'name' && k.actor.kind === 'state')),
    )
  const other = names.find(n => n.end === owner.first - 1)
  return other && isDemonym(other) && isDemonym(owner) && [other, owner].every(n => isAdjective(document, n))
    ? other
    : null
}

/** Whoever sits there mostly sits for an organisation: "a tribunal in The Hague". */
const OF_ALL_STATES = /^(?:(?:The )?Hague|Geneva|Strasbourg|Brussels|Vienna|New York)$/

/** "officials in Beirut": the country of the place. */
export function seatAfter(document: Document, names: readonly NameCandidate[], end: number): string | null {
  if (!/^(in|from)$/i.test(document.tokens[end]?.form ?? '')) return null
  const place = names.find(
    n => n.first === end + 1 || (n.first === end + 2 && /^the$/i.test(document.tokens[end + 1].form)),
  )
  if (place && OF_ALL_STATES.test(place.words)) return null
  return place?.known.find(k => k.how !== 'demonym' && k.actor.kind !== 'person')?.actor.country ?? null
}
