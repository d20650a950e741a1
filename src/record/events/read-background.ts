// An act told as happened comes in; whether it lies before the story's own news goes out ("during his first term", "the siege", "have fought two wars").
import type { DateExpression, Document, Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Walk } from './govern-status.ts'
import { actAt, modified } from './govern-status.ts'
import type { Trigger } from './match-pattern.ts'
import { cueAt } from './match-pattern.ts'
import { word } from './predicate-words.ts'
import type { Standing } from './read-tense.ts'
import { datesOf, dayNumber } from './read-tense.ts'

/** Days between an act and its report after which the act is not the news any more. */
const OLD_NEWS = 6
/** Deeds that a noun takes as known, where no verb tells that they took place. */
const KNOWN: ReadonlySet<string> = new Set([
  'ASSAULT',
  'COERCE',
  'RETREAT',
  'REQUEST',
  'PROTEST',
  'SANCTION',
  'AGREE',
  'CONCEDE',
])
/** Deeds that a participle or relative clause tells of somebody to say who he is. */
const DESCRIBING: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'RETREAT'])
const WEEK = 7

/** Does the date stand right in the clause, not deep in a phrase of it ("the transition of power on 7 October")? */
function isOwnDate(walk: Walk, date: DateExpression, predicate: number): boolean {
  const { document } = walk
  for (let i = date.firstToken; i < date.endToken; i++) {
    const { head } = document.tokens[i]
    if (head >= date.firstToken && head < date.endToken) continue
    const over = document.tokens[head]
    if (head === predicate || over === undefined) return true
    return over.head === predicate && !(over.upos === 'NOUN' && actAt(walk, over) !== null)
  }
  return true
}

function longAgo(walk: Walk, predicate: number): boolean {
  const { document } = walk
  const { published, text } = document
  const dates = datesOf(document, predicate).filter(d => isOwnDate(walk, d, predicate))
  return dates.some(d => {
    const words = text.content.slice(d.start, d.end)
    if (/\bago\b/i.test(words)) return /\b(years?|decades?|months?|centur)/i.test(words)
    if (!d.to) return false
    if (published) return d.to < published && dayNumber(published) - dayNumber(d.to) > OLD_NEWS
    return d.grain === 'year' || d.grain === 'decade'
  })
}

/** A phrase such as "during his first term" in the clause, or in the one around it. */
function isPast(walk: Walk, index: number): boolean {
  const { document, lexicon } = walk
  if (longAgo(walk, index)) return true
  const inner = (t: Token) => /^(acl|advcl|ccomp|parataxis|conj)/.test(t.deprel)
  const token = document.tokens[index]
  // "thanked them for a February assault": an act inside has its own time.
  const isOther = (t: Token) =>
    inner(t) ||
    (token.upos === 'VERB' && t.upos === 'NOUN' && /^(nmod|obl)/.test(t.deprel) && actAt(walk, t) !== null)
  const clause = subtree(document, index, t => t.index !== index && isOther(t))
  const words = clause.map(i => document.tokens[i].form).join(' ')
  if (lexicon.past.some(p => p.test(words))) return true
  // "previous efforts faltered"
  const acts = dependents(document, index, 'nsubj', 'nsubj:pass').filter(
    s => actAt(walk, s) ?? cueAt(document, s, lexicon),
  )
  if (acts.some(s => modified(walk, s)?.background)) return true
  // The clause around a participle, an infinitive or a "when" lends its time; one around a relative clause does not.
  const parent = headOf(document, index)
  const participle = token.deprel === 'acl' && token.feats.VerbForm === 'Part'
  // "fought a war in 2020 and signed a truce"
  const second =
    token.deprel === 'conj' && datesOf(document, index).length === 0 && token.feats.Tense === 'Past'
  const lends =
    parent !== null && (/^(advcl|xcomp)/.test(token.deprel) || token.upos === 'NOUN' || participle || second)
  return lends && (parent.upos === 'VERB' || parent.upos === 'NOUN') && isPast(walk, parent.index)
}

/** "approves": what is told in the simple present is the news. */
const isPresent = (t: Token): boolean =>
  t.upos === 'VERB' && t.feats.Tense === 'Pres' && t.feats.VerbForm === 'Fin'

/** States of war that last; only their beginning is news. */
const LASTING = new Set(['war', 'conflict', 'insurgency', 'occupation', 'siege', 'blockade'])
const BEGINNING = new Set([
  'begin',
  'start',
  'erupt',
  'break',
  'launch',
  'impose',
  'resume',
  'declare',
  'lay',
  'announce',
])

/** Deeds of force that a definite noun takes as done. */
const DONE: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE'])

/** "the siege", "their demands": a noun in the body of a text that no verb carries. */
function isTakenAsKnown({ document }: Walk, { act, head, predicate }: Trigger, found: Standing): boolean {
  if (act.words !== 'noun') return false
  const token = document.tokens[head]
  if (LASTING.has(token.lemma.toLowerCase()) && token.sentence > 0)
    return predicate === null || !BEGINNING.has(document.tokens[predicate].lemma)
  if (predicate !== null || !KNOWN.has(act.type) || found.by !== 'noun') return false
  const the = dependents(document, head, 'det').some(t => word(t) === 'the')
  return token.sentence > 0 || (DONE.has(act.type) && the && /^(?:obj|obl|nmod)/.test(token.deprel))
}

/** Letters of a clause before or after its verb in which a word of the last hours may stand. */
const AROUND = 80

/** "after a strike killed four overnight": in the hours before the report. */
function isOfTheseHours({ sentences, text, tokens }: Document, index: number): boolean {
  const token = tokens[index]
  const sentence = sentences[token.sentence]
  const from = Math.max(sentence.start, token.start)
  const after = text.content.slice(from, Math.min(sentence.end, from + AROUND))
  return /^[^,;.]*\b(?:overnight|tonight|last night|this morning|hours (?:earlier|before|ago))\b/i.test(after)
}

/** "have met in Tbilisi Monday", "fired drones on Thursday": a day of its own, in the days before the report. */
export function isOfTheseDays(document: Document, index: number): boolean {
  if (isOfTheseHours(document, index)) return true
  const { published, text } = document
  return datesOf(document, index).some(d => {
    if (d.grain !== 'day') return false
    if (published && d.from) return d.from <= published && dayNumber(published) - dayNumber(d.from) < WEEK
    return /^(?:on )?(?:today|yesterday|\w+day)$/i.test(text.content.slice(d.start, d.end))
  })
}

/** Sentences from which on the present perfect looks back ("have urged", "has been fighting"). */
const LOOKING_BACK = 3

/** "have fought two wars", "has been calling on": the perfect far from the lead, or of what goes on. */
/** What somebody has threatened, asked or refused is his line today. */
const LINES: ReadonlySet<string> = new Set(['THREATEN', 'REQUEST', 'REJECT'])

function looksBack({ document }: Walk, trigger: Trigger): boolean {
  const { index, upos, feats, sentence, deprel } = document.tokens[trigger.head]
  // What somebody says has been done is what he tells.
  if (upos !== 'VERB' || deprel === 'ccomp' || deprel === 'parataxis') return false
  if (isOfTheseDays(document, index) || LINES.has(trigger.act.type)) return false
  const aux = dependents(document, index, 'aux', 'aux:pass').map(word)
  if (!aux.some(a => a === 'have' || a === 'has' || a === "'ve" || a === '’ve')) return false
  const goingOn = aux.includes('been') && feats.Tense === 'Pres'
  const far = Math.max(LOOKING_BACK, document.sentences.length / 2)
  return sentence >= far || (goingOn && sentence > 0)
}

/** "a man arrested in May", "since militants destroyed the wall", "as troops are battling rebels": what stands behind the news. */
function isReason({ document }: Walk, trigger: Trigger): boolean {
  const token = document.tokens[trigger.head]
  if (token.upos !== 'VERB') return false
  const past = token.feats.Tense === 'Past'
  if (/^acl/.test(token.deprel)) return past && DESCRIBING.has(trigger.act.type)
  if (!isRelation(token.deprel, 'advcl') || token.sentence === 0) return false
  if (isOfTheseHours(document, trigger.predicate ?? token.index)) return false
  const marks = dependents(document, token.index, 'mark').map(word)
  const during = token.feats.VerbForm === 'Part' && !past && marks.includes('as')
  // "spoke after meeting the envoy": the meeting is as new as the speech.
  return during || marks.some(m => m === 'since' || (m === 'after' && trigger.act.type !== 'CONSULT'))
}

/** `weak`: only because its noun takes the act as known; a telling with a tense decides. */
export function readBackground(
  walk: Walk,
  trigger: Trigger,
  found: Standing,
): 'news' | 'background' | 'weak' {
  const { document, lexicon } = walk
  // A noun has no tense: the past of its sentence is its own.
  if (trigger.act.words === 'noun') {
    const sentence = document.sentences[document.tokens[trigger.head].sentence]
    const words = document.text.content.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
    if (lexicon.past.some(p => p.test(words))) return 'background'
  }
  const predicate = trigger.predicate ?? trigger.head
  if (isPresent(document.tokens[predicate])) return 'news'
  if (
    isPast(walk, predicate) ||
    isPast(walk, trigger.head) ||
    isReason(walk, trigger) ||
    looksBack(walk, trigger)
  )
    return 'background'
  return isTakenAsKnown(walk, trigger, found) ? 'weak' : 'news'
}
