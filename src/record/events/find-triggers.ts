// The tree and the lexicon come in; the words that name an act ("took a jab at", "held talks", "the visit") go out.
import type { Act, Acts } from '../../knowledge/acts.ts'
import type { Document, Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import { baseForms } from './base-forms.ts'
import type { Trigger } from './match-pattern.ts'
import { bestMatch } from './match-pattern.ts'
import { prepositionOf } from './phrases.ts'
import { hasTo } from './predicate-words.ts'

/** The verb that carries a noun: "hold" of "hold talks", "begin" of "talks begin", "engage" of "engage in talks". */
function carrier(document: Document, noun: Token, lexicon: Acts): number | null {
  const around = carrierAround(document, noun, lexicon)
  if (around !== null) return around
  // "the meeting that took place in Moscow in March"
  const relative = dependents(document, noun.index, 'acl:relcl')
  return (
    relative.find(v => v.feats.Tense === 'Past' && baseForms(v).some(w => lexicon.occurs.has(w)))?.index ??
    null
  )
}

function carrierAround(document: Document, noun: Token, lexicon: Acts): number | null {
  // "is on a visit", "were on alert": the noun is the predicate itself.
  if (dependents(document, noun.index, 'nsubj').length > 0) return noun.index
  const parent = headOf(document, noun.index)
  if (!parent) return null
  // "Talks resume", read as one phrase.
  const next = document.tokens[noun.index + 1]
  if (
    next?.head === noun.index &&
    /^(VERB|NOUN)$/.test(next.upos) &&
    baseForms(next).some(w => lexicon.occurs.has(w))
  )
    return next.index
  // "a round of talks": the container is carried.
  if (isRelation(noun.deprel, 'nmod') && lexicon.containers.has(parent.lemma) && parent.upos === 'NOUN')
    return carrierAround(document, parent, lexicon)
  if (noun.deprel === 'conj' && parent.upos === 'NOUN') return carrierAround(document, parent, lexicon)
  if (parent.upos !== 'VERB') return null
  if (noun.deprel === 'obj' || noun.deprel === 'nsubj:pass')
    return baseForms(parent).some(w => lexicon.light.has(w)) ? parent.index : null
  // "a summit makes no sense": a verdict on it, nothing that takes place.
  const judged = dependents(document, parent.index, 'obj').some(o => /^(?:sense|difference)$/.test(o.lemma))
  if (noun.deprel === 'nsubj')
    return !judged && baseForms(parent).some(w => lexicon.occurs.has(w)) ? parent.index : null
  const prep = prepositionOf(document, noun.index)
  const carried = baseForms(parent).some(w => lexicon.light.has(`${w} ${prep}`))
  return isRelation(noun.deprel, 'obl') && carried ? parent.index : null
}

/** "March" is a month. */
const inDate = (document: Document, token: Token): boolean =>
  document.dates.some(d => d.firstToken <= token.index && token.index < d.endToken)

const REFLEXIVE = new Set(['itself', 'himself', 'herself', 'themselves', 'myself', 'ourselves', 'yourself'])

/** "Syria isolated itself": nothing done between two sides. */
const actsOnItself = (document: Document, verb: number): boolean =>
  dependents(document, verb, 'obj').some(t => REFLEXIVE.has(t.form.toLowerCase()))

/** Acts that a warning announces. */
const HARM = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE', 'THREATEN', 'REJECT', 'PROTEST'])

/** "warned the UN that the resolution will not end the war": told, not threatened. */
function isIdleWarning(document: Document, verb: Token, lexicon: Acts): boolean {
  const said = dependents(document, verb.index, 'ccomp')
  if (!baseForms(verb).includes('warn') || said.length === 0) return false
  const inside = said.flatMap(s => subtree(document, s.index)).map(i => document.tokens[i])
  return !inside.some(t => {
    if (
      ['if', 'unless'].includes(t.form.toLowerCase()) ||
      baseForms(t).some(w => lexicon.consequences.has(w))
    )
      return true
    const act = bestMatch(document, t, lexicon.acts)?.pattern
    return act !== undefined && HARM.has(act.type)
  })
}

/** "asked whether", "asked about": a question is no request. */
const isQuestion = (document: Document, verb: Token): boolean =>
  baseForms(verb).includes('ask') &&
  (dependents(document, verb.index, 'obl').some(o => prepositionOf(document, o.index) === 'about') ||
    dependents(document, verb.index, 'ccomp', 'advcl').some(c =>
      dependents(document, c.index).some(w => /^(whether|if|why|how|what|when|where|who)$/i.test(w.form)),
    ))

/** "asked not to be named": how a source is told, nothing that is wanted of another. */
const isCondition = (document: Document, verb: Token): boolean =>
  baseForms(verb).some(w => /^(?:ask|request|insist|demand)$/.test(w)) &&
  dependents(document, verb.index, 'xcomp', 'ccomp', 'advcl').some(
    c =>
      /^(?:name|identify|quote|cite)$/.test(c.lemma) &&
      dependents(document, c.index).some(n => /^(?:not|n['’]t|never)$/i.test(n.form)),
  )

/** "agreed that security is low": an opinion, nothing that anybody will do. */
function isOpinion(document: Document, verb: Token): boolean {
  if (!baseForms(verb).includes('agree')) return false
  return dependents(document, verb.index, 'ccomp').some(
    c =>
      c.feats.VerbForm !== 'Inf' &&
      !dependents(document, c.index, 'aux').some(a =>
        /^(?:will|would|shall|should|’ll|'ll|’d|'d)$/i.test(a.form),
      ),
  )
}

/** "told reporters that the door is open": said, where nobody is told to do anything. */
const isTelling = (document: Document, verb: Token): boolean =>
  baseForms(verb).includes('tell') &&
  !dependents(document, verb.index, 'xcomp', 'ccomp', 'advcl').some(c => hasTo(document, c.index))

/** "fight for justice": no fighting. */
const isStriving = (document: Document, verb: Token): boolean =>
  baseForms(verb).includes('fight') &&
  dependents(document, verb.index, 'obj').length === 0 &&
  dependents(document, verb.index, 'obl').some(o => prepositionOf(document, o.index) === 'for')

/** "fight the virus", "killed thirty ducks", "warned of heavy rain": toward nobody. */
function isTowardNobody(document: Document, verb: Token, lexicon: Acts): boolean {
  if (!baseForms(verb).some(w => /^(?:fight|battle|combat|kill|destroy|warn)$/.test(w))) return false
  const matter = [
    ...dependents(document, verb.index, 'obj'),
    ...dependents(document, verb.index, 'obl').filter(o => prepositionOf(document, o.index) === 'of'),
  ]
  return (
    matter.length > 0 && matter.every(t => withWhatItIsOf(document, t).some(w => lexicon.unpeopled.has(w)))
  )
}

/** A noun and, of "a strain of the virus", what it is of. */
const withWhatItIsOf = (document: Document, noun: Token): string[] =>
  [
    noun,
    ...dependents(document, noun.index, 'nmod').filter(t => prepositionOf(document, t.index) === 'of'),
  ].map(t => t.lemma.toLowerCase())

/** "groups supported by Chad", "opposed to the rule": a participle that says what somebody is like. */
const DESCRIBES = new Set(['back', 'support', 'oppose'])
const onlyDescribes = (document: Document, verb: Token): boolean =>
  verb.feats.VerbForm !== 'Fin' &&
  verb.feats.VerbForm !== 'Inf' &&
  baseForms(verb).some(w => DESCRIBES.has(w)) &&
  dependents(document, verb.index, 'aux', 'aux:pass').length === 0

/** "the Cold War", "the Olympic Truce": a name, where the sentence writes other nouns small. */
function isNamed(document: Document, token: Token): boolean {
  const { firstToken, endToken } = document.sentences[token.sentence]
  if (!/^\p{Lu}/u.test(token.form) || token.index === firstToken) return false
  const before = document.tokens[token.index - 1]
  if (!/^\p{Lu}/u.test(before.form) || before.index === firstToken) return false
  return document.tokens
    .slice(firstToken, endToken)
    .some(t => (t.upos === 'NOUN' || t.upos === 'VERB') && /^\p{Ll}{4}/u.test(t.form))
}

/** "pledged funds": a promise, and the help that is promised. */
function promiseOf(verb: Token, act: Act, lexicon: Acts): Act | null {
  if (act.type !== 'AID' || act.words !== 'verb') return null
  const promises = baseForms(verb).flatMap(w => lexicon.acts.verb.get(w) ?? [])
  return promises.find(a => a.type === 'AGREE' && a.parts.length === 0) ?? null
}

/** Acts that are told by what they put an end to ("stopped cooperating with the agency"): that is no act beside them; what they only allow is one. */
const ENDS: ReadonlySet<string> = new Set(['SANCTION', 'RETREAT'])

/** Every act named in the text, in text order; words inside a longer expression name none of their own. */
export function findTriggers(document: Document, lexicon: Acts): Trigger[] {
  const found = document.tokens.flatMap((token): Trigger[] => {
    // "the occupied territories": a description, no news.
    if (token.deprel === 'amod' && token.upos !== 'ADJ') return []
    if (inDate(document, token)) return []
    const match = bestMatch(document, token, lexicon.acts)
    if (!match) return []
    if (match.pattern.type === 'THREATEN' && isIdleWarning(document, token, lexicon)) return []
    if (
      match.pattern.words === 'verb' &&
      (actsOnItself(document, token.index) ||
        isQuestion(document, token) ||
        isCondition(document, token) ||
        isOpinion(document, token) ||
        isTelling(document, token) ||
        isStriving(document, token) ||
        isTowardNobody(document, token, lexicon) ||
        onlyDescribes(document, token))
    )
      return []
    if (match.pattern.words === 'noun' && isNamed(document, token)) return []
    const predicate = match.pattern.words === 'noun' ? carrier(document, token, lexicon) : token.index
    const trigger = { act: match.pattern, head: token.index, parts: match.parts, predicate }
    const promise = promiseOf(token, match.pattern, lexicon)
    return promise ? [trigger, { ...trigger, act: promise, parts: [] }] : [trigger]
  })
  const partsOf = (triggers: readonly Trigger[]) => new Set(triggers.flatMap(t => t.parts))
  const verbs = found.filter(t => t.act.words !== 'noun')
  const taken = {
    noun: partsOf(verbs),
    verb: partsOf(verbs.filter(t => ENDS.has(t.act.type) && t.act.inner === null)),
  }
  return found.filter(t => !(t.act.words === 'noun' ? taken.noun : taken.verb).has(t.head))
}
