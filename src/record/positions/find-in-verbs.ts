// Finds positions in verbs that carry a stance.
// "Moscow turned down a Turkish proposal for joint inspections": Moscow's refusal.
import type { Token } from '../../language/document.ts'
import { dependent, dependents, headOf, phraseSpan } from '../../language/tree.ts'
import { overlaps } from '../../text/span.ts'
import type { ActorId, Claim } from '../entry.ts'
import { inferred } from '../entry.ts'
import { conditionSpan } from './condition.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import { hasModal, holdersOf, isNegated, issueOf, partiesUnder, predicateSpan, subjectOf } from './phrases.ts'
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
  const agreed = passiveBy(input, verb)
  if (agreed) return { issue: headOf(document, verb.index), addressee: null }
  const clause =
    dependent(document, verb.index, 'xcomp', 'ccomp') ??
    bareGerund(input, verb) ??
    (asked ? (purpose ?? null) : null)
  const object = dependent(document, verb.index, 'obj', 'iobj', 'nsubj:pass') ?? behindTerms(input, verb)
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

/** "ruled out sending troops", "protested the army's killing of three": the parser may take the deed for another clause. */
function bareGerund({ document }: PositionInput, verb: Token): Token | null {
  const follows = (deed: Token) => {
    const { start } = phraseSpan(document, deed.index)
    const between = document.tokens.slice(verb.index + 1, deed.index).filter(t => t.start < start)
    return start > verb.start && between.every(t => /^(compound:prt|advmod)$/.test(t.deprel))
  }
  const deed = dependents(document, verb.index, 'advcl').find(
    t => /ing$/i.test(t.form) && dependents(document, t.index, 'mark', 'case').length === 0 && follows(t),
  )
  return deed ?? null
}

/** "condemns in the strongest terms the attack": the object hangs on the terms. */
function behindTerms({ document }: PositionInput, verb: Token): Token | null {
  const terms = dependents(document, verb.index, 'obl').find(t => /^term$/i.test(t.lemma))
  const object = terms && dependents(document, terms.index, 'nmod', 'appos', 'obj')
  return (
    object?.find(t => t.index > terms!.index && dependents(document, t.index, 'case').length === 0) ?? null
  )
}

/** "a plan backed by Russia": who does what the participle says of the noun before it. */
function passiveBy({ document }: PositionInput, verb: Token): Token | null {
  if (verb.deprel !== 'acl' || verb.feats.VerbForm !== 'Part' || verb.feats.Tense === 'Pres') return null
  return dependent(document, verb.index, 'obl:agent')
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
  const backed = passiveBy(input, verb) !== null
  const condition =
    match.stance === 'demand' && verb.lemma === 'ask' && !dependent(document, verb.index, 'xcomp')
      ? null
      : conditionSpan(document, verb.index, stances.conditionMarks)
  return {
    holders,
    toward: towardOf(input, issue, addressee, holders),
    stance,
    issue: issueOf(document, innerIssue(input, issue)),
    span: backed
      ? phraseSpan(document, issue.index, t => t.deprel === 'case' && t.head === issue.index)
      : predicateSpan(document, cleftOf(input, verb)?.index ?? verb.index),
    condition,
    consequence: null,
    token: verb.index,
    by: `verb:${verb.lemma}${match.particle ? ` ${match.particle}` : ''}`,
    confidence: verb.lemma === 'warn' ? WARNED : PLAIN,
  }
}

/** Passive: the one who is urged stands as subject, the holder after "by". */
function verbHolders(input: PositionInput, verb: Token): Claim<ActorId>[] {
  const passive =
    dependent(input.document, verb.index, 'nsubj:pass') ??
    dependent(input.document, verb.index, 'aux:pass') ??
    passiveBy(input, verb)
  if (passive) return partiesUnder(input, verb.index, 'obl:agent')
  const subject = subjectOf(input.document, verb.index)
  const named = holdersOf(input, subject)
  const isActive = subject !== null || /ing$/i.test(verb.form)
  return named.length > 0 || !isActive ? named : speakersOf(input, verb)
}

/** "The resolution calls for a halt": what has no holder of its own is held by who says it by that verb. */
function speakersOf({ statements }: PositionInput, verb: Token): Claim<ActorId>[] {
  const told = statements.find(s => s.cue !== null && overlaps(s.cue, verb) && s.speakers.length > 0)
  return (told?.speakers ?? []).map(s => inferred(s.claim.value, [s.span], 'speaker'))
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
