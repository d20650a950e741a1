// A trigger comes in; the time and the place that its own clause names go out, null where it names none.
import type { DateExpression, Document, Token } from '../../language/document.ts'
import { dependents, headOf, isRelation } from '../../language/tree.ts'
import type { EventPlace, EventStatus, EventTime } from '../entry.ts'
import type { Trigger } from './match-pattern.ts'
import type { Places } from './parties.ts'
import { obliquesOf, placesAfter, prepositionOf } from './phrases.ts'

const AT = new Set(['in', 'at', 'near', 'outside', 'inside', 'off', 'across', 'around'])
/** Verbs and nouns of going, whose goal is the place. */
const GOING = new Set([
  'visit',
  'arrival',
  'trip',
  'travel',
  'arrive',
  'go',
  'fly',
  'leave',
  'land',
  'head',
  'return',
  'come',
  'tour',
  'journey',
  'depart',
  'departure',
  'summit',
  'recall',
  'order',
  'expel',
  'invite',
])

/** What talks are about: "discussed the situation in Syria" was not discussed there. */
const TOPICS = new Set([
  'situation',
  'crisis',
  'conflict',
  'war',
  'issue',
  'development',
  'process',
  'question',
  'problem',
  'peace',
  'security',
  'stability',
  'settlement',
  'project',
])

/** The word of a date expression that the others hang on. */
function headOfRange(document: Document, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { head } = document.tokens[i]
    if (head < from || head >= to) return i
  }
  return from
}

const CLAUSES = ['acl', 'advcl', 'ccomp', 'csubj', 'parataxis', 'appos']

const isPredicate = (t: Token): boolean => t.upos === 'VERB' || t.deprel === 'root'

/** The words an adjunct is said of: the nouns it hangs on, up to the first verb. */
function anchors(document: Document, token: number): number[] {
  const found: number[] = []
  for (let t = headOf(document, token); t; t = headOf(document, t.index)) {
    found.push(t.index)
    // "McGurk, who was envoy until December, criticized": the clause inside has its own time.
    if (isPredicate(t) || CLAUSES.some(r => isRelation(t.deprel, r))) break
  }
  return found
}

/** Words whose adjuncts are the trigger's own: itself, its verb, verbs it shares a subject with. */
function homes(document: Document, trigger: Trigger): number[] {
  const home = [trigger.head, ...(trigger.predicate === null ? [] : [trigger.predicate])]
  const top = document.tokens[trigger.predicate ?? trigger.head]
  // "signed a truce brokered by Moscow that November"
  for (const object of dependents(document, top.index, 'obj'))
    home.push(
      ...dependents(document, object.index, 'acl')
        .filter(t => t.feats.Tense === 'Past')
        .map(t => t.index),
    )
  // "met and signed on Monday"
  if (isJoined(top) && top.head >= 0) home.push(top.head)
  return home
}

const isJoined = (verb: Token): boolean => verb.deprel === 'conj' || verb.deprel === 'parataxis'

/** "he has an election in May, and the opposition accuses him": the day of another clause, unless it opens both ("In July, Chad closed its port, and Togo protested"). */
function isOfFirstOnly(document: Document, trigger: Trigger, date: DateExpression): boolean {
  const top = document.tokens[trigger.predicate ?? trigger.head]
  const subjects = (t: number) => dependents(document, t, 'nsubj', 'nsubj:pass')
  if (!isJoined(top) || top.head < 0 || subjects(top.index).length === 0) return false
  const [first] = subjects(top.head)
  return first === undefined || date.firstToken > first.index
}

/** "said on Tuesday he would invite": the day right after another verb is that verb's. */
function saidThen(document: Document, trigger: Trigger, first: number, shared: readonly number[]): boolean {
  const { tokens } = document
  const at = tokens[first - 1]?.upos === 'ADP' ? first - 2 : first - 1
  const before = tokens[at]
  return (
    before?.upos === 'VERB' &&
    at < trigger.head &&
    at !== trigger.predicate &&
    !trigger.parts.includes(at) &&
    !shared.includes(at)
  )
}

/** "the first meeting since September", "two days after they imposed sanctions": no time of the act itself. */
function isElsewhere(document: Document, trigger: Trigger, date: DateExpression): boolean {
  const { content } = document.text
  const { firstToken } = document.sentences[document.tokens[trigger.head].sentence]
  const before = content.slice(document.tokens[firstToken].start, date.start)
  if (RANKED_SINCE.test(before) || SET_DAY.test(before)) return true
  return trigger.head > date.firstToken && /\b(?:after|before)$/i.test(content.slice(date.start, date.end))
}

const RANKED_SINCE =
  /\b(?:first|only|latest|last|biggest|largest|highest|lowest|worst|deadliest|most|longest)(?! (?:night|week|month|year))(?: [^\s,;:]+){0,8} since (?:the )?$/i

/** "discussed a date in April", "set a deadline of May 3": the day that is spoken of. */
const SET_DAY =
  /\b(?:date|dates|deadline|timetable|target|window|vote|election|elections|referendum) (?:in|for|of|on|by) (?:the )?(?:early |late |mid-)?$/i

/** "signed a deal to build it by 2030": what has happened did not happen in days still to come. */
const isAhead = ({ published }: Document, { from, to }: DateExpression): boolean =>
  published !== null && from !== null && from >= published && (to ?? published) > published

export function findTime(document: Document, trigger: Trigger, status: EventStatus): EventTime | null {
  const home = homes(document, trigger)
  const top = document.tokens[trigger.predicate ?? trigger.head]
  const rank = (d: DateExpression) => {
    if (saidThen(document, trigger, d.firstToken, status === 'happened' ? home : [])) return -1
    const above = anchors(document, headOfRange(document, d.firstToken, d.endToken))
    const fits = (h: number) => h !== top.head || !isOfFirstOnly(document, trigger, d)
    const ranks = home.map((h, i) => (above.includes(h) && fits(h) ? i : -1)).filter(i => i >= 0)
    return ranks.length > 0 ? Math.min(...ranks) : -1
  }
  const { sentence } = document.tokens[trigger.head]
  const near = document.dates
    .filter(d => document.tokens[d.firstToken]?.sentence === sentence && !isElsewhere(document, trigger, d))
    .map(date => ({ date, rank: rank(date), far: Math.abs(date.firstToken - trigger.head) }))
    .filter(c => c.rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.far - b.far)
  const best = near[0]?.date
  return best && !(status === 'happened' && isAhead(document, best))
    ? { span: { start: best.start, end: best.end }, from: best.from, to: best.to, grain: best.grain }
    : null
}

/** The whole name around a token: an entity, or the token with its flat and compound parts. */
function nameAt(document: Document, token: Token): { start: number; end: number } {
  const entity = document.entities.find(e => e.firstToken <= token.index && token.index < e.endToken)
  if (entity) return { start: entity.start, end: entity.end }
  const pieces = [
    token,
    ...dependents(document, token.index, 'flat', 'compound').filter(t => t.upos === 'PROPN'),
  ]
  return { start: Math.min(...pieces.map(t => t.start)), end: Math.max(...pieces.map(t => t.end)) }
}

function placeAt(document: Document, places: Places, index: number): EventPlace | null {
  const token = document.tokens[index]
  if (token.upos !== 'PROPN' && token.upos !== 'NOUN' && token.upos !== 'ADJ') return null
  const span = nameAt(document, token)
  const name = document.text.content.slice(span.start, span.end)
  const entity = document.entities.find(e => e.firstToken <= index && index < e.endToken)
  const known = places.names(name).find(n => n.how !== 'demonym')
  const country =
    places.countryOfPlace(name) ??
    (known?.actor.kind === 'state' || known?.how === 'metonym' ? known.actor.country : null)
  if (country === null && entity?.type !== 'place') return null
  return { span, name, country }
}

/** "the situation in Syria", whatever the tree hangs it on: the noun right before the preposition. */
function isOfTopic(document: Document, place: number): boolean {
  const prep = dependents(document, place, 'case')[0]
  const before = prep ? document.tokens[prep.index - 1] : undefined
  return before !== undefined && before.upos === 'NOUN' && TOPICS.has(before.lemma)
}

export function findPlace(document: Document, places: Places, trigger: Trigger): EventPlace | null {
  const going = GOING.has(document.tokens[trigger.head].lemma)
  const fits = (prep: string) =>
    AT.has(prep) ||
    (going && (prep === 'to' || prep === 'for' || prep === 'out of' || prep === 'from' || prep === 'of'))
  for (const home of homes(document, trigger).slice(0, 2)) {
    const own = obliquesOf(document, home)
    // "actions against churches in Busan"
    // "sat down with Giorgia Meloni in Rome"
    const around = [...own.map(o => o.token), ...dependents(document, home, 'obj').map(t => t.index)]
    const nested = around.filter(t => ['NOUN', 'PROPN'].includes(document.tokens[t].upos))
    const below = nested.flatMap(t => obliquesOf(document, t)).filter(o => o.prep === 'in' || o.prep === 'at')
    for (const o of [...own, ...below].filter(x => fits(x.prep) && !isOfTopic(document, x.token))) {
      const place = placeAt(document, places, o.token)
      if (place) return place
    }
    const after = document.tokens[home].upos === 'NOUN' ? placesAfter(document, home) : []
    for (const t of after) {
      const place = placeAt(document, places, t)
      if (place) return place
    }
    for (const t of going ? dependents(document, home, 'obj') : []) {
      const place = placeAt(document, places, t.index)
      if (place) return place
    }
    if (document.tokens[home].upos === 'VERB') continue
    for (const t of dependents(document, home, 'compound', 'amod', 'nmod:poss')) {
      const place = document.tokens[t.index].upos === 'PROPN' ? cityBefore(document, places, t) : null
      if (place) return place
    }
  }
  return null
}

/** "the Riyadh summit": a town before the noun, not a state ("the Iran talks"). */
function cityBefore(document: Document, places: Places, token: Token): EventPlace | null {
  const place = placeAt(document, places, token.index)
  if (!place || prepositionOf(document, token.index) !== '' || isRelation(token.deprel, 'nmod:poss'))
    return null
  const isState = places.names(place.name).some(n => n.actor.kind === 'state' && n.how !== 'metonym')
  return !isState && places.countryOfPlace(place.name) ? place : null
}
