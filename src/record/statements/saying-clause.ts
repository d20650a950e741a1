// Verbs of saying in the tree in, how they stand out: negated, passive, asserted or only possible.
import type { Token } from '../../language/document.ts'
import { dependent, dependents, headOf, isRelation } from '../../language/tree.ts'
import type { CueVerbAt, Reading } from './draft.ts'

const NOT_ASSERTED_AUXILIARIES = new Set([
  'may',
  'might',
  'could',
  'should',
  'would',
  'must',
  'can',
  'ca',
  'ought',
])
const CONDITIONS = new Set(['if', 'whether', 'unless', 'before', 'until', 'lest'])

const isAuxiliary = (t: Token): boolean => isRelation(t.deprel, 'aux') || isRelation(t.deprel, 'cop')

/** All verbs of the lexicon in the document, with particles and prepositions where the lexicon wants them. */
export function cueVerbs(reading: Reading): CueVerbAt[] {
  const { document, cues } = reading
  return document.tokens.flatMap(token => {
    if (token.upos !== 'VERB') return []
    const lemma = token.lemma.toLowerCase()
    const particle = dependents(document, token.index, 'compound:prt')[0]
    const set =
      particle ??
      prepositionAfter(reading, token) ??
      dependents(document, token.index, 'advmod', 'xcomp', 'obj').find(t => t.index === token.index + 1)
    const long =
      set &&
      (cues.verb(`${lemma} ${set.lemma.toLowerCase()}`) ??
        cues.verb(`${token.form.toLowerCase()} ${set.lemma.toLowerCase()}`))
    if (long && set) return [{ token: token.index, verb: long, span: { start: token.start, end: set.end } }]
    const verb = cues.verb(lemma)
    return verb ? [{ token: token.index, verb, span: { start: token.start, end: token.end } }] : []
  })
}

/** "called on Oslo to": the preposition right behind the verb, where it leads in the verb's own phrase. */
function prepositionAfter(reading: Reading, verb: Token): Token | undefined {
  const next = reading.document.tokens[verb.index + 1]
  const known = next && reading.cues.verb(`${verb.lemma.toLowerCase()} ${next.lemma.toLowerCase()}`)
  return known && next.deprel === 'case' && headOf(reading.document, next.index)?.head === verb.index
    ? next
    : undefined
}

export const isNegated = (reading: Reading, verb: number): boolean =>
  dependents(reading.document, verb, 'advmod', 'aux', 'det').some(
    t =>
      ['not', "n't", 'never', 'n’t', 'neither', 'nor'].includes(t.lemma.toLowerCase()) ||
      ["n't", 'n’t', 'not'].includes(t.form.toLowerCase()),
  )

/** "was said", "been told" */
export function isPassive(reading: Reading, verb: number): boolean {
  const { document } = reading
  const { deprel, feats } = document.tokens[verb]
  if (dependents(document, verb, 'aux:pass').length > 0) return true
  if (dependents(document, verb, 'obl:agent').some(t => caseOf(reading, t.index)?.lemma === 'by')) return true
  if (dependents(document, verb, 'nsubj:pass').length > 0 && feats.VerbForm !== 'Fin') return true
  const bare = !dependents(document, verb, 'nsubj', 'aux', 'obj').length
  if (
    bare &&
    verb === document.sentences[document.tokens[verb].sentence].firstToken &&
    /ed$/.test(document.tokens[verb].form)
  )
    return true
  const reduced = ['acl', 'advcl'].some(r => isRelation(deprel, r)) && !isRelation(deprel, 'acl:relcl')
  if (!bare || !reduced) return false
  return (feats.VerbForm === 'Part' && feats.Tense !== 'Pres') || isRightBehindNoun(reading, verb)
}

/** "a group called the Harbour Watch": a past form right behind its noun, whatever tense the model gives it. */
function isRightBehindNoun(reading: Reading, verb: number): boolean {
  const { form, head, deprel, feats } = reading.document.tokens[verb]
  const past = !/ing$/.test(form) && feats.VerbForm !== 'Inf' && feats.Tense !== 'Pres'
  return (
    past &&
    isRelation(deprel, 'acl') &&
    head === verb - 1 &&
    !dependents(reading.document, verb, 'mark').length
  )
}

export const markOf = (reading: Reading, token: number): string =>
  dependent(reading.document, token, 'mark')?.lemma.toLowerCase() ?? ''

export const caseOf = (reading: Reading, token: number): Token | null =>
  dependent(reading.document, token, 'case', 'mark')

/** Is the saying told as done, not as possible, conditional, wanted or asked for? */
export function isAsserted(reading: Reading, { token }: Pick<CueVerbAt, 'token'>): boolean {
  const { document, cues } = reading
  const own = dependents(document, token)
  if (own.some(t => isAuxiliary(t) && NOT_ASSERTED_AUXILIARIES.has(t.lemma.toLowerCase()))) return false
  if (own.some(t => t.deprel === 'mark' && CONDITIONS.has(t.lemma.toLowerCase()))) return false
  const { feats, deprel } = document.tokens[token]
  // "The village is empty, say the rebels" looks like an order.
  const closes = document.tokens[token - 1]?.form === ',' && document.tokens[token].head < token
  if (feats.Mood === 'Imp' && !closes && !own.some(t => isRelation(t.deprel, 'nsubj'))) return false
  if (isQuestion(reading, token)) return false
  if (own.some(t => t.deprel === 'mark' && t.lemma === 'to')) return isReallySaid(reading, token)
  if (isRelation(deprel, 'conj')) {
    // "wants to come and say": as its first conjunct.
    const head = headOf(document, token)
    const bare = !own.some(t => isRelation(t.deprel, 'nsubj') || isAuxiliary(t)) && feats.VerbForm === 'Inf'
    if (head && bare)
      return (
        cues.verb(head.lemma) !== null &&
        !isNegated(reading, head.index) &&
        !(head.head >= 0 && isNegated(reading, head.head)) &&
        isAsserted(reading, { token: head.index })
      )
  }
  return true
}

/** "went on to say", "used the speech to warn": the infinitive of what was really said. */
function isReallySaid(reading: Reading, token: number): boolean {
  const head = headOf(reading.document, token)
  const { deprel } = reading.document.tokens[token]
  if (!head || !['xcomp', 'advcl', 'acl'].some(r => isRelation(deprel, r))) return false
  if (isNegated(reading, head.index)) return false
  if (head.lemma === 'say' || head.lemma === 'report') return isPassive(reading, head.index)
  return reading.cues.sources.toSay.has(head.lemma.toLowerCase()) && isToldAsDone(reading, head.index)
}

const isToldAsDone = (reading: Reading, verb: number): boolean =>
  !dependents(reading.document, verb).some(
    t => isAuxiliary(t) && (NOT_ASSERTED_AUXILIARIES.has(t.lemma.toLowerCase()) || t.lemma === 'will'),
  )

/** "Did she say that …?": an auxiliary before the subject, outside "Neither did he say" and the like. */
function isQuestion(reading: Reading, token: number): boolean {
  const { document } = reading
  const sentence = document.sentences[document.tokens[token].sentence]
  if (document.tokens[sentence.endToken - 1].form !== '?') return false
  const subject = dependent(document, token, 'nsubj')
  return Boolean(subject && dependents(document, token, 'aux').some(t => t.index < subject.index))
}

/** ", saying that", ", noting": a participle behind a comma goes with the saying of the sentence, wherever the tree hangs it. */
export function isParticipleOfSaying(reading: Reading, token: Token): boolean {
  if (token.lemma === 'add') return token.feats.VerbForm !== 'Fin' && !token.feats.Person
  const before = reading.document.tokens[token.index - 1]
  return (
    before?.form === ',' &&
    /ing$/.test(token.form) &&
    isRelation(token.deprel, 'advcl') &&
    reading.cues.verb(token.lemma.toLowerCase()) !== null &&
    !dependents(reading.document, token.index, 'nsubj', 'aux', 'mark').length
  )
}

export const isThat = (t: Token): boolean =>
  t.form.toLowerCase() === 'that' && (t.deprel === 'mark' || t.feats.PronType === 'Rel')
