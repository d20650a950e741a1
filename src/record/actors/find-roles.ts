// Finds role phrases: offices, kin, groups and bodies with the name or pronoun that owns them, and the person's name they stand beside.
// "South Korea's new president, Lee Jae Myung": president, owner South Korea, new, beside Lee Jae Myung.
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { BodyNoun, Knowledge, Role } from '../../knowledge/knowledge.ts'
import type { Document, Token } from '../../language/document.ts'
import { dependents, headOf } from '../../language/tree.ts'
import type { NameCandidate, Owner, RoleCandidate, TokenRange } from './candidate.ts'
import { covers } from './candidate.ts'

/** Words in the text order that a role phrase may be looked up by: the last one as lemma, the others as they are. */
function phraseAt(document: Document, first: number, end: number): { surface: string; singular: string } {
  const forms = document.tokens.slice(first, end).map(t => t.form.toLowerCase())
  const join = (parts: string[]) => parts.join(' ').replace(/ - /g, '-')
  return {
    surface: join(forms),
    singular: join([...forms.slice(0, -1), document.tokens[end - 1].lemma.toLowerCase()]),
  }
}

interface RoleWords extends TokenRange {
  readonly words: string
  readonly role: Role | null
  readonly body: BodyNoun | null
  readonly plural: boolean
}

function roleWordsAt(document: Document, knowledge: Knowledge, first: number): RoleWords | null {
  const limit = Math.min(
    first + knowledge.longestRole + 2,
    document.sentences[document.tokens[first].sentence].endToken,
  )
  for (let end = limit; end > first; end--) {
    const { surface, singular } = phraseAt(document, first, end)
    const words =
      knowledge.role(singular) || !(knowledge.role(surface) || knowledge.body(surface)) ? singular : surface
    const role = knowledge.role(words)
    const body = knowledge.body(words)
    const matter = body && !role ? matterEnd(document, knowledge, body, end) : end
    if (matter > end) {
      const named = document.tokens.slice(first, matter).map(t => t.form.toLowerCase())
      return {
        first,
        end: matter,
        words: named.join(' ').replace(/ ([,-]) ?/g, '$1 '),
        role: null,
        body,
        plural: false,
      }
    }
    if (role || body)
      return { first, end, words, role, body, plural: document.tokens[end - 1].feats.Number === 'Plur' }
  }
  return null
}

const OF_A_MATTER =
  /^(department|ministry|bureau|office|committee|commission|council|agency|institute|board)$/

/** "Department of Agriculture", "Committee on Foreign Relations": the capitalised matter belongs to the body's name. */
function matterEnd(document: Document, knowledge: Knowledge, body: BodyNoun, end: number): number {
  if (!OF_A_MATTER.test(body.words) || !/^(of|for|on)$/i.test(document.tokens[end]?.form ?? '')) return end
  let at = end + 1
  const isMatter = (index: number) => {
    const token = document.tokens[index]
    return (
      token &&
      /^\p{Lu}/u.test(token.form) &&
      ['NOUN', 'PROPN', 'ADJ'].includes(token.upos) &&
      knowledge.names(token.form).length === 0
    )
  }
  while (isMatter(at) || (/^(and|,)$/.test(document.tokens[at]?.form ?? '') && isMatter(at + 1))) at++
  return at > end + 1 ? at : end
}

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
    const name = nameEndingAt(at)
    if (name || isPossessiveEnd(token) || token.upos === 'DET' || isOwningPronoun(token)) break
    if (words.loose.has(form) || words.former.has(form)) qualifiers.unshift(form)
    else if (form !== '-' && !isExtension(document, token, first)) break
    left = at
    at--
  }
  return { at, left, qualifiers, nameEndingAt }
}

const isPossessiveEnd = (token: Token): boolean => /^['’]s?$/.test(token.form) && token.upos === 'PART'

const isOwningPronoun = (token: Token): boolean =>
  token.deprel === 'nmod:poss' && (token.upos === 'PRON' || token.upos === 'DET')

/** "agriculture" in "agriculture minister", "Vietnamese-born" is none. */
const isExtension = (document: Document, token: Token, first: number): boolean =>
  ['compound', 'amod', 'nummod'].includes(token.deprel) &&
  token.head >= first &&
  document.tokens[token.head].sentence === token.sentence

interface Left {
  readonly first: number
  readonly owner: TokenRange | null
  readonly pronoun: number | null
  readonly determiner: RoleCandidate['determiner']
  readonly qualifiers: readonly string[]
}

/** What stands before the role words: owner, determiner, qualifiers. */
function readLeft(
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
  if (token.upos === 'DET') {
    const indefinite = /^(an?|another|some|any|one|no)$/i.test(token.form)
    return { ...base, first: at, determiner: indefinite ? 'indefinite' : 'definite' }
  }
  const owner = nameEndingAt(isPossessiveEnd(token) ? at - 1 : at)
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

/** Owners after the words: "of Poland, Lithuania and Latvia", "at the United Nations". */
function readRight(
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
    if (name && (ofPerson || !isPersonName(name))) {
      owners.push({ first: name.first, end: name.end })
      at = last = name.end
    } else if (/^(the|,|and|mr\.?|mrs\.?|ms\.?)$/i.test(document.tokens[at].form) && at - last < 3) at++
    else break
  }
  return owners.length ? { owners, end: last } : { owners: [], end }
}

/** "U.S. and Russian officials": the nationality before "and". */
function coOwner(document: Document, names: readonly NameCandidate[], owner: TokenRange): TokenRange | null {
  if (document.tokens[owner.first - 1]?.form.toLowerCase() !== 'and') return null
  const isDemonym = (range: TokenRange) =>
    names.some(
      n =>
        n.first === range.first &&
        n.known.some(k => k.how === 'demonym' || (k.how === 'name' && k.actor.kind === 'state')),
    )
  const other = names.find(n => n.end === owner.first - 1)
  return other && isDemonym(other) && isDemonym(owner) && document.tokens[owner.end - 1].upos === 'ADJ'
    ? other
    : null
}

/** "officials in Beirut": the country of the place. */
function seatAfter(document: Document, names: readonly NameCandidate[], end: number): string | null {
  if (!/^(in|from)$/i.test(document.tokens[end]?.form ?? '')) return null
  const place = names.find(
    n => n.first === end + 1 || (n.first === end + 2 && /^the$/i.test(document.tokens[end + 1].form)),
  )
  return place?.known.find(k => k.how !== 'demonym' && k.actor.kind !== 'person')?.actor.country ?? null
}

export const isPersonName = (name: NameCandidate): boolean =>
  name.known.length > 0 ? name.known.every(k => k.actor.kind === 'person') : name.entity === 'person'

/** The person's name that the phrase is title of or in apposition to. */
function findBearer(
  document: Document,
  names: readonly NameCandidate[],
  range: TokenRange,
  role: RoleWords,
  titleEnd: (token: number) => number,
  afterOwners: number,
): { beside: RoleCandidate['beside']; bearer: TokenRange | null } {
  if (role.role === null || role.role.kind === 'group' || role.plural) return { beside: null, bearer: null }
  const next = names.find(n => n.first === range.end && isPersonName(n))
  if (next && range.end === role.end) return { beside: 'title', bearer: next }
  const beyond = names.find(n => n.first === afterOwners && afterOwners > role.end && isPersonName(n))
  if (beyond) return { beside: 'title', bearer: beyond }
  const comma = (index: number) => document.tokens[index]?.form === ','
  const ahead = comma(range.end)
    ? names.find(n => n.first === titleEnd(range.end + 1) && isPersonName(n))
    : undefined
  if (ahead && isClosed(document, ahead.end) && mayBeOne(document, role, ahead))
    return { beside: 'apposition', bearer: ahead }
  const apposed = names.find(n => isPersonName(n) && isApposedTo(document, n, role))
  if (apposed) return { beside: 'apposition', bearer: { first: apposed.first, end: apposed.end } }
  const behind = comma(range.first - 1)
    ? names.find(n => n.end === range.first - 1 && isPersonName(n))
    : undefined
  if (behind && isClosed(document, range.end)) return { beside: 'apposition', bearer: behind }
  return { beside: null, bearer: null }
}

/** "The commander of NATO forces in Afghanistan, British General David Richards": the tree hangs the name on the office or below it. */
function isApposedTo(document: Document, name: TokenRange, role: RoleWords): boolean {
  let top = document.tokens[name.first]
  while (/^(flat|compound|nmod:desc)/.test(top.deprel) && top.head >= 0) top = document.tokens[top.head]
  const loose =
    top.deprel === 'nmod' &&
    document.tokens[top.index - 1]?.form === ',' &&
    dependents(document, top.index, 'case').length === 0
  if (top.deprel !== 'appos' && !loose) return false
  let above = headOf(document, top.index)
  while (above && !covers(role, above.index) && /^(nmod|compound)/.test(above.deprel))
    above = headOf(document, above.index)
  return above !== null && covers(role, above.index)
}

/** In "After meeting the president, Berg flew home" the comma parts two persons: the tree tells, or the preposition does. */
function mayBeOne(document: Document, role: RoleWords, name: TokenRange): boolean {
  const linked = (a: TokenRange, b: TokenRange) =>
    document.tokens.slice(a.first, a.end).some(t => t.head >= b.first && t.head < b.end)
  if (linked(role, name) || linked(name, role)) return true
  const head = document.tokens[role.end - 1]
  return !/^(obj|obl|nmod|xcomp)/.test(head.deprel)
}

/** An apposition ends at a mark, at the end, or before a verb; "and" would make it a list. */
const isClosed = (document: Document, index: number): boolean => {
  const token = document.tokens[index]
  return (
    !token ||
    /^[,.;:)–—”"]$/.test(token.form) ||
    ['VERB', 'AUX', 'ADP', 'SCONJ', 'PRON', 'ADV'].includes(token.upos)
  )
}

function readRole(
  document: Document,
  names: readonly NameCandidate[],
  words: ActorWords,
  role: RoleWords,
  titleEnd: (token: number) => number,
): RoleCandidate {
  const left = readLeft(document, names, words, role)
  const partner = left.owner ? coOwner(document, names, left.owner) : null
  const after = readRight(document, names, role, role.end)
  const right = left.owner || left.pronoun !== null ? { owners: [], end: role.end } : after
  const bearer = findBearer(document, names, { first: left.first, end: right.end }, role, titleEnd, after.end)
  const range = { first: left.first, end: bearer.beside === 'title' ? bearer.bearer!.first : right.end }
  const owner: Owner = {
    names: left.owner ? [...(partner ? [partner] : []), left.owner] : right.owners,
    pronoun: left.pronoun,
    seat:
      left.owner || right.owners.length > 0 || role.role?.code === 'MED'
        ? null
        : seatAfter(document, names, role.end),
  }
  const extension = extensionWords(document, words, left, role)
  return {
    type: 'role',
    ...range,
    words: extension ? `${extension} ${role.words}` : role.words,
    role: role.role,
    body: role.body,
    owner,
    qualifiers: left.qualifiers.filter(q => words.qualifiers.has(q)),
    former: left.qualifiers.some(q => words.former.has(q)),
    determiner: left.determiner,
    plural: role.plural,
    ...bearer,
    equal: words.equals.has(role.words),
  }
}

/** "agriculture" of "the new agriculture minister": only before a bare "minister", "ministry", "secretary". */
function extensionWords(document: Document, words: ActorWords, left: Left, role: RoleWords): string {
  if (!/^(minister|ministry|secretary|department|committee|council|commission|agency)$/.test(role.words))
    return ''
  const before = document.tokens.slice(left.first, role.first)
  return before
    .filter(
      t =>
        ['compound', 'amod'].includes(t.deprel) &&
        t.upos !== 'PROPN' &&
        !words.loose.has(t.form.toLowerCase()) &&
        !(left.owner && covers(left.owner, t.index)),
    )
    .map(t => t.form.toLowerCase())
    .join(' ')
}

/** In text order; no two overlap in their role words. */
export function findRoles(
  document: Document,
  names: readonly NameCandidate[],
  knowledge: Knowledge,
  words: ActorWords,
): RoleCandidate[] {
  const found: RoleCandidate[] = []
  const places = new Set(
    document.entities
      .filter(e => e.type === 'place' && e.endToken - e.firstToken > 1)
      .flatMap(e => [e.firstToken, e.endToken - 1]),
  )
  /** Where a name after the title at a token would begin: "his brother, Prime Minister X". */
  const titleEnd = (token: number) =>
    token < document.tokens.length ? (roleWordsAt(document, knowledge, token)?.end ?? token) : token
  for (let at = 0; at < document.tokens.length; at++) {
    const token = document.tokens[at]
    if (!['NOUN', 'PROPN', 'ADJ'].includes(token.upos) || names.some(n => covers(n, at)) || places.has(at))
      continue
    const role = roleWordsAt(document, knowledge, at)
    if (!role || names.some(n => n.first < role.end && n.first > role.first)) continue
    if (!['NOUN', 'PROPN'].includes(document.tokens[role.end - 1].upos)) continue
    found.push(readRole(document, names, words, role, titleEnd))
    at = role.end - 1
  }
  return found
}
