// An article's record in, its entries as one list in the order of the words out, with the links between them.
import type { Actor, ActorId } from '../../../src/record/entry.ts'
import type {
  ArticleRecord,
  EventRecord,
  PositionRecord,
  StatementRecord,
} from '../../../src/record/record.ts'
import type { Span } from '../../../src/text/span.ts'

export type Kind = 'statement' | 'event' | 'position'

export type Item = { readonly id: string; readonly spans: readonly Span[]; readonly start: number } & (
  | { readonly kind: 'statement'; readonly entry: StatementRecord }
  | { readonly kind: 'event'; readonly entry: EventRecord }
  | { readonly kind: 'position'; readonly entry: PositionRecord }
)

/** Words that an entry names for one of its values: shown in the text while the entry is open. */
export interface Role {
  readonly span: Span
  readonly role: string
}

export interface Reading {
  readonly record: ArticleRecord
  readonly items: readonly Item[]
  readonly actors: ReadonlyMap<ActorId, Actor>
  /** Which of the speakers' colours an actor has; actors who say nothing have none. */
  readonly tones: ReadonlyMap<ActorId, number>
  /** Entries told in, or resting on, an entry. */
  readonly builtOn: ReadonlyMap<string, readonly string[]>
}

export const TONES = 8

const KIND_ORDER: Readonly<Record<Kind, number>> = { position: 0, statement: 1, event: 2 }

export function readingOf(record: ArticleRecord): Reading {
  const items = [
    ...record.statements.map((entry): Item => item('statement', entry, entry.content)),
    ...record.events.map((entry): Item => item('event', entry, [entry.trigger])),
    ...record.positions.map((entry): Item => item('position', entry, entry.spans)),
  ].sort((a, b) => a.start - b.start || KIND_ORDER[a.kind] - KIND_ORDER[b.kind])
  return {
    record,
    items,
    actors: new Map(record.actors.map(actor => [actor.id, actor])),
    tones: tonesOf(items),
    builtOn: builtOnOf(record),
  }
}

const item = (
  kind: Kind,
  entry: StatementRecord | EventRecord | PositionRecord,
  spans: readonly Span[],
): Item => ({ kind, entry, id: entry.id, spans, start: Math.min(...spans.map(s => s.start)) }) as Item

function tonesOf(items: readonly Item[]): ReadonlyMap<ActorId, number> {
  const tones = new Map<ActorId, number>()
  for (const { kind, entry } of items) {
    if (kind !== 'statement') continue
    for (const { actor } of entry.speakers) if (!tones.has(actor)) tones.set(actor, tones.size % TONES)
  }
  return tones
}

function builtOnOf(record: ArticleRecord): ReadonlyMap<string, readonly string[]> {
  const built = new Map<string, string[]>()
  const add = (below: string | null, above: string): void => {
    if (below) built.set(below, [...(built.get(below) ?? []), above])
  }
  for (const event of record.events) add(event.attributedTo, event.id)
  for (const statement of record.statements) add(statement.within, statement.id)
  for (const position of record.positions) for (const below of position.restsOn) add(below, position.id)
  return built
}

/** The actors that say, do or want in an entry: what the filter by actor looks at. */
export function sidesOf({ kind, entry }: Item): readonly ActorId[] {
  if (kind === 'statement') return entry.speakers.map(s => s.actor)
  if (kind === 'event') return [...entry.actors, ...entry.recipients]
  return [...entry.holders, ...entry.toward]
}

export function rolesOf({ kind, entry }: Item): readonly Role[] {
  const role = (name: string, span: Span | null | undefined): Role[] => (span ? [{ role: name, span }] : [])
  if (kind === 'statement')
    return [
      ...entry.speakers.flatMap(s => role('speaker', s.span)),
      ...role('cue', entry.cue),
      ...entry.chain.flatMap(c => role('passed on by', c.span)),
      ...role('channel', entry.channel?.span),
    ]
  if (kind === 'event')
    return [
      ...entry.also.flatMap(span => role('also told here', span)),
      ...role('time', entry.time?.span),
      ...role('place', entry.place?.span),
      ...entry.doubts.flatMap(d => role('doubt', d.span)),
    ]
  return [
    ...role('condition', entry.condition),
    ...role('consequence', entry.consequence),
    ...role('period', entry.period),
  ]
}
