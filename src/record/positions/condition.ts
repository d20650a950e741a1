// The condition on which a predicate stands: a clause ("if …", "as long as …", "provided that …") or a bargain ("in return for …").
import type { Document, Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, phraseSpan, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { clauseSpan } from './phrases.ts'

/** A condition further down belongs to something else. */
const DEEPEST = 4
const ASKED = /^(ask|inquire|enquire|wonder|know|see|say|check|decide|doubt|question)$/

const isMarked = (document: Document, clause: Token, marks: ReadonlySet<string>): boolean =>
  [...dependents(document, clause.index, 'mark'), ...dependents(document, clause.index, 'advmod')].some(m =>
    marks.has(m.form.toLowerCase()),
  )

/** "as long as the siege goes on": the clause hangs on "long". */
function lastingClause(document: Document, index: number): Token | null {
  const long = dependents(document, index, 'advmod').find(t => /^long$/i.test(t.form))
  return (long && dependents(document, long.index, 'advcl')[0]) ?? null
}

/** The same where the clause hangs beside "long". */
const isLasting = (document: Document, clause: Token): boolean =>
  dependents(document, clause.index, 'mark').some(
    m =>
      /^as$/i.test(m.form) &&
      /^long$/i.test(document.tokens[m.index - 1]?.form ?? '') &&
      /^(as|so)$/i.test(document.tokens[m.index - 2]?.form ?? ''),
  )

/** "provided that Serbia withdraws": the clause hangs on "provided" or beside it. */
function providedClause(document: Document, index: number): Token | null {
  const clauses = dependents(document, index, 'advcl')
  const provided = clauses.find(t => /^provid(ed|ing)$/i.test(t.form))
  if (!provided) return null
  return (
    dependents(document, provided.index, 'ccomp', 'advcl')[0] ??
    clauses.find(t => t.index > provided.index && dependents(document, t.index, 'mark').length > 0) ??
    null
  )
}

/** The conditional clause of a predicate by its marks, or null. */
export function conditionOf(document: Document, index: number, marks: ReadonlySet<string>): Token | null {
  const clause = dependents(document, index, 'advcl').find(
    t => isMarked(document, t, marks) || (marks.has('as long as') && isLasting(document, t)),
  )
  if (clause) return clause
  return (
    (marks.has('as long as') ? lastingClause(document, index) : null) ??
    (marks.has('provided') ? providedClause(document, index) : null)
  )
}

/** Is the way up from a word to the predicate one of complements, no clause about something else? */
function belongsTo(document: Document, token: Token, index: number): boolean {
  let at: Token | null = token
  for (let depth = 0; at && depth <= DEEPEST; depth++) {
    if (at.index === index) return true
    if (isRelation(at.deprel, 'acl:relcl')) return false
    if (!['xcomp', 'ccomp', 'acl', 'obj', 'obl', 'nmod', 'advcl'].some(r => isRelation(at!.deprel, r)))
      return false
    at = headOf(document, at.index)
  }
  return false
}

/** "in return for access", "on condition that the ban is lifted". */
function bargainSpan(document: Document, noun: Token): Span | null {
  const led = (word: string) =>
    dependents(document, noun.index, 'case').some(c => c.form.toLowerCase() === word)
  if (/^(return|exchange)$/i.test(noun.form) && led('in')) {
    const price = dependents(document, noun.index, 'nmod', 'acl', 'advcl').find(t =>
      dependents(document, t.index, 'case', 'mark').some(c => /^for$/i.test(c.form)),
    )
    const isFor = (t: Token) => t.head === price?.index && /^for$/i.test(t.form)
    return price ? phraseSpan(document, price.index, isFor) : null
  }
  if (!/^(condition|proviso)$/i.test(noun.form) || !led('on')) return null
  const clause = dependents(document, noun.index, 'acl', 'ccomp', 'advcl').find(t => t.index > noun.index)
  return clause ? clauseSpan(document, clause.index) : null
}

/** The words of the condition on a predicate or on what it is about; null where there is none. */
export function conditionSpan(document: Document, index: number, marks: ReadonlySet<string>): Span | null {
  const own = conditionOf(document, index, marks)
  if (own) return clauseSpan(document, own.index)
  for (const i of subtree(document, index)) {
    const token = document.tokens[i]
    const head = headOf(document, i)
    if (!head || i === index || !belongsTo(document, head, index)) continue
    if (isRelation(token.deprel, 'advcl') && !ASKED.test(head.lemma) && isMarked(document, token, marks))
      return clauseSpan(document, i)
    const bargain = bargainSpan(document, token)
    if (bargain) return bargain
  }
  return null
}
