// Gives a role phrase its holder: a person of this text who holds the office, else an unnamed office of a state, a body, a group.
import { calledAgain } from './called-again.ts'
import type { RoleCandidate } from './candidate.ts'
import type { Draft, Resolution } from './discourse.ts'
import { byRecency, sameOffice } from './discourse.ts'
import type { OwnerReading, RoleContext } from './read-owners.ts'
import { equalWords, groupName, readOwners } from './read-owners.ts'
import { resolveBody } from './resolve-bodies.ts'
import { namedHolder, unnamedHolder } from './role-holders.ts'
import { isOfAnother } from './speaks-for.ts'

function resolveOwnedRoles(
  context: RoleContext,
  role: RoleCandidate,
  words: string,
  owners: OwnerReading,
): Resolution {
  const drafts = owners.of.map(of => {
    const single = { ...role, plural: owners.of.length > 1 ? false : role.plural, words }
    return (
      namedHolder(context, single, of) ??
      calledAgain(context, single, of) ??
      unnamedHolder(context, single, words, of)
    )
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
  // "European allies" are somebody, "allies" nobody in particular.
  const isNamedTie = kind === 'tie' && role.plural && groupName(context, role).includes(' ')
  if (kind === 'kin' || (kind === 'tie' && !isNamedTie)) return null
  if (role.determiner === 'definite' && !role.plural) {
    const holder =
      namedHolder(context, role, null) ??
      sameUnnamed(context, words, false, role.former) ??
      calledAgain(context, role, null)
    if (holder) return { drafts: [holder], how: 'office', inferredBy: 'office' }
  }
  const before =
    role.plural && isSaidAgain(context, role) ? sameUnnamed(context, words, true, role.former) : null
  if (before) return { drafts: [before], how: 'unnamed', inferredBy: 'coreference' }
  const isImplied = kind === 'office' && role.determiner === 'definite' && !role.plural
  const of = isImplied && !isOfAnother(context.document, role) ? context.home : null
  return {
    drafts: [unnamedHolder(context, role, words, of)],
    how: 'unnamed',
    inferredBy: of ? 'dateline' : null,
  }
}

/** "the soldiers", "rebels" may be those named before; "local soldiers" and "more soldiers" are others. */
const isSaidAgain = (context: RoleContext, role: RoleCandidate): boolean =>
  role.determiner === 'definite' ||
  groupName(context, role).split(' ').length === role.words.split(' ').length

/** "the official" after "a senior NATO official". */
const sameUnnamed = (context: RoleContext, words: string, plural: boolean, former: boolean): Draft | null =>
  byRecency(
    context.discourse,
    d =>
      ['unnamed', 'group'].includes(d.kind) &&
      d.plural === plural &&
      d.offices.some(o => o.former === former && sameOffice(words, o.words)),
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
