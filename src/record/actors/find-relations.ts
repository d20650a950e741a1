// Finds what the text says actors are to each other: offices, kinship, alliances, from titles and appositions.
// "Kim Yo Jong, sister of Kim Jong Un" gives: sister of.
import type { Document, Token } from '../../language/document.ts'
import { headOf } from '../../language/tree.ts'
import type { Relation } from '../entry.ts'
import type { RoleCandidate } from './candidate.ts'
import { spanOf } from './candidate.ts'
import type { Draft, HeldOffice } from './discourse.ts'
import { countryOf, isCountry } from './discourse.ts'

export interface RelationInput {
  readonly document: Document
  readonly drafts: readonly Draft[]
  readonly roles: readonly RoleCandidate[]
  readonly draftsAt: (token: number) => readonly Draft[]
  readonly idOf: (draft: Draft) => string
  /** Draft of a state by its ISO code, made if the text only implies it. */
  readonly stateOf: (iso: string) => Draft | null
  readonly byKey: (key: string) => Draft | null
}

const CERTAIN = 0.95
const IMPLIED = 0.8

function officeRelation(input: RelationInput, draft: Draft, office: HeldOffice): Relation | null {
  if (office.kind === 'kin' || office.kind === 'tie' || office.of === null) return null
  const object = isCountry(office.of) ? input.stateOf(office.of) : input.byKey(office.of)
  if (!object || object === draft) return null
  const span = spanOf(input.document, office.range)
  const implied = !object.mentions.some(m => m.first >= office.range.first && m.end <= office.range.end)
  return {
    subject: input.idOf(draft),
    relation: `${office.words} of`,
    object: input.idOf(object),
    qualifier: office.qualifier,
    span,
    by: implied ? 'office:implied-state' : 'office',
    confidence: implied ? IMPLIED : CERTAIN,
  }
}

/** "sister of Kim Jong Un", "his brother, Shehbaz Sharif". */
function kinRelation(input: RelationInput, role: RoleCandidate): Relation | null {
  if (role.role?.kind !== 'kin' || !role.bearer) return null
  const subject = input.draftsAt(role.bearer.end - 1)[0]
  const object = relative(input, role).find(d => d !== subject)
  if (!subject || !object) return null
  return {
    subject: input.idOf(subject),
    relation: `${role.words} of`,
    object: input.idOf(object),
    qualifier: role.qualifiers[0] ?? null,
    span: spanOf(input.document, role),
    by: 'kinship',
    confidence: CERTAIN,
  }
}

function relative(input: RelationInput, role: RoleCandidate): readonly Draft[] {
  if (role.owner.pronoun !== null) return input.draftsAt(role.owner.pronoun)
  if (role.owner.names.length > 0) return input.draftsAt(role.owner.names[0].end - 1)
  const after = input.document.tokens[role.end]
  if (after?.form.toLowerCase() !== 'of') return []
  const name = input.document.tokens.findIndex(
    t =>
      t.index > after.index &&
      t.index < after.index + 6 &&
      input.draftsAt(t.index).some(d => d.kind === 'person'),
  )
  return name < 0 ? [] : input.draftsAt(name)
}

/** "ally South Korea", "its ally Belarus": whose ally is the owner, else the subject's state. */
function tieRelation(input: RelationInput, role: RoleCandidate): Relation | null {
  if (role.role?.kind !== 'tie') return null
  const { document } = input
  const subject = input.draftsAt(role.end)[0]
  if (
    !subject ||
    !['state', 'government'].includes(subject.kind) ||
    document.tokens[role.end].sentence !== document.tokens[role.first].sentence
  )
    return null
  const owner =
    role.owner.names.length || role.owner.pronoun !== null
      ? relative(input, role)[0]
      : subjectBefore(input, role)
  const country = owner && (countryOf(owner) ?? owner.country)
  const object = country ? input.stateOf(country) : null
  if (!object || object === subject) return null
  return {
    subject: input.idOf(subject),
    relation: `${role.words} of`,
    object: input.idOf(object),
    qualifier: role.qualifiers[0] ?? null,
    span: spanOf(document, { first: role.first, end: role.end + 1 }),
    by: 'tie',
    confidence: IMPLIED,
  }
}

/** The subject of the verb above a phrase. */
function subjectBefore(input: RelationInput, role: RoleCandidate): Draft | undefined {
  const { document } = input
  let token: Token | null = document.tokens[role.end - 1]
  while (token) {
    const subject = document.children[token.index].find(
      i => document.tokens[i].deprel.startsWith('nsubj') && i < role.first,
    )
    if (subject !== undefined) return input.draftsAt(subject)[0]
    token = headOf(document, token.index)
  }
  return undefined
}

const keyOf = (relation: Relation): string => `${relation.subject}|${relation.relation}|${relation.object}`

/** Each relation once, in text order. */
export function findRelations(input: RelationInput): Relation[] {
  const offices = input.drafts
    .filter(d => d.kind === 'person')
    .flatMap(d => d.offices.map(o => officeRelation(input, d, o)))
  const found = [...offices, ...input.roles.flatMap(r => [kinRelation(input, r), tieRelation(input, r)])]
    .filter(r => r !== null)
    .sort((a, b) => a.span.start - b.span.start)
  const seen = new Set<string>()
  return found.filter(r => !seen.has(keyOf(r)) && seen.add(keyOf(r)))
}
