// Events in, their number for each day, month or year out: cooperation apart from conflict, what happened apart from what may.
import type { EventType } from '../../../src/record/entry.ts'
import type { EventRow } from '../../../src/store/store.ts'

export interface Bucket {
  /** First and last day, ISO dates. */
  readonly from: string
  readonly to: string
  readonly cooperation: Tally
  readonly conflict: Tally
}

interface Tally {
  readonly happened: number
  /** Planned or possible. */
  readonly ahead: number
}

type Dated = Pick<EventRow, 'type' | 'status' | 'background' | 'time'> & {
  readonly article: Pick<EventRow['article'], 'published'>
}

/** PLOVER's two halves: verbal and material cooperation, verbal and material conflict. */
const COOPERATION: readonly EventType[] = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
]

// Bars thinner than this many in a row can no longer be told apart or clicked.
const MOST_BUCKETS = 62

const DAY = 86_400_000

/** The day an event is counted on: its own, else that of the report. Old events without a date belong to no day. */
export const dayOf = ({ time, background, article }: Dated): string | null =>
  time?.from ?? (background || time ? null : (article.published?.slice(0, 10) ?? null))

/** In order, without gaps. Denied events are not counted. Empty when no event has a date. */
export function bucketsOf(events: readonly Dated[]): readonly Bucket[] {
  const dated = events
    .flatMap(event => {
      const day = dayOf(event)
      return day && event.status !== 'denied' ? [{ event, day }] : []
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  if (dated.length === 0) return []
  return stretches(dated[0].day, dated[dated.length - 1].day).map(stretch => {
    const within = dated
      .filter(({ day }) => stretch.from <= day && day <= stretch.to)
      .map(({ event }) => event)
    return {
      ...stretch,
      cooperation: tally(within.filter(event => COOPERATION.includes(event.type))),
      conflict: tally(within.filter(event => !COOPERATION.includes(event.type))),
    }
  })
}

const tally = (events: readonly Dated[]): Tally => {
  const happened = events.filter(event => event.status === 'happened').length
  return { happened, ahead: events.length - happened }
}

/** Days where few enough, else months, else years. */
function stretches(first: string, last: string): readonly { readonly from: string; readonly to: string }[] {
  const days = (Date.parse(last) - Date.parse(first)) / DAY + 1
  if (days <= MOST_BUCKETS)
    return Array.from({ length: days }, (_, n) => {
      const day = iso(Date.parse(first) + n * DAY)
      return { from: day, to: day }
    })
  const [firstYear, lastYear] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  const firstMonth = firstYear * 12 + Number(first.slice(5, 7)) - 1
  const months = lastYear * 12 + Number(last.slice(5, 7)) - firstMonth
  if (months <= MOST_BUCKETS)
    return Array.from({ length: months }, (_, n) => {
      const [year, month] = [Math.floor((firstMonth + n) / 12), (firstMonth + n) % 12]
      return { from: iso(Date.UTC(year, month, 1)), to: iso(Date.UTC(year, month + 1, 0)) }
    })
  return Array.from({ length: lastYear - firstYear + 1 }, (_, n) => ({
    from: `${firstYear + n}-01-01`,
    to: `${firstYear + n}-12-31`,
  }))
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)
