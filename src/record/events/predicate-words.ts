// A predicate comes in; the words that stand with it go out.
import type { Document, Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'

export const word = (t: Token): string => t.form.toLowerCase()

export const auxiliaries = (document: Document, predicate: number): Token[] =>
  dependents(document, predicate, 'aux', 'cop')

/** "after it was lifted"; in "after it is lifted" and "has been lifted" the participle says nothing of the time. */
export const isPast = (document: Document, token: Token): boolean =>
  token.feats.Tense === 'Past' && !auxiliaries(document, token.index).some(a => a.feats.Tense === 'Pres')

/** Is it an infinitive with "to"? */
export const hasTo = (document: Document, predicate: number): boolean =>
  dependents(document, predicate, 'mark').some(m => word(m) === 'to')
