// A verb comes in; the stance it carries with its particle, its negation and its complement goes out, or null.
import type { StanceWord } from '../../knowledge/stances.ts'
import type { Token } from '../../language/document.ts'
import { dependent, dependents, headOf, isRelation } from '../../language/tree.ts'
import type { PositionInput } from './draft.ts'
import { conditionOf, hasModal, isNegated } from './phrases.ts'
import { NEGATED } from './stance.ts'

const WILL = /^(will|would|wo|['’]ll)$/
const MAY = /^(may|might|could|can)$/
const UNLESS: ReadonlySet<string> = new Set(['if', 'unless'])

export interface Match {
  readonly stance: StanceWord
  /** The preposition or particle that belongs to the word. */
  readonly particle: string | null
}

/** "the terms on which they insisted": only there may a verb's preposition stand before it. */
const isRelative = (token: Token): boolean => /^(which|whom|what|that)$/i.test(token.form)

/** The verb with its particle or preposition ("call for"), else alone. */
export function matchVerb(input: PositionInput, verb: Token): Match | null {
  const { document, stances } = input
  const lemma = verb.lemma.toLowerCase()
  const particles = [
    ...dependents(document, verb.index, 'compound:prt').map(t => t.form.toLowerCase()),
    ...dependents(document, verb.index, 'obl', 'advcl', 'advmod', 'xcomp').flatMap(o => [
      ...dependents(document, o.index, 'case', 'mark')
        .filter(t => t.index > verb.index || isRelative(o))
        .map(t => t.form.toLowerCase()),
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

/** "What we ask is that the buses run": the issue is the clause that the question word stands for. */
export function cleftOf(input: PositionInput, verb: Token): Token | null {
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
  if (['advcl', 'ccomp'].some(r => isRelation(verb.deprel, r)) && marked) return true
  const head = headOf(document, verb.index)
  return isRelation(verb.deprel, 'conj') && head !== null && isConditional(input, head)
}

/** The stance of a verb about its issue; null where the words are told, arranged or asked rather than held. */
export function stanceOf(
  input: PositionInput,
  verb: Token,
  match: Match,
  issue: Token | null,
): StanceWord | null {
  const { document, stances } = input
  const lemma = verb.lemma.toLowerCase()
  const deed = issue?.lemma.toLowerCase() ?? ''
  const negated =
    isNegated(document, verb.index) ||
    (/^(acceptance|offer)$/.test(match.stance) && issue !== null && isNothing(input, issue))
  if (isConditional(input, verb) || isAskedOfOther(input, verb) || isSuspected(input, verb)) return null
  if (/^(acceptance|endorsement|offer)$/.test(match.stance) && isDue(input, verb)) return null
  if (lemma === 'ask' && issue !== null && isQuestion(input, issue) && cleftOf(input, verb) === null)
    return null
  if (stances.wanting.has(lemma)) return wantedOf(input, verb, match, issue)
  if (stances.blame.has(deed) || stances.bills.has(deed)) return null
  if (lemma === 'accept' && stances.received.has(deed)) return null
  const clause = issue !== null && ['xcomp', 'ccomp', 'advcl'].some(r => isRelation(issue.deprel, r))
  if (stances.clauseOnly.has(lemma) && match.particle === null && !clause && !stances.conduct.has(deed))
    return null
  const word = match.particle === null ? lemma : `${lemma} ${match.particle}`
  if (stances.conductOnly.has(word) && !stances.conduct.has(deed)) return null
  // "voted against Iran": for or against whom, not what
  if (lemma === 'vote' && issue !== null && input.actors.at(issue.index).length > 0) return null
  if (lemma === 'warn' || lemma === 'caution')
    return match.particle === null ? warnedOf(input, verb, issue) : match.stance
  if (/^(intend|plan|aim)$/.test(lemma)) {
    if (!isRelation(issue?.deprel ?? '', 'xcomp')) return null
    if (negated) return stances.unwilled.has(deed) ? null : 'refusal'
    return stances.offerable.has(deed) ? 'offer' : null
  }
  if (lemma === 'agree' && (match.particle === null || isRelation(issue?.deprel ?? '', 'xcomp'))) {
    if (issue && isRelation(issue.deprel, 'xcomp'))
      return stances.arranging.has(deed) ? null : negated ? 'refusal' : 'acceptance'
    if (issue && isToldRather(input, issue)) return null
    if (!clause) return null
  }
  if (lemma === 'insist' && issue !== null && isToldRather(input, issue)) return null
  if (lemma === 'seek' && !stances.sought.has(deed) && !isFrom(input, verb)) return null
  if (stances.vows.has(lemma) && stances.vengeful.has(deed)) return 'warning'
  if (lemma === 'vow') return stances.offerable.has(deed) ? 'offer' : null
  const given = issue && dependent(document, issue.index, 'obj')
  if (stances.silences.has(deed) || stances.silences.has(given?.lemma.toLowerCase() ?? '')) return null
  return negated ? NEGATED[match.stance] : match.stance
}

/** "will accept no alternative" is as good as not accepting. */
const isNothing = ({ document }: PositionInput, issue: Token): boolean =>
  dependents(document, issue.index, 'det').some(d => /^no$/i.test(d.form))

/** "All must ratify it", "you have to accept it": what is due is no stance of those who owe it. */
function isDue({ document, stances }: PositionInput, verb: Token): boolean {
  const head = headOf(document, verb.index)
  const owed = head && isRelation(verb.deprel, 'xcomp') && stances.dutyVerbs.has(head.lemma.toLowerCase())
  return owed || hasModal(document, verb.index, /^(must|should|shall)$/)
}

const isFrom = ({ document }: PositionInput, verb: Token): boolean =>
  dependents(document, verb.index, 'obl').some(o =>
    dependents(document, o.index, 'case').some(c => c.lemma === 'from'),
  )

/** Wanting to do it oneself is an offer, wanting another to do it a demand. */
function wantedOf(input: PositionInput, verb: Token, match: Match, issue: Token | null): StanceWord | null {
  const { document, stances } = input
  const lemma = verb.lemma.toLowerCase()
  const own =
    issue !== null && isRelation(issue.deprel, 'xcomp') && !dependent(document, verb.index, 'obj', 'iobj')
  if (isNegated(document, verb.index)) return own && lemma === 'want' ? 'refusal' : null
  if (own && dependent(document, issue.index, 'aux:pass')) return 'demand'
  if (lemma === 'hope')
    return issue !== null && isRelation(issue.deprel, 'ccomp') ? 'endorsement' : own ? 'offer' : null
  if (lemma === 'seek' && !own)
    return stances.sought.has(issue?.lemma.toLowerCase() ?? '') || isFrom(input, verb) ? 'demand' : null
  return own ? 'offer' : match.stance
}

/** "warned that it would …" is a warning, "warned him to …" a demand; "warned that it is …" only tells. */
function warnedOf({ document }: PositionInput, verb: Token, issue: Token | null): StanceWord | null {
  if (!issue) return null
  if (isRelation(issue.deprel, 'xcomp') || isRelation(issue.deprel, 'advcl'))
    return dependent(document, verb.index, 'obj', 'iobj') ? 'demand' : null
  if (!isRelation(issue.deprel, 'ccomp')) return null
  if (hasModal(document, issue.index, WILL)) return 'warning'
  return hasModal(document, issue.index, MAY) && conditionOf(document, issue.index, UNLESS) ? 'warning' : null
}

/** "fears that Iran wants to build it", "denies supporting them": what others suspect of a side is not its own line. */
function isSuspected({ document, stances }: PositionInput, verb: Token): boolean {
  const head = headOf(document, verb.index)
  if (!head || !['ccomp', 'xcomp', 'acl', 'advcl'].some(r => isRelation(verb.deprel, r))) return false
  if (isRelation(verb.deprel, 'acl:relcl')) return false
  const told = dependents(document, verb.index, 'mark').some(m => /^(that|of)$/i.test(m.form))
  const word = head.lemma.toLowerCase()
  return stances.suspecting.has(word) && (told || head.upos === 'VERB')
}

/** "urged them to support it", "accused it of refusing to": what another is asked or said to do is not his own line. */
function isAskedOfOther(input: PositionInput, verb: Token): boolean {
  const { document } = input
  const head = headOf(document, verb.index)
  // "the need for Iran to comply"
  const meant = dependents(document, verb.index, 'mark').some(m => /^for$/i.test(m.form))
  if (meant && verb.feats.VerbForm === 'Inf') return true
  if (head?.upos !== 'VERB') return false
  const stance = matchVerb(input, head)?.stance
  const object = dependent(document, head.index, 'obj', 'iobj')
  if (isRelation(verb.deprel, 'xcomp') && stance === 'refusal') return true
  if (isRelation(verb.deprel, 'xcomp') && (stance === 'demand' || stance === 'warning'))
    return object !== null || dependents(document, head.index, 'obl').length > 0
  const alleged = dependents(document, verb.index, 'mark').some(m => /^(of|for)$/i.test(m.form))
  const accused = object ?? dependent(document, head.index, 'nsubj:pass', 'aux:pass')
  return (
    isRelation(verb.deprel, 'advcl') &&
    alleged &&
    accused !== null &&
    (stance === 'objection' || /^(blame|suspect)$/.test(head.lemma))
  )
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
