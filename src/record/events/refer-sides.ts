// An act whose own clause leaves a side open comes in; the side that the words around and before it tell goes out ("a charge Moscow denies", "opposed the plan").
import type { Token } from '../../language/document.ts'
import { ancestors, dependents, headOf, isRelation } from '../../language/tree.ts'
import type { Reference } from '../actors/actor-index.ts'
import { clauseOf } from './clause.ts'
import type { Trigger } from './match-pattern.ts'
import type { Reading, Sided } from './parties.ts'
import { ownersOf, partiesAt, unique } from './parties.ts'
import { obliquesOf, prepositionOf } from './phrases.ts'

type All = ReadonlyMap<number, Sided>

const DENYING = /^(?:deny|reject|dispute|refute|dismiss|rebut)$/
/** Verbs that put somebody before a council or court ("refer Iran to the Security Council for sanctions"). */
const REFERRING = /^(?:refer|report|bring|take|send|haul)$/
/** What somebody is, to whom a deed is done ("the target of an attack"). */
const BEING_MET = /^(?:target|victim|subject|object|focus)$/
/** Verbs by which a plan or proposal becomes somebody's. */
const MAKING =
  /^(?:propose|announce|unveil|offer|present|draft|make|launch|table|submit|plan|suggest|draw|put|outline|publish|pass|adopt|issue|approve|release|send|write|sign|sponsor)$/
/** Acts that judge what somebody wants or does. */
const JUDGING = new Set(['ACCUSE', 'REJECT', 'SUPPORT'])
const OVER = new Set(['for', 'over', 'of', 'about', 'against', 'at', 'with', 'on', 'to'])
/** What is issued speaks for its issuer ("the resolution calls on"). */
const ISSUED =
  /^(?:resolution|measure|statement|declaration|report|letter|communique|communiqué|draft|document|text)$/
/** Words and deeds of those who speak. */
const SPOKEN = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'SUPPORT', 'THREATEN', 'AGREE'])
/** Sentences before a judgement in which it may be told whose plan it judges. */
const REACH = 2

const countriesOf = ({ actors }: Reading, list: readonly Reference[]): ReadonlySet<string> =>
  new Set(list.flatMap(r => actors.get(r.actor).country ?? []))

function othersThan(reading: Reading, list: readonly Reference[], own: readonly Reference[]): Reference[] {
  const home = countriesOf(reading, own)
  return unique(list).filter(
    r => !own.some(o => o.actor === r.actor) && !home.has(reading.actors.get(r.actor).country ?? ''),
  )
}

const partiesOf = (reading: Reading, tokens: readonly number[]): Reference[] =>
  unique(tokens.flatMap(t => partiesAt(reading, t)))

/** "a charge Moscow denies", "accusations rejected by Minsk". */
function deniers(reading: Reading, noun: number): Reference[] {
  const { document } = reading
  const token = document.tokens[noun]
  // "allegations rejected by Minsk" is sometimes read as a clause of its own.
  const over = token.deprel === 'nsubj:pass' && token.head >= 0 ? [document.tokens[token.head]] : []
  const denying = [...dependents(document, noun, 'acl'), ...over].filter(t => DENYING.test(t.lemma))
  const subjects = denying.flatMap(t => clauseOf(document, t.index).subjects)
  return partiesOf(
    reading,
    subjects.filter(t => t !== noun),
  )
}

/** Who says what the noun then calls a charge. */
function accusers(reading: Reading, noun: number, denied: readonly Reference[], all: All): Reference[] {
  const { document } = reading
  let below = document.tokens[noun]
  for (const verb of ancestors(document, noun)) {
    const says = dependents(document, verb.index, 'ccomp').length > 0
    const accuses = verb.index !== noun && all.get(verb.index)?.trigger.act.type === 'ACCUSE'
    if (verb.upos === 'VERB' && (accuses || (says && (below.deprel === 'ccomp' || below.index === noun)))) {
      const found = othersThan(reading, partiesOf(reading, clauseOf(document, verb.index).subjects), denied)
      if (found.length > 0) return found
    }
    below = verb
  }
  return []
}

function ofTheDenied(reading: Reading, one: Sided, all: All): Sided {
  const { trigger, sides } = one
  if (trigger.act.type !== 'ACCUSE' || trigger.act.words !== 'noun') return one
  const recipients = deniers(reading, trigger.head)
  if (recipients.length === 0) return one
  const named = othersThan(reading, sides.actors, recipients)
  const actors = named.length > 0 ? named : accusers(reading, trigger.head, recipients, all)
  return { trigger, sides: { actors, recipients } }
}

/** "could be referred to the Security Council for possible sanctions": by the council, on the one who is referred. */
function ofTheReferred(reading: Reading, one: Sided): Sided {
  const { document } = reading
  const { trigger, sides } = one
  if (trigger.act.type !== 'SANCTION' || trigger.act.words !== 'noun' || sides.recipients.length > 0)
    return one
  const verb = ancestors(document, trigger.head).find(t => t.upos === 'VERB')
  if (!verb || !REFERRING.test(verb.lemma)) return one
  const clause = clauseOf(document, verb.index)
  const to = clause.obliques
    .concat(clause.objects.flatMap(o => obliquesOf(document, o)))
    .filter(o => o.prep === 'to' || o.prep === 'before')
  const council = partiesOf(
    reading,
    to.map(o => o.token),
  )
  if (council.length === 0) return one
  const actors = sides.actors.length > 0 ? sides.actors : council
  return {
    trigger,
    sides: { actors, recipients: othersThan(reading, partiesOf(reading, clause.objects), actors) },
  }
}

/** "was the target of a bomb attack" */
function ofTheTarget(reading: Reading, one: Sided): Sided {
  const { document } = reading
  const { trigger, sides } = one
  const over = headOf(document, trigger.head)
  if (trigger.act.words !== 'noun' || sides.recipients.length > 0 || !over || !BEING_MET.test(over.lemma))
    return one
  if (prepositionOf(document, trigger.head) !== 'of') return one
  const whose = isRelation(over.deprel, 'appos')
    ? [over.head]
    : dependents(document, over.index, 'nsubj').map(t => t.index)
  const recipients = othersThan(reading, partiesOf(reading, whose), sides.actors)
  return recipients.length > 0 ? { trigger, sides: { ...sides, recipients } } : one
}

/** "released three tourists seized in July": those who let go had seized. */
function ofTheKeeper(reading: Reading, one: Sided, all: All): Sided {
  const { document } = reading
  const { trigger, sides } = one
  const verb = document.tokens[trigger.head]
  if (sides.actors.length > 0 || !/^(?:ASSAULT|COERCE)$/.test(trigger.act.type)) return one
  if (!isRelation(verb.deprel, 'acl') || verb.feats.Tense !== 'Past') return one
  const held = headOf(document, verb.index)
  const outer = held?.deprel === 'obj' ? all.get(held.head) : undefined
  if (!outer?.trigger.act.cameo.startsWith('0841')) return one
  // Who "frees" them may well be another.
  if (document.tokens[outer.trigger.head].lemma !== 'release') return one
  return { trigger, sides: { ...sides, actors: outer.sides.actors } }
}

/** The nouns that a judgement is about, where they only point at something told before ("the plan"). */
function pointedAt({ document }: Reading, { act, head }: Trigger): Token[] {
  const objects = act.words === 'verb' ? clauseOf(document, head).objects : []
  const phrases = [head, ...objects].flatMap(h => obliquesOf(document, h)).filter(o => OVER.has(o.prep))
  return [...objects, ...phrases.map(o => o.token)]
    .map(i => document.tokens[i])
    .filter(
      t =>
        t.upos === 'NOUN' &&
        dependents(document, t.index, 'det').some(d => /^(?:the|this|that|these|those)$/i.test(d.form)) &&
        dependents(document, t.index, 'nmod', 'acl', 'compound', 'amod', 'appos').length === 0,
    )
}

/** Whose a thing is, by its own phrase or because he made it. */
function makersOf(reading: Reading, token: Token): Reference[] {
  const owners = ownersOf(reading, token.index)
  if (owners.length > 0) return owners
  const verb = headOf(reading.document, token.index)
  if (!verb || !MAKING.test(verb.lemma) || !/^(?:obj|nsubj:pass)$/.test(token.deprel)) return []
  return partiesOf(reading, clauseOf(reading.document, verb.index).subjects)
}

/** Whose a thing is, where it was spoken of before the word that points at it. */
function makersBefore(
  reading: Reading,
  noun: Token,
  isSame: (token: Token) => boolean,
  own: readonly Reference[],
): Reference[] {
  const { document } = reading
  for (let i = noun.index - 1; i >= 0; i--) {
    const token = document.tokens[i]
    if (noun.sentence - token.sentence > REACH) break
    const makers =
      token.upos === 'NOUN' && isSame(token) ? othersThan(reading, makersOf(reading, token), own) : []
    if (makers.length > 0) return makers.map(r => ({ ...r, inferredBy: 'sides:whose it is' }))
  }
  return []
}

/** "Pakistan's plan to lay mines … Kabul opposed the plan": whose plan it is stands before. */
function ofTheMaker(reading: Reading, one: Sided): Sided {
  const { trigger, sides } = one
  if (!JUDGING.has(trigger.act.type) || sides.recipients.length > 0 || sides.actors.length === 0) return one
  for (const noun of pointedAt(reading, trigger)) {
    const recipients = makersBefore(reading, noun, t => t.lemma === noun.lemma, sides.actors)
    if (recipients.length > 0) return { trigger, sides: { ...sides, recipients } }
  }
  return one
}

/** "The Council adopted a resolution. The measure condemned the raid": who issues it speaks. */
function ofTheIssuer(reading: Reading, one: Sided): Sided {
  const { document } = reading
  const { trigger, sides } = one
  if (trigger.act.words !== 'verb' || !SPOKEN.has(trigger.act.type) || sides.actors.length > 0) return one
  const issued = clauseOf(document, trigger.head)
    .subjects.map(i => document.tokens[i])
    .find(t => t.upos === 'NOUN' && ISSUED.test(t.lemma))
  if (!issued) return one
  const actors = makersBefore(reading, issued, t => ISSUED.test(t.lemma), sides.recipients)
  return actors.length > 0 ? { trigger, sides: { ...sides, actors } } : one
}

/** Sides that other words than the act's own clause tell. */
export function referSides(reading: Reading, sided: readonly Sided[]): Sided[] {
  const all: All = new Map(sided.map(s => [s.trigger.head, s]))
  return sided.map(one => {
    const met = ofTheTarget(reading, ofTheReferred(reading, ofTheDenied(reading, one, all)))
    return ofTheMaker(reading, ofTheIssuer(reading, ofTheKeeper(reading, met, all)))
  })
}
