// A trigger with its sides comes in; the event that its own words tell goes out, null where they tell none.
import type { Act, Acts } from '../../knowledge/acts.ts'
import type { Document } from '../../language/document.ts'
import { ancestors, dependents, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { contains, cover } from '../../text/span.ts'
import type { Reference } from '../actors/actor-index.ts'
import { claimOf } from '../actors/actor-index.ts'
import type { Claim, Event, EventStatus } from '../entry.ts'
import { inferred, stated } from '../entry.ts'
import { asRefusal, isNoEvent } from './find-refusals.ts'
import { findPlace, findTime } from './find-setting.ts'
import { findStatus } from './find-status.ts'
import type { Trigger } from './match-pattern.ts'
import type { Mentioned } from './merge-mentions.ts'
import type { Reading, Sided, Sides } from './parties.ts'
import type { Politics } from './political.ts'
import { doneByAThing, fits, fitsInPolitics, isBusiness, isOwnOrder, isPolitical } from './political.ts'
import type { Standing } from './read-tense.ts'
import { refineCameo } from './refine-cameo.ts'
import { weighBackground } from './weigh-background.ts'
import { isBelieved, isSure } from './weigh-triggers.ts'

/** What an act is told in. */
export interface Setting {
  readonly title: Span | null
  readonly politics: Politics
}

/** Words between the first and the last of a multi-word trigger, at most; further apart only the head is shown. */
const LONGEST_TRIGGER = 8
/** How sure a rule is: both sides named, one, none. */
const SURE = { both: 0.85, one: 0.7, none: 0.5 } as const

/** Does the sentence around an act belong to sport, markets or the like? */
function isElsewhere(document: Document, lexicon: Acts, index: number): boolean {
  const sentence = document.sentences[document.tokens[index].sentence]
  return document.tokens
    .slice(sentence.firstToken, sentence.endToken)
    .filter(t => t.upos === 'NOUN' || t.upos === 'PROPN')
    .some(t => lexicon.elsewhere.has(t.lemma.toLowerCase()) || lexicon.elsewhere.has(t.form.toLowerCase()))
}

function spanOf(document: Document, trigger: Trigger): Span {
  const { tokens } = document
  const all = [trigger.head, ...trigger.parts]
  const carried = trigger.act.words === 'noun' && trigger.predicate !== null ? [trigger.predicate] : []
  const close = (list: readonly number[]) => Math.max(...list) - Math.min(...list) <= LONGEST_TRIGGER
  const words = close([...all, ...carried]) ? [...all, ...carried] : close(all) ? all : [trigger.head]
  return cover(words.map(i => tokens[i]))
}

const statusClaim = (document: Document, standing: Standing): Claim<EventStatus> => {
  const token = document.tokens[standing.word]
  const by = `status:${standing.by}`
  const span = { start: token.start, end: token.end }
  return standing.by === 'noun' ? inferred(standing.status, [span], by) : stated(standing.status, span, by)
}

const confidenceOf = (sides: Sides): number =>
  sides.actors.length > 0 && sides.recipients.length > 0
    ? SURE.both
    : sides.actors.length + sides.recipients.length > 0
      ? SURE.one
      : SURE.none

/** Does the text show that such an act is one of politics? In a single sentence the network has its say as well. */
function inPolitics({ document }: Reading, trigger: Trigger, sides: Sides, { politics }: Setting): boolean {
  if (politics !== 'sided') return politics === 'all'
  return sides.actors.length + sides.recipients.length > 0 && isBelieved(document, trigger)
}

/** A noun without sides of its own tells of an act only where its words alone are political. */
function isTold(
  reading: Reading,
  trigger: Trigger,
  sides: Sides,
  country: string | null,
  context: Setting,
): boolean {
  const { act } = trigger
  const named = sides.actors.length + sides.recipients.length
  if (act.needs === 'none') return true
  if (doneByAThing(reading, trigger) || isOwnOrder(reading, trigger, sides)) return false
  if (isBusiness(reading, trigger, sides)) return false
  if (named > 0 && fits(reading, sides, act.needs, act.reciprocal, country)) return true
  if (inPolitics(reading, trigger, sides, context) && fitsInPolitics(reading, trigger, sides)) return true
  if (named > 0) return false
  if (!act.bare || trigger.predicate === null) return false
  const { document, actors } = reading
  const sentence = document.sentences[document.tokens[trigger.head].sentence]
  for (let i = sentence.firstToken; i < sentence.endToken; i++)
    if (actors.at(i).some(r => isPolitical(reading, r))) return true
  return false
}

function aboutOf(document: Document, trigger: Trigger): Set<string> {
  const words = subtree(document, trigger.predicate ?? trigger.head)
    .filter(i => i !== trigger.head && !trigger.parts.includes(i))
    .map(i => document.tokens[i])
    .filter(t => t.upos === 'NOUN' || t.upos === 'VERB')
    .map(t => t.lemma.toLowerCase())
  const above = ancestors(document, trigger.head)
    .slice(0, 2)
    .filter(t => t.upos === 'NOUN')
  return new Set([...words, ...above.map(t => t.lemma.toLowerCase())])
}

/** An invitation that is still to come is the meeting that is still to come. */
function awaited(act: Act, standing: Standing): Act {
  const still = standing.status === 'planned' || standing.status === 'possible'
  return act.type === 'AGREE' && act.cameo === '036' && still
    ? { ...act, type: 'CONSULT', reciprocal: true }
    : act
}

/** "pulled the United States out of the deal", said of its president: his own state is not whom he faces. */
const isOwnState = ({ actors }: Reading, sides: Sides, recipient: Reference): boolean => {
  const { kind, country } = actors.get(recipient.actor)
  return (
    kind === 'state' &&
    sides.actors.length > 0 &&
    sides.actors.every(r => actors.get(r.actor).country === country)
  )
}

function makeEvent(reading: Reading, trigger: Trigger, sides: Sides, standing: Standing, act: Act): Event {
  const { document, actors } = reading
  const claims = (list: Sides['actors']) =>
    list.filter(r => actors.get(r.actor).kind !== 'outlet').map(claimOf)
  return {
    kind: 'event',
    type: act.type,
    cameo: refineCameo(document, reading.lexicon, trigger),
    mode: act.mode,
    contexts: act.contexts,
    actors: claims(sides.actors),
    recipients: claims(
      sides.recipients.filter(r => act.type !== 'SANCTION' || !isOwnState(reading, sides, r)),
    ),
    reciprocal: act.reciprocal && sides.actors.length + sides.recipients.length > 1,
    trigger: spanOf(document, trigger),
    also: [],
    status: statusClaim(document, standing),
    background: standing.background,
    time: findTime(document, trigger, standing.status),
    place: null,
    attributedTo: null,
    deniedBy: null,
    doubts: [],
    by: `act:${act.id}`,
    confidence: confidenceOf(sides),
  }
}

/** Several states acting as one ("French and Egyptian warships launched war games") act together. */
function jointly(reading: Reading, act: Act, sides: Sides): Act {
  const countries = new Set(sides.actors.map(r => reading.actors.get(r.actor).country))
  if (act.jointly === null || countries.size < 2) return act
  return { ...act, type: act.jointly.type, cameo: act.jointly.cameo, reciprocal: true }
}

/** The words whose telling a verb goes on with: the clause or noun it hangs on ("opened fire, killing two", "an attack that killed two") and its subject ("the attack killed two"). */
function followed(document: Document, { act, head }: Trigger): number[] {
  const token = document.tokens[head]
  if (act.words === 'noun')
    return isRelation(token.deprel, 'obl') && act.type === 'CONSULT' ? [token.head] : []
  const subjects = dependents(document, head, 'nsubj').map(t => t.index)
  const goal = act.type === 'CONSULT' && (isRelation(token.deprel, 'advcl') || token.deprel === 'xcomp')
  const told =
    (token.deprel === 'advcl' && dependents(document, head, 'mark', 'nsubj').length === 0) ||
    isRelation(token.deprel, 'acl') ||
    (token.deprel === 'conj' && dependents(document, head, 'nsubj').length === 0 && act.type !== 'CONSULT')
  return told || goal ? [token.head, ...subjects] : subjects
}

/** In a text about politics the network may show an act that lacks the sides its entry asks for. */
const isShown = (reading: Reading, trigger: Trigger, sides: Sides, context: Setting): boolean =>
  inPolitics(reading, trigger, sides, context) &&
  isSure(reading.document, trigger) &&
  !doneByAThing(reading, trigger) &&
  !isOwnOrder(reading, trigger, sides)

export function readMention(
  reading: Reading,
  { trigger: found, sides }: Sided,
  context: Setting,
): Mentioned | null {
  const { document, lexicon, places } = reading
  const place = findPlace(document, places, found)
  let trigger = { ...found, act: jointly(reading, found.act, sides) }
  if (trigger.act.needs === 'never') return null
  if (trigger.act.loose && isElsewhere(document, lexicon, trigger.head)) return null
  const told = isTold(reading, trigger, sides, place?.country ?? null, context)
  if (!told && !isShown(reading, trigger, sides, context)) return null
  const read = findStatus(document, lexicon, trigger)
  if (read.none) return null
  let standing = weighBackground(document, trigger.head, read)
  const refusal = asRefusal(reading, trigger, sides, standing)
  if (refusal !== null) {
    trigger = { ...trigger, act: refusal }
    standing = { ...standing, status: 'happened', by: 'refusal' }
  } else if (isNoEvent(reading, trigger, sides, standing)) return null
  const event = { ...makeEvent(reading, trigger, sides, standing, awaited(trigger.act, standing)), place }
  const { sentence } = document.tokens[trigger.head]
  return {
    event,
    triggers: [trigger],
    follows: followed(document, trigger),
    lemma: document.tokens[trigger.head].lemma.toLowerCase(),
    last: document.tokens[trigger.head].sentence,
    noun: trigger.act.words === 'noun',
    sentence,
    paragraph: document.sentences[sentence].paragraph,
    weak: standing.weak === true,
    inTitle: context.title !== null && contains(context.title, event.trigger),
    about: aboutOf(document, trigger),
    unsure: !told,
  }
}
