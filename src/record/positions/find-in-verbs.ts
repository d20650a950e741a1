// Finds positions in verbs that carry a stance.
// "Moscow turned down a Turkish proposal for joint inspections": Moscow's refusal.
import type { StanceWord } from '../../knowledge/stances.ts'
import type { Token } from '../../language/document.ts'
import { dependent, dependents, headOf, isRelation } from '../../language/tree.ts'
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
import { innerIssue, NEGATED, PLAIN, towardOf } from './stance.ts'

interface Match {
  readonly stance: StanceWord
  /** The preposition or particle that belongs to the word. */
  readonly particle: string | null
}

/** The verb with its particle or preposition ("call for"), else alone. */
function matchVerb(input: PositionInput, verb: Token): Match | null {
  const { document, stances } = input
  const lemma = verb.lemma.toLowerCase()
  const particles = [
    ...dependents(document, verb.index, 'compound:prt').map(t => t.form.toLowerCase()),
    ...dependents(document, verb.index, 'obl', 'advcl', 'advmod', 'xcomp').flatMap(o => [
      ...dependents(document, o.index, 'case', 'mark').map(t => t.form.toLowerCase()),
      ...(o.deprel === 'advmod' ? [o.form.toLowerCase()] : []),
    ]),
  ]
  for (const particle of particles) {
    const modifier = dependents(document, verb.index, 'advmod', 'xcomp').map(t => t.lemma.toLowerCase())
    const stance =
      stances.verbs.get(`${lemma} ${particle}`) ??
      modifier.map(m => stances.verbs.get(`${lemma} ${m} ${particle}`)).find(Boolean)
    if (stance) return { stance, particle }
  }
  const stance = stances.verbs.get(lemma)
  return stance ? { stance, particle: null } : null
}

/** What the stance is about: object or complement; an object that is an actor is the one addressed. */
function complementOf(
  input: PositionInput,
  verb: Token,
  particle: string | null,
): { issue: Token | null; addressee: Token | null } {
  const { document } = input
  const cleft = cleftOf(input, verb)
  if (cleft) return { issue: cleft, addressee: null }
  const clause = dependent(document, verb.index, 'xcomp', 'ccomp')
  const object = dependent(document, verb.index, 'obj')
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

/** "What we ask is that the buses run": the issue is the clause that the question word stands for. */
function cleftOf(input: PositionInput, verb: Token): Token | null {
  const { document } = input
  const head = headOf(document, verb.index)
  if (!head) return null
  if (isRelation(verb.deprel, 'acl:relcl') && /^what$/i.test(head.form)) return headOf(document, head.index)
  const asks = dependent(document, verb.index, 'obj')
  return isRelation(verb.deprel, 'csubj') && asks && /^what$/i.test(asks.form) ? head : null
}

/** Inside "if …", also as its second verb ("if they are truthful and seek peace"). */
function isConditional(input: PositionInput, verb: Token): boolean {
  const { document } = input
  const marked = dependents(document, verb.index, 'mark').some(m => /^(if|unless|whether)$/i.test(m.form))
  if (isRelation(verb.deprel, 'advcl') && marked) return true
  const head = headOf(document, verb.index)
  return isRelation(verb.deprel, 'conj') && head !== null && isConditional(input, head)
}

function stanceOf(input: PositionInput, verb: Token, match: Match, issue: Token | null): StanceWord | null {
  const { document, stances } = input
  const lemma = verb.lemma.toLowerCase()
  if (
    isConditional(input, verb) ||
    (lemma === 'ask' && issue !== null && isQuestion(input, issue) && cleftOf(input, verb) === null)
  )
    return null
  if (stances.wanting.has(lemma)) {
    const own = issue !== null && isRelation(issue.deprel, 'xcomp') && !dependent(document, verb.index, 'obj')
    if (isNegated(document, verb.index)) return null
    if (own && dependent(document, issue.index, 'aux:pass')) return 'demand'
    if (lemma === 'hope')
      return issue !== null && isRelation(issue.deprel, 'ccomp') ? 'endorsement' : own ? 'offer' : null
    return own ? 'offer' : match.stance
  }
  const deed = issue?.lemma.toLowerCase() ?? ''
  if (stances.blame.has(deed) || stances.bills.has(deed)) return null
  if (/^(agree|insist)$/.test(lemma) && issue !== null && isToldRather(input, issue)) return null
  if (
    lemma === 'seek' &&
    !dependents(document, verb.index, 'obl').some(o =>
      dependents(document, o.index, 'case').some(c => c.lemma === 'from'),
    )
  )
    return null
  if (stances.vows.has(lemma) && stances.hostile.has(deed)) return 'warning'
  if (lemma === 'vow' || stances.silences.has(deed)) return null
  return isNegated(document, verb.index) ? NEGATED[match.stance] : match.stance
}

/** "insists it was not involved", "agreed to meet": a clause without "must" or "should" is told or arranged, not demanded or accepted. */
function isToldRather(input: PositionInput, issue: Token): boolean {
  const { document } = input
  const isClause = ['ccomp', 'xcomp'].some(r => isRelation(issue.deprel, r))
  return isClause && !hasModal(document, issue.index, /^(must|should|shall)$/)
}

const isQuestion = (input: PositionInput, issue: Token): boolean =>
  [...dependents(input.document, issue.index, 'mark', 'advmod', 'obj', 'nsubj')].some(t =>
    /^(whether|if|what|who|when|where|why|how)$/i.test(t.form),
  )

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
    confidence: PLAIN,
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
  const verdict = dependents(document, verb.index, 'xcomp', 'obl', 'advcl').find(t =>
    stances.verdicts.has(t.lemma.toLowerCase()),
  )
  const object = dependent(document, verb.index, 'obj')
  const holders = holdersOf(input, subjectOf(document, verb.index))
  if (!verdict || !object || holders.length === 0 || isNegated(document, verb.index)) return null
  return {
    holders,
    toward: towardOf(input, object, null, holders),
    stance: 'objection',
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
