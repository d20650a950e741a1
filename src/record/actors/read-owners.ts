// A role phrase in; the states, bodies and persons that own it out, and the office that "his counterpart" holds.
import type { Token } from '../../language/document.ts'
import type { NameCandidate, RoleCandidate } from './candidate.ts'
import type { Draft } from './discourse.ts'
import { countryOf, isCountry } from './discourse.ts'
import type { NameContext } from './resolve-names.ts'
import { countryOnDay } from './resolve-names.ts'

export interface RoleContext extends NameContext {
  /** Drafts that a range of tokens already stands for. */
  readonly draftsAt: (token: number) => readonly Draft[]
  readonly names: readonly NameCandidate[]
  /** Country of the dateline's city, or null. */
  readonly home: string | null
}

export interface OwnerReading {
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

export function readOwners(context: RoleContext, role: RoleCandidate): OwnerReading {
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
export function unnamedName(context: RoleContext, words: string, of: string | null): string {
  if (of === null) return words
  const owner = isCountry(of) ? context.knowledge.country(of)?.name : context.discourse.drafts.get(of)?.name
  return owner ? `${words} of ${owner}` : words
}

const HOW_MANY = /^(more|most|many|several|few|some|numerous|than|at|least|about|around|nearly|almost|over)$/i

/** "Belgian diplomats": the text's own words without article and number. */
export function groupName(context: RoleContext, role: RoleCandidate): string {
  const { tokens, text } = context.document
  let { first } = role
  const counts = (token: Token) =>
    ['DET', 'NUM', 'PRON', 'PUNCT'].includes(token.upos) || HOW_MANY.test(token.form)
  while (first < role.end - 1 && counts(tokens[first])) first++
  return text.content.slice(tokens[first].start, tokens[role.end - 1].end).replace(/\s+/g, ' ')
}

/** "his Chinese counterpart": the office of the one he is counterpart to, in China. */
export function equalWords(context: RoleContext, role: RoleCandidate): string | null {
  const nearest = role.owner.pronoun !== null ? context.draftsAt(role.owner.pronoun)[0] : null
  const office = nearest?.offices.find(o => o.kind === 'office' || o.kind === 'role')
  const known = nearest?.known ? countryOnDay(nearest.known, context.document.published) : null
  return office?.words ?? known?.office ?? null
}
