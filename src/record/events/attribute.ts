// A mention of an act and the statements of the text come in; the mention with who tells, denies and doubts it goes out.
import type { Event, Statement } from '../entry.ts'
import type { Doubt } from './find-attribution.ts'
import { findDenier, findTeller } from './find-attribution.ts'
import type { Denial } from './find-denials.ts'
import { DENIAL_REACH } from './find-denials.ts'
import type { Mentioned } from './merge-mentions.ts'
import type { Reading } from './parties.ts'

/** "Athens called the account pure invention": denied by its own actor, soon after somebody else told it. */
function denierAfter(
  { actors }: Reading,
  denials: readonly Denial[],
  { event, sentence }: Mentioned,
  teller: Statement | null,
): Event['deniedBy'] {
  if (teller === null || event.status.value === 'denied') return null
  const countries = new Set(event.actors.map(c => actors.get(c.value).country))
  const near = denials.filter(d => d.sentence > sentence && d.sentence - sentence <= DENIAL_REACH)
  const own = near.find(d => {
    const { country } = actors.get(d.by)
    return country !== null && countries.has(country)
  })
  return own?.by ?? null
}

/** What the text says against what it tells. */
export interface Answers {
  readonly denials: readonly Denial[]
  readonly doubts: readonly Doubt[]
}

/** Who tells, denies and doubts an event. */
export function attribute(
  reading: Reading,
  statements: readonly Statement[],
  told: Answers,
  mention: Mentioned,
): Mentioned {
  const { event } = mention
  const teller = findTeller(statements, event.trigger)
  const doubts = told.doubts
    .filter(d => event.status.value === 'possible' && [...mention.about].some(w => d.about.includes(w)))
    .map(d => ({ by: d.by, span: d.span }))
  return {
    ...mention,
    event: {
      ...event,
      attributedTo: teller,
      deniedBy: findDenier(statements, event.trigger) ?? denierAfter(reading, told.denials, mention, teller),
      doubts,
    },
  }
}
