// Gives a role phrase its holder: a person of this text who holds the office, else an unnamed office of a state, a body, a group.
import type { Document } from '../../language/document.ts'
import { dependents, headOf } from '../../language/tree.ts'
import type { NameCandidate, RoleCandidate, TokenRange } from './candidate.ts'
import type { Draft, HeldOffice, Resolution } from './discourse.ts'
import { byRecency, countryOf, isCountry, newDraft, recall, sameOffice } from './discourse.ts'
import { topOf } from './find-names.ts'
import type { NameContext } from './resolve-names.ts'
import { countryOnDay, stateByCode } from './resolve-names.ts'

export interface RoleContext extends NameContext {
  /** Drafts that a range of tokens already stands for. */
  readonly draftsAt: (token: number) => readonly Draft[]
  readonly names: readonly NameCandidate[]
  /** Country of the dateline's city, or null. */
  readonly home: string | null
}

/** Words for the executive as a whole: they mean the state's government itself. */
const GOVERNMENT = new Set(['government', 'authorities'])
/** CAMEO roles of bodies that belong to a state wherever its people speak of "the army" or "his office". */
const STATE_BODIES = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY'])
/** "during his presidency" is a time, no body. */
const TERM_OF_OFFICE = /^(during|in|under|throughout|after|before|since)$/i

interface OwnerReading {
  /** Country or key of each owner. */
  readonly of: readonly string[]
  readonly inferredBy: string | null
}

/** An office belongs to the owner's state, a spokesman or aide to the owner himself. */
function ownerKey(draft: Draft, role: RoleCandidate): string | null {
  const personal = draft.kind === 'person' && role.role?.kind === 'role'
  const ofState = ['person', 'unnamed', 'group', 'state', 'government'].includes(draft.kind)
  return personal || !ofState ? draft.key : (countryOf(draft) ?? draft.key)
}

function readOwners(context: RoleContext, role: RoleCandidate): OwnerReading {
  const named = role.owner.names
    .flatMap(range => context.draftsAt(range.end - 1))
    .map(d => ownerKey(d, role))
    .filter(k => k !== null)
  if (named.length > 0) return { of: named, inferredBy: null }
  if (role.owner.pronoun === null)
    return { of: role.owner.seat ? [role.owner.seat] : [], inferredBy: role.owner.seat ? 'seat' : null }
  const owners = context
    .draftsAt(role.owner.pronoun)
    .map(d => ownerKey(d, role))
    .filter(k => k !== null)
  return { of: [...new Set(owners)], inferredBy: 'coreference' }
}

/** "foreign minister of Vietnam", "official of NATO": the unnamed holder. */
function unnamedName(context: RoleContext, words: string, of: string | null): string {
  if (of === null) return words
  const owner = isCountry(of) ? context.knowledge.country(of)?.name : context.discourse.drafts.get(of)?.name
  return owner ? `${words} of ${owner}` : words
}

/** "leader" and "head of state" call whoever is at the top. */
const isCalled = (context: RoleContext, words: string, held: string): boolean =>
  sameOffice(words, held) || (context.words.chiefWords.has(words) && context.words.chiefs.has(held))

/** Does this person hold the office, by the text's own words or by what is known for the day? */
function holds(context: RoleContext, draft: Draft, words: string, of: string | null): boolean {
  const inText = draft.offices.some(
    o =>
      o.kind !== 'kin' &&
      !o.former &&
      isCalled(context, words, o.words) &&
      (of === null || o.of === null || o.of === of),
  )
  if (inText) return of === null || draft.offices.some(o => o.of === of) || (countryOf(draft) ?? of) === of
  if (of === null || !draft.known) return false
  const term = countryOnDay(draft.known, context.document.published)
  return term !== null && isCalled(context, words, term.office) && term.of === of
}

function namedHolder(context: RoleContext, role: RoleCandidate, of: string | null): Draft | null {
  if (role.former || role.plural) return null
  return (
    byRecency(context.discourse, d => d.kind === 'person' && holds(context, d, role.words, of))[0] ?? null
  )
}

function unnamedHolder(context: RoleContext, role: RoleCandidate, words: string, of: string | null): Draft {
  const isGroup = role.plural || role.role?.kind === 'group'
  const fresh = role.determiner === 'indefinite' && !isGroup ? `#${role.first}` : ''
  const key = `${isGroup ? 'group' : 'office'}:${words}@${of ?? ''}${fresh}`
  const owner = of !== null ? context.discourse.drafts.get(of) : undefined
  const country = role.former
    ? null
    : of !== null && isCountry(of)
      ? of
      : owner && !['organisation', 'company'].includes(owner.kind)
        ? countryOf(owner)
        : null
  const code = context.knowledge.role(words)?.code ?? role.role?.code ?? null
  return recall(
    context.discourse,
    () =>
      newDraft(
        key,
        isGroup
          ? groupName(context, role)
          : unnamedName(context, role.former ? `former ${words}` : words, of),
        role.role?.kind === 'group' ? 'group' : 'unnamed',
        {
          country,
          code: country ? `${country}${code ?? ''}` : null,
          plural: isGroup,
          gender: role.role?.gender ?? null,
          offices: [officeOf(context, role, words, of)],
        },
      ),
    key,
  )
}

const bodyCountry = (owner: Draft | undefined): string | null =>
  owner?.kind === 'body' || owner?.kind === 'person' ? countryOf(owner) : null

/** "Belgian diplomats": the text's own words without article and number. */
function groupName(context: RoleContext, role: RoleCandidate): string {
  const { tokens, text } = context.document
  let { first } = role
  while (first < role.end - 1 && ['DET', 'NUM', 'PRON', 'PUNCT'].includes(tokens[first].upos)) first++
  return text.content.slice(tokens[first].start, tokens[role.end - 1].end).replace(/\s+/g, ' ')
}

export const officeOf = (
  context: RoleContext,
  role: RoleCandidate,
  words: string,
  of: string | null,
): HeldOffice => ({
  words,
  of,
  country: of === null || isCountry(of) ? of : bodyCountry(context.discourse.drafts.get(of)),
  former: role.former,
  qualifier: role.former ? 'former' : (role.qualifiers[0] ?? null),
  code: role.role?.code ?? null,
  kind: role.equal ? 'office' : (role.role?.kind ?? 'role'),
  range: { first: role.first, end: role.end },
})

/** "his Chinese counterpart": the office of the one he is counterpart to, in China. */
function equalWords(context: RoleContext, role: RoleCandidate): string | null {
  const nearest = role.owner.pronoun !== null ? context.draftsAt(role.owner.pronoun)[0] : null
  const office = nearest?.offices.find(o => o.kind === 'office' || o.kind === 'role')
  const known = nearest?.known ? countryOnDay(nearest.known, context.document.published) : null
  return office?.words ?? known?.office ?? null
}

/** Reads a role that stands beside a name ("President X", "X, the trade minister") as an office of that person. */
export function readHeldOffice(context: RoleContext, role: RoleCandidate, bearer: Draft): HeldOffice {
  const owners = readOwners(context, role)
  const words = role.equal ? (equalWords(context, role) ?? role.words) : role.words
  const known = bearer.known?.terms.find(
    t => sameOffice(context.knowledge.role(words)?.base ?? words, t.office) && isCountry(t.of),
  )
  const isOffice = role.role?.kind === 'office' || role.equal
  const home = isOffice && !role.former ? (context.home ?? stateInFocus(context, role)) : null
  return officeOf(context, role, words, owners.of[0] ?? (isOffice ? (known?.of ?? home) : null))
}

/** Subject, or owner of the subject ("Sudan's government says"). */
function isAgent(document: Document, range: TokenRange): boolean {
  const top = document.tokens[topOf(document, range)]
  const head = headOf(document, top.index)
  return (
    top.deprel.startsWith('nsubj') ||
    (/^(nmod:poss|amod|compound)$/.test(top.deprel) && head?.deprel.startsWith('nsubj') === true)
  )
}

/** The state of which the sentence before speaks, when it is the only one in it and in this sentence up to here. */
function stateInFocus(context: RoleContext, role: RoleCandidate): string | null {
  const { document } = context
  const floor = document.sentences[Math.max(0, document.tokens[role.first].sentence - 1)].firstToken
  const named = byRecency(
    context.discourse,
    d => isState(d) && d.mentions.some(m => m.first >= floor && m.first < role.first),
  )
  const acts = named.length === 1 && named[0].mentions.some(m => m.first >= floor && isAgent(document, m))
  return acts ? named[0].country : null
}

function resolveBody(context: RoleContext, role: RoleCandidate): Resolution | null {
  const owners = readOwners(context, role)
  const ofState = STATE_BODIES.has(role.body?.code ?? '') || role.words === 'office'
  const borrowed = role.owner.pronoun !== null && role.owner.names.length === 0
  if (borrowed && (!ofState || isTermOfOffice(context, role))) return null
  const nearby = owners.of[0] ?? null
  if (nearby === null && (role.determiner !== 'definite' || role.plural)) return null
  const of = nearby ?? (ofState ? contextCountry(context, role) : null)
  const inferredBy = nearby ? owners.inferredBy : 'context'
  if (GOVERNMENT.has(role.body?.base ?? '')) {
    if (of === null || !isCountry(of)) return null
    const state = stateByCode(context, of)
    return state && { drafts: [state], how: 'name', inferredBy }
  }
  const known =
    (nearby === null ? namedBody(context, role) : null) ??
    byRecency(context.discourse, d => d.kind === 'body' && sameBody(d, role, of))[0]
  if (known) return { drafts: [known], how: 'office', inferredBy: nearby ? owners.inferredBy : 'coreference' }
  const key = `body:${role.words}@${of ?? ''}`
  const country = of !== null && isCountry(of) ? of : null
  const name = bodyName(context, role, of)
  const draft = recall(
    context.discourse,
    () =>
      newDraft(key, name, 'body', { country, code: country ? `${country}${role.body?.code ?? ''}` : null }),
    key,
  )
  return { drafts: [draft], how: 'office', inferredBy }
}

const isTermOfOffice = (context: RoleContext, role: RoleCandidate): boolean =>
  role.body?.base === 'presidency' &&
  dependents(context.document, role.end - 1, 'case').some(c => TERM_OF_OFFICE.test(c.form))

/** "The court" after the International Court of Justice: the organisation whose name holds the word. */
const namedBody = (context: RoleContext, role: RoleCandidate): Draft | null =>
  byRecency(
    context.discourse,
    d =>
      ['organisation', 'body'].includes(d.kind) &&
      d.key !== `body:${role.words}@` &&
      ` ${d.name.toLowerCase()} `.includes(` ${role.words} `),
  )[0] ?? null

/** "his office" of a president: the Office of the President of that country. */
function bodyName(context: RoleContext, role: RoleCandidate, of: string | null): string {
  const owner = role.owner.pronoun !== null ? context.draftsAt(role.owner.pronoun)[0] : undefined
  const office = owner?.offices.find(o => o.kind === 'office')?.words
  if (role.owner.names.length === 1 && role.words !== 'office') return groupName(context, role)
  return unnamedName(context, role.words === 'office' && office ? `office of the ${office}` : role.words, of)
}

const sameBody = (draft: Draft, role: RoleCandidate, of: string | null): boolean => {
  const words = draft.key.startsWith('body:') ? draft.key.slice(5).split('@')[0] : draft.name.toLowerCase()
  return sameOffice(role.words, words) && (of === null || draft.country === null || draft.country === of)
}

/** The country that an unowned "the government" or "the ministry" belongs to: the dateline's, else that of the persons named nearest before. */
function contextCountry(context: RoleContext, role: RoleCandidate): string | null {
  const { document } = context
  const seat = GOVERNMENT.has(role.body?.base ?? '') ? seatBeside(context, role) : null
  if (seat) return seat
  if (context.home) return context.home
  const armed = ['MIL', 'COP'].includes(role.body?.code ?? '')
  const forces = armed
    ? byRecency(context.discourse, d => d.country !== null && /(MIL|COP)$/.test(d.code ?? ''))[0]
    : undefined
  if (forces) return forces.country
  const sentence = document.tokens[role.first].sentence
  const floor = document.sentences[Math.max(0, sentence - 1)].firstToken
  const isNear = (d: Draft) =>
    d.mentions.some(m => m.first >= floor && m.how !== 'demonym') && d.kind !== 'organisation'
  const inSentence = byRecency(
    context.discourse,
    d =>
      isState(d) &&
      d.mentions.some(m => m.how !== 'demonym' && document.tokens[m.first].sentence === sentence),
  )
  if (GOVERNMENT.has(role.body?.base ?? '') && inSentence.length === 1) return inSentence[0].country
  const near = [
    ...byRecency(context.discourse, d => isNear(d) && d.kind === 'person'),
    ...byRecency(context.discourse, isNear),
  ]
  for (const draft of near) {
    const country =
      countryOf(draft) ??
      draft.offices.find(o => o.of !== null && isCountry(o.of))?.of ??
      formerCountry(draft)
    if (country) return country
  }
  return null
}

/** "ordered out of Niamey by the military government", "the junta in Rangoon": the capital in the same sentence. */
function seatBeside(context: RoleContext, role: RoleCandidate): string | null {
  const { sentence } = context.document.tokens[role.first]
  const places = context.names.filter(n => n.place && context.document.tokens[n.first].sentence === sentence)
  const behind = places.find(n => n.first >= role.end && n.first - role.end < SEAT_REACH)
  const seat = behind ?? places.filter(n => n.end <= role.first).at(-1)
  return seat?.known.find(k => k.how === 'metonym')?.actor.country ?? null
}

const isState = (draft: Draft): boolean => draft.kind === 'state' || draft.kind === 'government'

/** Words between a body and "in" with its capital. */
const SEAT_REACH = 3

const formerCountry = (draft: Draft): string | null =>
  draft.known?.terms.find(t => isCountry(t.of))?.of ?? null

function resolveOwnedRoles(
  context: RoleContext,
  role: RoleCandidate,
  words: string,
  owners: OwnerReading,
): Resolution {
  const drafts = owners.of.map(of => {
    const single = { ...role, plural: owners.of.length > 1 ? false : role.plural, words }
    return namedHolder(context, single, of) ?? unnamedHolder(context, single, words, of)
  })
  const named = drafts.some(d => d.kind === 'person')
  return {
    drafts,
    how: drafts[0]?.kind === 'group' ? 'unnamed' : 'office',
    inferredBy: named ? 'office' : owners.inferredBy,
  }
}

function resolveUnowned(context: RoleContext, role: RoleCandidate, words: string): Resolution | null {
  const kind = role.role?.kind
  if (kind === 'kin' || kind === 'tie') return null
  if (role.determiner === 'definite' && !role.plural) {
    const holder = namedHolder(context, role, null) ?? sameUnnamed(context, words)
    if (holder) return { drafts: [holder], how: 'office', inferredBy: 'office' }
  }
  const before = role.plural && role.determiner !== 'indefinite' ? sameUnnamed(context, words) : null
  if (before) return { drafts: [before], how: 'unnamed', inferredBy: 'coreference' }
  const of = kind === 'office' && role.determiner === 'definite' && !role.plural ? context.home : null
  return {
    drafts: [unnamedHolder(context, role, words, of)],
    how: 'unnamed',
    inferredBy: of ? 'dateline' : null,
  }
}

/** "the official" after "a senior NATO official". */
const sameUnnamed = (context: RoleContext, words: string): Draft | null =>
  byRecency(
    context.discourse,
    d => d.kind === 'unnamed' && d.offices.some(o => sameOffice(words, o.words)),
  )[0] ?? null

/** Kin: "his brother" alone is somebody only when a person of this text is so called. */
function resolveKin(context: RoleContext, role: RoleCandidate): Resolution | null {
  const kin = byRecency(context.discourse, d =>
    d.offices.some(o => o.kind === 'kin' && o.words === role.words),
  )[0]
  return kin ? { drafts: [kin], how: 'office', inferredBy: 'kinship' } : null
}

/** Resolves a role phrase that stands alone; null where it is nobody in particular. */
export function resolveRole(context: RoleContext, role: RoleCandidate): Resolution | null {
  if (role.role?.kind === 'kin') return resolveKin(context, role)
  if (role.role === null) return resolveBody(context, role)
  const words = role.equal ? equalWords(context, role) : role.words
  if (words === null) return null
  const owners = readOwners(context, role)
  return owners.of.length > 0
    ? resolveOwnedRoles(context, role, words, owners)
    : resolveUnowned(context, role, words)
}
