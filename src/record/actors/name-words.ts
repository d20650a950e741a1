// Tokens in, the words of a possible name out.
import type { Document, Token } from '../../language/document.ts'
import type { TokenRange } from './candidate.ts'

export const wordsOf = (document: Document, range: TokenRange): string =>
  document.text.content
    .slice(document.tokens[range.first].start, document.tokens[range.end - 1].end)
    .replace(/\s+/g, ' ')

export const startsLikeName = (token: Token): boolean => /^\p{Lu}/u.test(token.form)
