// A clause of the tree in, the words of its content out: without "that", and without what belongs to another clause of saying.

import type { Frame } from '../../knowledge/cues.ts'
import type { Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import type { Reading } from './draft.ts'
import { isParticipleOfSaying } from './saying-clause.ts'

const CONTRAST = new Set(['while', 'whilst', 'whereas', 'though', 'although', 'as', 'but', 'and'])

const CONNECTIVES = new Set([
  'however',
  'meanwhile',
  'moreover',
  'furthermore',
  'still',
  'nevertheless',
  'additionally',
  'and',
])

/** Without the word by which the reporter links the sentence to the one before ("However, …"). */
export function withoutConnective(reading: Reading, indices: readonly number[]): readonly number[] {
  const { tokens } = reading.document
  const first = indices.findIndex(i => tokens[i].upos !== 'PUNCT')
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

const isThat = (t: Token): boolean => t.deprel === 'mark' && t.form.toLowerCase() === 'that'
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

/** The content of a clause that stands after its verb of saying: several spans where "and that" joins clauses. */
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
  const mine = withSharedSubject(reading, withTail(reading, own, after), after)
  const breaks = [...new Set([...thatClauses(reading, clause), ...andThats(reading, mine)])]
    .filter(
      i =>
        i < stop &&
        i > mine[0] &&
        (document.tokens[i - 1].upos === 'CCONJ' || isEdge(document.tokens[i - 1])),
    )
    .sort((a, b) => a - b)
  const pieces: number[][] = []
  let from = -1
  for (const at of [...breaks, Number.POSITIVE_INFINITY]) {
    pieces.push(mine.filter(i => i > from && i < at))
    from = at
  }
  return pieces
    .map(p => trimmedTokens(reading, withoutTrailing(reading, p)))
    .filter(p => p.length > 0)
    .map(p => spanOf(reading, p[0], p[p.length - 1]))
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
    if (!tail || namesChannel(reading, tail.index)) return result
    result.push(...subtree(document, tail.index))
  }
}

/** "in a statement", "on television": where it was said, not what. */
const namesChannel = (reading: Reading, head: number): boolean =>
  reading.cues.channelNouns.has(reading.document.tokens[head].form.toLowerCase())

/** "…, but would go on": a second verb with a modal and no subject belongs to the content, though the tree hangs it on the saying. */
function withSharedSubject(reading: Reading, indices: readonly number[], after: number): readonly number[] {
  const { document } = reading
  if (after < 0 || indices.length === 0) return indices
  const last = indices[indices.length - 1]
  const modal = (t: Token) => isRelation(t.deprel, 'aux') && MODALS.has(t.form.toLowerCase())
  const second = dependents(document, after, 'conj').find(t => {
    const own = dependents(document, t.index)
    return (
      t.index > last &&
      subtree(document, t.index)[0] - last <= 2 &&
      (own.some(isThat) || (own.some(modal) && !own.some(o => isRelation(o.deprel, 'nsubj'))))
    )
  })
  if (!second) return indices
  const end = Math.max(...subtree(document, second.index))
  return [...indices, ...Array.from({ length: end - last }, (_, k) => last + 1 + k)]
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

/** The conjunction or comma that ends a piece before "and that". */
function withoutTrailing(reading: Reading, indices: readonly number[]): readonly number[] {
  const { tokens } = reading.document
  let last = indices.length
  while (last > 0 && (tokens[indices[last - 1]].deprel === 'cc' || isEdge(tokens[indices[last - 1]]))) last--
  return indices.slice(0, last)
}

/** The "that" of each clause coordinated with this one. */
function thatClauses(reading: Reading, clause: number): number[] {
  return dependents(reading.document, clause, 'conj').flatMap(t => {
    const that = dependents(reading.document, t.index, 'mark').find(isThat)
    return [...(that ? [that.index] : []), ...thatClauses(reading, t.index)]
  })
}

/** "and that", seen in the words themselves. */
const andThats = (reading: Reading, indices: readonly number[]): number[] =>
  indices.filter(i => {
    const { tokens } = reading.document
    return (
      tokens[i].form === 'that' &&
      tokens[i].upos === 'SCONJ' &&
      tokens[i - 1]?.upos === 'CCONJ' &&
      reading.quotationOf[i] === reading.quotationOf[indices[0]]
    )
  })

/** Where another clause of saying, wrongly or rightly hung below this one, begins: ", while Z said …", ", adding that …". */
function foreignStart(reading: Reading, clause: number, indices: readonly number[], after: number): number {
  const { document } = reading
  const quotation = reading.quotationOf[after]
  for (const i of indices) {
    if (i <= clause || reading.quotationOf[i] !== quotation) continue
    const token = document.tokens[i]
    if (token.upos === 'NOUN' && warnsOtherwise(reading, token, after)) return subtree(document, i)[0]
    if (token.upos !== 'VERB' || !reading.cues.verb(token.lemma.toLowerCase())) continue
    const first = subtree(document, i)[0]
    if (isComment(reading, token)) return i - 1
    if (closesSentence(reading, token, first)) return first
    if (!isClauseOfSaying(reading, token)) continue
    const before = document.tokens[first - 1]
    if (
      first > clause &&
      (before?.form === ',' || before?.form === ';' || document.tokens[first].form === ',')
    )
      return first
  }
  return Number.POSITIVE_INFINITY
}

/** ", implying a breach", ", underlining …": the reporter's comment on what was said. */
const COMMENTS = new Set([
  'imply',
  'underline',
  'underscore',
  'highlight',
  'signal',
  'signify',
  'reflect',
  'mark',
  'echo',
])

export const isComment = (reading: Reading, token: Token): boolean =>
  token.upos === 'VERB' &&
  /ing$/.test(token.form) &&
  COMMENTS.has(token.lemma.toLowerCase()) &&
  reading.document.tokens[token.index - 1]?.form === ',' &&
  isRelation(token.deprel, 'advcl')

/** ", despite Polish warnings that …": what somebody else says to it. */
const warnsOtherwise = (reading: Reading, token: Token, after: number): boolean => {
  const { document, cues } = reading
  const start = subtree(document, token.index)[0]
  return (
    (cues.nouns.said.has(token.lemma) || cues.nouns.believed.has(token.lemma)) &&
    dependents(document, token.index, 'case').some(c =>
      ['despite', 'amid'].includes(c.lemma.toLowerCase()),
    ) &&
    dependents(document, token.index, 'acl', 'ccomp').some(t =>
      dependents(document, t.index, 'mark').some(isThat),
    ) &&
    (document.tokens[start - 1]?.form === ',' || document.tokens[start].form === ',') &&
    start > after + 1
  )
}

/** "…, Meloni recalled later.": an inset that the tree took for a part of the content. */
export function closesSentence(reading: Reading, token: Token, first: number): boolean {
  const { document } = reading
  const subject = dependents(document, token.index, 'nsubj')[0]
  if (
    !subject ||
    subject.index > token.index ||
    (first !== subtree(document, subject.index)[0] && document.tokens[first].upos !== 'PUNCT')
  )
    return false
  if (
    dependents(document, token.index, 'ccomp', 'xcomp', 'obj', 'mark', 'cc').length > 0 ||
    token.feats.VerbForm !== 'Fin'
  )
    return false
  const comma = document.tokens[subtree(document, subject.index)[0] - 1]?.form === ','
  const sentence = document.sentences[token.sentence]
  return (
    comma && sentence.endToken - token.index <= NEAR && dependents(document, token.index, 'aux').length === 0
  )
}

function isClauseOfSaying(reading: Reading, token: Token): boolean {
  const { document, cues } = reading
  const verb = cues.verb(token.lemma.toLowerCase())
  const says = verb && ['clause', 'small-clause', 'as'].some(f => verb.frames.has(f as Frame))
  if (!says || !dependents(document, token.index, 'ccomp', 'xcomp', 'obj').length) return false
  const own = dependents(document, token.index)
  const hasSubject = own.some(t => isRelation(t.deprel, 'nsubj'))
  if (isParticipleOfSaying(reading, token)) return true
  if (!hasSubject || own.some(isThat)) return false
  if (isRelation(token.deprel, 'parataxis')) return true
  if (isRelation(token.deprel, 'conj')) return own.some(t => t.deprel === 'cc' || t.form === ',')
  return (
    isRelation(token.deprel, 'advcl') &&
    own.some(t => t.deprel === 'mark' && CONTRAST.has(t.lemma.toLowerCase()) && t.lemma !== 'as')
  )
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
