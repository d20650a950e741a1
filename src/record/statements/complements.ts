// A verb of saying in, the content that it governs to its right out, by the frames that the lexicon gives it.
import type { Frame } from '../../knowledge/cues.ts'
import type { Token } from '../../language/document.ts'
import { dependents, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { clauseContent, isQuestionClause, spanOf } from './clause-words.ts'
import { type Complement, found, isInfinitive } from './complement.ts'
import type { CueVerbAt, Reading } from './draft.ts'
import { closesSentence } from './foreign-clauses.ts'
import { gerund, nounPhrase, prepositional, smallClause } from './phrase-complements.ts'
import { caseOf, markOf } from './saying-clause.ts'
import { together } from './subjects.ts'

/** The first frame that fits, clauses before phrases; where the verb gives names, the name before all. */
export function complementOf(reading: Reading, at: CueVerbAt): Complement | null {
  const { frames } = at.verb
  const names = !frames.has('clause') && (frames.has('small-clause') || frames.has('as'))
  return (
    (names ? smallClause(reading, at) : null) ??
    clause(reading, at) ??
    gapClause(reading, at) ??
    infinitive(reading, at) ??
    smallClause(reading, at) ??
    prepositional(reading, at) ??
    gerund(reading, at) ??
    nounPhrase(reading, at)
  )
}

const opensWithMark = (reading: Reading, token: number): boolean => reading.quotationOf[token] >= 0

function clause(reading: Reading, at: CueVerbAt): Complement | null {
  const { document } = reading
  const { frames } = at.verb
  const clauses = dependents(document, at.token, 'ccomp', 'parataxis', 'csubj').filter(
    t => t.index > at.token && startsAfter(reading, t.index, at.token) && isContentClause(reading, t, at),
  )
  if (clauses.length === 0) return null
  const content = clauses.flatMap(c => clauseContent(reading, c.index, at.token))
  if (content.length === 0) return null
  const asks = isQuestionClause(reading, clauses[0].index)
  const quoted =
    opensWithMark(reading, clauses[0].index) &&
    reading.quotationOf[at.token] !== reading.quotationOf[clauses[0].index]
  const frame: Frame =
    asks && frames.has('question') ? 'question' : frames.has('clause') ? 'clause' : 'quotation'
  if (asks && !quoted && !frames.has('question') && !frames.has('quotation')) return null
  if (frame === 'quotation' && !quoted) return null
  return found(frame, content, addresseesOf(reading, at))
}

/** "a plot, which Norway alleges is aimed at the fleet": the clause without its subject, right behind a verb in a relative clause. */
function gapClause(reading: Reading, at: CueVerbAt): Complement | null {
  const { document } = reading
  const { tokens } = document
  const next = tokens[at.token + 1]
  const finite = next && ['AUX', 'VERB'].includes(next.upos) && next.feats.VerbForm === 'Fin'
  if (!finite || !at.verb.frames.has('clause') || next.sentence !== tokens[at.token].sentence) return null
  const subject = dependents(document, at.token, 'nsubj').find(t => t.index < at.token)
  const first = subject && subtree(document, subject.index).find(i => tokens[i].upos !== 'PUNCT')
  const lead = first === undefined ? undefined : tokens[first - 1]
  if (!lead || !['which', 'that', 'what', 'who'].includes(lead.form.toLowerCase())) return null
  const top = next.upos === 'AUX' && next.head > next.index ? next.head : next.index
  const words = subtree(document, top).filter(i => i > at.token)
  const end = words.findIndex((i, k) => k > 0 && (i !== words[k - 1] + 1 || tokens[i].form === ','))
  const own = end < 0 ? words : words.slice(0, end)
  return found('clause', [spanOf(reading, own[0], own[own.length - 1])])
}

/** A clause whose subject or auxiliary stands before the verb is no complement to the right. */
const startsAfter = (reading: Reading, clause: number, verb: number): boolean =>
  !dependents(reading.document, clause, 'nsubj', 'aux', 'cop', 'mark').some(t => t.index < verb)

/** “We go,” she said. “They stay.”: a full stop and a mark between verb and clause; a statement of its own or a continuation. */
function beginsSentence(reading: Reading, clause: number, verb: number): boolean {
  const { tokens, text } = reading.document
  const first = subtree(reading.document, clause).find(i => i > verb) ?? clause
  return (
    /[.!?]["”’]?\s+["“‘]?\s*$/.test(text.content.slice(tokens[verb].end, tokens[first].start)) ||
    /[.!?]\s*["“]/.test(text.content.slice(tokens[verb].end, tokens[first].end))
  )
}

function isContentClause(reading: Reading, token: Token, at: CueVerbAt): boolean {
  const [opens] = subtree(reading.document, token.index)
  if (closesSentence(reading, token, opens)) return false
  // "reported the quake at 12 miles": no clause.
  const hasVerb = subtree(reading.document, token.index).some(i =>
    ['VERB', 'AUX'].includes(reading.document.tokens[i].upos),
  )
  if (
    reading.document.tokens[opens].upos === 'ADP' &&
    !hasVerb &&
    ['NOUN', 'NUM', 'PROPN'].includes(token.upos)
  )
    return false
  if (!isRelation(token.deprel, 'parataxis')) {
    const mark = markOf(reading, token.index)
    if (beginsSentence(reading, token.index, at.token)) return false
    return mark !== 'because' && mark !== 'as' && token.feats.VerbForm !== 'Ger'
  }
  const first = subtree(reading.document, token.index)[0]
  const { content } = reading.document.text
  const between = content.slice(reading.document.tokens[at.token].end, reading.document.tokens[first].end)
  return /:\s*\S|[“"„«‘]/.test(between)
}

/** Who is told: the object of "tell", the phrase with "to" beside "say". */
export function addresseesOf(reading: Reading, at: CueVerbAt): number[] {
  const { document } = reading
  if (at.verb.addressee === 'object') {
    const object =
      dependents(document, at.token, 'iobj')[0] ??
      dependents(document, at.token, 'obj').find(t => t.index > at.token)
    if (object) return together(reading, object.index)
  }
  const to = dependents(document, at.token, 'obl', 'obl:to').find(
    t => caseOf(reading, t.index)?.lemma === 'to' && t.index > at.token,
  )
  return to ? together(reading, to.index) : []
}

/** "asked not to be named" is no statement about the news. */
export const NAMING = new Set(['name', 'identify', 'quote'])

function infinitive(reading: Reading, at: CueVerbAt): Complement | null {
  const { document } = reading
  const { frames } = at.verb
  if (!frames.has('infinitive') && !frames.has('object-infinitive')) return null
  const verb = dependents(document, at.token).find(t => t.index > at.token && isInfinitive(reading, t))
  if (!verb || NAMING.has(verb.lemma.toLowerCase())) return null
  const object = dependents(document, at.token, 'obj', 'iobj').find(
    t => t.index > at.token && t.index < verb.index,
  )
  const heard = object ? { ...object, cueEnd: null } : heardAfterPreposition(reading, at, verb.index)
  if (heard && frames.has('object-infinitive') && !isRelation(verb.deprel, 'ccomp')) {
    const words = clauseContent(reading, verb.index, heard.index)
    if (at.verb.contentObject)
      return words.length
        ? found('object-infinitive', [
            {
              start: spanOf(reading, subtree(document, heard.index)[0], heard.index).start,
              end: words[words.length - 1].end,
            },
          ])
        : null
    return found(
      'object-infinitive',
      withTo(reading, verb.index, words),
      together(reading, heard.index),
      heard.cueEnd,
    )
  }
  if (!heard && frames.has('infinitive') && isRelation(verb.deprel, 'xcomp'))
    return found('infinitive', withTo(reading, verb.index, clauseContent(reading, verb.index, at.token)))
  return null
}

/** An infinitive keeps its "to", and nothing before it. */
function withTo(reading: Reading, verb: number, spans: readonly Span[]): Span[] {
  const to = dependents(reading.document, verb, 'mark').find(t => t.lemma === 'to')
  const before = to && reading.document.tokens[to.index - 1]
  const lead = before?.form.toLowerCase() === 'not' ? before : to
  return spans.map((s, i) => (i === 0 && lead && lead.start < s.end ? { start: lead.start, end: s.end } : s))
}

/** "called on them to", "appealed to her to" */
function heardAfterPreposition(
  reading: Reading,
  at: CueVerbAt,
  before: number,
): (Token & { cueEnd: number | null }) | null {
  const word = at.verb.words.split(' ')[1]
  for (const t of dependents(reading.document, at.token, 'obl')) {
    const preposition = caseOf(reading, t.index)
    if (
      t.index > at.token &&
      t.index < before &&
      preposition &&
      (preposition.lemma === word || ['on', 'upon', 'to', 'with'].includes(preposition.lemma))
    )
      return { ...t, cueEnd: preposition.index }
  }
  return null
}
