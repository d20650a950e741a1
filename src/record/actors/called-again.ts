// "the former president", "the diplomat" in; the one person named before who is so called out, null where two may be.
// "U.S. envoy Ivo Lang arrived. The diplomat said …": he is the diplomat.
import { dependents } from '../../language/tree.ts'
import type { RoleCandidate } from './candidate.ts'
import type { Draft } from './discourse.ts'
import { byRecency, countryOf, isCountry, sameOffice } from './discourse.ts'
import type { RoleContext } from './read-owners.ts'
import { countryOnDay } from './resolve-names.ts'

/** The person; `of` is the state that the phrase names, null where it names none. */
export function calledAgain(context: RoleContext, role: RoleCandidate, of: string | null): Draft | null {
  if (role.plural || role.determiner !== 'definite' || role.beside !== null) return null
  if (!isPlain(context, role)) return null
  const { sentence } = context.document.tokens[role.first]
  const isElsewhere = (draft: Draft) =>
    draft.mentions.every(m => context.document.tokens[m.first].sentence !== sentence)
  const called = role.former ? heldOnce : hasClass
  const people = byRecency(context.discourse, d => d.kind === 'person' && called(context, d, role, of))
  return people.length === 1 && isElsewhere(people[0]) ? people[0] : null
}

/** "the Western diplomat", "the diplomat who fled", "the second suspect" may be somebody else. */
function isPlain({ document }: RoleContext, role: RoleCandidate): boolean {
  const head = role.end - 1
  const isOwned = role.owner.names.length > 0
  const more = dependents(document, head, 'acl', 'acl:relcl', 'nmod', 'appos', 'conj', 'nummod')
  if (!isOwned && more.some(t => t.index > head && document.tokens[head + 1].form !== ',')) return false
  const said = document.tokens
    .slice(role.first, role.end)
    .filter(t => t.upos !== 'DET' && !role.owner.names.some(n => n.first <= t.index && t.index < n.end))
    .filter(t => !/^(?:['’]s?|of|former|ex|then|late|ousted|deposed|-)$/i.test(t.form))
  return said.length === role.words.split(' ').length
}

/** Held the office before the text's day, by its own words or by what is known. */
function heldOnce(context: RoleContext, draft: Draft, role: RoleCandidate, of: string | null): boolean {
  const inText = draft.offices.filter(o => o.kind !== 'kin' && sameOffice(role.words, o.words))
  if (inText.some(o => o.former && (of === null || o.of === of || countryOf(draft) === of))) return true
  if (inText.length > 0 || !draft.known) return false
  const now = countryOnDay(draft.known, context.document.published)
  return (
    now === null &&
    draft.known.terms.some(
      t => sameOffice(role.words, t.office) && isCountry(t.of) && (of === null || t.of === of),
    )
  )
}

/** Has an office of the kind that the word is used for. */
function hasClass(context: RoleContext, draft: Draft, role: RoleCandidate, of: string | null): boolean {
  const { knowledge, words } = context
  const base = (office: string) => knowledge.role(office)?.base ?? office
  const kinds = words.alsoCalled.get(base(role.words)) ?? []
  return draft.offices.some(
    o =>
      !o.former &&
      (kinds.includes(base(o.words)) || base(o.words) === base(role.words)) &&
      (of === null || o.of === of || countryOf(draft) === of),
  )
}
