// The tree and the lexicon come in; the words that name an act ("took a jab at", "held talks", "the visit") go out.
import type { Act, Acts, Cue, Part, Pattern, WordClass } from '../../knowledge/acts.ts'
import type { Document, Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import { baseForms } from './base-forms.ts'
import { clauseOf, obliquesOf, prepositionOf } from './clause.ts'

/** An act found at a word of the text. */
export interface Trigger {
  readonly act: Act
  readonly head: number
  /** Further words that belong to the expression. */
  readonly parts: readonly number[]
  /** The verb that lends a noun its subject ("held" of "held talks"), or the verb itself. */
  readonly predicate: number | null
}

export interface Match {
  readonly parts: readonly number[]
}

const CLASSES: Readonly<Record<string, WordClass>> = {
  VERB: 'verb',
  NOUN: 'noun',
  PROPN: 'noun',
  ADJ: 'adjective',
}

const same = (t: Token, lemmas: readonly string[]): boolean => baseForms(t).some(w => lemmas.includes(w))

/** A particle or preposition may hang on the head, on its object, or below a prepositional phrase. */
function loosePart(document: Document, head: number, part: Part): number | null {
  const near = dependents(document, head)
  const below = near.flatMap(t => dependents(document, t.index, 'case', 'mark', 'compound:prt', 'advmod'))
  const objects = dependents(document, head, 'obj').flatMap(o =>
    obliquesOf(document, o.index).flatMap(x => dependents(document, x.token, 'case')),
  )
  const found = [...near, ...below, ...objects].find(t => t.index !== head && same(t, part.lemmas))
  if (found) return found.index
  const next = document.tokens[head + 1]
  return next && next.sentence === document.tokens[head].sentence && same(next, part.lemmas)
    ? next.index
    : null
}

function modifierPart(document: Document, head: number, part: Part): number | null {
  const found = dependents(document, head, 'compound', 'amod', 'nmod').find(t => same(t, part.lemmas))
  if (found) return found.index
  const before = document.tokens[head - 1]
  return before && before.sentence === document.tokens[head].sentence && same(before, part.lemmas)
    ? before.index
    : null
}

function partAt(document: Document, head: number, part: Part): number | null {
  if (part.slot === null) return loosePart(document, head, part)
  if (part.slot === 'mod') return modifierPart(document, head, part)
  const clause = clauseOf(document, head)
  const pick = (tokens: readonly number[]) => tokens.find(i => same(document.tokens[i], part.lemmas)) ?? null
  if (part.slot === 'obj') {
    // "summoned Ambassador Wang", "Wang, the ambassador"
    const titles = clause.objects.flatMap(o =>
      dependents(document, o, 'appos', 'nmod:desc').map(t => t.index),
    )
    // "called off a visit": an object read as a complement.
    const bare = dependents(document, head, 'xcomp').filter(
      t => t.upos === 'NOUN' && dependents(document, t.index, 'mark', 'cop', 'aux').length === 0,
    )
    const all = [...clause.objects, ...bare.map(t => t.index)]
    return pick([...all, ...containedIn(document, all), ...titles])
  }
  if (part.slot === 'objmod')
    return pick(
      clause.objects.flatMap(o => dependents(document, o, 'compound', 'amod', 'nmod').map(t => t.index)),
    )
  if (part.slot === 'subj') {
    const subjects = clause.passive ? clause.objects : clause.subjects
    return pick([...subjects, ...containedIn(document, subjects)])
  }
  if (part.slot === 'comp') {
    const inside = dependents(document, head, 'xcomp', 'ccomp', 'advcl', 'advmod')
    return pick(inside.filter(t => part.lemmas.length > 0 || t.deprel === 'xcomp').map(t => t.index))
  }
  return pick(
    clause.obliques
      .concat(clause.objects.flatMap(o => obliquesOf(document, o)))
      // "raised it with his counterpart by telephone"
      .concat(clause.obliques.flatMap(o => obliquesOf(document, o.token)))
      .filter(o => o.prep === part.slot)
      .map(o => o.token),
  )
}

/** "a lack of confidence": the thing itself is not there. */
const WITHOUT = new Set([
  'lack',
  'absence',
  'loss',
  'end',
  'collapse',
  'failure',
  'refusal',
  'shortage',
  'want',
])

/** "a round of talks": what stands inside the phrase with "of". */
const containedIn = (document: Document, tokens: readonly number[]): number[] =>
  tokens
    .filter(t => !WITHOUT.has(document.tokens[t].lemma))
    .flatMap(t =>
      obliquesOf(document, t)
        .filter(o => o.prep === 'of')
        .map(o => o.token),
    )

/** The parts of a pattern around its head, or null when one is missing. */
export function matchPattern(document: Document, head: number, pattern: Pattern): Match | null {
  const parts: number[] = []
  for (const part of pattern.parts) {
    const at = partAt(document, head, part)
    if (at === null) return null
    parts.push(at)
  }
  return { parts }
}

/** How much a pattern says: an object it names more than a particle. */
const weight = (pattern: Pattern): number =>
  pattern.parts.reduce(
    (sum, p) => sum + (p.slot === null || p.lemmas.length === 0 ? 2 : p.slot === 'obj' ? 4 : 3),
    0,
  )

/** The most specific pattern that fits a word. */
export function bestMatch<P extends Pattern>(
  document: Document,
  token: Token,
  patterns: Readonly<Record<WordClass, ReadonlyMap<string, readonly P[]>>>,
): { readonly pattern: P; readonly parts: readonly number[] } | null {
  const words = CLASSES[token.upos]
  if (!words) return null
  const forms = baseForms(token)
  const lists = forms.map(w => patterns[words].get(w))
  // Participles are often tagged as adjectives.
  if (words === 'adjective' && /(?:ed|en|ing)$/i.test(token.form))
    lists.push(...forms.map(w => patterns.verb.get(w)))
  // "Talks resume", "Sanctions bite": a plural that opens its sentence is easily read as a verb without a subject.
  const opens =
    token.form.endsWith('s') &&
    /^\p{Lu}/u.test(token.form) &&
    dependents(document, token.index, 'nsubj').length === 0
  if (words === 'verb' && opens) lists.unshift(...forms.map(w => patterns.noun.get(w)))
  // A noun read as a verb still stands where a noun stands.
  if (
    words === 'verb' &&
    /^(nsubj|obj|nmod|obl)/.test(token.deprel) &&
    dependents(document, token.index, 'nsubj', 'obj').length === 0
  )
    lists.unshift(...forms.map(w => patterns.noun.get(w)))
  let best: { pattern: P; parts: readonly number[] } | null = null
  for (const pattern of lists.flatMap(l => l ?? [])) {
    if (best && weight(pattern) <= weight(best.pattern)) continue
    const match = matchPattern(document, token.index, pattern)
    if (match) best = { pattern, parts: match.parts }
  }
  return best
}

export const cueAt = (document: Document, token: Token, lexicon: Acts): Cue | null =>
  bestMatch(document, token, lexicon.cues)?.pattern ?? null

/** The verb that carries a noun: "hold" of "hold talks", "begin" of "talks begin", "engage" of "engage in talks". */
function carrier(document: Document, noun: Token, lexicon: Acts): number | null {
  // "is on a visit", "were on alert": the noun is the predicate itself.
  if (dependents(document, noun.index, 'nsubj').length > 0) return noun.index
  const parent = headOf(document, noun.index)
  if (!parent) return null
  // "Talks resume", read as one phrase.
  const next = document.tokens[noun.index + 1]
  if (
    next?.head === noun.index &&
    /^(VERB|NOUN)$/.test(next.upos) &&
    baseForms(next).some(w => lexicon.occurs.has(w))
  )
    return next.index
  // "a round of talks": the container is carried.
  if (isRelation(noun.deprel, 'nmod') && lexicon.containers.has(parent.lemma) && parent.upos === 'NOUN')
    return carrier(document, parent, lexicon)
  if (noun.deprel === 'conj' && parent.upos === 'NOUN') return carrier(document, parent, lexicon)
  if (parent.upos !== 'VERB') return null
  if (noun.deprel === 'obj' || noun.deprel === 'nsubj:pass')
    return baseForms(parent).some(w => lexicon.light.has(w)) ? parent.index : null
  if (noun.deprel === 'nsubj') return baseForms(parent).some(w => lexicon.occurs.has(w)) ? parent.index : null
  const prep = prepositionOf(document, noun.index)
  const carried = baseForms(parent).some(w => lexicon.light.has(`${w} ${prep}`))
  return isRelation(noun.deprel, 'obl') && carried ? parent.index : null
}

/** "March" is a month. */
const inDate = (document: Document, token: Token): boolean =>
  document.dates.some(d => d.firstToken <= token.index && token.index < d.endToken)

const REFLEXIVE = new Set(['itself', 'himself', 'herself', 'themselves', 'myself', 'ourselves', 'yourself'])

/** "Syria isolated itself": nothing done between two sides. */
const actsOnItself = (document: Document, verb: number): boolean =>
  dependents(document, verb, 'obj').some(t => REFLEXIVE.has(t.form.toLowerCase()))

/** Acts that a warning announces. */
const HARM = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE', 'THREATEN', 'REJECT', 'PROTEST'])

/** "warned the UN that the resolution will not end the war": told, not threatened. */
function isIdleWarning(document: Document, verb: Token, lexicon: Acts): boolean {
  const said = dependents(document, verb.index, 'ccomp')
  if (!baseForms(verb).includes('warn') || said.length === 0) return false
  const inside = said.flatMap(s => subtree(document, s.index)).map(i => document.tokens[i])
  return !inside.some(t => {
    if (
      ['if', 'unless'].includes(t.form.toLowerCase()) ||
      baseForms(t).some(w => lexicon.consequences.has(w))
    )
      return true
    const act = bestMatch(document, t, lexicon.acts)?.pattern
    return act !== undefined && HARM.has(act.type)
  })
}

/** "asked whether", "asked about": a question is no request. */
const isQuestion = (document: Document, verb: Token): boolean =>
  baseForms(verb).includes('ask') &&
  (dependents(document, verb.index, 'obl').some(o => prepositionOf(document, o.index) === 'about') ||
    dependents(document, verb.index, 'ccomp', 'advcl').some(c =>
      dependents(document, c.index).some(w => /^(whether|if|why|how|what|when|where|who)$/i.test(w.form)),
    ))

/** Every act named in the text, in text order; words inside a longer expression name none of their own. */
export function findTriggers(document: Document, lexicon: Acts): Trigger[] {
  const found = document.tokens.flatMap((token): Trigger[] => {
    // "the occupied territories": a description, no news.
    if (token.deprel === 'amod' && token.upos !== 'ADJ') return []
    if (inDate(document, token)) return []
    const match = bestMatch(document, token, lexicon.acts)
    if (!match) return []
    if (match.pattern.type === 'THREATEN' && isIdleWarning(document, token, lexicon)) return []
    if (
      match.pattern.words === 'verb' &&
      (actsOnItself(document, token.index) || isQuestion(document, token))
    )
      return []
    const predicate = match.pattern.words === 'noun' ? carrier(document, token, lexicon) : token.index
    return [{ act: match.pattern, head: token.index, parts: match.parts, predicate }]
  })
  const taken = new Set(found.flatMap(t => (t.act.words === 'noun' ? [] : t.parts)))
  return found.filter(t => !(t.act.words === 'noun' && taken.has(t.head)))
}
