// A trigger comes in; whether its act happened, is planned, possible or denied, and whether it is background, goes out.
import type { Act, Acts, Cue, Inner } from '../../knowledge/acts.ts'
import type { DateExpression, Document, Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { EventStatus } from '../entry.ts'
import { clauseOf, governor, prepositionOf } from './clause.ts'
import type { Trigger } from './match-pattern.ts'
import { bestMatch, cueAt } from './match-pattern.ts'
import type { Standing } from './read-tense.ts'
import { auxiliaries, CONDITIONS, datesOf, dayNumber, future, local, make, word } from './read-tense.ts'

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
/** Trees are not deeper than this between an act and what governs it. */
const DEEPEST = 12

/** Phrases whose act lies before the clause, whatever the clause itself is. */
const BEFOREHAND = new Set([
  'after',
  'following',
  'since',
  'amid',
  'amidst',
  'despite',
  'because of',
  'over',
  'by',
  'from',
  'due to',
])
/** Phrases that only say when or where, whatever governs them. */
const TEMPORAL = new Set([
  'in',
  'at',
  'during',
  'ahead of',
  'before',
  'until',
  'prior to',
  'within',
  'through',
])
const AFTERWARDS = new Set(['before', 'ahead of', 'until', 'pending', 'for', 'towards', 'toward', 'prior to'])

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

/** What a cue makes of the act inside it, given how the cue itself stands. */
function compose(inside: Standing, inner: Inner, outer: Standing, at: number): Standing {
  const background = inside.background || outer.background
  const as = (status: EventStatus) => ({ ...make(status, `cue:${inner}`, at, background), none: inside.none })
  if (outer.status === 'denied') {
    if (inner === 'denied') return as('possible')
    return as(inner === 'planned' || inner === 'happened' ? 'denied' : 'possible')
  }
  if (inner === 'possible' && inside.status === 'denied') return { ...as('possible'), none: true }
  if (inner === 'none') return { ...inside, none: true }
  // "to avoid possible sanctions": neither done nor refused.
  if (inner === 'denied' && (inside.status === 'possible' || outer.status !== 'happened'))
    return as('possible')
  if (inner === 'denied') return as(inside.status === 'denied' ? 'possible' : 'denied')
  if (inner === 'possible') return as('possible')
  if (outer.status === 'possible' && inside.status !== 'denied') return as('possible')
  if (inner === 'planned') return as(inside.status === 'happened' ? 'planned' : inside.status)
  return as(inside.status === 'happened' ? outer.status : inside.status)
}

interface Walk {
  readonly document: Document
  readonly lexicon: Acts
}

const actAt = (walk: Walk, token: Token): Act | null =>
  bestMatch(walk.document, token, walk.lexicon.acts)?.pattern ?? null

/** The inner status that a governing word gives, as a cue or as an act of its own. */
function governing(
  walk: Walk,
  parent: Token,
): { readonly inner: Inner; readonly background: boolean } | null {
  const cue: Cue | null = cueAt(walk.document, parent, walk.lexicon)
  const act = actAt(walk, parent)
  if (act?.inner && act.parts.length >= (cue?.parts.length ?? 0))
    return { inner: act.inner, background: false }
  return cue ? { inner: cue.inner, background: cue.background } : null
}

const COMPLEMENTS = [
  'ccomp',
  'xcomp',
  'obj',
  'acl',
  'advcl',
  'obl',
  'nmod',
  'csubj',
  'nsubj',
  'compound',
  'dep',
]

/** Is the child in a place where the parent's meaning reaches it? */
function isComplement(walk: Walk, child: Token, parent: Token): boolean {
  if (child.deprel === 'acl:relcl') return false
  if (isRelation(child.deprel, 'nsubj')) return child.deprel === 'nsubj:pass' || parent.upos === 'ADJ'
  if (isRelation(child.deprel, 'advcl')) {
    const marks = dependents(walk.document, child.index, 'mark').map(word)
    return marks.length === 0
      ? child.feats.VerbForm !== 'Ger'
      : marks.every(m => ['to', 'on', 'from', 'of', 'for'].includes(m))
  }
  if (isRelation(child.deprel, 'obl')) {
    const prep = prepositionOf(walk.document, child.index)
    return !BEFOREHAND.has(prep) && !TEMPORAL.has(prep)
  }
  if (isRelation(child.deprel, 'nmod')) return child.deprel !== 'nmod:poss'
  // "a resolution calling for": the participle says what the noun does, not what it is about.
  if (child.deprel === 'acl') return dependents(walk.document, child.index, 'mark').length > 0
  return COMPLEMENTS.some(r => isRelation(child.deprel, r))
}

/** Adjectives and nouns that stand before a noun: "planned visit", "former", "no". */
function modified(walk: Walk, noun: Token): Standing | null {
  for (const m of dependents(walk.document, noun.index, 'amod', 'compound', 'det', 'advmod')) {
    if (m.deprel === 'det' && word(m) === 'no') return make('denied', 'negation', m.index)
    if (m.deprel === 'det' && word(m) === 'any') return make('possible', 'any', m.index)
    if (m.deprel === 'det') continue
    const cue = cueAt(walk.document, m, walk.lexicon)
    if (!cue || cue.inner === 'none') continue
    // "recent reports about": the reports are recent, not what they are about.
    const background = cue.background && (m.lemma !== 'recent' || actAt(walk, noun) !== null)
    return make(cue.inner, `cue:${cue.inner}`, m.index, background)
  }
  return null
}

const isForce = (walk: Walk, noun: Token): boolean =>
  ['ASSAULT', 'COERCE', 'MOBILIZE', 'ACCUSE'].includes(actAt(walk, noun)?.type ?? '')

function nounStanding(walk: Walk, noun: Token, carrier: number | null, depth: number): Standing {
  const { document } = walk
  const before = modified(walk, noun)
  const parent = governor(document, noun.index)
  if (carrier !== null && depth < DEEPEST) {
    const outer = standing(walk, carrier, depth + 1)
    if (!before) return outer
    return outer.status === 'happened'
      ? { ...before, background: before.background || outer.background }
      : outer
  }
  let base = before ?? make('happened', 'noun', noun.index)
  if (!parent || depth >= DEEPEST) return base
  if (noun.deprel === 'conj' && parent.upos === 'NOUN' && !before)
    return nounStanding(walk, parent, null, depth + 1)
  const govern = isComplement(walk, noun, parent) ? governing(walk, parent) : null
  if (govern) {
    const outer = standing(walk, parent.index, depth + 1)
    // "rejected Colombia's raid": who rejects a deed of force does not undo it.
    const done = govern.inner === 'denied' && actAt(walk, parent)?.type === 'REJECT' && isForce(walk, noun)
    const made = compose(base, done ? 'happened' : govern.inner, outer, parent.index)
    return govern.background ? { ...made, background: true } : made
  }
  if (
    isRelation(noun.deprel, 'nmod') &&
    (walk.lexicon.containers.has(parent.lemma) ||
      (parent.upos === 'NOUN' && cueAt(document, parent, walk.lexicon)))
  )
    if (['of', 'for', 'about', 'on', 'in', 'to'].includes(prepositionOf(document, noun.index))) {
      const outer = nounStanding(walk, parent, null, depth + 1)
      return outer.by === 'noun' ? base : { ...outer, none: base.none }
    }
  const predicative = dependents(document, parent.index, 'cop').length > 0 && isRelation(noun.deprel, 'nsubj')
  if (parent.upos !== 'VERB' && parent.upos !== 'ADJ' && !predicative) return base
  const outer = standing(walk, parent.index, depth + 1)
  const prep = prepositionOf(document, noun.index)
  if (isRelation(noun.deprel, 'obl') && BEFOREHAND.has(prep))
    return outer.background ? { ...base, background: true } : base
  if (before === null && isRelation(noun.deprel, 'obl') && AFTERWARDS.has(prep))
    base = make(
      outer.status === 'happened' ? 'planned' : outer.status,
      `before:${prep}`,
      noun.index,
      outer.background,
    )
  else if (before === null && outer.status === 'planned') base = { ...outer, by: 'clause around it' }
  else if (before === null && outer.status === 'possible' && /^(nsubj|obl|obj)/.test(noun.deprel))
    base = { ...outer, by: 'clause around it' }
  return outer.background ? { ...base, background: true } : base
}

/** How a predicate stands once everything that governs it is heard. */
function standing(walk: Walk, index: number, depth: number): Standing {
  const { document, lexicon } = walk
  const token = document.tokens[index]
  const own = local(document, index, lexicon)
  const parent = headOf(document, index)
  if (!parent || depth >= DEEPEST) return own
  if (token.upos === 'NOUN' || token.upos === 'PROPN') {
    const noun = nounStanding(walk, token, null, depth + 1)
    return own.status === 'happened' ? noun : own
  }
  const marks = dependents(document, index, 'mark').map(word)
  // "efforts faltered when Trump stood firm", read as said of the efforts: a clause of its own.
  if (
    token.deprel === 'acl' &&
    token.feats.VerbForm === 'Fin' &&
    !marks.includes('that') &&
    dependents(document, index, 'nsubj').length > 0
  )
    return own
  if (token.deprel === 'acl' && marks.includes('to') && parent.deprel === 'root' && parent.upos === 'PROPN')
    return make('planned', 'headline infinitive', index)
  if (token.deprel === 'conj') return besideFirst(walk, token, parent, own, depth)
  const condition = dependents(document, index, 'mark').find(m => CONDITIONS.has(word(m)))
  if (condition && own.status !== 'denied' && !(word(condition) === 'once' && own.status === 'planned'))
    return make('possible', `condition:${word(condition)}`, condition.index, own.background)
  if (isComplement(walk, token, parent)) {
    const govern = governing(walk, parent)
    if (govern) {
      const made = compose(own, govern.inner, standing(walk, parent.index, depth + 1), parent.index)
      return govern.background ? { ...made, background: true } : made
    }
  }
  if (isRelation(token.deprel, 'advcl')) return adverbial(walk, token, parent, own, marks, depth)
  if (token.deprel === 'xcomp' || token.deprel === 'acl') {
    const outer = standing(walk, parent.index, depth + 1)
    if (own.status === 'denied') return own
    // "a pledge to help": an infinitive without a known governor is not a fact.
    if (marks.includes('to') && outer.status === 'happened')
      return make('possible', 'infinitive', index, outer.background)
    return own.status === 'happened' ? outer : own
  }
  return own
}

/** "will meet and sign": the second verb shares the first one's tense unless it has its own. */
function besideFirst(walk: Walk, token: Token, first: Token, own: Standing, depth: number): Standing {
  const { document } = walk
  const finite = auxiliaries(document, token.index).length > 0 || token.feats.VerbForm === 'Fin'
  const subject = dependents(document, token.index, 'nsubj', 'nsubj:pass').length > 0
  const outer = standing(walk, first.index, depth + 1)
  if (finite && (subject || token.feats.Tense === 'Past')) {
    // "said he would … and sent": only what governs both reaches the second.
    return outer.by.startsWith('cue:') &&
      own.status === 'happened' &&
      !subject &&
      first.feats.VerbForm !== 'Fin'
      ? outer
      : { ...own, background: own.background || (outer.background && own.status === 'happened') }
  }
  return own.status === 'denied' ? own : outer
}

function adverbial(
  walk: Walk,
  token: Token,
  parent: Token,
  own: Standing,
  marks: string[],
  depth: number,
): Standing {
  const outer = standing(walk, parent.index, depth + 1)
  const background = own.background || (outer.background && own.status === 'happened')
  if (marks.includes('to')) {
    if (own.status === 'denied') return own
    const status = outer.status === 'happened' ? 'planned' : outer.status
    return make(status, 'purpose', token.index, outer.background)
  }
  const temporal = marks.some(m => ['after', 'when', 'as', 'before', 'once', 'while'].includes(m))
  if (temporal && (outer.status === 'planned' || outer.status === 'possible') && own.status === 'happened')
    if (token.feats.Tense !== 'Past') return make('possible', 'time of a future clause', token.index)
  if (marks.length === 0 && token.feats.VerbForm !== 'Fin' && own.status === 'happened')
    return { ...outer, background }
  return { ...own, background }
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
  if (!definite || modified(walk, noun) !== null) return found
  return make('happened', 'noun', noun.index, found.background)
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
  // One travels to meet; what else is meant to be done may never be.
  if (found.by === 'purpose' && found.status === 'planned' && trigger.act.type !== 'CONSULT')
    return { ...found, status: 'possible' }
  if (found.status !== 'happened' || found.background) return found
  // A noun has no tense: the past of its sentence is its own.
  if (trigger.act.words === 'noun') {
    const words = document.text.content.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
    if (lexicon.past.some(p => p.test(words))) return { ...found, background: true }
  }
  const predicate = trigger.predicate ?? trigger.head
  if (isPresent(document.tokens[predicate])) return found
  if (
    isPast(walk, predicate) ||
    isPast(walk, trigger.head) ||
    isReason(walk, trigger) ||
    looksBack(walk, trigger)
  )
    return { ...found, background: true }
  return isTakenAsKnown(walk, trigger, found) ? { ...found, background: true, weak: true } : found
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

/** Sentences from which on the present perfect looks back ("have urged", "has been fighting"). */
const LOOKING_BACK = 3

/** "have fought two wars", "has been calling on": the perfect far from the lead, or of what goes on. */
function looksBack({ document }: Walk, trigger: Trigger): boolean {
  const { index, upos, feats, sentence, deprel } = document.tokens[trigger.head]
  // What somebody says has been done is what he tells.
  if (upos !== 'VERB' || deprel === 'ccomp' || deprel === 'parataxis') return false
  const aux = dependents(document, index, 'aux', 'aux:pass').map(word)
  if (!aux.some(a => a === 'have' || a === 'has' || a === "'ve" || a === '’ve')) return false
  const goingOn = aux.includes('been') && feats.Tense === 'Pres'
  return sentence >= LOOKING_BACK || (goingOn && sentence > 0)
}

/** "a man arrested in May", "since militants destroyed the wall", "as troops are battling rebels": what stands behind the news. */
function isReason({ document }: Walk, trigger: Trigger): boolean {
  const token = document.tokens[trigger.head]
  if (token.upos !== 'VERB') return false
  const past = token.feats.Tense === 'Past'
  if (/^acl/.test(token.deprel)) return past && DESCRIBING.has(trigger.act.type)
  if (!isRelation(token.deprel, 'advcl') || token.sentence === 0) return false
  const marks = dependents(document, token.index, 'mark').map(word)
  const during = token.feats.VerbForm === 'Part' && !past && marks.includes('as')
  return during || marks.some(m => m === 'since' || m === 'after')
}
