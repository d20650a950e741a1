// A document noun in ("a Foreign Ministry statement", "the letter by X") and the heads of those who issued it out.
import type { Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Reading } from './draft.ts'
import { caseOf } from './saying-clause.ts'
import { agentsOf, subjectsOf, together } from './subjects.ts'

/** "in a statement", "with the warning that" */
const CARRYING = new Set(['in', 'with', 'through', 'via', 'by'])

/** "media reports": of nobody in particular. */
const ANY_OUTLET = new Set(['media', 'news', 'press'])

const BY = new Set(['by', 'from', 'of'])

/** "a statement by Oslo"; "reports from Oslo" only come from there. */
function isAuthor(reading: Reading, noun: number, t: Token): boolean {
  const preposition = caseOf(reading, t.index)?.lemma.toLowerCase() ?? ''
  const isState = reading.kindsOf(t.index).some(k => k === 'state' || k === 'government')
  const onlyThere = preposition === 'from' && reading.document.tokens[noun].lemma === 'report' && isState
  return BY.has(preposition) && !onlyThere && reading.isActor(t.index)
}

/** "a report in the newspaper El Faro", "an article in Le Monde": who printed it. */
const PRESS =
  /^(?:newspaper|paper|daily|weekly|magazine|journal|tabloid|website|site|portal|broadcaster|channel|agency)$/i

function isOutlet(reading: Reading, t: Token): boolean {
  const preposition = caseOf(reading, t.index)?.lemma.toLowerCase() ?? ''
  const named = subtree(reading.document, t.index).some(i => PRESS.test(reading.document.tokens[i].form))
  return (
    ['in', 'on', 'for', 'at'].includes(preposition) &&
    (reading.kindsOf(t.index).includes('outlet') || (named && reading.isActor(t.index)))
  )
}

/** "documents seen by Reuters": it only had them before its eyes. */
const SEEING = new Set(['see', 'obtain', 'review', 'view', 'cite', 'quote', 'share', 'verify'])

/** Those who pass on a document that others made. */
export const passersOf = (reading: Reading, noun: number): number[] =>
  dependents(reading.document, noun, 'acl')
    .filter(t => SEEING.has(t.lemma.toLowerCase()))
    .flatMap(t => agentsOf(reading, t.index))

/** Who is behind a statement, letter, claim or post: its owner, its author, or the subject of the verb that carries it. */
export function issuersOf(reading: Reading, noun: number): number[] {
  const { document, cues } = reading
  const owner = dependents(document, noun, 'nmod:poss')[0]
  if (owner) return together(reading, owner.index)
  const author = dependents(document, noun, 'nmod').find(
    t => isAuthor(reading, noun, t) || isOutlet(reading, t),
  )
  if (author) return together(reading, author.index)
  const issued = dependents(document, noun, 'acl')
    .filter(t => !SEEING.has(t.lemma.toLowerCase()))
    .map(t => agentsOf(reading, t.index))
    .find(agents => agents.length > 0)
  if (issued) return issued
  const body = dependents(document, noun, 'compound', 'amod').find(
    t =>
      reading.isActor(t.index) &&
      t.upos !== 'ADJ' &&
      !(t.upos === 'NOUN' && ANY_OUTLET.has(t.lemma.toLowerCase())),
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
