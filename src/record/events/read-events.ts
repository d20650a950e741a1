// A Document with its actors and statements comes in; the political acts it tells of go out, one event an act.
import type { Acts } from '../../knowledge/acts.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Document } from '../../language/document.ts'
import type { Span } from '../../text/span.ts'
import type { ActorIndex } from '../actors/actor-index.ts'
import type { Event, Statement } from '../entry.ts'
import { attribute } from './attribute.ts'
import { rememberHyphens } from './base-forms.ts'
import { completeSides } from './complete-sides.ts'
import { fillSides } from './fill-sides.ts'
import { findDoubts, isWithheld } from './find-attribution.ts'
import { findDenials } from './find-denials.ts'
import { findSides } from './find-sides.ts'
import { findTriggers } from './find-triggers.ts'
import { findVerdicts } from './find-verdicts.ts'
import { inferSides } from './infer-sides.ts'
import { inheritSides } from './inherit-sides.ts'
import type { Mentioned } from './merge-mentions.ts'
import { mergeMentions } from './merge-mentions.ts'
import type { Reading } from './parties.ts'
import { politicsOf } from './political.ts'
import type { Setting } from './read-mention.ts'
import { readMention } from './read-mention.ts'
import { weighSides } from './weigh-sides.ts'
import { weighTriggers } from './weigh-triggers.ts'

export interface Context {
  readonly title: Span | null
}

/** An act that its words alone do not show, but the network does, is told where the text tells no other of its type. */
function withUnsure(told: readonly Mentioned[], unsure: readonly Mentioned[]): Mentioned[] {
  const all = [...told]
  for (const mention of unsure) if (!all.some(m => m.event.type === mention.event.type)) all.push(mention)
  return all
}

/** "refused to comment" may only withhold an answer; "refused to talk to Berlin", "refused a request from Rome" do more. */
const isSilence = ({ by, recipients }: Event): boolean =>
  recipients.length === 0 && (by === 'act:refuse' || by === 'act:reject')

/** Reads the events of a Document, in text order of their triggers. */
export function findEvents(
  document: Document,
  actors: ActorIndex,
  statements: readonly Statement[],
  lexicon: Acts,
  knowledge: Pick<Knowledge, 'countryOfPlace' | 'names'>,
  context: Context,
): Event[] {
  rememberHyphens(document)
  const reading: Reading = { document, actors, lexicon, places: knowledge }
  const setting: Setting = { ...context, politics: politicsOf(reading) }
  const listed = findTriggers(document, lexicon)
  const triggers = setting.politics === 'all' ? weighTriggers(document, lexicon, listed) : listed
  const sided = completeSides(
    reading,
    triggers.map(trigger => ({ trigger, sides: findSides(reading, trigger) })),
  ).map(one => weighSides(reading, one))
  const verdicts = findVerdicts(reading).map(v => ({
    trigger: { act: lexicon.verdict, head: v.word, parts: [], predicate: v.word },
    sides: v.sides,
  }))
  const told = { denials: findDenials(reading), doubts: findDoubts(reading) }
  const mentions = [...sided, ...verdicts].flatMap(one => {
    const mention = readMention(reading, one, setting)
    if (mention === null) return []
    if (isSilence(mention.event) && isWithheld(statements, mention.event.trigger)) return []
    return [attribute(reading, statements, told, mention)]
  })
  const inOrder = inheritSides(mentions, actors).sort((a, b) => a.event.trigger.start - b.event.trigger.start)
  const merged = mergeMentions(
    inOrder.filter(m => !m.unsure),
    actors,
  )
  const all = withUnsure(
    merged,
    inOrder.filter(m => m.unsure),
  ).sort((a, b) => a.event.trigger.start - b.event.trigger.start)
  return inferSides(reading, fillSides(reading, all))
}
