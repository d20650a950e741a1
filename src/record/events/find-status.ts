// A trigger comes in; whether its act happened, is planned, possible or denied, and whether it is background, goes out.
import type { Acts } from '../../knowledge/acts.ts'
import type { Document } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'
import type { EventStatus } from '../entry.ts'
import { clauseOf } from './clause.ts'
import type { Walk } from './govern-status.ts'
import { modified } from './govern-status.ts'
import type { Trigger } from './match-pattern.ts'
import { word } from './predicate-words.ts'
import { readBackground } from './read-background.ts'
import type { Standing } from './read-tense.ts'
import { future, make } from './read-tense.ts'
import { nounStanding, standing } from './standing.ts'

/** Deeds of force that a definite noun takes as done ("to suppress the militants' attacks"), whatever is hoped of them. */
const DONE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'his', 'her', 'their', 'its'])

function factual(walk: Walk, trigger: Trigger, found: Standing): Standing {
  const { document } = walk
  const open = found.status === 'possible' || found.status === 'planned'
  if (!open || trigger.act.words !== 'noun' || trigger.predicate !== null || !DONE.has(trigger.act.type))
    return found
  const noun = document.tokens[trigger.head]
  const definite = dependents(document, noun.index, 'det', 'nmod:poss').some(
    t => t.deprel === 'nmod:poss' || DEFINITE.has(word(t)),
  )
  // "the use of force" names no deed.
  if (noun.lemma === 'use' || !definite || modified(walk, noun) !== null) return found
  return make('happened', 'noun', noun.index, found.background)
}

const PROMISING: Readonly<Record<string, EventStatus>> = {
  pledge: 'planned',
  promise: 'planned',
  commit: 'planned',
  vow: 'planned',
  announce: 'planned',
  earmark: 'planned',
  offer: 'possible',
}
/** Acts of speech. */
const SPOKEN: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'SUPPORT', 'THREATEN', 'REJECT', 'PROTEST'])
/** Yielding that is done by announcing it. */
const ANNOUNCED: ReadonlySet<string> = new Set(['concede', 'ease-restriction', 'grant-reform'])

/** "said he would impose it but never did": the verb that takes it back. */
function undone(document: Document, predicate: number): number | null {
  const { head } = document.tokens[predicate]
  const beside = [predicate, head].filter(i => i >= 0).flatMap(i => dependents(document, i, 'conj'))
  const taken = beside.find(
    t =>
      t.lemma === 'do' &&
      t.index > predicate &&
      dependents(document, t.index).some(n => /^(?:never|not|n['’]t)$/i.test(n.form)),
  )
  return taken?.index ?? null
}

/** Status of the act at a trigger. */
export function findStatus(document: Document, lexicon: Acts, trigger: Trigger): Standing {
  const walk = { document, lexicon }
  const token = document.tokens[trigger.head]
  const found = factual(
    walk,
    trigger,
    trigger.act.words === 'noun'
      ? nounStanding(walk, token, trigger.predicate, 0)
      : standing(walk, trigger.head, 0),
  )
  if (found.status === 'planned' || found.status === 'possible') {
    const not = undone(document, trigger.predicate ?? trigger.head)
    if (not !== null) return make('denied', 'not done', not, found.background)
  }
  const sentence = document.sentences[token.sentence]
  const last = document.tokens[sentence.endToken - 1]
  if (
    last &&
    last.form === '?' &&
    found.status === 'happened' &&
    clauseOf(document, trigger.head).subjects.length > 0
  )
    return make('possible', 'question', last.index)
  const heading = found.by === 'noun' && found.status === 'happened' && trigger.act.words === 'noun'
  if (heading && trigger.predicate !== null && future(document, trigger.head))
    return make('planned', 'future date', trigger.head)
  // "pledged funds", "offered help": what is promised is still to come.
  if (trigger.act.type === 'AID' && trigger.act.words === 'verb' && found.status === 'happened') {
    const promise = PROMISING[token.lemma.toLowerCase()]
    if (promise) return make(promise, 'promise', token.index, found.background)
  }
  // "rules out a proposal Saturday": speech in the present is done in the saying.
  if (found.by === 'future date' && SPOKEN.has(trigger.act.type) && document.published === null)
    return { ...found, status: 'happened' }
  // "telephoned to congratulate", "rallied to demand": said in the doing.
  if (found.by === 'purpose' && SPOKEN.has(trigger.act.type)) return { ...found, status: 'happened' }
  // "announced it would withdraw the bill": who announces it has yielded.
  const announced = found.by.endsWith('future') || document.tokens[found.word].lemma === 'announce'
  if (found.status === 'planned' && announced && ANNOUNCED.has(trigger.act.id))
    return { ...found, status: 'happened' }
  // One travels to meet; what else is meant to be done may never be.
  const meant = trigger.act.type === 'CONSULT' || SPOKEN.has(trigger.act.type)
  if (found.by.startsWith('purpose') && found.status === 'planned' && !meant)
    return { ...found, status: 'possible' }
  if (found.status !== 'happened' || found.background) return found
  const background = readBackground(walk, trigger, found)
  if (background === 'news') return found
  return background === 'weak' ? { ...found, background: true, weak: true } : { ...found, background: true }
}
