// Comes in: a Document. Goes out: the noun phrases that may stand for the same as another one: names, nouns, pronouns, each by its head word.
import { type Pronoun, pronounOf } from './coreference-pronouns.ts'
import type { Document, Entity, EntityType, Token } from './document.ts'
import { dependents, isRelation, subtree } from './tree.ts'

export interface Mention {
  /** Place in the list of all. */
  readonly index: number
  readonly head: Token
  /** Range of tokens, half-open: the whole phrase. */
  readonly first: number
  readonly end: number
  readonly kind: 'name' | 'noun' | 'pronoun'
  readonly pronoun: Pronoun | null
  /** Type of the name that the phrase is headed by. */
  readonly entity: EntityType | null
  /** The name around the head as it is written ("Anna Berg" of "Foreign Minister Anna Berg"), or null. */
  readonly name: string | null
  /** Lower-case words of the name; the lemma of another noun. */
  readonly core: readonly string[]
  /** Lower-case words of the phrase up to its clauses, without articles and possessive marks. */
  readonly words: readonly string[]
  /** Lower-case lemmas of the adjectives, nouns and numbers beside the head. */
  readonly modifiers: readonly string[]
  readonly determiner: 'definite' | 'indefinite' | 'demonstrative' | 'possessive' | 'quantity' | 'none'
  readonly plural: boolean | null
  /** Coordinated phrases ("Berg and Lind") as one. */
  readonly group: boolean
}

type Found = Omit<Mention, 'index'>

const NOUNS = ['NOUN', 'PROPN']
/** Relations whose words belong to no phrase above them. */
const OUTSIDE = ['cc', 'conj', 'parataxis', 'discourse', 'vocative', 'dislocated', 'orphan', 'reparandum']
/** Words of the clause that a noun tells of its subject ("she is a minister"). */
const OF_CLAUSE = ['cop', 'nsubj', 'aux', 'expl', 'csubj', 'advcl', 'obl', 'mark', 'advmod', 'ccomp']
/** Before the head: words that tie a phrase to its clause. */
const BEFORE = ['case', ...OF_CLAUSE]
/** Parts of a name or of a set phrase: no phrases of their own. */
const PARTS = ['flat', 'fixed', 'goeswith', 'appos', 'list', 'nmod:desc']

const isOneOf = (token: Token, relations: readonly string[]): boolean =>
  relations.some(relation => isRelation(token.deprel, relation))

/** In text order, the longer first where two begin together. */
export function findMentionPhrases(document: Document): Mention[] {
  const found = document.tokens.flatMap(token => {
    const single = mentionAt(document, token)
    const group = single && groupAt(document, single)
    return [single, group].filter(mention => mention !== null)
  })
  return found
    .sort((a, b) => a.first - b.first || b.end - a.end)
    .map((mention, index) => ({ ...mention, index }))
}

function mentionAt(document: Document, token: Token): Found | null {
  const pronoun = ['PRON', 'DET'].includes(token.upos) ? pronounOf(token.form) : null
  if (pronoun) return standsForSomething(document, token, pronoun) ? pronounMention(token, pronoun) : null
  if (!isNounLike(document, token) || isOneOf(token, PARTS)) return null
  if (isRelation(token.deprel, 'compound') && !isNameBeside(document, token)) return null
  const range = rangeOf(document, token)
  const named = namedHead(document, token)
  const entity = entityAt(document, named ?? token)
  const name = named ? nameAround(document, named) : null
  return {
    ...range,
    head: token,
    kind: name ? 'name' : 'noun',
    pronoun: null,
    entity: entity?.type ?? null,
    name: name?.join(' ') ?? null,
    core: name ? name.map(word => word.toLowerCase()) : [token.lemma.toLowerCase()],
    words: wordsOf(document, range.first, endOfWords(document, token, range.end)),
    modifiers: dependents(document, token.index, 'amod', 'compound', 'nummod', 'nmod', 'flat').map(t =>
      t.lemma.toLowerCase(),
    ),
    determiner: determinerOf(document, token),
    plural: token.feats.Number === 'Plur' ? true : token.feats.Number === 'Sing' ? false : null,
    group: false,
  }
}

const pronounMention = (token: Token, pronoun: Pronoun): Found => ({
  head: token,
  first: token.index,
  end: token.index + 1,
  kind: 'pronoun',
  pronoun,
  entity: null,
  name: null,
  core: [token.form.toLowerCase()],
  words: [token.form.toLowerCase()],
  modifiers: [],
  determiner: 'none',
  plural: pronoun.plural,
  group: false,
})

/** Not so the "it" of "it is clear that", the "that" that opens a clause, and "this" before its noun. */
function standsForSomething(document: Document, token: Token, pronoun: Pronoun): boolean {
  if (isRelation(token.deprel, 'expl')) return false
  if (pronoun.demonstrative)
    return token.upos === 'PRON' && token.feats.PronType !== 'Rel' && !isRelation(token.deprel, 'det')
  const beside = token.head < 0 ? [] : dependents(document, token.head, 'csubj')
  return token.form.toLowerCase() !== 'it' || beside.length === 0
}

const entityAt = (document: Document, { index }: Token): Entity | undefined =>
  document.entities.find(e => e.firstToken <= index && index < e.endToken)

/** The head itself, or the name beside it ("the Australian lawyer Anna Berg", "a lawyer, Anna Berg"). */
function namedHead(document: Document, head: Token): Token | null {
  if (head.upos === 'PROPN') return head
  if (entityAt(document, head) && /^\p{Lu}/u.test(head.form)) return head
  const beside = dependents(document, head.index, 'appos', 'flat')
  return beside.find(t => t.upos === 'PROPN' && entityAt(document, t)?.type === 'person') ?? null
}

/** "Many of the ships", "those of us", "someone" stand like nouns. */
function isNounLike(document: Document, token: Token): boolean {
  if (NOUNS.includes(token.upos)) return true
  if (token.upos === 'PRON') return /^(some|any|every|no)(one|body)$/i.test(token.form)
  return (
    ['DET', 'NUM', 'ADJ'].includes(token.upos) &&
    isOneOf(token, ['nsubj', 'obj', 'obl', 'nmod', 'conj']) &&
    dependents(document, token.index, 'nmod').some(part =>
      dependents(document, part.index, 'case').some(t => t.form.toLowerCase() === 'of'),
    )
  )
}

/** A name before a noun and no part of the noun's own name: "Oslo" in "Oslo talks", not "Anna" in "Anna Berg". */
function isNameBeside(document: Document, token: Token): boolean {
  if (token.upos !== 'PROPN') return false
  const own = entityAt(document, token)
  return own !== undefined && !(own.firstToken <= token.head && token.head < own.endToken)
}

interface Range {
  readonly first: number
  readonly end: number
}

/** The unbroken stretch of the head's subtree around it. */
function rangeOf(document: Document, head: Token): Range {
  const isPredicate = dependents(document, head.index, 'cop', 'nsubj').length > 0
  const isLeftOut = (token: Token): boolean =>
    token.head === head.index &&
    (isOneOf(token, OUTSIDE) ||
      (isPredicate && isOneOf(token, OF_CLAUSE)) ||
      (token.index < head.index && isOneOf(token, BEFORE)))
  const kept = new Set(subtree(document, head.index, isLeftOut))
  let [first, end] = [head.index, head.index + 1]
  while (kept.has(first - 1)) first--
  while (kept.has(end)) end++
  return trim(document, head, { first, end })
}

const CLOSED_BY: Readonly<Record<string, string>> = { ')': '(', ']': '[', '”': '“', '"': '"', '’': '‘' }

/** Marks at either end go, but for those that close what the phrase opens. */
function trim(document: Document, head: Token, range: Range): Range {
  let { first, end } = range
  const isMark = (index: number) => document.tokens[index].upos === 'PUNCT'
  const closes = (index: number) =>
    document.tokens.slice(first, index).some(t => t.form === CLOSED_BY[document.tokens[index].form])
  while (first < head.index && isMark(first)) first++
  while (end - 1 > head.index && isMark(end - 1) && !closes(end - 1)) end--
  return { first, end }
}

/** Where the clauses and appositions of a phrase begin. */
function endOfWords(document: Document, head: Token, end: number): number {
  const clauses = dependents(document, head.index, 'acl', 'appos', 'advcl').filter(t => t.index > head.index)
  return Math.min(end, ...clauses.map(t => subtree(document, t.index)[0]).filter(at => at > head.index))
}

const isPossessiveMark = (token: Token): boolean => /^['’]s?$/.test(token.form)

const wordsOf = (document: Document, first: number, end: number): string[] =>
  document.tokens
    .slice(first, end)
    .filter(t => !['DET', 'PUNCT'].includes(t.upos) && !isPossessiveMark(t))
    .map(t => t.form.toLowerCase())

function nameAround(document: Document, head: Token): string[] {
  const { first, end } = nameRange(document, head)
  return document.tokens
    .slice(first, end)
    .filter(t => !isPossessiveMark(t) && t.upos !== 'PUNCT' && t.form.toLowerCase() !== 'the')
    .map(t => t.form)
}

function nameRange(document: Document, head: Token): Range {
  const entity = entityAt(document, head)
  if (entity) return { first: entity.firstToken, end: entity.endToken }
  const parts = new Set(
    dependents(document, head.index, 'flat', 'compound')
      .filter(t => t.upos === 'PROPN' || t.upos === 'NUM')
      .flatMap(t => [t, ...dependents(document, t.index, 'flat', 'compound')])
      .map(t => t.index),
  )
  let [first, end] = [head.index, head.index + 1]
  while (parts.has(first - 1)) first--
  while (parts.has(end)) end++
  return { first, end }
}

const INDEFINITE = /^(an?|another|some|any|no|each|every|many|several|few)$/
const DEMONSTRATIVE = /^(this|that|these|those|such)$/

function determinerOf(document: Document, head: Token): Mention['determiner'] {
  if (dependents(document, head.index, 'nmod:poss').length > 0) return 'possessive'
  for (const { form } of dependents(document, head.index, 'det')) {
    const word = form.toLowerCase()
    if (word === 'the') return 'definite'
    if (DEMONSTRATIVE.test(word)) return 'demonstrative'
    if (INDEFINITE.test(word)) return 'indefinite'
  }
  return dependents(document, head.index, 'nummod').length > 0 ? 'quantity' : 'none'
}

/** "Berg and Lind": from the first to the last of the coordinated. */
function groupAt(document: Document, single: Found): Found | null {
  const { head, first } = single
  if (single.pronoun && head.deprel === 'nmod:poss') return null
  const others = dependents(document, head.index, 'conj').filter(t => [...NOUNS, 'PRON'].includes(t.upos))
  if (others.length === 0) return null
  const { end } = rangeOf(document, others[others.length - 1])
  return {
    ...single,
    end,
    kind: 'noun',
    pronoun: null,
    entity: null,
    name: null,
    core: [...single.core, ...others.map(t => t.lemma.toLowerCase())],
    words: wordsOf(document, first, end),
    plural: true,
    group: true,
  }
}
