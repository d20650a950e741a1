// A clause of the tree in, the words of its content out: without "that", and without what belongs to another clause of saying.
import type { Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import type { Reading } from './draft.ts'
import { foreignStart } from './foreign-clauses.ts'
import { isThat } from './saying-clause.ts'

const CONNECTIVES = new Set([
  'however',
  'meanwhile',
  'moreover',
  'furthermore',
  'still',
  'nevertheless',
  'additionally',
  'and',
  'but',
])

const CONNECTIVE_PHRASES = new Set([
  'at the same time',
  'in addition',
  'in particular',
  'for example',
  'for instance',
  'on the other hand',
  'as a result',
])

/** Without the word by which the reporter links the sentence to the one before ("However, …"). */
export function withoutConnective(reading: Reading, indices: readonly number[]): readonly number[] {
  const { tokens } = reading.document
  const first = indices.findIndex(i => tokens[i].upos !== 'PUNCT')
  const words = indices.filter(i => tokens[i].upos !== 'PUNCT').map(i => tokens[i].form.toLowerCase())
  if (CONNECTIVE_PHRASES.has(words.join(' '))) return []
  if (first < 0 || !CONNECTIVES.has(tokens[indices[first]].form.toLowerCase())) return indices
  return indices.slice(first + 1)
}

/** From one token to another, both included. */
export const spanOf = (reading: Reading, first: number, last: number): Span => ({
  start: reading.document.tokens[first].start,
  end: reading.document.tokens[last].end,
})

/** Runs of neighbouring token numbers. */
export function runs(indices: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const i of indices) {
    const last = found.at(-1)
    if (last && last[1] === i - 1) last[1] = i
    else found.push([i, i])
  }
  return found
}

const isEdge = (t: Token): boolean => t.upos === 'PUNCT' && !/[?!…)\]"“”„'‘’«»‹›%$€£]/.test(t.form)

/** Token numbers without punctuation (marks of quotation excepted), conjunctions and "that" at the start, and commas at the end. */
export function trimmedTokens(reading: Reading, indices: readonly number[]): number[] {
  const { tokens } = reading.document
  let first = 0
  let last = indices.length - 1
  while (
    first <= last &&
    (isEdge(tokens[indices[first]]) ||
      isThat(tokens[indices[first]]) ||
      isOpener(tokens[indices[first]], tokens[indices[first + 1]]))
  )
    first++
  while (last >= first && isEdge(tokens[indices[last]])) last--
  return indices.slice(first, last + 1)
}

/** "and that …": the conjunction before a coordinated clause of content. */
const isOpener = (t: Token, next: Token | undefined): boolean =>
  t.deprel === 'cc' && next !== undefined && isThat(next)

/** The content of a clause that stands after its verb of saying, clauses joined to it by "and that" included. */
export function clauseContent(reading: Reading, clause: number, after: number): Span[] {
  const { document } = reading
  const all = fromThat(
    reading,
    clause,
    subtree(document, clause).filter(i => i > after),
    after,
  )
  const stop = foreignStart(reading, clause, all, after)
  const own = all.filter(i => i < stop)
  const mine = withSharedSubject(reading, clause, withTail(reading, own, after), after)
  const words = trimmedTokens(reading, withoutTrailing(reading, mine))
  return words.length > 0 ? [spanOf(reading, words[0], words[words.length - 1])] : []
}

/** "said the army killed five people [on Monday]": a phrase right behind the content, without a comma, belongs to it. */
function withTail(reading: Reading, indices: readonly number[], after: number): readonly number[] {
  const { document } = reading
  if (after < 0 || indices.length === 0) return indices
  const result = [...indices]
  for (;;) {
    const last = result[result.length - 1]
    const tail = dependents(document, after, 'obl', 'advmod', 'nmod').find(
      t => t.index > last && subtree(document, t.index)[0] === last + 1,
    )
    if (!tail || namesChannel(reading, tail.index) || followsComma(reading, tail.index)) return result
    result.push(...subtree(document, tail.index))
  }
}

const followsComma = (reading: Reading, phrase: number): boolean =>
  reading.document.tokens[subtree(reading.document, phrase)[0]].upos === 'PUNCT'

/** "in a statement", "on television": where it was said, not what. */
const namesChannel = (reading: Reading, head: number): boolean =>
  reading.cues.channelNouns.has(reading.document.tokens[head].form.toLowerCase())

/** A clause joined behind the content belongs to it, though the tree hangs it on the saying: "…, but would go on", "…, and there was no way". */
function withSharedSubject(
  reading: Reading,
  clause: number,
  indices: readonly number[],
  after: number,
): readonly number[] {
  const { document } = reading
  const isInfinitive = dependents(document, clause, 'mark').some(t => t.lemma === 'to')
  if (after < 0 || indices.length === 0 || isInfinitive) return indices
  const last = indices[indices.length - 1]
  const second = dependents(document, after, 'conj').find(
    t => t.index > last && subtree(document, t.index)[0] - last <= 2 && belongsToContent(reading, t, after),
  )
  if (!second) return indices
  const end = Math.max(...subtree(document, second.index))
  return [...indices, ...Array.from({ length: end - last }, (_, k) => last + 1 + k)]
}

/**
 * "said …, but would go on", "said …, but still wants": a modal or another tense without a subject; "there was", "it is": nobody
 * who could be the one that speaks.
 */
function belongsToContent(reading: Reading, second: Token, saying: number): boolean {
  const { document, cues } = reading
  const own = dependents(document, second.index)
  if (own.some(isThat)) return true
  const subjects = own.filter(t => ['nsubj', 'expl', 'csubj'].some(r => isRelation(t.deprel, r)))
  if (own.some(t => isRelation(t.deprel, 'aux') && MODALS.has(t.form.toLowerCase())) && subjects.length === 0)
    return true
  const isHearsay = own.some(t => cues.sources.hearsay.has(t.form.toLowerCase()))
  if (isHearsay || cues.verb(second.lemma.toLowerCase()) !== null) return false
  if (subjects.length === 0)
    return isLater(reading, second, saying) || isBareInfinitive(reading, second, saying)
  return (
    ['and', 'but', 'or'].includes(own.find(t => t.deprel === 'cc')?.lemma.toLowerCase() ?? '') &&
    subjects.every(t => ['there', 'it'].includes(t.lemma.toLowerCase()) || !reading.isActor(t.index))
  )
}

/** "believed it would help and make it easier": no saying in the past is joined to that. */
const isBareInfinitive = ({ document }: Reading, second: Token, saying: number): boolean =>
  second.feats.VerbForm === 'Inf' &&
  document.tokens[saying].feats.VerbForm === 'Fin' &&
  document.tokens[saying].feats.Tense === 'Past' &&
  !dependents(document, second.index, 'mark', 'aux').length

/** In the present, behind a saying in the past. */
function isLater({ document }: Reading, second: Token, saying: number): boolean {
  const tense = (i: number) => document.tokens[i].feats.Tense
  const told = [document.tokens[saying], ...dependents(document, saying, 'aux')].some(
    t => t.feats.VerbForm === 'Fin' && tense(t.index) === 'Past',
  )
  const finite = [second, ...dependents(document, second.index, 'aux', 'cop')].find(
    t => t.feats.VerbForm === 'Fin',
  )
  return told && finite !== undefined && tense(finite.index) === 'Pres'
}

const MODALS = new Set(['would', 'could', 'might', 'should', 'must'])

/**
 * Words after "that", whatever the tree hangs them on; in a clause without it, words from its subject on where only a
 * phrase of time or place of the saying stands before ("told reporters at the airport his country was").
 */
function fromThat(
  reading: Reading,
  clause: number,
  indices: readonly number[],
  after: number,
): readonly number[] {
  const { document } = reading
  const last = indices[indices.length - 1]
  const that = dependents(document, clause, 'mark').find(
    t => isThat(t) && t.index > after && t.index - after <= NEAR,
  )
  if (that) return Array.from({ length: Math.max(0, last - that.index) }, (_, k) => that.index + 1 + k)
  const subject = dependents(document, clause, 'nsubj')[0]
  if (dependents(document, clause, 'mark').length > 0) return indices
  if (!subject) return withLostSubject(reading, clause, indices, after)
  const start = subtree(document, subject.index)[0]
  const lead = indices.filter(i => i < start)
  const adjacent =
    lead.length > 0 && lead[0] - after <= NEAR && !lead.some(i => document.tokens[i].upos === 'PUNCT')
  const isPhrase =
    lead.length > 0 &&
    lead.every(i => ['ADP', 'DET', 'NOUN', 'PROPN', 'NUM', 'ADJ'].includes(document.tokens[i].upos)) &&
    document.tokens[lead[0]].upos === 'ADP'
  return adjacent && isPhrase ? indices.filter(i => i >= start) : indices
}

/** "says the president should resign", where the tree hangs "president" on "says": a finite clause takes its subject back. */
function withLostSubject(
  reading: Reading,
  clause: number,
  indices: readonly number[],
  after: number,
): readonly number[] {
  const { document } = reading
  if (after < 0) return indices
  const verb = document.tokens[after]
  const takesObject = reading.cues.verb(verb.lemma)?.addressee === 'object'
  const finite =
    document.tokens[clause].feats.VerbForm === 'Fin' ||
    dependents(document, clause, 'aux', 'cop').some(t => t.feats.VerbForm === 'Fin')
  if (takesObject || !finite || indices.length === 0) return indices
  const lost = dependents(document, after, 'obj', 'nsubj', 'iobj').find(
    t => t.index > after && t.index < indices[0],
  )
  if (!lost) return indices
  const first = subtree(document, lost.index).find(i => i > after) ?? lost.index
  return Array.from({ length: indices[indices.length - 1] - first + 1 }, (_, k) => first + k)
}

/** Words between a verb of saying and its clause: "told reporters in Geneva on Monday that". */
const NEAR = 8

/** Without the conjunction or comma before what follows. */
function withoutTrailing(reading: Reading, indices: readonly number[]): readonly number[] {
  const { tokens } = reading.document
  let last = indices.length
  while (last > 0 && (tokens[indices[last - 1]].deprel === 'cc' || isEdge(tokens[indices[last - 1]]))) last--
  return indices.slice(0, last)
}

/** A phrase with all below it, from its first word to its last. */
export function phraseTokens(reading: Reading, head: number, skip?: (t: Token) => boolean): number[] {
  return trimmedTokens(reading, subtree(reading.document, head, skip))
}

/** Does the clause ask ("whether …", "what …")? */
export function isQuestionClause(reading: Reading, clause: number): boolean {
  const { tokens } = reading.document
  const own = subtree(reading.document, clause)
  const first = own.map(i => tokens[i]).find(t => t.upos !== 'PUNCT')
  if (!first) return false
  const word = first.lemma.toLowerCase()
  return (
    ['whether', 'if', 'why', 'how', 'when', 'where', 'what', 'who', 'which', 'whom', 'whose'].includes(
      word,
    ) &&
    headOf(reading.document, first.index)?.index !== undefined &&
    (word !== 'if' || first.head === clause) &&
    !(word === 'when' && isRelation(tokens[first.head].deprel, 'advcl')) &&
    !(word === 'if' && isRelation(tokens[first.head].deprel, 'advcl'))
  )
}
