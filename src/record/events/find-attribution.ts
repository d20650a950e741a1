// An event's words and the statements of the text come in; who tells it, who denies it and who doubts it go out.
import { ancestors, dependents, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { contains, overlaps } from '../../text/span.ts'
import type { ActorId, Statement } from '../entry.ts'
import { clauseOf } from './clause.ts'
import type { Reading } from './parties.ts'
import { partiesAt } from './parties.ts'

const length = (s: Statement): number => s.content.reduce((sum, c) => sum + c.end - c.start, 0)

const holds = (statement: Statement, span: Span): boolean => statement.content.some(c => contains(c, span))

/** The innermost statement that tells the words. */
export function findTeller(statements: readonly Statement[], trigger: Span): Statement | null {
  const around = statements.filter(s => holds(s, trigger)).sort((a, b) => length(a) - length(b))
  return around[0] ?? null
}

/** "denied that it had asked": the speaker of a denial whose content holds the words. */
export function findDenier(statements: readonly Statement[], trigger: Span): ActorId | null {
  const denial = statements.find(s => s.polarity === 'denied' && holds(s, trigger))
  return denial?.speakers[0]?.claim.value ?? null
}

/** "declined to comment": words that only withhold an answer are no refusal of anything. */
export const isWithheld = (statements: readonly Statement[], trigger: Span): boolean =>
  statements.some(s => s.polarity === 'withheld' && s.cue !== null && overlaps(s.cue, trigger))

export interface Doubt {
  readonly by: ActorId
  readonly span: Span
  /** What the doubted thing is called ("reports", "claim"). */
  readonly about: readonly string[]
}

/** "expressed skepticism about these media reports": who doubts, and the words of what is doubted. */
export function findDoubts(reading: Reading): Doubt[] {
  const { document, lexicon } = reading
  return document.tokens
    .filter(t => lexicon.doubt.has(t.lemma.toLowerCase()) && ['VERB', 'NOUN', 'ADJ'].includes(t.upos))
    .flatMap(t => {
      const verb = t.upos === 'VERB' ? t : ancestors(document, t.index).find(a => a.upos === 'VERB')
      if (!verb) return []
      const clause = clauseOf(document, verb.index)
      const by = clause.subjects.flatMap(s => partiesAt(reading, s))[0]
      if (!by) return []
      const below = [
        ...subtree(document, t.index),
        ...dependents(document, verb.index, 'obl', 'ccomp').flatMap(d => subtree(document, d.index)),
      ]
      const about = below.map(i => document.tokens[i].lemma.toLowerCase())
      return [
        {
          by: by.actor,
          span: { start: Math.min(verb.start, t.start), end: Math.max(verb.end, t.end) },
          about,
        },
      ]
    })
}
