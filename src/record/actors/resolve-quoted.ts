// Once it is known who speaks: "I" inside a quotation is its speaker, "our country" the state he acts for, and "he" somebody else.
import type { Document, Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { contains } from '../../text/span.ts'
import type { Actor, ActorId, Statement } from '../entry.ts'
import type { ActorIndex, Reference } from './actor-index.ts'

const FIRST_PERSON = new Set(['i', 'me', 'my', 'mine', 'myself'])
const THIRD_PERSON = new Set(['he', 'him', 'his', 'himself', 'she', 'her', 'hers', 'herself'])

interface Quoted {
  readonly span: Span
  readonly speaker: ActorId
}

const quotedParts = (statements: readonly Statement[]): Quoted[] =>
  statements
    .filter(s => s.speakers.length === 1)
    .flatMap(s => s.quoted.map(span => ({ span, speaker: s.speakers[0].claim.value })))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))

/** Adds first-person mentions of speakers and takes back third-person ones that would be the speaker. */
export function resolveQuotedPronouns(
  document: Document,
  index: ActorIndex,
  statements: readonly Statement[],
): ActorIndex {
  const quoted = quotedParts(statements)
  if (quoted.length === 0) return index
  const changed = new Map<number, readonly Reference[]>()
  const speaksAs = (token: Token, actor: ActorId): void => {
    const span = { start: token.start, end: token.end }
    changed.set(token.index, [{ actor, span, how: 'pronoun', inferredBy: 'speaker' }])
  }
  for (const token of document.tokens) {
    const form = token.form.toLowerCase()
    const isOurs = isOwnCountry(document, token)
    if (![FIRST_PERSON, THIRD_PERSON].some(words => words.has(form)) && !isOurs) continue
    const inside = quoted.find(q => contains(q.span, token))
    if (!inside) continue
    if (FIRST_PERSON.has(form)) speaksAs(token, inside.speaker)
    else if (isOurs) {
      const side = sideOf(index, inside.speaker)
      if (side) speaksAs(token, side)
    } else if (index.at(token.index).some(r => r.actor === inside.speaker)) changed.set(token.index, [])
  }
  return withReferences(document, index, changed)
}

/** "our country", "my government". */
const isOwnCountry = (document: Document, token: Token): boolean =>
  /^(country|nation|government)$/i.test(token.form) &&
  dependents(document, token.index, 'nmod:poss').some(t => /^(my|our)$/i.test(t.form))

/** The state a speaker acts for, or the body that speaks; a private person's country is open. */
function sideOf(index: ActorIndex, speaker: ActorId): ActorId | null {
  const actor = index.get(speaker)
  if (!PERSONS.has(actor.kind)) return speaker
  if (actor.country === null) return null
  return index.list.find(a => a.country === actor.country && STATES.has(a.kind))?.id ?? speaker
}

const PERSONS: ReadonlySet<string> = new Set(['person', 'unnamed'])
const STATES: ReadonlySet<string> = new Set(['state', 'government'])

function withReferences(
  document: Document,
  index: ActorIndex,
  changed: ReadonlyMap<number, readonly Reference[]>,
): ActorIndex {
  const placeOf = ({ start, end }: Span) => `${start}-${end}`
  const places = new Set([...changed.keys()].map(t => placeOf(document.tokens[t])))
  const references = [...changed.values()].flat()
  const list: Actor[] = index.list.map(actor => {
    const kept = actor.mentions.filter(m => !places.has(placeOf(m)))
    const added = references.filter(r => r.actor === actor.id).map(r => ({ ...r.span, how: r.how }))
    return { ...actor, mentions: [...kept, ...added].sort((a, b) => a.start - b.start || b.end - a.end) }
  })
  const byId = new Map(list.map(a => [a.id, a]))
  return {
    list,
    relations: index.relations,
    get: id => byId.get(id)!,
    at: token => changed.get(token) ?? index.at(token),
  }
}
