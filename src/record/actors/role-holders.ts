// An office in; its holder out: a person of this text who holds it, else somebody unnamed.
import type { RoleCandidate } from './candidate.ts'
import { topOf } from './candidate.ts'
import { stateInFocus } from './context-country.ts'
import type { Draft, HeldOffice } from './discourse.ts'
import { byRecency, countryOf, isCountry, newDraft, recall, sameOffice } from './discourse.ts'
import type { RoleContext } from './read-owners.ts'
import { equalWords, groupName, readOwners, unnamedName } from './read-owners.ts'
import { countryOnDay } from './resolve-names.ts'
import { isOneOfMany } from './role-words.ts'
import {
  bodyBeside,
  isOfAnother,
  isSpokesman,
  seatAhead,
  speakerBefore,
  stateOfSpeaker,
} from './speaks-for.ts'

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

export function namedHolder(context: RoleContext, role: RoleCandidate, of: string | null): Draft | null {
  if (role.former || role.plural) return null
  return (
    byRecency(context.discourse, d => d.kind === 'person' && holds(context, d, role.words, of))[0] ?? null
  )
}

/** The state that somebody unnamed acts for: the owner's; nobody's for former holders and organisations. */
function holderCountry(context: RoleContext, role: RoleCandidate, of: string | null): string | null {
  // "its neighbours" act for themselves.
  if (role.former || of === null || (role.role?.kind === 'tie' && !role.equal)) return null
  if (isCountry(of)) return of
  const owner = context.discourse.drafts.get(of)
  return owner && !['organisation', 'company'].includes(owner.kind) ? countryOf(owner) : null
}

/** "rebels" and "Darfur rebels" are two groups, "the diplomat" and another "diplomat" two persons. */
function holderKey(
  context: RoleContext,
  role: RoleCandidate,
  words: string,
  of: string | null,
  isGroup: boolean,
): string {
  if (isGroup) return `group:${of === null ? groupName(context, role).toLowerCase() : words}@${of ?? ''}`
  return `office:${words}@${of ?? ''}${role.determiner === 'indefinite' ? `#${role.first}` : ''}`
}

/** "the gunman", but "rebel" in "rebel bases" stands for all of them. */
const isOne = (context: RoleContext, role: RoleCandidate): boolean =>
  isOneOfMany(role) && !/^(compound|amod)/.test(context.document.tokens[topOf(context.document, role)].deprel)

/** "foreign minister of Vietnam"; whose aide or spokesman it is stands as in the text: "aide to Mr. Dahl". */
function holderName(context: RoleContext, role: RoleCandidate, words: string, of: string | null): string {
  const inText = role.owner.names.length > 0 && of !== null && !isCountry(of)
  if (inText) return groupName(context, role)
  return unnamedName(context, role.former ? `former ${words}` : words, of)
}

export function unnamedHolder(
  context: RoleContext,
  role: RoleCandidate,
  words: string,
  of: string | null,
): Draft {
  const isGroup = role.plural || (role.role?.kind === 'group' && !isOne(context, role))
  const key = holderKey(context, role, words, of, isGroup)
  const country = holderCountry(context, role, of)
  const code = context.knowledge.role(words)?.code ?? role.role?.code ?? null
  const host = of === null || role.former ? undefined : context.discourse.drafts.get(of)
  // "inspectors of the IAEA" act for it.
  const organisation = host?.kind === 'organisation' ? host.code : null
  const make = () =>
    newDraft(
      key,
      isGroup || isOneOfMany(role) ? groupName(context, role) : holderName(context, role, words, of),
      isGroup && role.role?.kind === 'group' ? 'group' : 'unnamed',
      {
        country,
        code: country ? `${country}${code ?? ''}` : organisation,
        plural: isGroup,
        gender: role.role?.gender ?? null,
        offices: [officeOf(context, role, words, of)],
      },
    )
  return recall(context.discourse, make, key)
}

const bodyCountry = (owner: Draft | undefined): string | null =>
  owner?.kind === 'body' || owner?.kind === 'person' ? countryOf(owner) : null

/** A spokesman of the army acts for it as a soldier does. */
function codeOfHost(context: RoleContext, role: RoleCandidate, of: string | null): string | null {
  if (of === null || !isSpokesman(role)) return null
  if (isCountry(of)) return 'GOV'
  const host = context.discourse.drafts.get(of)
  return host?.kind === 'body' && host.country ? host.code?.slice(host.country.length) || null : null
}

const officeOf = (
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
  code: role.role?.code ?? codeOfHost(context, role, of),
  kind: role.equal ? 'office' : (role.role?.kind ?? 'role'),
  range: { first: role.first, end: role.end },
})

/** Reads a role that stands beside a name ("President X", "X, the trade minister") as an office of that person. */
export function readHeldOffice(context: RoleContext, role: RoleCandidate, bearer: Draft): HeldOffice {
  const owners = readOwners(context, role)
  const words = role.equal ? (equalWords(context, role) ?? role.words) : role.words
  const known = bearer.known?.terms.find(
    t => sameOffice(context.knowledge.role(words)?.base ?? words, t.office) && isCountry(t.of),
  )
  const isOffice = role.role?.kind === 'office' || role.equal
  const isImplied = isOffice && !role.former && !isOfAnother(context.document, role)
  const spoke = seatAhead(context, role) ?? stateOfSpeaker(context, role)
  const home = isImplied ? (spoke ?? context.home ?? stateInFocus(context, role)) : null
  const beside = bodyBeside(context, role)
  const spoken = owners.of.length === 0 && isSpokesman(role) ? speakerBefore(context, role) : null
  const of =
    beside?.key ?? owners.of[0] ?? (spoken && keyOf(spoken)) ?? (isOffice ? (known?.of ?? home) : null)
  return officeOf(context, role, words, of)
}

/** A state by its code, whichever of its names stood there. */
const keyOf = (draft: Draft): string =>
  ['state', 'government'].includes(draft.kind) ? (countryOf(draft) ?? draft.key) : draft.key
