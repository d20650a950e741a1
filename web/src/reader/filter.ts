// An entry and what the reader wants to see in, whether it is shown out.
import type { ActorId, EventStatus } from '../../../src/record/entry.ts'
import { type Item, type Kind, sidesOf } from './items.ts'

export interface Shown {
  readonly kinds: readonly Kind[]
  readonly actor: ActorId | null
  readonly status: EventStatus | null
}

export const KINDS: readonly Kind[] = ['statement', 'event', 'position']

export const EVERYTHING: Shown = { kinds: KINDS, actor: null, status: null }

/** A status is a quality of events, so with one chosen only events remain. */
export const chosen = (item: Item, shown: Shown): boolean =>
  shown.kinds.includes(item.kind) &&
  (shown.actor === null || sidesOf(item).includes(shown.actor)) &&
  (shown.status === null || (item.kind === 'event' && item.entry.status === shown.status))

export const toggled = (shown: Shown, kind: Kind): Shown => ({
  ...shown,
  kinds: shown.kinds.includes(kind) ? shown.kinds.filter(k => k !== kind) : [...shown.kinds, kind],
})
