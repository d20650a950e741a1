// Finds positions in verbs that carry a stance.
// "Moscow turned down a Turkish proposal for joint inspections": Moscow's refusal.
import type { Token } from '../../language/document.ts'
import { dependent, dependents } from '../../language/tree.ts'
import type { ActorId, Claim } from '../entry.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import {
  clauseSpan,
  conditionOf,
  hasModal,
  holdersOf,
  isNegated,
  issueOf,
  partiesUnder,
  predicateSpan,
  subjectOf,
} from './phrases.ts'
import { innerIssue, PLAIN, towardOf } from './stance.ts'
import { cleftOf, matchVerb, stanceOf } from './verb-stance.ts'

/** Below what a condition read from the warned words gives: that one tells more. */
const WARNED = 0.7

/** What the stance is about: object or complement; an object that is an actor is the one addressed. */
function complementOf(
  input: PositionInput,
  verb: Token,
  particle: string | null,
): { issue: Token | null; addressee: Token | null } {
  const { document } = input
  const cleft = cleftOf(input, verb)
  if (cleft) return { issue: cleft, addressee: null }
  // "pressed them to leave": the parser may take the infinitive for a purpose
  const purpose = dependents(document, verb.index, 'advcl').find(t =>
    dependents(document, t.index, 'mark').some(m => /^to$/i.test(m.form)),
  )
  const asked = input.stances.clauseOnly.has(verb.lemma) || /^(warn|caution)$/.test(verb.lemma)
  const clause = dependent(document, verb.index, 'xcomp', 'ccomp') ?? (asked ? (purpose ?? null) : null)
  const object = dependent(document, verb.index, 'obj', 'iobj', 'nsubj:pass')
  const obliques = dependents(document, verb.index, 'obl', 'advcl')
  const governed = particle
    ? obliques.find(o =>
        dependents(document, o.index, 'case', 'mark').some(c => c.form.toLowerCase() === particle),
      )
    : undefined
  const faces = (t: Token) =>
    dependents(document, t.index, 'case').some(c =>
      /^(to|from|with|on|upon|of|against|towards?|for|at)$/i.test(c.form),
    )
  const isParty = (t: Token | null | undefined) => Boolean(t && input.actors.at(t.index).length > 0)
  if (clause && (object || governed))
    return { issue: clause, addressee: isParty(object) ? object : isParty(governed) ? governed! : null }
  if (governed && !isParty(governed)) return { issue: governed, addressee: isParty(object) ? object : null }
  if (governed && isParty(governed) && object && !isParty(object))
    return { issue: object, addressee: governed }
  const addressee =
    dependent(document, verb.index, 'iobj') ?? obliques.find(o => isParty(o) && faces(o)) ?? null
  return { issue: clause ?? object ?? governed ?? null, addressee }
}

function readVerb(input: PositionInput, verb: Token): PositionDraft | null {
  const { document, stances } = input
  const match = matchVerb(input, verb)
  if (
    !match ||
    input.toldBy(verb)?.polarity === 'denied' ||
    hasModal(document, verb.index, /^(may|might|could)$/)
  )
    return null
  const { issue, addressee } = complementOf(input, verb, match.particle)
  const stance = stanceOf(input, verb, match, issue)
  if (!stance || !issue) return null
  const holders = verbHolders(input, verb)
  if (holders.length === 0) return null
  const condition =
    conditionOf(document, verb.index, stances.conditionMarks) ??
    conditionOf(document, issue.index, stances.conditionMarks)
  return {
    holders,
    toward: towardOf(input, issue, addressee, holders),
    stance,
    issue: issueOf(document, innerIssue(input, issue)),
    span: predicateSpan(document, cleftOf(input, verb)?.index ?? verb.index),
    condition: condition && clauseSpan(document, condition.index),
    consequence: null,
    token: verb.index,
    by: `verb:${verb.lemma}${match.particle ? ` ${match.particle}` : ''}`,
    confidence: verb.lemma === 'warn' ? WARNED : PLAIN,
  }
}

/** Passive: the one who is urged stands as subject, the holder after "by". */
function verbHolders(input: PositionInput, verb: Token): Claim<ActorId>[] {
  const passive =
    dependent(input.document, verb.index, 'nsubj:pass') ?? dependent(input.document, verb.index, 'aux:pass')
  if (passive) return partiesUnder(input, verb.index, 'obl:agent')
  return holdersOf(input, subjectOf(input.document, verb.index))
}

/** "described the exercise as regrettable": a verdict put on something by verbs of calling. */
function readVerdict(input: PositionInput, verb: Token): PositionDraft | null {
  const { document, stances } = input
  if (!stances.calling.has(verb.lemma.toLowerCase())) return null
  const close = dependents(document, verb.index, 'xcomp', 'obl', 'advcl', 'ccomp').flatMap(t => [
    t,
    ...dependents(document, t.index, 'amod', 'conj'),
  ])
  const isOf = (words: ReadonlySet<string>) => close.find(t => words.has(t.lemma.toLowerCase()))
  const praise = isOf(stances.praises)
  const verdict = isOf(stances.verdicts) ?? praise
  const object = dependent(document, verb.index, 'obj')
  const holders = holdersOf(input, subjectOf(document, verb.index))
  if (!verdict || !object || holders.length === 0 || isNegated(document, verb.index)) return null
  return {
    holders,
    toward: towardOf(input, object, null, holders),
    stance: verdict === praise ? 'endorsement' : 'objection',
    issue: issueOf(document, object),
    span: predicateSpan(document, verb.index),
    condition: null,
    consequence: null,
    token: verb.index,
    by: `verdict:${verdict.lemma}`,
    confidence: PLAIN,
  }
}

/** In text order. */
export const findInVerbs = (input: PositionInput): PositionDraft[] =>
  input.document.tokens
    .filter(token => token.upos === 'VERB')
    .map(verb => readVerb(input, verb) ?? readVerdict(input, verb))
    .filter(draft => draft !== null)
