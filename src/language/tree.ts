// Walks over the dependency tree of a Document: dependents, subtrees, the words of a phrase.
import type { Span } from '../text/span.ts'
import type { Document, Token } from './document.ts'

/** `nsubj` fits `nsubj` and `nsubj:pass`; `nsubj:pass` fits only itself. */
export const isRelation = (deprel: string, wanted: string): boolean =>
  deprel === wanted || deprel.startsWith(`${wanted}:`)

/** Dependents of a token, in text order; only those of the given relations where any are given. */
export function dependents(document: Document, index: number, ...relations: string[]): Token[] {
  const all = document.children[index].map(i => document.tokens[i])
  if (relations.length === 0) return all
  return all.filter(t => relations.some(r => isRelation(t.deprel, r)))
}

/** The first dependent of one of the relations, or null. */
export const dependent = (document: Document, index: number, ...relations: string[]): Token | null =>
  dependents(document, index, ...relations)[0] ?? null

export const headOf = (document: Document, index: number): Token | null => {
  const { head } = document.tokens[index]
  return head < 0 ? null : document.tokens[head]
}

/** A token and its conjuncts ("A, B and C" from A). */
export const conjuncts = (document: Document, index: number): Token[] => [
  document.tokens[index],
  ...dependents(document, index, 'conj').flatMap(t => conjuncts(document, t.index)),
]

/** Indices of a token and all below it, in text order; subtrees whose top `skip` accepts are left out. */
export function subtree(document: Document, index: number, skip?: (token: Token) => boolean): number[] {
  const found: number[] = []
  const visit = (i: number) => {
    found.push(i)
    for (const child of document.children[i]) if (!skip?.(document.tokens[child])) visit(child)
  }
  visit(index)
  return found.sort((a, b) => a - b)
}

/** From the first to the last word of a subtree. */
export function phraseSpan(document: Document, index: number, skip?: (token: Token) => boolean): Span {
  const indices = subtree(document, index, skip)
  return { start: document.tokens[indices[0]].start, end: document.tokens[indices[indices.length - 1]].end }
}

/** Tokens from the token's head up to the root of its sentence. */
export function ancestors(document: Document, index: number): Token[] {
  const found: Token[] = []
  for (let token = headOf(document, index); token; token = headOf(document, token.index)) found.push(token)
  return found
}

/** Is `index` the token `top` or somewhere below it? */
export const isUnder = (document: Document, index: number, top: number): boolean =>
  index === top || ancestors(document, index).some(t => t.index === top)
