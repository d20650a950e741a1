// Codes of the record in, the words that the page shows for them out.
import type { EventStatus, EventType, MentionHow, Stance } from '../../src/record/entry.ts'

export const EVENT_LABELS: Readonly<Record<EventType, string>> = {
  AGREE: 'Agree',
  CONSULT: 'Consult',
  SUPPORT: 'Support',
  CONCEDE: 'Concede',
  COOPERATE: 'Cooperate',
  AID: 'Aid',
  RETREAT: 'Retreat',
  REQUEST: 'Request',
  ACCUSE: 'Accuse',
  REJECT: 'Reject',
  THREATEN: 'Threaten',
  PROTEST: 'Protest',
  SANCTION: 'Sanction',
  MOBILIZE: 'Mobilize',
  COERCE: 'Coerce',
  ASSAULT: 'Assault',
}

export const EVENT_TYPES = Object.keys(EVENT_LABELS) as readonly EventType[]
export const STATUSES: readonly EventStatus[] = ['happened', 'planned', 'possible', 'denied']
export const STANCES: readonly Stance[] = [
  'demand',
  'precondition',
  'offer',
  'acceptance',
  'refusal',
  'warning',
  'objection',
  'endorsement',
]

/** The twenty root categories of the CAMEO scheme. */
const CAMEO_ROOTS: Readonly<Record<string, string>> = {
  '01': 'make public statement',
  '02': 'appeal',
  '03': 'express intent to cooperate',
  '04': 'consult',
  '05': 'engage in diplomatic cooperation',
  '06': 'engage in material cooperation',
  '07': 'provide aid',
  '08': 'yield',
  '09': 'investigate',
  '10': 'demand',
  '11': 'disapprove',
  '12': 'reject',
  '13': 'threaten',
  '14': 'protest',
  '15': 'exhibit force posture',
  '16': 'reduce relations',
  '17': 'coerce',
  '18': 'assault',
  '19': 'fight',
  '20': 'use unconventional mass violence',
}

export const cameoLabel = (code: string): string => CAMEO_ROOTS[code.slice(0, 2)] ?? 'outside the scheme'

const HOW: Readonly<Record<MentionHow, string>> = {
  name: 'by name',
  pronoun: 'by a pronoun',
  office: 'by office',
  metonym: 'by a place that stands for it',
  demonym: 'by a word for its people',
  unnamed: 'unnamed',
}

export const howLabel = (how: MentionHow): string => HOW[how]

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** An ISO date in words, without a time zone's shifts: “18 Sept 2025”. Anything else comes back as it is. */
export function dateLabel(iso: string | null): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '') ?? []
  return year ? `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}` : (iso ?? '')
}

/** A stretch of time as far as it is known: a day, a month, a year, or from–to. */
export function timeLabel(from: string | null, to: string | null, grain: string | null): string {
  if (!from && !to) return 'on no calendar date'
  if (grain === 'year' && from) return from.slice(0, 4)
  if (grain === 'month' && from) return dateLabel(from).replace(/^\d+ /, '')
  if (from === to || !to) return from && to ? dateLabel(from) : `from ${dateLabel(from)}`
  if (!from) return `until ${dateLabel(to)}`
  return `${dateLabel(from)} – ${dateLabel(to)}`
}

export const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`

export const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** Where and when an article came out, in one line: its outlet, else the file or address it was read from, cut to its last part. */
export function sourceLine(outlet: string | null, source: string, published: string | null): string {
  const name = outlet ?? source.replace(/[?#].*$/, '').replace(/^.*[/\\](?=.)/, '')
  return [name, dateLabel(published)].filter(Boolean).join(' · ')
}
