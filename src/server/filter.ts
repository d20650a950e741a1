// The query part of an address in, a Filter for the store out, or the sentence that says what is wrong with it.
import { z } from 'zod'
import { FORMS, POLARITIES, STANCES, STATUSES } from '../store/choices.ts'
import type { Filter } from '../store/store.ts'

// One answer is held in memory whole; a longer list is read page by page.
const MOST_ROWS = 1000

const words = z.string().trim().min(1).max(500)
const flag = z.enum(['true', 'false']).transform(value => value === 'true')
const date = z.iso.date()

const CONDITIONS = {
  actor: words,
  with: words,
  country: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'must be an ISO 3166-1 alpha-3 code such as NOR')
    .transform(s => s.toUpperCase()),
  type: words.transform(s => s.toUpperCase()),
  status: z.enum(STATUSES),
  stance: z.enum(STANCES),
  issue: words,
  form: z.enum(FORMS),
  polarity: z.enum(POLARITIES),
  background: flag,
  current: flag,
  kind: words,
  origin: z.enum(['machine', 'analyst']),
  outlet: words,
  from: date,
  to: date,
  article: words,
  search: words,
  limit: z.coerce.number().int().min(1).max(MOST_ROWS),
  offset: z.coerce.number().int().min(0),
}

export type Condition = keyof typeof CONDITIONS

export const CONDITION_NAMES = Object.keys(CONDITIONS) as readonly Condition[]

const FILTER = z.strictObject(CONDITIONS).partial()

/** Empty values count as not given, so that a form may send all its fields. */
export function readFilter(query: Readonly<Record<string, string>>): Filter | { readonly wrong: string } {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value.trim() !== ''))
  const read = FILTER.safeParse(given)
  if (read.success) return read.data
  const first = read.error.issues[0]
  if (first.code === 'unrecognized_keys')
    return { wrong: `There is no condition “${first.keys[0]}”; there are ${CONDITION_NAMES.join(', ')}.` }
  return { wrong: `“${first.path.join('.')}”: ${first.message}.` }
}
