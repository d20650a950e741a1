// A mention of an act and the statements of the text come in; the mention with who tells, denies and doubts it goes out.
import type { Event, Statement } from '../entry.ts'
import type { Doubt } from './find-attribution.ts'
import { findDenier, findTeller } from './find-attribution.ts'
import type { Denial } from './find-denials.ts'
import { mayAnswer } from './find-denials.ts'
import type { Mentioned } from './merge-mentions.ts'
import type { Reading } from './parties.ts'

/** Conditions: nothing is told that a report or its denial could be about. */
const UNTOLD = /condition|modal|future/

/** "Athens called the account pure invention": denied by its own actor, soon after somebody else told it. */
function denierAfter(
  { document, actors }: Reading,
  denials: readonly Denial[],
  { event, triggers, sentence }: Mentioned,
  teller: Statement | null,
): Event['deniedBy'] {
  const { status } = event
  if (status.value === 'denied' || (status.value !== 'happened' && UNTOLD.test(status.by))) return null
  const countries = new Set(event.actors.map(c => actors.get(c.value).country))
  const own = denials.find(d => {
    // What only points back answers what somebody said.
    if ((teller === null && d.deeds === null) || !mayAnswer(d, document.tokens[triggers[0].head]))
      return false
    // "accused Cairo of bombing them, an accusation Cairo denied"
    if (event.actors.length === 0) return d.sentence === sentence && event.type !== 'ACCUSE'
    const { country } = actors.get(d.by)
    return country !== null && countries.has(country)
  })
  return own?.by ?? null
}

/** "Moscow denied shelling it": who denies a deed that no statement holds. */
function denierHere(
  denials: readonly Denial[],
  { event, triggers, sentence, lemma }: Mentioned,
): Event['deniedBy'] {
  if (event.status.value !== 'denied') return null
  const { head } = triggers[0]
  return denials.find(d => d.sentence === sentence && d.at < head && d.deeds?.includes(lemma))?.by ?? null
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
      deniedBy:
        findDenier(statements, event.trigger) ??
        denierHere(told.denials, mention) ??
        denierAfter(reading, told.denials, mention, teller),
      doubts,
    },
  }
}
