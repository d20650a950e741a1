// A predicate comes in; how its own words put it goes out: tense, modality, negation, condition, future dates.
import type { Acts } from '../../knowledge/acts.ts'
import type { DateExpression, Document, Token } from '../../language/document.ts'
import { ancestors, dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { EventStatus } from '../entry.ts'
import { findCondition } from './conditions.ts'
import { auxiliaries, word } from './predicate-words.ts'

export interface Standing {
  readonly status: EventStatus
  readonly background: boolean
  /** The rule that read it, with the word it rests on. */
  readonly by: string
  readonly word: number
  /** What is demanded or hoped *not* to be done is no event. */
  readonly none: boolean
  /** Background only because its noun takes the act as known ("the siege"); a telling with a tense decides. */
  readonly weak?: boolean
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'no longer', 'hardly', 'without'])
const FUTURE = new Set(['will', "'ll", '’ll', 'shall', 'wo'])
const OPEN = new Set(['can', 'could', 'may', 'might', 'must', 'should', 'ought', 'ca'])
export const make = (status: EventStatus, by: string, word: number, background = false): Standing => ({
  status,
  background,
  by,
  word,
  none: false,
})

function negation(document: Document, predicate: number): Token | null {
  const near = dependents(document, predicate)
  const direct = near.find(t => NEGATIONS.has(word(t)) && !isRelation(t.deprel, 'conj'))
  if (direct) {
    const next = document.tokens[direct.index + 1]
    if (next && ['only', 'just', 'merely', 'least'].includes(word(next))) return null
    return direct
  }
  // "no talks were held", "held no talks", "nobody met"
  for (const t of near.filter(n => ['nsubj', 'nsubj:pass', 'obj'].includes(n.deprel))) {
    if (['nobody', 'none', 'no', 'neither', 'nothing'].includes(word(t))) return t
    const no = dependents(document, t.index, 'det').find(d => ['no', 'neither'].includes(word(d)))
    if (no) return no
  }
  return null
}

/** Dates that hang on a word or on its phrases, not on a clause below it. */
export function datesOf(document: Document, predicate: number): DateExpression[] {
  const below = new Set(
    subtree(
      document,
      predicate,
      t => isRelation(t.deprel, 'conj') || /^(ccomp|acl|advcl|xcomp|parataxis)/.test(t.deprel),
    ),
  )
  return document.dates.filter(d => {
    for (let i = d.firstToken; i < d.endToken; i++) if (below.has(i)) return true
    return false
  })
}

export const dayNumber = (iso: string): number => Date.parse(iso) / 86_400_000

/** Letters of "later ". */
const LATER = 6

export function future(document: Document, predicate: number): boolean {
  const { feats } = document.tokens[predicate]
  const goingOn =
    feats.Tense === 'Pres' && feats.VerbForm === 'Part' && auxiliaries(document, predicate).length > 0
  const { published } = document
  return datesOf(document, predicate).some(d => {
    if (d.from && published) return d.from > published
    const words = document.text.content.slice(d.start, d.end)
    const before = document.text.content.slice(Math.max(0, d.start - LATER), d.start)
    if (/^(?:on )?(?:tomorrow|next|later)\b/i.test(words) || /\blater $/i.test(before)) return true
    // "are meeting Saturday", without a date of the report: under way.
    return !goingOn && /^(?:on )?\w+day\b/i.test(words)
  })
}

/** Time, rather than terms: "will leave once the truce holds" is a plan. */
const TIMES = new Set(['until', 'till', 'once', 'whether', 'as'])

const conditional = (document: Document, predicate: number): boolean =>
  dependents(document, predicate, 'advcl').some(a => {
    const condition = findCondition(document, a.index)
    return condition !== null && !TIMES.has(word(condition))
  })

/** Does the clause stand inside what somebody says, in the past? There "would" is "will". */
const reported = (document: Document, predicate: number, lexicon: Acts): boolean => {
  const inside = document.tokens[predicate]
  return [inside, ...ancestors(document, predicate)].some(t => {
    if (t.deprel !== 'ccomp' && t.deprel !== 'parataxis') return false
    const parent = headOf(document, t.index)
    return Boolean(parent && lexicon.saying.has(parent.lemma))
  })
}

/** The predicate as its own words put it: tense, modality, negation. */
export function local(document: Document, predicate: number, lexicon: Acts): Standing {
  const token = document.tokens[predicate]
  const aux = auxiliaries(document, predicate)
  const no = negation(document, predicate)
  if (no) {
    const open = aux.find(a => ['may', 'might', 'could'].includes(word(a)))
    // "must not be sent": what somebody is not to do is no event.
    const forbidden = aux.some(a => ['must', 'should', 'ought'].includes(word(a)))
    return { ...make(open || forbidden ? 'possible' : 'denied', 'negation', no.index), none: forbidden }
  }
  const will = aux.find(a => FUTURE.has(word(a)))
  // "will only agree to": on terms.
  const only = dependents(document, predicate, 'advmod').some(a => word(a) === 'only' && a.index < predicate)
  if (will)
    return make(conditional(document, predicate) || only ? 'possible' : 'planned', 'future', will.index)
  const would = aux.find(a => ['would', "'d", '’d'].includes(word(a)) && a.lemma !== 'have')
  const perfect = aux.some(a => a.lemma === 'have')
  if (would && !perfect) {
    const later = reported(document, predicate, lexicon) && !conditional(document, predicate)
    return make(later ? 'planned' : 'possible', later ? 'reported future' : 'conditional', would.index)
  }
  // "would have expelled": it did not.
  if (would && perfect && !reported(document, predicate, lexicon))
    return make('denied', 'counterfactual', would.index)
  const open = aux.find(a => OPEN.has(word(a)))
  if (open) return make('possible', 'modal', open.index)
  const to = dependents(document, predicate, 'mark').find(m => word(m) === 'to')
  const subject = dependents(document, predicate, 'nsubj', 'nsubj:pass')[0]
  const condition = token.deprel === 'root' ? findCondition(document, predicate) : null
  if (condition) return make('possible', `condition:${word(condition)}`, condition.index)
  // A headline's "Ruto to host talks".
  if (to && subject && token.deprel === 'root') return make('planned', 'headline infinitive', to.index)
  const is = aux.find(a => a.lemma === 'be' && a.feats.VerbForm === 'Fin')
  if (to && is) return make('planned', 'is to', to.index)
  if (token.deprel === 'root' && token.feats.Mood === 'Imp' && !subject)
    return make('possible', 'imperative', predicate)
  // "spoke Monday after meeting": a gerund says nothing of the time to come.
  const bare = /^(?:Ger|Part)$/.test(token.feats.VerbForm ?? '') && aux.length === 0
  if (!bare && future(document, predicate) && token.feats.Tense !== 'Past')
    return make('planned', 'future date', predicate)
  // "Either it expels them or it tries them": which of the two is open.
  const either = dependents(document, predicate, 'cc:preconj', 'cc').find(c => word(c) === 'either')
  if (either && token.feats.Tense === 'Pres') return make('possible', 'alternative', either.index)
  const had = aux.find(a => word(a) === 'had')
  const pluperfect = Boolean(had) && !reported(document, predicate, lexicon)
  return make('happened', 'tense', predicate, pluperfect)
}
