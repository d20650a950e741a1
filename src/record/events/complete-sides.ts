// Triggers with the sides their own clauses name come in; sides that the acts around and inside them tell go out.
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Reference } from '../actors/actor-index.ts'
import { clauseOf, matterOf } from './clause.ts'
import type { Reading, Sided } from './parties.ts'
import { ownersOf, partiesAt, SWAPPING } from './parties.ts'
import { obliquesOf, prepositionOf } from './phrases.ts'
import { behindTheGift, demandedFrom, towardInfinitive } from './reach-recipients.ts'
import { referSides } from './refer-sides.ts'

/** How far below an act its matter may stand. */
export const MATTER_DEPTH = 3
/** What these acts promise, refuse or threaten is toward the same side as the acts themselves. */
export const TOWARD_INNER = new Set(['AGREE', 'REJECT', 'THREATEN'])
/** Acts of which an if-clause names the one they are directed at. */
const CONFLICT = new Set(['THREATEN', 'SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE', 'AGREE'])
/** Nouns of speech whose hearer is the one who accepts or refuses. */
const ANSWERED = new Set(['REQUEST', 'AGREE', 'THREATEN'])

/** Acts that judge a deed: they are toward its doer. */
const JUDGING = new Set(['ACCUSE', 'SUPPORT', 'PROTEST'])
/** Phrases in which a deed meets words against it. */
const AGAINST = new Set(['despite', 'amid', 'amidst', 'under', 'over', 'in spite of', 'following', 'after'])
/** Verbs whose subject meets with words or deeds of others. */
const DRAWING = new Set([
  'draw',
  'face',
  'meet',
  'attract',
  'provoke',
  'prompt',
  'earn',
  'receive',
  'come',
  'trigger',
  'spark',
])
/** Words and deeds that somebody meets with. */
const MET_WITH = new Set(['ACCUSE', 'REQUEST', 'THREATEN', 'REJECT'])

/** The others of a list: neither one's own actors nor their own state. */
function without({ actors }: Reading, list: readonly Reference[], own: readonly Reference[]): Reference[] {
  const home = new Set(own.map(r => actors.get(r.actor).country).filter(c => c !== null))
  const isOwn = (r: Reference) =>
    own.some(o => o.actor === r.actor) || home.has(actors.get(r.actor).country ?? '')
  return list.filter((r, i) => !isOwn(r) && list.findIndex(x => x.actor === r.actor) === i)
}

/** "demanded that the US cancel": the one who shall act. */
function addressed(reading: Reading, { trigger, sides }: Sided): Reference[] {
  const { document } = reading
  const heads = [trigger.head, ...trigger.parts, ...(trigger.predicate === null ? [] : [trigger.predicate])]
  const inside = heads.flatMap(h =>
    dependents(document, h, 'ccomp', 'xcomp', 'acl').filter(t => t.deprel !== 'acl:relcl'),
  )
  for (const clause of inside.map(t => clauseOf(document, t.index))) {
    const subjects = clause.passive ? clause.objects : clause.subjects
    const found = without(
      reading,
      subjects.flatMap(t => partiesAt(reading, t)),
      sides.actors,
    )
    if (found.length > 0) return found
  }
  return []
}

/** "threatened to break relations with Russia": the inner act's other side. */
function fromInside(reading: Reading, sided: Sided, all: ReadonlyMap<number, Sided>): Reference[] {
  const { trigger, sides } = sided
  for (const token of matterOf(reading.document, trigger.head, MATTER_DEPTH)) {
    const inner = all.get(token.index)
    if (!inner || trigger.parts.includes(token.index)) continue
    const { actors, recipients } = inner.sides
    const answered = trigger.act.type === 'REJECT' && ANSWERED.has(inner.trigger.act.type)
    const refused = trigger.act.type === 'REJECT' && inner.trigger.act.words === 'noun' && actors.length > 0
    const both = inner.trigger.act.reciprocal || answered
    const other = both ? [...actors, ...recipients] : refused ? actors : recipients
    const found = without(reading, other, sides.actors)
    if (found.length > 0) return found
  }
  return []
}

/** "If Ottawa raised its tariffs, Wellington would halt the talks": the one the condition is put to. */
function conditioned(reading: Reading, { trigger, sides }: Sided): Reference[] {
  const { document } = reading
  const sentence = document.sentences[document.tokens[trigger.head].sentence]
  const before = document.sentences[sentence.index - 1]
  // A comma is sometimes taken for the end of a sentence.
  const cut = before && !/[.!?”"]/.test(document.tokens[before.endToken - 1].form)
  for (let i = cut ? before.firstToken : sentence.firstToken; i < sentence.endToken; i++) {
    const token = document.tokens[i]
    const mark = dependents(document, i, 'mark').some(m =>
      ['if', 'unless', 'until'].includes(m.form.toLowerCase()),
    )
    if (!mark || i === trigger.head || subtree(document, i).includes(trigger.head)) continue
    if (!isRelation(token.deprel, 'advcl') && token.deprel !== 'root') continue
    const clause = clauseOf(document, i)
    const found = without(
      reading,
      [...clause.subjects].flatMap(t => partiesAt(reading, t)),
      sides.actors,
    )
    if (found.length > 0) return found
  }
  return []
}

/** "promised to ensure security for the Serbs": whom the matter of a promise is for. */
function benefiting(reading: Reading, { trigger, sides }: Sided): Reference[] {
  const { document } = reading
  // "promised more support for Serbia's move"
  const own = clauseOf(document, trigger.head).objects.flatMap(o => obliquesOf(document, o))
  const given = own
    .filter(o => o.prep === 'for' || o.prep === 'to')
    .flatMap(o => [...partiesAt(reading, o.token), ...ownersOf(reading, o.token)])
  const direct = without(reading, given, sides.actors)
  if (direct.length > 0) return direct
  for (const token of matterOf(document, trigger.head, MATTER_DEPTH)) {
    if (token.upos !== 'VERB') continue
    const clause = clauseOf(document, token.index)
    const phrases = clause.obliques.concat(clause.objects.flatMap(o => obliquesOf(document, o)))
    const whom = phrases.filter(o => ['for', 'to', 'with'].includes(o.prep)).map(o => o.token)
    const found = without(
      reading,
      // "agreed to swap prisoners": what is swapped is no side.
      [...(SWAPPING.test(token.lemma) ? [] : clause.objects), ...whom].flatMap(t => partiesAt(reading, t)),
      sides.actors,
    )
    if (found.length > 0) return found
  }
  return []
}

/** "condemned the violence", "criticised Israel for the raid": whose deed it is, where the deed names its doer. */
function doersInside(
  reading: Reading,
  { trigger, sides }: Sided,
  all: ReadonlyMap<number, Sided>,
): Reference[] {
  for (const token of matterOf(reading.document, trigger.head, 2)) {
    const inner = all.get(token.index)
    if (!inner || trigger.parts.includes(token.index)) continue
    const found = without(reading, inner.sides.actors, sides.actors)
    if (found.length > 0) return found
  }
  return []
}

/** "march despite Israeli warnings", "drew criticism": the subject of the verb hears what the noun tells. */
function hearing(reading: Reading, { trigger, sides }: Sided): Reference[] {
  const { document } = reading
  const token = document.tokens[trigger.head]
  const verb = headOf(document, token.index)
  if (trigger.act.words !== 'noun' || !verb || verb.upos !== 'VERB') return []
  const against = isRelation(token.deprel, 'obl') && AGAINST.has(prepositionOf(document, token.index))
  const drawn = (token.deprel === 'obj' || isRelation(token.deprel, 'obl')) && DRAWING.has(verb.lemma)
  if (!against && !drawn) return []
  return without(
    reading,
    clauseOf(document, verb.index).subjects.flatMap(t => partiesAt(reading, t)),
    sides.actors,
  )
}

/** "criticised Israel for attacking", "thanked China for persuading": the one who is spoken to did it. */
function doneByTheOther(reading: Reading, one: Sided, all: ReadonlyMap<number, Sided>): Sided {
  const { document } = reading
  const { trigger, sides } = one
  const token = document.tokens[trigger.head]
  const verb = token.deprel === 'conj' ? document.tokens[token.head] : token
  const outer = verb && verb.head >= 0 ? all.get(verb.head) : undefined
  if (outer?.trigger.act.innerBy !== 'to' || !/^(advcl|acl|obl)$/.test(verb.deprel)) return one
  const marks = dependents(document, verb.index, 'mark', 'case').map(t => t.form.toLowerCase())
  if (token.upos !== 'VERB' || !marks.some(m => ['for', 'of', 'over', 'from'].includes(m))) return one
  const doers = without(reading, outer.sides.recipients, sides.recipients)
  return doers.length > 0 ? { trigger, sides: { ...sides, actors: doers } } : one
}

/** "stood firm against Kim's demands": the demand was put to the one who refuses. */
function answering(reading: Reading, sided: Sided, all: ReadonlyMap<number, Sided>): Reference[] {
  const { document } = reading
  for (let t = headOf(document, sided.trigger.head); t; t = headOf(document, t.index)) {
    const outer = all.get(t.index)
    if (
      outer &&
      ['REJECT', 'AGREE', 'CONCEDE'].includes(outer.trigger.act.type) &&
      outer.trigger.act.words === 'verb'
    )
      return without(reading, outer.sides.actors, sided.sides.actors)
    if (t.upos === 'VERB') return []
  }
  return []
}

/** "Kim's request to lift sanctions": what is asked is done by the one who is asked, never by the one who asks. */
function notTheAsker(reading: Reading, one: Sided, all: ReadonlyMap<number, Sided>): Sided {
  const { trigger, sides } = one
  const token = reading.document.tokens[trigger.head]
  const outer = all.get(token.head)
  if (outer?.trigger.act.innerBy !== 'to' || !/^(acl|xcomp|ccomp|advcl)/.test(token.deprel)) return one
  // "criticised Seoul, questioning its policy": the participle is the critic's own.
  if (token.deprel.startsWith('advcl') && dependents(reading.document, token.index, 'mark').length === 0)
    return one
  const asks = sides.actors.some(r => outer.sides.actors.some(o => o.actor === r.actor))
  return asks
    ? { trigger, sides: { ...sides, actors: without(reading, outer.sides.recipients, sides.recipients) } }
    : one
}

/** Fills the recipients that the act's own clause leaves open. */
export function completeSides(reading: Reading, sided: readonly Sided[]): Sided[] {
  const all = new Map(sided.map(s => [s.trigger.head, s]))
  const completed = sided.map(one => {
    const { trigger, sides } = one
    const { act } = trigger
    if (sides.recipients.length > 0) return one
    let found: Reference[] = []
    if (MET_WITH.has(act.type)) found = hearing(reading, one)
    if (found.length > 0) return { trigger, sides: { actors: sides.actors, recipients: found } }
    if (sides.actors.length === 0) return one
    if (act.innerBy === 'to') found = addressed(reading, one)
    // "apologised for the raid on Turkey's ship"
    const inner = TOWARD_INNER.has(act.type) || /^apolog/.test(reading.document.tokens[trigger.head].lemma)
    if (found.length === 0 && inner) found = fromInside(reading, one, all)
    if (found.length === 0 && act.type === 'REQUEST') found = demandedFrom(reading, one)
    if (found.length === 0 && inner && act.words !== 'noun') found = towardInfinitive(reading, one)
    if (act.type === 'AID' && act.words === 'verb') found = behindTheGift(reading, one)
    if (found.length === 0 && CONFLICT.has(act.type)) found = conditioned(reading, one)
    if (found.length === 0 && act.words === 'noun' && ANSWERED.has(act.type))
      found = answering(reading, one, all)
    if (found.length === 0 && JUDGING.has(act.type) && !act.reciprocal) found = doersInside(reading, one, all)
    if (found.length === 0 && act.type === 'AGREE') found = benefiting(reading, one)
    // "pledged 20 million for schools in Nepal" is a promise and a gift.
    const gives = sided.some(s => s.trigger.head === trigger.head && s.trigger.act.type === 'AID')
    if (found.length === 0 && act.type === 'AGREE' && gives) found = behindTheGift(reading, one)
    if (found.length === 0) return one
    return { trigger, sides: { actors: sides.actors, recipients: found } }
  })
  const known = new Map(completed.map(s => [s.trigger.head, s]))
  const done = completed.map(one => doneByTheOther(reading, notTheAsker(reading, one, known), known))
  return referSides(reading, done)
}
