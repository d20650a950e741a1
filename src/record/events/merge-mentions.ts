// Events read word by word come in; one event for each act goes out, with the further words that tell of it.
import type { Span } from '../../text/span.ts'
import type { ActorIndex } from '../actors/actor-index.ts'
import type { ActorId, Claim, Event } from '../entry.ts'
import type { Trigger } from './match-pattern.ts'

/** An event still tied to the words it was read from. */
export interface Mentioned {
  readonly event: Event
  /** The words that tell of it. */
  readonly triggers: readonly Trigger[]
  /** Words whose act it goes on to tell: "opened fire, *killing* two", "the attack *killed* two". */
  readonly follows: readonly number[]
  readonly lemma: string
  /** The sentence it is told in last. */
  readonly last: number
  readonly noun: boolean
  readonly sentence: number
  readonly paragraph: number
  readonly inTitle: boolean
  /** Its background rests on a noun alone; see `Standing.weak`. */
  readonly weak: boolean
  /** Lemmas of the content words around the trigger: what a demand or a rebuke is about. */
  readonly about: ReadonlySet<string>
  /** Do only the network's judgements show that it is an act? */
  readonly unsure: boolean
}

/** A word without sides joins an act told at most so many sentences away. */
const NEAR = 3
/** Statements of these types toward the same side are often several: they are one only when their matter is the same. */
const VERBAL = new Set(['AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT'])

/** Types whose finer CAMEO codes name the matter itself (036 to meet, 1054 to lift sanctions). */
const SPECIFIC = new Set(['AGREE', 'REQUEST', 'REJECT'])

/** Types whose finer codes are deeds of their own: a ceasefire is no withdrawal, an expulsion no embargo. */
const DISTINCT = new Set(['RETREAT'])

const isFine = (cameo: string): boolean => cameo.length > 2 && !cameo.endsWith('0')

/** Are both told as deeds of a kind, and of different kinds? */
const isOtherKind = (x: Event, y: Event): boolean =>
  DISTINCT.has(x.type) &&
  isFine(x.cameo) &&
  isFine(y.cameo) &&
  !x.cameo.startsWith(y.cameo) &&
  !y.cameo.startsWith(x.cameo)

const ids = (claims: readonly Claim<ActorId>[]): ActorId[] => claims.map(c => c.value)

function sameParty(actors: ActorIndex, a: ActorId, b: ActorId): boolean {
  if (a === b) return true
  const x = actors.get(a)
  const y = actors.get(b)
  if (x.ref !== null && x.ref === y.ref) return true
  if (x.country === null || x.country !== y.country) return false
  // A state and whoever acts for it; two different persons of one state are two.
  const collective = (kind: string) => ['state', 'government', 'body', 'unnamed', 'group'].includes(kind)
  return collective(x.kind) || collective(y.kind)
}

const meets = (actors: ActorIndex, a: readonly ActorId[], b: readonly ActorId[]): boolean =>
  a.some(x => b.some(y => sameParty(actors, x, y)))

const covered = (actors: ActorIndex, a: readonly ActorId[], b: readonly ActorId[]): boolean =>
  a.every(x => b.some(y => sameParty(actors, x, y)))

/** Can the two sets be one set, told once in full and once in part? */
const within = (actors: ActorIndex, a: readonly ActorId[], b: readonly ActorId[]): boolean =>
  covered(actors, a, b) || covered(actors, b, a)

function sidesFit(actors: ActorIndex, a: Event, b: Event): boolean {
  const [aa, ar, ba, br] = [ids(a.actors), ids(a.recipients), ids(b.actors), ids(b.recipients)]
  if (a.reciprocal || b.reciprocal) return within(actors, [...aa, ...ar], [...ba, ...br])
  const overlapping = (x: readonly ActorId[], y: readonly ActorId[]) =>
    x.length === 0 || y.length === 0 || meets(actors, x, y)
  return overlapping(aa, ba) && overlapping(ar, br)
}

const sidesOf = (e: Event): number => e.actors.length + e.recipients.length

function timeFits(a: Event, b: Event): boolean {
  if (!a.time?.from || !b.time?.from) return true
  const aTo = a.time.to ?? a.time.from
  const bTo = b.time.to ?? b.time.from
  return a.time.from <= bTo && b.time.from <= aTo
}

const placeFits = (a: Event, b: Event): boolean =>
  !a.place ||
  !b.place ||
  a.place.country === null ||
  b.place.country === null ||
  a.place.name === b.place.name ||
  (a.place.country !== null && a.place.country === b.place.country)

/** "denied that it had shelled the village": an answer to the telling shortly before. */
const answers = (denial: Mentioned, told: Mentioned): boolean =>
  denial.event.status.value === 'denied' &&
  denial.event.deniedBy !== null &&
  told.event.status.value !== 'denied' &&
  Math.abs(denial.sentence - told.sentence) <= ANSWER_REACH
const ANSWER_REACH = 4

function statusFits(a: Mentioned, b: Mentioned): boolean {
  if (answers(a, b) || answers(b, a)) return true
  const [x, y] = [a.event.status.value, b.event.status.value]
  if (x === y) return a.event.background === b.event.background || a.noun || b.noun
  // "will sign the deal", "hopes to sign it": still to come in both.
  const toCome = (s: string) => s === 'planned' || s === 'possible'
  if (a.event.by === b.event.by && toCome(x) && toCome(y)) return true
  // A headline's tense is loose, and a bare noun has none.
  const past = a.event.background || b.event.background
  if (a.inTitle !== b.inTitle && x !== 'denied' && y !== 'denied') return !past
  // "vowed more attacks", "the attack on Wednesday": with a day of its own a deed stands for itself.
  const dated = (m: Mentioned) => FORCE.has(m.event.type) && m.event.time !== null
  const bareNoun = (m: Mentioned) => m.noun && m.event.status.by.endsWith(':noun') && !dated(m)
  return (bareNoun(a) || bareNoun(b)) && x !== 'denied' && y !== 'denied' && a.sentence !== b.sentence
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const w of a) if (b.has(w)) return true
  return false
}

/** Is the other side named in both? */
const bothToward = (a: Event, b: Event): boolean => a.recipients.length > 0 && b.recipients.length > 0

/** Types whose deed one clause tells and the next goes on with. */
const GOING_ON = new Set(['ASSAULT', 'COERCE', 'PROTEST', 'CONSULT'])

/** "travelled to Cairo to meet the envoy": the trip, and a meeting with sides of its own. */
function isTripAndMeeting(x: Event, y: Event): boolean {
  const isTrip = (e: Event) => e.cameo.startsWith('042')
  return x.type === 'CONSULT' && isTrip(x) !== isTrip(y) && sidesOf(isTrip(x) ? y : x) > 1
}

/** Does `b` hang on the words of `a` as the rest of its telling? */
const goesOn = (a: Mentioned, b: Mentioned): boolean =>
  !isTripAndMeeting(a.event, b.event) &&
  GOING_ON.has(a.event.type) &&
  a.event.status.value !== 'denied' &&
  b.event.status.value !== 'denied' &&
  b.follows.some(f => a.triggers.some(t => t.head === f || t.parts.includes(f)))

const isOneTelling = (a: Mentioned, b: Mentioned): boolean =>
  a.event.type === b.event.type && (goesOn(a, b) || goesOn(b, a))

/** "Troops opened fire. Three people were wounded": the toll of the attack told just before. */
const isToll = (a: Mentioned, b: Mentioned): boolean =>
  b.event.by === 'act:kill' &&
  b.event.actors.length === 0 &&
  a.event.type === 'ASSAULT' &&
  a.event.status.value === 'happened' &&
  b.event.status.value === 'happened' &&
  b.sentence - a.last <= TOLL_REACH
const TOLL_REACH = 2

/** Types whose deeds are told in several words ("shot and killed", "opened fire after boarding"). */
const FORCE = new Set(['ASSAULT', 'COERCE', 'RETREAT', 'PROTEST', 'MOBILIZE'])

/** "gunmen killed a bystander after opening fire on a policeman": one sentence, one hand, one deed. */
const inOneBreath = (actors: ActorIndex, a: Mentioned, b: Mentioned): boolean =>
  FORCE.has(a.event.type) &&
  a.sentence === b.sentence &&
  a.event.status.value === b.event.status.value &&
  !a.event.reciprocal &&
  !b.event.reciprocal &&
  meets(actors, ids(a.event.actors), ids(b.event.actors))

/** Nobody is named as that side by the words themselves. */
const isOpen = (side: Event['actors']): boolean =>
  side.every(c => c.basis === 'inferred' && c.by.startsWith('network:'))

/** Do two mentions tell of one act? */
function sameAct(actors: ActorIndex, a: Mentioned, b: Mentioned): boolean {
  const [x, y] = [a.event, b.event]
  if (isOneTelling(a, b) || (x.type === y.type && isToll(a, b))) return true
  if (x.type !== y.type || isOtherKind(x, y) || !timeFits(x, y) || !placeFits(x, y)) return false
  // "ahead of the summit, … his arrival": a trip without a goal of its own is the meeting.
  if (isTripAndMeeting(x, y) && sidesOf(x) > 1 && sidesOf(y) > 1) return false
  if (inOneBreath(actors, a, b)) return true
  if (!statusFits(a, b) || !sidesFit(actors, x, y)) return false
  if (answers(a, b) || answers(b, a)) return meets(actors, ids(x.actors), ids(y.actors))
  const unnamed = sidesOf(x) === 0 || sidesOf(y) === 0
  const sameWord = a.lemma === b.lemma && a.noun && b.noun
  if (unnamed)
    return (
      sameWord || Math.abs(a.sentence - b.sentence) <= NEAR || (x.by === y.by && (a.inTitle || b.inTitle))
    )
  const oneLacks = [x.actors, x.recipients, y.actors, y.recipients].some(isOpen)
  if (a.sentence === b.sentence && oneLacks && !x.reciprocal && !y.reciprocal) return true
  if (!VERBAL.has(x.type) && x.type !== 'CONSULT' && x.by !== y.by && !bothToward(x, y) && !a.inTitle)
    return FORCE.has(x.type) && meets(actors, ids(x.actors), ids(y.actors))
  if (!VERBAL.has(x.type))
    return a.noun || b.noun || a.inTitle || b.inTitle || x.type === 'CONSULT' || x.cameo === y.cameo
  const sameMatter = x.cameo === y.cameo && !x.cameo.endsWith('0') && SPECIFIC.has(x.type)
  return a.inTitle !== b.inTitle || sameMatter || shared(a.about, b.about)
}

const finest = (a: string, b: string): string =>
  b.length > a.length || (a.endsWith('0') && !b.endsWith('0')) ? b : a

const othersOf = (claims: Event['actors'], own: Event['actors']): Event['actors'] =>
  claims.filter(c => !own.some(o => o.value === c.value))

/** What the lead tells as news stays news when it is told again; a telling with a tense outweighs a noun. */
function joinedBackground(kept: Mentioned, further: Mentioned): boolean {
  const [a, b] = [kept.event.background, further.event.background]
  if (answers(further, kept)) return a
  if (kept.weak) return b
  if (further.weak || kept.sentence === 0) return a
  return a || b
}

/** More sides say more, and persons more than offices without a name. */
const richness = (actors: ActorIndex, e: Event): number =>
  10 * sidesOf(e) + [...e.actors, ...e.recipients].filter(c => actors.get(c.value).kind === 'person').length

/** "a clash between rebels and troops killed ten": who fights is told by the fight; whom it hits is no side of it. */
const isTollOfFight = (fight: Mentioned, toll: Mentioned): boolean =>
  fight.event.type === 'ASSAULT' &&
  fight.event.reciprocal &&
  !toll.event.reciprocal &&
  toll.follows.some(f => fight.triggers.some(t => t.head === f || t.parts.includes(f)))

/** The first mention keeps the trigger; what it lacks comes from the others. */
function join(kept: Mentioned, further: Mentioned, actors: ActorIndex): Mentioned {
  const [a, b] = [kept.event, further.event]
  // What one side tells and another denies stays as it was told; the headline's tense gives way to the body's.
  const firm =
    answers(kept, further) ||
    (!answers(further, kept) &&
      ((kept.inTitle && !further.inTitle) || (kept.noun && !further.noun && a.status.by.endsWith(':noun'))))
      ? b
      : a
  const richer = richness(actors, b) > richness(actors, a) && !isTollOfFight(kept, further)
  const [fuller, other] = richer ? [b, a] : [a, b]
  const also: Span[] = [...a.also, b.trigger, ...b.also]
  return {
    ...kept,
    triggers: [...kept.triggers, ...further.triggers],
    follows: [...kept.follows, ...further.follows],
    last: Math.max(kept.last, further.last),
    noun: kept.noun && further.noun,
    weak: kept.weak && further.weak,
    inTitle: kept.inTitle && further.inTitle,
    about: new Set([...kept.about, ...further.about]),
    event: {
      ...a,
      cameo: a.cameo.slice(0, 2) === b.cameo.slice(0, 2) ? finest(a.cameo, b.cameo) : a.cameo,
      mode: a.mode ?? b.mode,
      contexts: [...new Set([...a.contexts, ...b.contexts])],
      actors: fuller.actors.length > 0 ? fuller.actors : othersOf(other.actors, fuller.recipients),
      recipients:
        fuller.recipients.length > 0 || fuller.reciprocal
          ? fuller.recipients
          : othersOf(other.recipients, fuller.actors),
      reciprocal: a.reciprocal || b.reciprocal,
      also: also.sort((s, t) => s.start - t.start),
      status: firm.status,
      background: joinedBackground(kept, further),
      time: a.time ?? b.time,
      place: a.place ?? b.place,
      attributedTo: kept.inTitle || answers(kept, further) ? b.attributedTo : a.attributedTo,
      deniedBy: a.deniedBy ?? b.deniedBy,
      doubts: [...a.doubts, ...b.doubts],
      confidence: Math.min(0.95, Math.max(a.confidence, b.confidence) + 0.05),
    },
  }
}

function joinWhere(
  same: (a: Mentioned, b: Mentioned) => boolean,
  mentions: readonly Mentioned[],
  actors: ActorIndex,
): Mentioned[] {
  const acts: Mentioned[] = []
  for (const mention of mentions) {
    const at = acts.findIndex(a => same(a, mention))
    if (at < 0) acts.push(mention)
    else acts[at] = join(acts[at], mention, actors)
  }
  return acts
}

/**
 * One act, one event within the text. Words of one telling are joined first, so that a noun has the status of what is told of it
 * ("the attack killed two") before it is compared with the acts of other sentences.
 */
export function mergeMentions(mentions: readonly Mentioned[], actors: ActorIndex): Mentioned[] {
  const told = joinWhere(isOneTelling, mentions, actors)
  return joinWhere((a, b) => sameAct(actors, a, b), told, actors)
}
