// The values a filter may ask for, as lists: for the command line's choices, the server's checks and its description.
import type { ActorKind, EventStatus, Polarity, Stance, StatementForm } from '../record/entry.ts'

export const FORMS = ['direct', 'indirect', 'mixed'] as const satisfies readonly StatementForm[]

export const POLARITIES = ['affirmed', 'denied', 'withheld'] as const satisfies readonly Polarity[]

export const STATUSES = [
  'happened',
  'planned',
  'possible',
  'denied',
] as const satisfies readonly EventStatus[]

export const STANCES = [
  'demand',
  'precondition',
  'offer',
  'acceptance',
  'refusal',
  'warning',
  'objection',
  'endorsement',
] as const satisfies readonly Stance[]

export const ACTOR_KINDS = [
  'person',
  'state',
  'government',
  'body',
  'organisation',
  'armed group',
  'company',
  'outlet',
  'group',
  'unnamed',
] as const satisfies readonly ActorKind[]
