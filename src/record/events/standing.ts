// A word that tells an act comes in; how the act stands once everything around it is heard goes out, noun and verb alike.
import type { Document, Token } from '../../language/document.ts'
import { dependents, headOf, isRelation } from '../../language/tree.ts'
import { governor } from './clause.ts'
import { findCondition } from './conditions.ts'
import type { Walk } from './govern-status.ts'
import {
  actAt,
  BEFOREHAND,
  CONFIRMING,
  compose,
  governing,
  isAdverbial,
  isComplement,
  modified,
} from './govern-status.ts'
import { cueAt } from './match-pattern.ts'
import {
  ANSWERING,
  BEARING,
  ENDING,
  isAnswer,
  isForce,
  isMeeting,
  isNew,
  isOwned,
  isRanked,
  isRuled,
  isSpoken,
  SAID_AGAINST,
} from './noun-kinds.ts'
import { prepositionOf } from './phrases.ts'
import { auxiliaries, isPast, word } from './predicate-words.ts'
import type { Standing } from './read-tense.ts'
import { datesOf, future, local, make } from './read-tense.ts'

/** Trees are not deeper than this between an act and what governs it. */
const DEEPEST = 12

const AFTERWARDS = new Set(['before', 'ahead of', 'until', 'pending', 'for', 'towards', 'toward', 'prior to'])

export function nounStanding(walk: Walk, noun: Token, carrier: number | null, depth: number): Standing {
  const { document } = walk
  if (isRuled(walk, noun)) return { ...make('possible', 'rule of law', noun.index), none: true }
  const before = modified(walk, noun)
  const parent = governor(document, noun.index)
  if (carrier !== null && depth < DEEPEST) {
    const outer = standing(walk, carrier, depth + 1)
    // "suspected U.S. strikes killed": whose they were is what is suspected.
    if (!before || (outer.status === 'happened' && document.tokens[before.word].lemma.startsWith('suspect')))
      return outer
    return outer.status === 'happened'
      ? { ...before, background: before.background || outer.background }
      : outer
  }
  let base = before ?? make('happened', 'noun', noun.index)
  if (!parent || depth >= DEEPEST) return base
  if (noun.deprel === 'conj' && parent.upos === 'NOUN' && !before)
    return nounStanding(walk, parent, null, depth + 1)
  // "serious about the talks": they are under way; about resuming them: they are not.
  const isOpen = isComplement(walk, noun, parent) && parent.lemma !== 'serious'
  const govern = isOpen ? governing(walk, parent) : null
  if (govern && !before && ANSWERING.has(parent.lemma) && isSpoken(walk, noun) && isOwned(document, noun))
    return base
  if (govern) {
    const outer = standing(walk, parent.index, depth + 1)
    // "rejected Colombia's raid": who rejects a deed of force does not undo it.
    // "denied U.S. accusations": they were made.
    const accused = actAt(walk, noun)?.type === 'ACCUSE'
    const done =
      govern.inner === 'denied' &&
      (accused
        ? SAID_AGAINST.has(parent.lemma)
        : actAt(walk, parent)?.type === 'REJECT' && isForce(walk, noun))
    const made = compose(walk, base, done ? 'happened' : govern.inner, outer, parent.index)
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
  // "may meet on the sidelines of a gathering": that one is set.
  if (isRelation(noun.deprel, 'nmod') && /^(?:sideline|margin|fringe)s?$/.test(parent.lemma) && !before) {
    const outer = nounStanding(walk, parent, null, depth + 1)
    return outer.status === 'possible' ? { ...outer, status: 'planned' } : outer
  }
  if (isRelation(noun.deprel, 'nmod') && BEARING.has(parent.lemma) && !before)
    return nounStanding(walk, parent, null, depth + 1)
  const ended = ['COERCE', 'SANCTION', 'ASSAULT'].includes(actAt(walk, noun)?.type ?? '')
  if (ended && !before && noun.deprel === 'obj' && ENDING.has(parent.lemma)) return base
  const predicative = dependents(document, parent.index, 'cop').length > 0 && isRelation(noun.deprel, 'nsubj')
  if (parent.upos !== 'VERB' && parent.upos !== 'ADJ' && !predicative) return base
  const outer = standing(walk, parent.index, depth + 1)
  const prep = prepositionOf(document, noun.index)
  // "claimed responsibility for the attack", "known for their rejection", "thanked him for the visit": what lies behind, not ahead.
  const contained = walk.lexicon.containers.has(noun.lemma)
    ? dependents(document, noun.index, 'nmod').filter(m => prepositionOf(document, m.index) === 'of')
    : []
  const isReason =
    prep === 'for' &&
    ([noun, ...contained].some(n => isForce(walk, n)) || !isMeeting(walk, noun) || isAnswer(walk, parent))
  // "will leave after a meeting with", "after next week's summit": what comes first is still to come, too.
  const ahead = isNew(document, noun) || future(document, noun.index)
  const first =
    before === null && outer.status === 'planned' && actAt(walk, noun)?.type === 'CONSULT' && ahead
  if (isRelation(noun.deprel, 'obl') && BEFOREHAND.has(prep)) {
    if (first) return { ...outer, by: 'clause around it' }
    return outer.background ? { ...base, background: true } : base
  }
  if (
    before === null &&
    isRelation(noun.deprel, 'obl') &&
    AFTERWARDS.has(prep) &&
    !isReason &&
    !isOver(document, noun)
  )
    base = make(
      outer.status === 'happened' ? 'planned' : outer.status,
      `before:${prep}`,
      noun.index,
      outer.background,
    )
  else if (before === null && outer.status === 'planned') base = { ...outer, by: 'clause around it' }
  else if (before === null && outer.status === 'possible' && /^(nsubj|obl|obj|conj)/.test(noun.deprel))
    base = { ...outer, by: 'clause around it' }
  return outer.background ? { ...base, background: true } : base
}

/** "announced it had signed", "announced it is freezing their assets": done by then, or in the saying; "was sending aid" was set. */
function isDone(walk: Walk, token: Token, own: Standing): boolean {
  if (token.deprel !== 'ccomp' || own.status !== 'happened') return false
  return token.feats.Tense === 'Past' || actAt(walk, token)?.type === 'SANCTION'
}

/** "Russian troops to withdraw": words of a headline, which ends without a stop and takes no article. */
function isHeadline({ document, lexicon }: Walk, root: Token): boolean {
  if (root.upos === 'PROPN') return true
  const last = document.tokens[document.sentences[root.sentence].endToken - 1]
  const bare = dependents(document, root.index, 'det').length === 0
  return root.upos === 'NOUN' && bare && !/[.!?]$/.test(last.form) && !cueAt(document, root, lexicon)
}

/** "did not say it had ordered the attack": neither told nor denied; "did not say why it had" tells it. */
function isUntold({ document, lexicon }: Walk, token: Token, verb: Token): boolean {
  if (token.deprel !== 'ccomp' || !CONFIRMING.has(verb.lemma)) return false
  if (local(document, verb.index, lexicon).by !== 'negation') return false
  return !dependents(document, token.index, 'advmod', 'obl', 'obj').some(w =>
    /^(?:why|how|when|where|what|who)$/i.test(w.form),
  )
}

/** "gave Iran a week to release them", "until May to resume talks": a term that is set, nothing done. */
const isTerm = ({ document }: Walk, verb: Token, infinitive: Token): boolean =>
  /^(?:give|grant|allow)$/.test(verb.lemma) &&
  document.dates.some(d => verb.index < d.firstToken && d.firstToken < infinitive.index)

/** "a plan for yesterday's march": a day of its own that has passed. */
const isOver = (document: Document, noun: Token): boolean =>
  datesOf(document, noun.index).some(
    d => d.to !== null && document.published !== null && d.to < document.published,
  )

/** How a predicate stands once everything that governs it is heard. */
export function standing(walk: Walk, index: number, depth: number): Standing {
  const { document, lexicon } = walk
  const token = document.tokens[index]
  const own = local(document, index, lexicon)
  const parent = headOf(document, index)
  if (!parent || depth >= DEEPEST) return own
  if (token.upos === 'NOUN' || token.upos === 'PROPN') {
    const noun = nounStanding(walk, token, null, depth + 1)
    return own.status === 'happened' ? noun : own
  }
  const when = dependents(document, index, 'advmod').filter(m => word(m) === 'when')
  const marks = [...dependents(document, index, 'mark'), ...when].map(word)
  // "efforts faltered when Trump stood firm", read as said of the efforts: a clause of its own.
  if (
    token.deprel === 'acl' &&
    token.feats.VerbForm === 'Fin' &&
    !marks.includes('that') &&
    dependents(document, index, 'nsubj').length > 0
  )
    return own
  if (token.deprel === 'acl' && marks.includes('to') && parent.deprel === 'root' && isHeadline(walk, parent))
    return make('planned', 'headline infinitive', index)
  const condition = findCondition(document, index)
  if (token.deprel === 'conj' && !condition) return besideFirst(walk, token, parent, own, depth)
  if (condition && own.status !== 'denied' && !(word(condition) === 'once' && own.status === 'planned'))
    return make('possible', `condition:${word(condition)}`, condition.index, own.background)
  if (isComplement(walk, token, parent)) {
    const govern = governing(walk, parent)
    if (govern) {
      const inner = govern.inner === 'planned' && isDone(walk, token, own) ? 'happened' : govern.inner
      const made = compose(walk, own, inner, standing(walk, parent.index, depth + 1), parent.index)
      return govern.background ? { ...made, background: true } : made
    }
  }
  if (own.status === 'happened' && isUntold(walk, token, parent))
    return make('possible', 'untold', parent.index, own.background)
  if (isAdverbial(document, token)) return adverbial(walk, token, parent, own, marks, depth)
  // "reaching an agreement will take a miracle"
  if (token.deprel === 'csubj' && own.status === 'happened' && token.feats.VerbForm !== 'Fin') {
    const outer = standing(walk, parent.index, depth + 1)
    if (outer.status !== 'happened') return make('possible', 'clause around it', token.index)
  }
  if (token.deprel === 'xcomp' || token.deprel === 'acl') {
    const outer = standing(walk, parent.index, depth + 1)
    if (own.status === 'denied') return own
    // "the sailors freed last week": what is hoped of them does not undo it.
    if (token.deprel === 'acl' && token.feats.Tense === 'Past' && marks.length === 0) return own
    if (token.feats.VerbForm === 'Inf' && isTerm(walk, parent, token))
      return make('possible', 'term', index, outer.background)
    const named = [parent, ...dependents(document, parent.index, 'xcomp')]
    if (marks.includes('to') && named.some(t => isRanked(walk, t))) return outer
    // "telephoned to congratulate", read as what was telephoned: done to that end.
    const meeting = ['CONSULT', 'PROTEST'].includes(actAt(walk, parent)?.type ?? '')
    if (token.deprel === 'xcomp' && marks.includes('to') && outer.status === 'happened' && meeting)
      return make('planned', 'purpose', index, outer.background)
    // "had to withdraw": under duress, but done.
    if (marks.includes('to') && word(parent) === 'had') return outer
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
  // "provided that it resumed talks and allowed inspectors back": one condition.
  if (outer.by.startsWith('condition:') && !subject && own.status === 'happened') return outer
  if (outer.by === 'alternative' && own.status === 'happened') return outer
  if (finite && (subject || token.feats.Tense === 'Past')) {
    // "said he would … and sent": only what governs both reaches the second.
    return outer.by.startsWith('cue:') &&
      own.status === 'happened' &&
      !subject &&
      first.feats.VerbForm === 'Part'
      ? outer
      : { ...own, background: own.background || (outer.background && own.status === 'happened') }
  }
  // "spoke and may meet": a modal of its own.
  if (outer.status === 'happened' && (own.by === 'modal' || own.by === 'future')) return own
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
    if (isTerm(walk, parent, token)) return make('possible', 'term', token.index, outer.background)
    const status = outer.status === 'happened' ? 'planned' : outer.status
    return make(
      status,
      outer.status === 'happened' ? 'purpose' : 'purpose of a plan',
      token.index,
      outer.background,
    )
  }
  // "are trying to help, while Norway has vowed support": beside it, not in its time.
  const has = auxiliaries(walk.document, token.index).some(a => a.lemma === 'have')
  const temporal =
    !(has && marks.includes('while')) &&
    marks.some(m => ['after', 'when', 'as', 'before', 'once', 'while'].includes(m))
  // "announced the decision after meeting": announced, not met, is what is to come.
  const said = walk.lexicon.saying.has(parent.lemma) && token.feats.VerbForm !== 'Fin'
  const inner = said ? null : governing(walk, parent)?.inner
  const ahead = [outer.status, inner].some(x => x === 'planned' || x === 'possible')
  if (temporal && ahead && own.status === 'happened')
    if (!isPast(walk.document, token)) {
      // "by November, when Seoul hosts a summit": a date that is set.
      const isSet =
        actAt(walk, token)?.type === 'CONSULT' && token.feats.Tense === 'Pres' && !marks.includes('once')
      return make(isSet ? 'planned' : 'possible', 'time of a future clause', token.index)
    }
  // "will help by sending", "asked them to join it in imposing": as open as what it hangs on.
  const open = outer.status === 'planned' || outer.status === 'possible'
  const alongside = marks.length === 0 || (open && marks.every(m => ['besides', 'in', 'by'].includes(m)))
  if (alongside && token.feats.VerbForm !== 'Fin' && own.status === 'happened')
    return { ...outer, background }
  return { ...own, background }
}
