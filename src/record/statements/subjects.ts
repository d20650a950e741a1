// A verb in, the heads of the phrases that stand as its subject out, wherever the tree has them; and which of them can speak.
import type { Token } from '../../language/document.ts'
import { ancestors, conjuncts, dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Reading } from './draft.ts'
import { medialSubject } from './medial.ts'
import { caseOf, isParticipleOfSaying, isPassive, markOf } from './saying-clause.ts'

const NOBODY = new Set([
  'nobody',
  'none',
  'no-one',
  'you',
  'one',
  'there',
  'anyone',
  'anybody',
  'everyone',
  'what',
])
const FIRST_PERSON = new Set(['i', 'we'])
const RELATIVES = new Set(['who', 'which', 'that', 'whom'])

/** The heads of the phrases that stand as subject of a clause, its own or the one it shares. */
export function subjectsOf(reading: Reading, verb: number, seen: readonly number[] = []): number[] {
  const { document } = reading
  if (seen.includes(verb)) return []
  const token = document.tokens[verb]
  if (isPassive(reading, verb)) return agentsOf(reading, verb)
  const subject = ownSubject(reading, verb)
  if (subject)
    return isRelation(token.deprel, 'acl:relcl') && RELATIVES.has(subject.lemma.toLowerCase())
      ? antecedentOf(reading, verb)
      : together(reading, subject.index)
  const head = headOf(document, verb)
  if (!head) return []
  if (isRelation(token.deprel, 'acl')) return together(reading, head.index)
  const described = describersOf(reading, token, head)
  if (described.length > 0) return described
  const outer = isParticipleOfSaying(reading, token)
    ? sayingAbove(reading, verb)
    : joinedSaying(reading, verb)
  if (outer !== null && !seen.includes(outer)) return subjectsOf(reading, outer, [...seen, verb])
  const moved = isRelation(token.deprel, 'xcomp') && MOVING.has(head.lemma.toLowerCase())
  // "investigated Lang for asking": he asked.
  const blamed = isRelation(token.deprel, 'advcl') && markOf(reading, verb) === 'for'
  const object =
    moved || blamed ? dependents(document, head.index, 'obj').find(t => t.index < verb) : undefined
  if (object) return together(reading, object.index)
  if (['conj', 'advcl', 'xcomp', 'parataxis'].some(r => isRelation(token.deprel, r)))
    return sharedSubject(reading, head.index, [...seen, verb])
  return []
}

/** "The vote was called historic by Berg, saying …": a thing does not speak, so she says it. */
function describersOf(reading: Reading, token: Token, head: Token): number[] {
  if (!isParticipleOfSaying(reading, token) || !isPassive(reading, head.index)) return []
  const subject = dependents(reading.document, head.index, 'nsubj')[0]
  return subject && !isActorLike(reading, subject.index) ? agentsOf(reading, head.index) : []
}

/** Verbs whose object does what the infinitive says: "moved the president to say". */
const MOVING = new Set(['move', 'prompt', 'lead', 'force', 'push', 'drive', 'compel'])

/** "She said the port would open, adding that …": the saying that is added to, wherever the tree hangs "adding". */
function sayingAbove(reading: Reading, verb: number): number | null {
  const saying = ancestors(reading.document, verb).find(
    t =>
      t.upos === 'VERB' &&
      reading.cues.verb(t.lemma)?.frames.has('clause') &&
      reading.quotationOf[t.index] === reading.quotationOf[verb],
  )
  return saying?.index ?? null
}

/**
 * "stated that the vote was fair, urged them to stop and accused Oslo": a saying joined to a content whose subject cannot
 * speak goes on with the saying above. Null for every other verb.
 */
export function joinedSaying(reading: Reading, verb: number): number | null {
  const { document, cues } = reading
  const token = document.tokens[verb]
  const above = headOf(document, verb)
  // The second of two that are joined hangs on the first.
  const head =
    above?.deprel === 'conj' && joinedSaying(reading, above.index) !== null
      ? headOf(document, above.index)
      : above
  if (
    !head ||
    token.deprel !== 'conj' ||
    token.feats.VerbForm !== 'Fin' ||
    !cues.verb(token.lemma.toLowerCase())
  )
    return null
  if (dependents(document, verb, 'nsubj', 'aux', 'mark', 'expl').length > 0) return null
  const saying = headOf(document, head.index)
  if (
    !saying ||
    !isRelation(head.deprel, 'ccomp') ||
    !cues.verb(saying.lemma.toLowerCase())?.frames.has('clause')
  )
    return null
  const [subject] = dependents(document, head.index, 'nsubj', 'expl')
  const sameTense = saying.feats.VerbForm === 'Fin' && saying.feats.Tense === token.feats.Tense
  const sameLevel = reading.quotationOf[saying.index] === reading.quotationOf[verb]
  return subject && sameTense && sameLevel && !isSpeaking(reading, subject) ? saying.index : null
}

/** Could this subject do the saying that is joined to its own clause? */
const isSpeaking = (reading: Reading, subject: Token): boolean =>
  isActorLike(reading, subject.index) || ['i', 'we', 'you'].includes(subject.lemma.toLowerCase())

/** The subject by the tree, at the verb's own level of quotation; the nearest where the tree gives two. */
function ownSubject(reading: Reading, verb: number): Token | null {
  const subjects = dependents(reading.document, verb, 'nsubj').filter(
    t =>
      !isRelation(t.deprel, 'nsubj:pass') &&
      !isRelation(t.deprel, 'nsubj:outer') &&
      (reading.quotationOf[t.index] === reading.quotationOf[verb] || isNamedInMarks(reading, t, verb)),
  )
  const { dates } = reading.document
  const people = subjects.filter(t => !dates.some(d => d.start <= t.start && t.end <= d.end))
  return (
    subjectBetween(reading, verb) ??
    people.sort((a, b) => Math.abs(a.index - verb) - Math.abs(b.index - verb))[0] ??
    subjectBehind(reading, verb)
  )
}

/** "The museum, Mr. Holm said, celebrated him": the subject between the commas, wherever the tree hangs it. */
function subjectBetween(reading: Reading, verb: number): Token | null {
  const head = medialSubject(reading, verb)
  return head === null ? null : reading.document.tokens[head]
}

/** "Talks are over, say the rebels.": names and nouns alone from a verb behind a comma to the end of its sentence. */
function subjectBehind(reading: Reading, verb: number): Token | null {
  const { tokens, sentences } = reading.document
  const { sentence, feats } = tokens[verb]
  if (feats.VerbForm !== 'Fin' || ![',', '”', '"', '’’', "''"].includes(tokens[verb - 1]?.form)) return null
  const after = tokens.slice(verb + 1, sentences[sentence].endToken).filter(t => t.upos !== 'PUNCT')
  const first = after.findIndex(t => t.upos === 'ADP')
  const phrase = first < 0 ? after : after.slice(0, first)
  if (phrase.length === 0 || after.some(t => !NOMINAL.has(t.upos) && t.upos !== 'ADP')) return null
  const names = phrase.filter(t => ['NOUN', 'PROPN', 'PRON'].includes(t.upos))
  return names.find(t => t.head < verb + 1 || !phrase.some(p => p.index === t.head)) ?? names.at(-1) ?? null
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'DET', 'ADJ', 'NUM', 'PRON', 'PART'])

/** A “Western source” said: marks around a name or noun that is the subject itself. */
function isNamedInMarks(reading: Reading, subject: Token, verb: number): boolean {
  const { tokens } = reading.document
  const quotation = reading.quotations[reading.quotationOf[subject.index]]
  if (!quotation || subject.index > verb || reading.quotationOf[verb] >= 0) return false
  if (!dependents(reading.document, verb, 'ccomp').some(t => t.index > verb)) return false
  const [span] = quotation.inner
  const inside = tokens.filter(t => t.start >= span.start && t.end <= span.end)
  return (
    inside.length <= 6 &&
    !inside.some(t => ['VERB', 'AUX', 'PUNCT'].includes(t.upos)) &&
    tokens[verb - 1].end >= span.end
  )
}

/** A phrase's head with its conjuncts ("Anna Berg and Ivo Lang said"); a clause among them belongs elsewhere. */
export const together = (reading: Reading, head: number): number[] =>
  conjuncts(reading.document, head)
    .flatMap(t => [t, ...companions(reading, t.index)])
    .filter(t => ['PROPN', 'NOUN', 'PRON', 'ADJ', 'NUM', 'DET', 'X'].includes(t.upos))
    .map(t => t.index)

/** "China, along with Russia, said" */
const companions = (reading: Reading, head: number): Token[] =>
  dependents(reading.document, head, 'nmod').filter(t => {
    const [first, second] = subtree(reading.document, t.index)
      .map(i => reading.document.tokens[i])
      .filter(w => w.upos !== 'PUNCT')
    return ['along', 'together'].includes(first.form.toLowerCase()) && second.form === 'with'
  })

function antecedentOf(reading: Reading, verb: number): number[] {
  const head = headOf(reading.document, verb)
  return head ? together(reading, head.index) : []
}

/** The subject of a governing clause, the passive one included: "were told to leave, saying …". */
function sharedSubject(reading: Reading, verb: number, seen: readonly number[]): number[] {
  const { document } = reading
  const subject = dependents(document, verb, 'nsubj').find(t => !isRelation(t.deprel, 'nsubj:outer'))
  if (subject) {
    const relative =
      isRelation(document.tokens[verb].deprel, 'acl:relcl') && RELATIVES.has(subject.lemma.toLowerCase())
    return relative ? antecedentOf(reading, verb) : together(reading, subject.index)
  }
  const head = headOf(document, verb)
  if (!head || seen.includes(verb)) return []
  const { deprel } = document.tokens[verb]
  if (isRelation(deprel, 'acl')) return together(reading, head.index)
  return ['conj', 'advcl', 'xcomp', 'parataxis', 'ccomp'].some(r => isRelation(deprel, r))
    ? sharedSubject(reading, head.index, [...seen, verb])
    : []
}

/** "by the ministry" beside a passive. */
export function agentsOf(reading: Reading, verb: number): number[] {
  const agent = dependents(reading.document, verb, 'obl').find(
    t => isRelation(t.deprel, 'obl:agent') || caseOf(reading, t.index)?.lemma === 'by',
  )
  return agent ? together(reading, agent.index) : []
}

/** Can this be the subject of a statement by somebody other than the reporter? */
export function canSpeak(reading: Reading, head: number): boolean {
  const token = reading.document.tokens[head]
  const lemma = token.lemma.toLowerCase()
  // "One of the lawyers" is somebody.
  const isOneOf = lemma === 'one' && dependents(reading.document, head, 'nmod').length > 0
  if (NOBODY.has(lemma) && !isOneOf) return false
  if (
    dependents(reading.document, head, 'det').some(
      t => t.lemma.toLowerCase() === 'no' || t.lemma.toLowerCase() === 'neither',
    )
  )
    return false
  if (token.upos === 'PRON' && FIRST_PERSON.has(lemma)) return false
  return true
}

/** A report, poll or ruling, which speaks for whoever made it. */
export function isDocument(reading: Reading, head: number): boolean {
  const { upos, lemma } = reading.document.tokens[head]
  const { documents, silent } = reading.cues.nouns
  return upos === 'NOUN' && documents.has(lemma.toLowerCase()) && !silent.has(lemma.toLowerCase())
}

/** Does the head name a person, a body or a state rather than a thing? */
export function isActorLike(reading: Reading, head: number): boolean {
  const token = reading.document.tokens[head]
  if (reading.isActor(head) || token.upos === 'PROPN') return true
  return (
    ['PRON', 'DET'].includes(token.upos) &&
    ['he', 'she', 'they', 'who', 'both', 'many', 'some', 'most'].includes(token.lemma.toLowerCase())
  )
}
