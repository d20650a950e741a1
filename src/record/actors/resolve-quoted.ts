// Once it is known who speaks: "I" and "my" inside a quotation are its speaker, and "he" there is somebody else.
import type { Document } from '../../language/document.ts'
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
  for (const token of document.tokens) {
    const form = token.form.toLowerCase()
    if (!FIRST_PERSON.has(form) && !THIRD_PERSON.has(form)) continue
    const inside = quoted.find(q => contains(q.span, token))
    if (!inside) continue
    if (FIRST_PERSON.has(form)) {
      changed.set(token.index, [
        {
          actor: inside.speaker,
          span: { start: token.start, end: token.end },
          how: 'pronoun',
          inferredBy: 'speaker',
        },
      ])
    } else if (index.at(token.index).some(r => r.actor === inside.speaker)) changed.set(token.index, [])
  }
  return withReferences(document, index, changed)
}

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
