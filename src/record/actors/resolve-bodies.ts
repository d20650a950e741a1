// A phrase for a body of a state in ("its foreign ministry", "the army"); the state's government, a known body or a new one out.
import { dependents } from '../../language/tree.ts'
import type { RoleCandidate } from './candidate.ts'
import { contextCountry, GOVERNMENT } from './context-country.ts'
import type { Draft, Resolution } from './discourse.ts'
import { byRecency, isCountry, newDraft, recall, sameOffice } from './discourse.ts'
import type { RoleContext } from './read-owners.ts'
import { groupName, readOwners, unnamedName } from './read-owners.ts'
import { stateByCode } from './resolve-names.ts'

/** CAMEO roles of bodies that belong to a state wherever its people speak of "the army" or "his office". */
const STATE_BODIES = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY'])
/** "during his presidency" is a time, no body. */
const TERM_OF_OFFICE = /^(during|in|under|throughout|after|before|since)$/i

export function resolveBody(context: RoleContext, role: RoleCandidate): Resolution | null {
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
