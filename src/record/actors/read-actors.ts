// Document in, actors out: who is named, by which words, acting for which state, and what they are to each other.
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Document } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import type { Actor, ActorId, Mention, Relation } from '../entry.ts'
import type { ActorIndex, Reference } from './actor-index.ts'
import type { TokenRange } from './candidate.ts'
import { spanOf } from './candidate.ts'
import type { Draft } from './discourse.ts'
import { countryOf, isCountry } from './discourse.ts'
import { findNames } from './find-names.ts'
import { findPronouns } from './find-pronouns.ts'
import { findRelations } from './find-relations.ts'
import { findRoles } from './find-roles.ts'
import { joinNamedLater } from './join-named-later.ts'
import type { Reading, ResolvedMention } from './resolve-mentions.ts'
import { resolveMentions } from './resolve-mentions.ts'
import { stateByCode } from './resolve-names.ts'

export interface ActorContext {
  readonly dateline: Span | null
  readonly byline: Span | null
}

/** Country of the first known place in the dateline. */
function homeOf(document: Document, knowledge: Knowledge, dateline: Span | null): string | null {
  if (!dateline) return null
  const city = document.text.content
    .slice(dateline.start, dateline.end)
    .split(/[,(–—-]/)[0]
    .trim()
  const title = city.toLowerCase().replace(/(^|[\s-])\p{L}/gu, letter => letter.toUpperCase())
  const state = [city, title].flatMap(c => knowledge.names(c)).find(n => n.actor.country !== null)
  return knowledge.countryOfPlace(city) ?? knowledge.countryOfPlace(title) ?? state?.actor.country ?? null
}

/** Ids by first mention; an actor that an office only implies is called after its key. */
function idsOf(document: Document, drafts: readonly Draft[]): Map<Draft, ActorId> {
  const ids = new Map<Draft, ActorId>()
  const taken = new Set<string>()
  for (const draft of drafts) {
    const first = [...draft.mentions].sort((a, b) => a.first - b.first)[0]
    const span = first && spanOf(document, first)
    let id = span ? `actor:${span.start}-${span.end}` : `actor:${draft.key}`
    while (taken.has(id)) id += '+'
    taken.add(id)
    ids.set(draft, id)
  }
  return ids
}

function codeOf(draft: Draft, country: string | null): string | null {
  if (draft.kind !== 'person') return draft.code
  const office = draft.offices.find(o => !o.former && o.code !== null && o.country === country)
  if (country && office) return `${country}${office.code}`
  return country === draft.country ? draft.code : country
}

function actorOf(document: Document, draft: Draft, id: ActorId): Actor {
  const country = countryOf(draft)
  const mentions: Mention[] = draft.mentions
    .map(m => ({ ...spanOf(document, m), how: m.how }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return {
    id,
    ref: draft.known?.ref ?? null,
    name: draft.name,
    kind: draft.kind,
    country,
    code: codeOf(draft, country),
    mentions,
  }
}

/** So that shorter mentions overwrite the longer ones they stand in. */
const longestFirst = (mentions: readonly ResolvedMention[]): ResolvedMention[] =>
  [...mentions].sort((a, b) => b.end - b.first - (a.end - a.first))

/** For each token the innermost mention: shorter ranges overwrite longer ones. */
function referencesByToken(
  document: Document,
  words: ActorWords,
  mentions: readonly ResolvedMention[],
  ids: Map<Draft, ActorId>,
) {
  const byToken = new Map<number, readonly Reference[]>()
  for (const mention of longestFirst(mentions)) {
    const span = spanOf(document, mention)
    const references = mention.drafts.map(draft => ({
      actor: ids.get(draft)!,
      span,
      how: mention.how,
      inferredBy: mention.inferredBy,
    }))
    for (let token = mention.first; token < mention.end; token++) byToken.set(token, references)
  }
  for (const token of document.tokens) {
    const counted = countedBy(document, words, token.index)
    if (counted !== null && !byToken.has(token.index) && byToken.has(counted))
      byToken.set(token.index, byToken.get(counted)!)
  }
  return byToken
}

/** In "thousands of protesters", "two of the soldiers" the people stand below their number: the token of the people, or null. */
function countedBy(document: Document, words: ActorWords, number: number): number | null {
  const { form, upos } = document.tokens[number]
  if (upos !== 'NUM' && !words.numbers.has(form.toLowerCase())) return null
  const counted = dependents(document, number, 'nmod').find(t =>
    dependents(document, t.index, 'case').some(c => c.form === 'of'),
  )
  return counted?.index ?? null
}

function buildIndex(
  document: Document,
  knowledge: Knowledge,
  words: ActorWords,
  reading: Reading,
  roles: ReturnType<typeof findRoles>,
): ActorIndex {
  const { discourse, mentions } = reading
  const stateOf = (iso: string): Draft | null =>
    discourse.drafts.get(`country/${iso}`) ?? stateByCode({ knowledge, discourse }, iso)
  const people = [...discourse.drafts.values()]
  for (const draft of people)
    for (const office of draft.offices) if (isCountry(office.of ?? '')) stateOf(office.of!)
  for (const draft of people) if (draft.kind === 'person' && countryOf(draft)) stateOf(countryOf(draft)!)
  const drafts = [...discourse.drafts.values()]
  const ids = idsOf(document, drafts)
  const byToken = referencesByToken(document, words, mentions, ids)
  const draftsByToken = new Map(
    longestFirst(mentions).flatMap(m => range(m).map(t => [t, m.drafts] as const)),
  )
  const relations: Relation[] = findRelations({
    document,
    drafts,
    roles,
    stateOf,
    idOf: draft => ids.get(draft)!,
    draftsAt: token => draftsByToken.get(token) ?? [],
    byKey: key => discourse.drafts.get(key) ?? null,
  })
  const named = new Set(relations.flatMap(r => [r.subject, r.object]))
  const list = drafts
    .filter(d => d.mentions.length > 0 || named.has(ids.get(d)!))
    .map(d => actorOf(document, d, ids.get(d)!))
  const byId = new Map(list.map(a => [a.id, a]))
  return { list, relations, get: id => byId.get(id)!, at: token => byToken.get(token) ?? [] }
}

const range = (tokens: TokenRange): number[] =>
  Array.from({ length: tokens.end - tokens.first }, (_, i) => tokens.first + i)

/** Finds and resolves all actors of a Document. */
export function readActors(
  document: Document,
  knowledge: Knowledge,
  words: ActorWords,
  context: ActorContext,
): ActorIndex {
  const furniture = [context.dateline, context.byline].filter(s => s !== null)
  const isFurniture = (token: number) =>
    furniture.some(s => s.start <= document.tokens[token].start && document.tokens[token].end <= s.end)
  const names = findNames(document, knowledge, words, isFurniture)
  const roles = findRoles(document, names, knowledge, words)
  const pronouns = findPronouns(document, words)
  const home = homeOf(document, knowledge, context.dateline)
  const reading = joinNamedLater(
    document,
    resolveMentions({ document, knowledge, words, names, roles, pronouns, home }),
  )
  return buildIndex(document, knowledge, words, reading, roles)
}
