// A predicate comes in; the word that makes its clause a condition ("if", "provided that", "on condition that") goes out.
import type { Document, Token } from '../../language/document.ts'
import { dependents, subtree } from '../../language/tree.ts'
import { auxiliaries, word } from './predicate-words.ts'

const MARKS = new Set(['if', 'unless', 'whether', 'until', 'till', 'lest', 'provided', 'once', 'should'])

/** Conjunctions of several words, or taken for verbs and nouns by the tree; "that" may follow each. */
const PHRASES =
  /(?:^| )(?:provided|providing|assuming|on (?:the )?condition|(?:as|so) long as|in (?:the|any) event|in case)$/
/** Words of the longest of them, with "that". */
const LONGEST = 5

/** Where the clause of a predicate begins: at its subject, else at its own words. */
function clauseStart(document: Document, predicate: number): number {
  const [subject] = dependents(document, predicate, 'nsubj', 'nsubj:pass', 'expl', 'csubj')
  if (subject && subject.index < predicate) return Math.min(...subtree(document, subject.index))
  return Math.min(predicate, ...auxiliaries(document, predicate).map(a => a.index))
}

export function findCondition(document: Document, predicate: number): Token | null {
  const mark = dependents(document, predicate, 'mark').find(m => MARKS.has(word(m)))
  if (mark) return mark
  const start = clauseStart(document, predicate)
  const { firstToken } = document.sentences[document.tokens[predicate].sentence]
  const before = document.tokens.slice(Math.max(firstToken, start - LONGEST), start)
  if (before.length > 0 && word(before[before.length - 1]) === 'that') before.pop()
  return PHRASES.test(before.map(word).join(' ')) ? before[before.length - 1] : null
}
