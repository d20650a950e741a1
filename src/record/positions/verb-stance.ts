// A verb comes in; the stance it carries with its particle, its negation and its complement goes out, or null.
import type { StanceWord } from '../../knowledge/stances.ts'
import type { Token } from '../../language/document.ts'
import { dependent, dependents, headOf, isRelation } from '../../language/tree.ts'
import { conditionOf } from './condition.ts'
import type { PositionInput } from './draft.ts'
import { hasModal, isFirstPerson, isNegated } from './phrases.ts'
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
  if (['advcl', 'ccomp', 'conj'].some(r => isRelation(verb.deprel, r)) && marked) return true
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
  if (isDue(input, verb)) return null
  if (isForetold(input, verb) || (lemma === 'welcome' && isReceived(input, issue))) return null
  if (lemma === 'claim' && !stances.claimed.has(deed)) return null
  if (lemma === 'rule' && match.stance === 'refusal' && negated && stances.force.has(headOfUse(input, issue)))
    return 'warning'
  const asksAbout =
    issue !== null && [issue, ...dependents(document, verb.index, 'advcl')].some(t => isQuestion(input, t))
  if (lemma === 'ask' && asksAbout && cleftOf(input, verb) === null) return null
  // "called the state for the governor"
  if (lemma === 'call' && match.particle === 'for' && dependent(document, verb.index, 'obj')) return null
  const own = issue !== null && isRelation(issue.deprel, 'xcomp')
  if (stances.wanting.has(lemma) && own && stances.courtesies.has(deed)) return null
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
  if (lemma === 'warn' && match.particle === 'of') return stances.consequences.has(deed) ? 'warning' : null
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
    // "agree that Iran must stop" asks it of Iran
    if (isRelation(issue.deprel, 'ccomp')) return 'demand'
  }
  if (lemma === 'insist' && issue !== null && isToldRather(input, issue)) return null
  if (lemma === 'seek' && !stances.sought.has(deed) && !isFrom(input, verb)) return null
  if (stances.vows.has(lemma) && (stances.vengeful.has(deed) || isViolent(input, issue))) return 'warning'
  if (match.stance === 'refusal' && isDoubted(lemma, issue)) return 'objection'
  if (lemma === 'vow') return stances.offerable.has(deed) ? 'offer' : null
  const given = issue && dependent(document, issue.index, 'obj')
  if (stances.silences.has(deed) || stances.silences.has(given?.lemma.toLowerCase() ?? '')) return null
  return negated ? NEGATED[match.stance] : match.stance
}

/** "will be welcomed by many": foretold of others. */
const isForetold = ({ document }: PositionInput, verb: Token): boolean =>
  dependent(document, verb.index, 'aux:pass') !== null && hasModal(document, verb.index, WILL)

/** "welcomed the president to the palace": a guest. */
const isReceived = ({ actors }: PositionInput, issue: Token | null): boolean =>
  issue !== null &&
  (/^(you|him|her|them|all|everyone|everybody)$/i.test(issue.form) ||
    actors.at(issue.index).some(r => actors.get(r.actor)?.kind === 'person'))

/** "the use of force": what counts is the force. */
function headOfUse({ document }: PositionInput, issue: Token | null): string {
  const of = issue && /^use$/i.test(issue.lemma) ? dependent(document, issue.index, 'nmod') : null
  return (of ?? issue)?.lemma.toLowerCase() ?? ''
}

/** "vowed revenge", "to intensify its attacks", "to continue the fight": more of what hurts. */
function isViolent({ document, stances }: PositionInput, issue: Token | null): boolean {
  if (!issue) return false
  if (stances.violence.has(issue.lemma.toLowerCase())) return issue.upos === 'NOUN'
  return (
    stances.toughening.has(issue.lemma.toLowerCase()) &&
    dependents(document, issue.index, 'obj', 'obl').some(t => stances.violence.has(t.lemma.toLowerCase()))
  )
}

/** "dismissed the credibility of the report": said against something that nobody asked for. */
const isDoubted = (lemma: string, issue: Token | null): boolean =>
  lemma === 'dismiss' &&
  /^(credibility|report|finding|legitimacy|remark|comment|criticism)$/i.test(issue?.lemma ?? '')

/** "will accept no alternative" is as good as not accepting. */
const isNothing = ({ document }: PositionInput, issue: Token): boolean =>
  dependents(document, issue.index, 'det').some(d => /^no$/i.test(d.form))

/** "All must ratify it", "you have to accept it": what is due is no stance of those who owe it, but for "we must reject it". */
function isDue({ document, stances }: PositionInput, verb: Token): boolean {
  const subject = dependent(document, verb.index, 'nsubj')
  if (subject && isFirstPerson(subject)) return false
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
  const first = dependents(document, verb.index, 'advmod').some(t => /^first$/i.test(t.form))
  if (first && lemma === 'want' && !own) return 'precondition'
  if (own && /^(avoid|prevent)$/.test(issue.lemma)) return lemma === 'want' ? 'objection' : null
  if (own && dependent(document, issue.index, 'aux:pass')) return 'demand'
  // Hoping to travel offers nothing to anybody, hoping to meet does.
  const given = own && (stances.offerable.has(issue.lemma) || /^(hold|begin|start|reach)$/.test(issue.lemma))
  if (lemma === 'hope')
    return issue !== null && isRelation(issue.deprel, 'ccomp') ? 'endorsement' : given ? 'offer' : null
  if (lemma === 'seek' && !own)
    return stances.sought.has(issue?.lemma.toLowerCase() ?? '') || isFrom(input, verb) ? 'demand' : null
  return own ? 'offer' : match.stance
}

/** "warned that it would …" is a warning, "warned him to …" a demand; "warned that it is …" only tells. */
function warnedOf(input: PositionInput, verb: Token, issue: Token | null): StanceWord | null {
  const { document } = input
  if (!issue) return null
  if (isRelation(issue.deprel, 'xcomp') || isRelation(issue.deprel, 'advcl'))
    return dependent(document, verb.index, 'obj', 'iobj') ? 'demand' : null
  if (!isRelation(issue.deprel, 'ccomp')) return null
  if (hasModal(document, issue.index, WILL)) return 'warning'
  // "Rwanda warned it may send troops": its own deed
  const doer = dependent(document, issue.index, 'nsubj')
  const warner = dependent(document, verb.index, 'nsubj')
  const own = doer && warner && sharesActor(input, doer, warner)
  if (own && hasModal(document, issue.index, MAY)) return 'warning'
  return hasModal(document, issue.index, MAY) && conditionOf(document, issue.index, UNLESS) ? 'warning' : null
}

const sharesActor = ({ actors }: PositionInput, a: Token, b: Token): boolean =>
  actors.at(a.index).some(x => actors.at(b.index).some(y => x.actor === y.actor))

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
  // "hopes that all would agree to it"
  const hoped = /^(hope|wish|hopeful|confident|expect|expectation)$/.test(head?.lemma ?? '')
  if (hoped && /^(ccomp|acl)$/.test(verb.deprel) && dependent(document, verb.index, 'nsubj')) return true
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
    (stance === 'objection' ||
      /^(blame|suspect|thank|praise|commend|fine|punish|arrest|jail)$/.test(head.lemma))
  )
}

/** "insists it was not involved", "agreed to meet": a clause without "must" or "should" is told or arranged, not demanded or accepted. */
function isToldRather(input: PositionInput, issue: Token): boolean {
  const { document } = input
  const isClause = ['ccomp', 'xcomp'].some(r => isRelation(issue.deprel, r))
  // "insisted that any deal include them", "that it be lifted"
  const helpers = dependents(document, issue.index, 'aux', 'cop').map(t => t.form.toLowerCase())
  if (issue.feats.VerbForm === 'Inf' && helpers.length === 0) return false
  if (helpers.length === 1 && helpers[0] === 'be') return false
  return isClause && !hasModal(document, issue.index, /^(must|should|shall)$/)
}

const isQuestion = (input: PositionInput, issue: Token): boolean =>
  [...dependents(input.document, issue.index, 'mark', 'advmod', 'obj', 'nsubj')].some(t =>
    /^(whether|if|what|who|when|where|why|how)$/i.test(t.form),
  )
