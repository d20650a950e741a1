// Reads all candidates from front to back and gives each its actors: titles and appositions first join their name, pronouns look back.
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Document } from '../../language/document.ts'
import { ancestors } from '../../language/tree.ts'
import type { MentionHow } from '../entry.ts'
import type { Candidate, NameCandidate, PronounCandidate, RoleCandidate, TokenRange } from './candidate.ts'
import { covers, isPersonName } from './candidate.ts'
import type { Discourse, Draft, Resolution } from './discourse.ts'
import { byRecency, countryOf, isCountry, lastMention, openDiscourse } from './discourse.ts'
import type { RoleContext } from './read-owners.ts'
import { resolveClass } from './resolve-classes.ts'
import { resolveName, stateByCode } from './resolve-names.ts'
import { resolvePair } from './resolve-pairs.ts'
import { resolvePronoun } from './resolve-pronouns.ts'
import { resolveRole } from './resolve-roles.ts'
import { readHeldOffice } from './role-holders.ts'

export interface ResolvedMention extends TokenRange {
  readonly drafts: readonly Draft[]
  readonly how: MentionHow
  readonly inferredBy: string | null
}

export interface Reading {
  readonly discourse: Discourse
  /** In the order they were read. */
  readonly mentions: readonly ResolvedMention[]
}

/** Words back in which "the country" looks for a person whose state it is. */
const HOMELAND_REACH = 12

/** A role phrase waits for its owners ("president" for "South Korea") and for the name it stands beside. */
const turnOf = (candidate: Candidate): number =>
  candidate.type === 'role'
    ? Math.max(
        candidate.first,
        candidate.bearer?.first ?? -1,
        candidate.owner.pronoun ?? -1,
        ...candidate.owner.names.map(n => n.first),
      )
    : candidate.first

function inReadingOrder(
  names: readonly NameCandidate[],
  roles: readonly RoleCandidate[],
  pronouns: readonly PronounCandidate[],
): Candidate[] {
  // "Koreas" in "the two Koreas" is no name of its own.
  const namesakes = pronouns.filter(p => p.kind === 'pair' && p.among.length === 0)
  const own = names.filter(n => n.known.length > 0 || !namesakes.some(p => covers(p, n.first)))
  const all: Candidate[] = [...own, ...pronouns, ...roles.filter(r => r.beside !== 'title')]
  return all.sort((a, b) => turnOf(a) - turnOf(b) || Number(a.type === 'role') - Number(b.type === 'role'))
}

/** "a summit with Kim": the title's range joins the name's. */
const withTitle = (name: NameCandidate, title: RoleCandidate | undefined): TokenRange => ({
  first: title?.first ?? name.first,
  end: name.end,
})

export interface MentionInput {
  readonly document: Document
  readonly knowledge: Knowledge
  readonly words: ActorWords
  readonly names: readonly NameCandidate[]
  readonly roles: readonly RoleCandidate[]
  readonly pronouns: readonly PronounCandidate[]
  readonly home: string | null
}

/** Resolves every candidate that can be resolved. */
export function resolveMentions(input: MentionInput): Reading {
  const { document, names, roles } = input
  const discourse = openDiscourse()
  const mentions: ResolvedMention[] = []
  const byToken = new Map<number, readonly Draft[]>()
  const titlesOf = (name: NameCandidate) =>
    roles.filter(r => r.beside === 'title' && r.bearer!.first === name.first)
  const fullNames = names.filter(n => isPersonName(n) && /\s/.test(n.words))
  const context: RoleContext = { ...input, discourse, fullNames, draftsAt: token => byToken.get(token) ?? [] }

  const keep = (range: TokenRange, resolution: Resolution) => {
    mentions.push({ ...range, ...resolution })
    for (const draft of resolution.drafts) {
      draft.mentions.push({ ...range, how: resolution.how, inferredBy: resolution.inferredBy })
    }
    for (let token = range.first; token < range.end; token++) {
      if (!byToken.has(token) || resolution.how !== 'office') byToken.set(token, resolution.drafts)
    }
  }

  for (const candidate of inReadingOrder(names, roles, input.pronouns)) {
    if (candidate.type === 'name') readName(context, candidate, titlesOf(candidate), keep)
    else if (candidate.type === 'role') {
      const isSaidAgain = mentions.some(
        m => m.inferredBy === 'coreference' && m.first === candidate.first && m.end === candidate.end,
      )
      if (!isSaidAgain) readRole(context, candidate, keep)
    } else if (candidate.kind === 'homeland') {
      const state = resolveHomeland(context, candidate)
      if (state) keep(candidate, { drafts: [state], how: 'pronoun', inferredBy: 'homeland' })
    } else if (candidate.kind === 'class') {
      const body = resolveClass(context, candidate)
      if (body) keep(candidate, { drafts: [body], how: 'office', inferredBy: 'coreference' })
    } else if (candidate.kind === 'pair') {
      const drafts = resolvePair(context, candidate)
      if (drafts.length > 0) keep(candidate, { drafts, how: 'pronoun', inferredBy: 'coreference' })
    } else {
      const beside = roles.find(r => r.owner.pronoun === candidate.first && r.bearer !== null)
      const excluded = beside?.bearer ? (byToken.get(beside.bearer.end - 1) ?? []) : []
      const resolution = resolvePronoun(document, discourse, candidate, excluded)
      if (resolution) keep(candidate, resolution)
    }
  }
  return { discourse, mentions }
}

/** "his country": the owner's state; "the country": that of the subject of the clause, else the state named last. */
function resolveHomeland(context: RoleContext, phrase: PronounCandidate): Draft | null {
  const { document, discourse } = context
  const clause = ancestors(document, phrase.first + 1)
    .flatMap(t => document.children[t.index])
    .filter(i => document.tokens[i].deprel.startsWith('nsubj') && i < phrase.first)
  const who =
    phrase.owner !== null ? context.draftsAt(phrase.owner) : clause.flatMap(i => context.draftsAt(i))
  const relative =
    who.length > 0
      ? who
      : byRecency(
          discourse,
          d => d.kind === 'person' && phrase.first - lastMention(d)!.first < HOMELAND_REACH,
        )
  const iso = relative.map(d => countryOf(d) ?? d.offices.find(o => isCountry(o.of ?? ''))?.of).find(Boolean)
  if (iso) return stateByCode(context, iso)
  return phrase.owner === null
    ? (byRecency(discourse, d => d.kind === 'state' || d.kind === 'government')[0] ?? null)
    : null
}

type Keep = (range: TokenRange, resolution: Resolution) => void

function readName(
  context: RoleContext,
  name: NameCandidate,
  titles: readonly RoleCandidate[],
  keep: Keep,
): void {
  // "Prime Minister General Soe Win": the office goes before the rank.
  const title = titles[0]
  const resolution = resolveName(context, name, title ?? null)
  if (!resolution) return
  for (const each of titles)
    resolution.drafts[0].offices.push(readHeldOffice(context, each, resolution.drafts[0]))
  keep(withTitle(name, title), resolution)
}

function readRole(context: RoleContext, role: RoleCandidate, keep: Keep): void {
  const bearer = role.bearer ? context.draftsAt(role.bearer.end - 1)[0] : undefined
  if (bearer?.kind === 'person' && role.body === null) {
    bearer.offices.push(readHeldOffice(context, role, bearer))
    bearer.gender ??= role.role?.gender ?? null
    keep(role, { drafts: [bearer], how: 'office', inferredBy: 'apposition' })
    return
  }
  const isOfMany = role.role?.kind === 'group' || role.plural
  if (bearer && role.bearer && (role.body !== null || isOfMany)) {
    asBody(bearer, role)
    keep(role, { drafts: [bearer], how: 'office', inferredBy: 'apposition' })
    return
  }
  const resolution = resolveRole(context, role)
  if (resolution) keep(role, resolution)
}

/** "the opposition group Jundallah": a name that the model took for a person's is the group's. */
function asBody(bearer: Draft, role: RoleCandidate): void {
  if (bearer.kind !== 'person' || bearer.known !== null || bearer.mentions.length > 1) return
  Object.assign(bearer, { kind: role.body?.code === 'REB' ? 'armed group' : 'organisation', gender: null })
}
