// Merged acts whose sides their own words leave open come in; the sides that the rest of the text shows go out with them, marked as inferred.
import { tokensAround } from '../../language/nearby.ts'
import { dependents } from '../../language/tree.ts'
import type { Actor, ActorId, Claim, Event } from '../entry.ts'
import { inferred } from '../entry.ts'
import { baseForms } from './base-forms.ts'
import { clauseOf, matterOf } from './clause.ts'
import { MATTER_DEPTH, TOWARD_INNER } from './complete-sides.ts'
import type { Mentioned } from './merge-mentions.ts'
import type { Reading } from './parties.ts'
import { obliquesOf } from './phrases.ts'

/** Words and deeds that always have somebody on the other side. */
const TOWARD_SOMEBODY = new Set([
  'AGREE',
  'REJECT',
  'ACCUSE',
  'SANCTION',
  'THREATEN',
  'SUPPORT',
  'REQUEST',
  'ASSAULT',
  'COERCE',
])
/** Acts that answer or judge what somebody else did. */
const ANSWERING = new Set(['ACCUSE', 'REJECT', 'SUPPORT', 'AGREE'])
/** Sentences around an act in which its other side is named. */
const REACH = 3
/** Below this probability for each of its names the network rules a side out. */
const RULED_OUT = 0.05

const countryOf = ({ actors }: Reading, claims: readonly Claim<ActorId>[]): ReadonlySet<string> =>
  new Set(claims.flatMap(c => actors.get(c.value).country ?? []))

const hostOfCountry = ({ actors }: Reading, country: string | null): Actor | null =>
  country === null
    ? null
    : (actors.list.find(a => a.kind === 'government' && a.country === country) ??
      actors.list.find(a => a.kind === 'state' && a.country === country) ??
      null)

/** "freed a man who was jailed", "was jailed … and later freed": who holds and who frees are one. */
function keepers(reading: Reading, one: Mentioned, all: readonly Mentioned[]): Claim<ActorId>[] {
  const held = new Set(one.event.recipients.map(c => c.value))
  const beside = all.find(
    m =>
      m !== one &&
      m.event.actors.some(c => reading.actors.get(c.value).country !== null) &&
      /^(?:173|0841)/.test(m.event.cameo) &&
      m.event.recipients.some(c => held.has(c.value)),
  )
  return (beside?.event.actors ?? []).map(c =>
    inferred(c.value, [one.event.trigger], 'sides:who holds frees'),
  )
}

/** "was arrested in Cairo": those who govern the place. */
function jailers(reading: Reading, { event }: Mentioned): Claim<ActorId>[] {
  const country = event.place?.country ?? null
  const host = hostOfCountry(reading, country)
  if (!host || event.recipients.some(c => c.value === host.id)) return []
  return [inferred(host.id, [event.place?.span ?? event.trigger], 'sides:those who govern there')]
}

/** The nouns a verb is about: "condemned *the sentence*", "criticised *the decision*". */
function matters({ document }: Reading, one: Mentioned): number[] {
  return one.triggers.flatMap(({ act, head }) => [
    ...(act.words === 'verb' ? clauseOf(document, head).objects : []),
    ...obliquesOf(document, head)
      .filter(o => ['for', 'over', 'of', 'about', 'to', 'with', 'against'].includes(o.prep))
      .map(o => o.token),
  ])
}

const stem = (word: string): string => word.slice(0, Math.max(4, Math.min(6, word.length - 2)))

/** "The court sentenced him. The union condemned the sentence": the doer of the deed that the noun repeats. */
function doersOfThat(reading: Reading, one: Mentioned, all: readonly Mentioned[]): Claim<ActorId>[] {
  const { document } = reading
  const home = countryOf(reading, one.event.actors)
  const nouns = matters(reading, one)
    .map(i => document.tokens[i])
    .filter(t => t.upos === 'NOUN')
    .filter(t =>
      dependents(document, t.index, 'det').some(d => /^(?:the|this|that|these|those)$/i.test(d.form)),
    )
  for (const noun of nouns) {
    const told = all.filter(
      m =>
        m !== one &&
        m.event.actors.length > 0 &&
        m.event.trigger.start < noun.start &&
        m.triggers.some(t =>
          [t.head, ...t.parts].some(
            i =>
              i !== noun.index &&
              baseForms(document.tokens[i]).some(
                w => w.length > 3 && stem(w) === stem(noun.lemma.toLowerCase()),
              ),
          ),
        ),
    )
    const doers =
      told.at(-1)?.event.actors.filter(c => !home.has(reading.actors.get(c.value).country ?? '')) ?? []
    if (doers.length > 0)
      return doers.map(c => inferred(c.value, [one.event.trigger], 'sides:doer of what is repeated'))
  }
  return []
}

/** "agreed to lift a ban on imports of Peruvian beef": a promise is toward the side that what it promises is toward. */
function sidesOfTheMatter(reading: Reading, one: Mentioned, all: readonly Mentioned[]): Claim<ActorId>[] {
  const home = countryOf(reading, one.event.actors)
  const matter = new Set(
    one.triggers.flatMap(t => [...matterOf(reading.document, t.head, MATTER_DEPTH)].map(w => w.index)),
  )
  const inner = all.find(
    m => m !== one && m.event.recipients.length > 0 && m.triggers.some(t => matter.has(t.head)),
  )
  return (inner?.event.recipients ?? [])
    .filter(c => !home.has(reading.actors.get(c.value).country ?? ''))
    .map(c => inferred(c.value, [one.event.trigger], 'sides:of what it is about'))
}

/** The other side, where the act's own side has to do with one other alone in the whole text. */
function counterpart(reading: Reading, one: Mentioned, all: readonly Mentioned[]): Claim<ActorId>[] {
  const home = countryOf(reading, one.event.actors)
  if (home.size !== 1) return []
  const found = all
    .filter(m => m !== one)
    .sort((a, b) => Math.abs(a.sentence - one.sentence) - Math.abs(b.sentence - one.sentence))
    .flatMap(m => {
      const sides = [m.event.actors, m.event.recipients]
      const own = sides.findIndex(side => [...countryOf(reading, side)].some(c => home.has(c)))
      if (own < 0) return []
      const others = (
        m.event.reciprocal ? [...m.event.actors, ...m.event.recipients] : sides[1 - own]
      ).filter(c => {
        const x = reading.actors.get(c.value).country
        return x !== null && !home.has(x)
      })
      return others.length === 0 ? [] : [others]
    })
  const countries = new Set(found.flatMap(o => [...countryOf(reading, o)]))
  if (countries.size !== 1) return []
  return found[0]
    .filter(c => isBelieved(reading, one, c.value))
    .map(c => inferred(c.value, [one.event.trigger], 'sides:other side of the text'))
}

/** Does the network at least not rule out that the act is toward those of that country, as they are named around it? */
function isBelieved({ document, actors }: Reading, one: Mentioned, side: ActorId): boolean {
  const { head } = one.triggers[0]
  const { country } = actors.get(side)
  return tokensAround(document, one.sentence, REACH).some(
    ({ index }) =>
      actors.at(index).some(r => actors.get(r.actor).country === country) &&
      document.judgements.link('recipient', head, index) >= RULED_OUT,
  )
}

/** "“We urge them to leave,” Berg said": the speaker's own act. */
function speakers({ document }: Reading, { event, triggers }: Mentioned): Claim<ActorId>[] {
  const first = triggers.some(
    t =>
      t.act.words === 'verb' &&
      clauseOf(document, t.head).subjects.some(s => /^(?:we|i)$/i.test(document.tokens[s].form)),
  )
  return first
    ? (event.attributedTo?.speakers ?? []).map(s =>
        inferred(s.claim.value, [event.trigger], 'sides:the speaker'),
      )
    : []
}

/** "documents were signed", with nobody named: the two sides of the meeting told nearest. */
function sidesOfTheMeeting(reading: Reading, one: Mentioned, all: readonly Mentioned[]): Claim<ActorId>[] {
  const near = all
    .filter(m => m !== one && m.event.type === 'CONSULT' && m.event.reciprocal)
    .filter(m => countryOf(reading, [...m.event.actors, ...m.event.recipients]).size > 1)
    .sort((a, b) => Math.abs(a.sentence - one.sentence) - Math.abs(b.sentence - one.sentence))[0]
  return (near ? [...near.event.actors, ...near.event.recipients] : []).map(c =>
    inferred(c.value, [one.event.trigger], 'sides:the meeting of the text'),
  )
}

/** "Thousands rallied in Minsk. They demanded new elections": toward those against whom they protest. */
function protestedAgainst(one: Mentioned, all: readonly Mentioned[]): Claim<ActorId>[] {
  const own = new Set(one.event.actors.map(c => c.value))
  const protest = all
    .filter(m => m.event.type === 'PROTEST' && m.event.recipients.length > 0)
    .filter(m => m.event.actors.some(c => own.has(c.value)))
    .sort((a, b) => Math.abs(a.sentence - one.sentence) - Math.abs(b.sentence - one.sentence))[0]
  return (protest?.event.recipients ?? []).map(c =>
    inferred(c.value, [one.event.trigger], 'sides:of the protest'),
  )
}

function completed(reading: Reading, one: Mentioned, all: readonly Mentioned[]): Event {
  const { event } = one
  const bare = event.actors.length + event.recipients.length === 0
  if (bare && event.cameo === '057') {
    const both = sidesOfTheMeeting(reading, one, all)
    if (both.length > 0) return { ...event, actors: both, reciprocal: true }
  }
  if (event.actors.length === 0) {
    const own = speakers(reading, one)
    if (own.length > 0) return { ...event, actors: own }
  }
  if (/^(?:173|0841)/.test(event.cameo) && event.actors.length === 0 && event.recipients.length > 0) {
    const known = keepers(reading, one, all)
    if (known.length > 0) return { ...event, actors: known }
    if (event.type === 'COERCE') return { ...event, actors: jailers(reading, one) }
  }
  if (event.recipients.length > 0 || event.actors.length === 0 || event.reciprocal) return event
  if (event.status.value === 'denied') return event
  if (ANSWERING.has(event.type)) {
    const doers = doersOfThat(reading, one, all)
    if (doers.length > 0) return { ...event, recipients: doers }
  }
  if (TOWARD_INNER.has(event.type)) {
    const inner = sidesOfTheMatter(reading, one, all)
    if (inner.length > 0) return { ...event, recipients: inner }
  }
  if (event.type === 'REQUEST') {
    const against = protestedAgainst(one, all)
    if (against.length > 0) return { ...event, recipients: against }
  }
  if (TOWARD_SOMEBODY.has(event.type)) return { ...event, recipients: counterpart(reading, one, all) }
  return event
}

export const inferSides = (reading: Reading, mentions: readonly Mentioned[]): Event[] =>
  mentions.map(one => completed(reading, one, mentions))
