// A predicate comes in; the words that stand with it go out.
import type { Document, Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'

export const word = (t: Token): string => t.form.toLowerCase()

export const auxiliaries = (document: Document, predicate: number): Token[] =>
  dependents(document, predicate, 'aux', 'cop')
