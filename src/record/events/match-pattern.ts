// A word and the patterns of the lexicon come in; the pattern that fits best around it, with the words it takes up, goes out.
import type { Act, Acts, Cue, Part, Pattern, WordClass } from '../../knowledge/acts.ts'
import type { Document, Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'
import { baseForms } from './base-forms.ts'
import { clauseOf } from './clause.ts'
import { obliquesOf } from './phrases.ts'
import { hasTo } from './predicate-words.ts'

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

const same = (t: Token, lemmas: readonly string[]): boolean =>
  lemmas.length === 0 || baseForms(t).some(w => lemmas.includes(w))

/** "called Rome on Monday": the word only leads a date. */
const isBeforeDate = (document: Document, { index, upos }: Token): boolean =>
  upos === 'ADP' && document.dates.some(d => d.firstToken <= index + 1 && index < d.endToken)

/** A particle or preposition may hang on the head, on its object, or below a prepositional phrase. */
function loosePart(document: Document, head: number, part: Part): number | null {
  const near = dependents(document, head)
  const below = near.flatMap(t => dependents(document, t.index, 'case', 'mark', 'compound:prt', 'advmod'))
  const objects = dependents(document, head, 'obj').flatMap(o =>
    obliquesOf(document, o.index).flatMap(x => dependents(document, x.token, 'case')),
  )
  const found = [...near, ...below, ...objects].find(
    t => t.index !== head && same(t, part.lemmas) && !isBeforeDate(document, t),
  )
  if (found) return found.index
  const next = document.tokens[head + 1]
  return next &&
    next.sentence === document.tokens[head].sentence &&
    same(next, part.lemmas) &&
    !isBeforeDate(document, next)
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

const isInfinitive = (document: Document, { index, deprel }: Token): boolean =>
  (deprel === 'xcomp' || deprel === 'ccomp') && hasTo(document, index)

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
    return pick(inside.filter(t => part.lemmas.length > 0 || isInfinitive(document, t)).map(t => t.index))
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
