// A document noun in ("a Foreign Ministry statement", "the letter by X") and the heads of those who issued it out.
import { dependents, headOf, isRelation } from '../../language/tree.ts'
import type { Reading } from './draft.ts'
import { caseOf } from './saying-clause.ts'
import { agentsOf, subjectsOf, together } from './subjects.ts'

/** "in a statement", "with the warning that" */
const CARRYING = new Set(['in', 'with', 'through', 'via', 'by'])

const BY = new Set(['by', 'from', 'of'])

/** Who is behind a statement, letter, claim or post: its owner, its author, or the subject of the verb that carries it. */
export function issuersOf(reading: Reading, noun: number): number[] {
  const { document, cues } = reading
  const owner = dependents(document, noun, 'nmod:poss')[0]
  if (owner) return together(reading, owner.index)
  const author = dependents(document, noun, 'nmod').find(
    t => BY.has(caseOf(reading, t.index)?.lemma.toLowerCase() ?? '') && reading.isActor(t.index),
  )
  if (author) return together(reading, author.index)
  const issued = dependents(document, noun, 'acl')
    .map(t => agentsOf(reading, t.index))
    .find(agents => agents.length > 0)
  if (issued) return issued
  const body = dependents(document, noun, 'compound', 'amod').find(
    t => reading.isActor(t.index) && t.upos !== 'ADJ',
  )
  if (body) return [body.index]
  const head = headOf(document, noun)
  if (
    head &&
    isRelation(document.tokens[noun].deprel, 'obj') &&
    cues.nouns.carriers.has(head.lemma.toLowerCase())
  )
    return subjectsOf(reading, head.index)
  const through = CARRYING.has(caseOf(reading, noun)?.lemma.toLowerCase() ?? '')
  if (head && through && isRelation(document.tokens[noun].deprel, 'obl') && head.upos === 'VERB')
    return subjectsOf(reading, head.index)
  if (head && isRelation(document.tokens[noun].deprel, 'conj')) return issuersOf(reading, head.index)
  return []
}
