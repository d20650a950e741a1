// A phrase for a body of a state in ("its foreign ministry", "the army"); the state's government, a known body or a new one out.
import { dependents } from '../../language/tree.ts'
import type { RoleCandidate } from './candidate.ts'
import { contextCountry, GOVERNMENT } from './context-country.ts'
import type { Draft, Resolution } from './discourse.ts'
import { byRecency, isCountry, newDraft, recall, sameOffice } from './discourse.ts'
import type { RoleContext } from './read-owners.ts'
import { groupName, readOwners, unnamedName } from './read-owners.ts'
import { stateByCode } from './resolve-names.ts'
import { isBeforeSpokesman, stateOfSpeaker } from './speaks-for.ts'

/** CAMEO roles of bodies that belong to a state wherever its people speak of "the army" or "his office". */
const STATE_BODIES = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY'])
/** "during his presidency" is a time, no body. */
const TERM_OF_OFFICE = /^(during|in|under|throughout|after|before|since)$/i

/** Houses as well as bodies: "churches were burned" names nobody. */
const HOUSES = new Set([
  'church',
  'university',
  'embassy',
  'consulate',
  'office',
  'royal court',
  'permanent mission',
])

/** Whose it is and how that is known; null where it may be anybody's. */
interface Belonging {
  readonly of: string | null
  readonly inferredBy: string | null
}

function belongingOf(context: RoleContext, role: RoleCandidate): Belonging | null {
  const owners = readOwners(context, role)
  const ofState = STATE_BODIES.has(role.body?.code ?? '') || role.words === 'office'
  const borrowed = role.owner.pronoun !== null && role.owner.names.length === 0
  if (borrowed && (!ofState || isTermOfOffice(context, role))) return null
  if (owners.of.length > 0) return { of: owners.of[0], inferredBy: owners.inferredBy }
  const isSpokenFor = isBeforeSpokesman(context.document, role)
  const isKnownOne = role.determiner === 'definite' || needsNoArticle(role) || isSpokenFor
  const speaking = isSpokenFor ? stateOfSpeaker(context, role) : null
  const of = ofState && isKnownOne && !isSeveral(role) ? (speaking ?? contextCountry(context, role)) : null
  return { of, inferredBy: of ? 'context' : null }
}

/** "Police say", "Parliament voted": one body although no article stands before it. */
const NO_ARTICLE = new Set(['police', 'authorities', 'parliament', 'congress', 'state media'])

const needsNoArticle = (role: RoleCandidate): boolean =>
  role.determiner === 'none' &&
  NO_ARTICLE.has(role.body?.base ?? '') &&
  !/^(local )?(media|press)$/.test(role.words)

/** "rebel groups", "Western governments": several bodies, nobody's in particular. */
const isSeveral = (role: RoleCandidate): boolean => role.plural && !NO_ARTICLE.has(role.body?.base ?? '')

/** "foreign ministry" of "foreign ministries". */
function inSingular({ document }: RoleContext, role: RoleCandidate): string {
  const words = role.words.split(' ')
  const last = words.pop()!
  const noun = document.tokens.slice(role.first, role.end).find(t => t.form.toLowerCase() === last)
  return [...words, noun?.lemma.toLowerCase() ?? last].join(' ')
}

/** "The Afghan and U.S. militaries": one body for each state. */
function bodiesOfEach(context: RoleContext, role: RoleCandidate): Resolution | null {
  const { names } = role.owner
  if (!role.plural || names.length < 2) return null
  const one = { ...role, words: inSingular(context, role), plural: false }
  const each = names.map(name =>
    resolveOne(context, { ...one, owner: { ...role.owner, names: [name] } }, true),
  )
  const drafts = each.flatMap(r => r?.drafts ?? [])
  return drafts.length === names.length ? { drafts, how: 'office', inferredBy: null } : null
}

export const resolveBody = (context: RoleContext, role: RoleCandidate): Resolution | null =>
  bodiesOfEach(context, role) ?? resolveOne(context, role, false)

function resolveOne(context: RoleContext, role: RoleCandidate, isOneOfEach: boolean): Resolution | null {
  const belonging = belongingOf(context, role)
  if (!belonging) return null
  const { of, inferredBy } = belonging
  if (of === null && role.determiner !== 'definite' && HOUSES.has(role.body?.base ?? '')) return null
  if (of === null && isSeveral(role)) return severalBodies(context, role)
  if (of === null && role.determiner !== 'definite' && !needsNoArticle(role)) return someBody(context, role)
  if (GOVERNMENT.has(role.body?.base ?? '') && (of !== null || role.body?.base === 'government')) {
    const state = of !== null && isCountry(of) ? stateByCode(context, of) : null
    return state && { drafts: [state], how: 'name', inferredBy }
  }
  const owned = inferredBy !== 'context' && of !== null
  const known =
    (owned ? null : namedBody(context, role)) ??
    byRecency(context.discourse, d => d.kind === 'body' && sameBody(d, role, of))[0]
  if (known) return { drafts: [known], how: 'office', inferredBy: owned ? inferredBy : 'coreference' }
  const country = of !== null && isCountry(of) ? of : null
  const name = isOneOfEach ? unnamedName(context, role.words, of) : bodyName(context, role, of)
  return newBody(context, role, `body:${role.words}@${of ?? ''}`, name, country, inferredBy ?? 'context')
}

function newBody(
  context: RoleContext,
  role: RoleCandidate,
  key: string,
  name: string,
  country: string | null,
  inferredBy: string | null,
): Resolution {
  const code = country ? `${country}${role.body?.code ?? ''}` : null
  const draft = recall(context.discourse, () => newDraft(key, name, 'body', { country, code }), key)
  return { drafts: [draft], how: 'office', inferredBy }
}

/** "An appeals court said": a body that the text leaves unnamed. */
const someBody = (context: RoleContext, role: RoleCandidate): Resolution | null =>
  role.determiner === 'indefinite'
    ? newBody(context, role, `body:${role.words}@#${role.first}`, groupName(context, role), null, null)
    : null

function severalBodies(context: RoleContext, role: RoleCandidate): Resolution {
  const name = groupName(context, role)
  const key = `group:${name.toLowerCase()}@`
  const draft = recall(context.discourse, () => newDraft(key, name, 'group', { plural: true }), key)
  return { drafts: [draft], how: 'unnamed', inferredBy: null }
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
