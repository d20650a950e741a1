// Clauses that the tree hangs below a content and that belong to somebody else: ", while Z said …", ", adding that …", ", underlining …".
import type { Frame } from '../../knowledge/cues.ts'
import type { Token } from '../../language/document.ts'
import { dependents, isRelation, subtree } from '../../language/tree.ts'
import type { Reading } from './draft.ts'
import { isNegated, isParticipleOfSaying, isThat } from './saying-clause.ts'
import { joinedSaying } from './subjects.ts'

/** Words after a verb of saying that closes its sentence ("Meloni recalled on Monday in Rome"). */
const NEAR = 8

const CONTRAST = new Set(['while', 'whilst', 'whereas', 'though', 'although', 'as', 'but', 'and'])

/** Where another clause of saying, wrongly or rightly hung below this one, begins: ", while Z said …", ", adding that …". */
export function foreignStart(
  reading: Reading,
  clause: number,
  indices: readonly number[],
  after: number,
): number {
  const { document } = reading
  const quotation = reading.quotationOf[after]
  // Words that the tree hangs on both sides of ", adding that".
  const added = range(clause + 1, indices.at(-1) ?? clause).find(
    i =>
      !indices.includes(i) &&
      reading.quotationOf[i] === quotation &&
      isParticipleOfSaying(reading, document.tokens[i]) &&
      document.tokens[i - 1].form === ',',
  )
  if (added !== undefined) return added - 1
  for (const i of indices) {
    if (i <= clause || reading.quotationOf[i] !== quotation) continue
    const token = document.tokens[i]
    if (
      token.form === ';' &&
      document.tokens[i + 1]?.form.toLowerCase() !== 'that' &&
      !isInBrackets(reading, indices, i)
    )
      return i
    if (token.upos === 'NOUN' && warnsOtherwise(reading, token, after)) return subtree(document, i)[0]
    if (isEstimate(reading, token, after) || isMeanwhile(reading, token)) return subtree(document, i)[0]
    if (token.upos === 'VERB' && isDoneByOthers(reading, token, indices)) return subtree(document, i)[0]
    if (token.upos !== 'VERB' || !reading.cues.verb(token.lemma.toLowerCase())) continue
    const first = subtree(document, i)[0]
    if (isComment(reading, token)) return i - 1
    if (closesSentence(reading, token, first)) return first
    if (joinedSaying(reading, i) !== null) return i
    if (!isClauseOfSaying(reading, token)) continue
    const before = document.tokens[first - 1]
    if (
      first > clause &&
      ([',', ';', '—', '–', '--', '―'].includes(before?.form) ||
        [',', '—', '–', '--', '―'].includes(document.tokens[first].form))
    )
      return first
  }
  return Number.POSITIVE_INFINITY
}

/** "…, which the court has stopped", "…, which he said was full": at the end, what another does to it or says of it. */
function isDoneByOthers(reading: Reading, token: Token, indices: readonly number[]): boolean {
  const { document, cues } = reading
  if (!isRelation(token.deprel, 'acl:relcl')) return false
  const own = subtree(document, token.index)
  const words = own.map(i => document.tokens[i]).filter(t => t.upos !== 'PUNCT')
  const opens = document.tokens[words[0].index - 1]?.form === ',' && /^wh(?:ich|om)$/i.test(words[0].form)
  const subject = dependents(document, token.index, 'nsubj').find(t => t.index !== words[0].index)
  if (!opens || !subject || own[own.length - 1] < indices[indices.length - 1]) return false
  const isPronoun = subject.upos === 'PRON'
  return isPronoun ? cues.verb(token.lemma.toLowerCase()) !== null : reading.isActor(subject.index)
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

const isInBrackets = (reading: Reading, indices: readonly number[], at: number): boolean => {
  const before = indices.filter(i => i < at).map(i => reading.document.tokens[i].form)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

/** ", implying a breach", ", underlining …": the reporter's comment on what was said. */
const COMMENTS = new Set([
  'imply',
  'underline',
  'underscore',
  'highlight',
  'signal',
  'signify',
  'reflect',
  'mark',
  'echo',
])

export const isComment = (reading: Reading, token: Token): boolean =>
  token.upos === 'VERB' &&
  /ing$/.test(token.form) &&
  COMMENTS.has(token.lemma.toLowerCase()) &&
  reading.document.tokens[token.index - 1]?.form === ',' &&
  isRelation(token.deprel, 'advcl')

/** ", despite Polish warnings that …": what somebody else says to it. */
const warnsOtherwise = (reading: Reading, token: Token, after: number): boolean => {
  const { document, cues } = reading
  const start = subtree(document, token.index)[0]
  return (
    (cues.nouns.said.has(token.lemma) || cues.nouns.believed.has(token.lemma)) &&
    dependents(document, token.index, 'case').some(c =>
      ['despite', 'amid'].includes(c.lemma.toLowerCase()),
    ) &&
    dependents(document, token.index, 'acl', 'ccomp').some(t =>
      dependents(document, t.index, 'mark').some(isThat),
    ) &&
    (document.tokens[start - 1]?.form === ',' || document.tokens[start].form === ',') &&
    start > after + 1
  )
}

/** "Berg says she is ready to host talks as Riga insists on a truce": in a headline the last clause is another piece of news. */
function isMeanwhile({ document, title }: Reading, token: Token): boolean {
  if (!title || token.start < title.start || token.end > title.end || !isRelation(token.deprel, 'advcl'))
    return false
  const own = dependents(document, token.index)
  return (
    own.some(t => t.deprel === 'mark' && t.form.toLowerCase() === 'as') &&
    own.some(t => isRelation(t.deprel, 'nsubj') && t.index < token.index)
  )
}

/** What the reporter calls the words before. */
const ESTIMATES = new Set([
  'step',
  'move',
  'measure',
  'condition',
  'demand',
  'term',
  'charge',
  'claim',
  'accusation',
  'allegation',
  'assertion',
  'decision',
  'proposal',
  'idea',
  'suggestion',
  'threat',
  'prospect',
  'development',
  'view',
  'figure',
  'number',
  'toll',
])

/** ", conditions Kyiv calls an ultimatum", ", a charge denied by Iran": what others say to it, or what the reporter knows of it. */
function isEstimate(reading: Reading, token: Token, after: number): boolean {
  const { document } = reading
  if (!ESTIMATES.has(token.lemma.toLowerCase()) || isRelation(token.deprel, 'conj')) return false
  const phrase = subtree(document, token.index).filter(i => document.tokens[i].upos !== 'PUNCT')
  const start = phrase[0]
  const lead = document.tokens.slice(start, token.index)
  const bare = lead.every(t => /^(?:an?|one|another)$/i.test(t.form) || t.upos === 'ADJ')
  const indefinite = token.feats.Number === 'Plur' || lead.some(t => t.upos === 'DET' || t.upos === 'NUM')
  if (!bare || !indefinite || start <= after + 1 || document.tokens[start - 1].form !== ',') return false
  const clause = dependents(document, token.index, 'acl').find(t => t.index > token.index)
  if (!clause || dependents(document, clause.index, 'mark').some(m => m.lemma === 'to')) return false
  const foretold = dependents(document, clause.index, 'aux').some(t =>
    /^(?:will|would|could|may|might)$/i.test(t.form),
  )
  return !foretold || isNegated(reading, clause.index)
}

/** "…, Meloni recalled later.": an inset that the tree took for a part of the content. */
export function closesSentence(reading: Reading, token: Token, first: number): boolean {
  const { document } = reading
  const subject = dependents(document, token.index, 'nsubj')[0]
  if (
    !subject ||
    subject.index > token.index ||
    (first !== subtree(document, subject.index)[0] && document.tokens[first].upos !== 'PUNCT')
  )
    return false
  if (
    dependents(document, token.index, 'ccomp', 'xcomp', 'obj', 'mark', 'cc').length > 0 ||
    token.feats.VerbForm !== 'Fin'
  )
    return false
  const comma = document.tokens[subtree(document, subject.index)[0] - 1]?.form === ','
  const sentence = document.sentences[token.sentence]
  return (
    comma && sentence.endToken - token.index <= NEAR && dependents(document, token.index, 'aux').length === 0
  )
}

function isClauseOfSaying(reading: Reading, token: Token): boolean {
  const { document, cues } = reading
  const verb = cues.verb(token.lemma.toLowerCase())
  const says = verb && ['clause', 'small-clause', 'as'].some(f => verb.frames.has(f as Frame))
  if (!says || !dependents(document, token.index, 'ccomp', 'xcomp', 'obj').length) return false
  const own = dependents(document, token.index)
  const hasSubject = own.some(t => isRelation(t.deprel, 'nsubj'))
  if (isParticipleOfSaying(reading, token)) return true
  if (!hasSubject || own.some(isThat)) return false
  if (isRelation(token.deprel, 'parataxis')) return true
  if (isRelation(token.deprel, 'conj')) return own.some(t => t.deprel === 'cc' || t.form === ',')
  return (
    isRelation(token.deprel, 'advcl') &&
    own.some(t => t.deprel === 'mark' && CONTRAST.has(t.lemma.toLowerCase()) && t.lemma !== 'as')
  )
}
