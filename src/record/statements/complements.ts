// A verb of saying in, the content that it governs to its right out, by the frames that the lexicon gives it.
import type { Frame } from '../../knowledge/cues.ts'
import type { Token } from '../../language/document.ts'
import { dependents, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import {
  clauseContent,
  closesSentence,
  isComment,
  isQuestionClause,
  phraseTokens,
  spanOf,
  trimmedTokens,
} from './clause-words.ts'
import type { CueVerbAt, Reading } from './draft.ts'
import { caseOf, isParticipleOfSaying, markOf, together } from './saying-clause.ts'

export interface Complement {
  readonly frame: Frame | 'preposition'
  readonly content: readonly Span[]
  readonly addressees: readonly number[]
  /** The last token of a cue of several words ("called for"). */
  readonly cueEnd: number | null
}

const found = (
  frame: Complement['frame'],
  content: readonly Span[],
  addressees: readonly number[] = [],
  cueEnd: number | null = null,
): Complement => ({ frame, content, addressees, cueEnd })

/** The first frame that fits, clauses before phrases. */
export function complementOf(reading: Reading, at: CueVerbAt): Complement | null {
  return (
    clause(reading, at) ??
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
  if (closesSentence(reading, token, subtree(reading.document, token.index)[0])) return false
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
const NAMING = new Set(['name', 'identify', 'quote'])

const isInfinitive = (reading: Reading, t: Token): boolean =>
  (isRelation(t.deprel, 'xcomp') || isRelation(t.deprel, 'ccomp') || isRelation(t.deprel, 'advcl')) &&
  dependents(reading.document, t.index, 'mark').some(m => m.lemma === 'to')

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

function smallClause(reading: Reading, at: CueVerbAt): Complement | null {
  const { document } = reading
  const { frames } = at.verb
  if (!frames.has('small-clause') && !frames.has('as')) return null
  const own = dependents(document, at.token)
  const object = own.find(t => isRelation(t.deprel, 'obj') && t.index > at.token)
  const predicate = own.find(
    t => t.index > (object?.index ?? at.token) && t !== object && isPredicate(reading, t, frames),
  )
  if (!predicate) return quotedName(reading, at, object)
  const bare = !dependents(document, predicate.index, 'case', 'mark').length
  if (bare && !object && !isRelative(reading, at.token)) return null
  const phrase = beforeAside(reading, phraseTokens(reading, predicate.index))
  const as = phrase[0] !== undefined && document.tokens[phrase[0]].lemma.toLowerCase() === 'as'
  const words = !object && as ? phrase.slice(1) : phrase
  const first = object ? subtree(document, object.index)[0] : words[0]
  return words.length
    ? found('small-clause', [spanOf(reading, Math.min(first, words[0]), words[words.length - 1])])
    : null
}

/** "what he called a mistake": the object stands before, as the head of the clause. */
const isRelative = (reading: Reading, verb: number): boolean =>
  isRelation(reading.document.tokens[verb].deprel, 'acl') ||
  dependents(reading.document, verb, 'obj').some(t => t.index < verb)

function isPredicate(reading: Reading, t: Token, frames: ReadonlySet<Frame>): boolean {
  const as = dependents(reading.document, t.index, 'case', 'mark').some(c => c.lemma.toLowerCase() === 'as')
  // "condemned the test as Pyongyang fired again" is no name given.
  const isClause = dependents(reading.document, t.index, 'nsubj').length > 0
  if (
    frames.has('as') &&
    as &&
    !isClause &&
    ['obl', 'advcl', 'xcomp', 'nmod'].some(r => isRelation(t.deprel, r))
  )
    return true
  return (
    frames.has('small-clause') &&
    isRelation(t.deprel, 'xcomp') &&
    !isInfinitive(reading, t) &&
    t.feats.VerbForm !== 'Ger'
  )
}

/** called the account “pure invention”: the marks show the predicate where the tree does not. */
function quotedName(reading: Reading, at: CueVerbAt, object: Token | undefined): Complement | null {
  if (!object || !at.verb.frames.has('small-clause')) return null
  const { tokens, sentences } = reading.document
  const start = tokens[at.token].end
  const q = reading.quotations.find(
    x => x.outer[0].start >= start && (x.parent ?? -1) === reading.quotationOf[at.token],
  )
  if (!q || q.outer[0].start >= sentences[tokens[at.token].sentence].end) return null
  const between = tokens.filter(t => t.start >= start && t.end <= q.outer[0].start)
  if (between.length === 0 || between.some(t => ['VERB', 'AUX', 'PUNCT', 'SCONJ'].includes(t.upos)))
    return null
  return found('small-clause', [{ start: between[0].start, end: q.outer[q.outer.length - 1].end }])
}

function prepositional(reading: Reading, at: CueVerbAt): Complement | null {
  const { document } = reading
  if (at.verb.prepositions.size === 0) return null
  const own = dependents(document, at.token).filter(t => t.index > at.token)
  const phrase = own.find(
    t =>
      ['obl', 'advcl', 'ccomp', 'xcomp'].some(r => isRelation(t.deprel, r)) &&
      at.verb.prepositions.has(caseOf(reading, t.index)?.lemma.toLowerCase() ?? ''),
  )
  const object = own.find(t => isRelation(t.deprel, 'obj'))
  if (phrase) return ofPhrase(reading, at, phrase, object)
  // "accused Iran of X", hung below the object.
  const inner =
    object &&
    together(reading, object.index)
      .flatMap(o => dependents(document, o, 'nmod', 'acl'))
      .find(t => at.verb.prepositions.has(caseOf(reading, t.index)?.lemma.toLowerCase() ?? ''))
  return inner && TAKES_OBJECT.has(at.verb.words) ? ofPhrase(reading, at, inner, object) : null
}

/** Verbs that need an object, of whom it is said: "accused Iran of arming them". */
const TAKES_OBJECT = new Set(['accuse', 'blame'])

function ofPhrase(
  reading: Reading,
  at: CueVerbAt,
  phrase: Token,
  object: Token | undefined,
): Complement | null {
  const preposition = caseOf(reading, phrase.index)
  const words = withoutChannel(
    reading,
    beforeAside(reading, phraseTokens(reading, phrase.index)).filter(
      i => i > (preposition?.index ?? at.token),
    ),
  )
  if (words.length === 0 || !preposition) return null
  const last = words[words.length - 1]
  if (object && TAKES_OBJECT.has(at.verb.words))
    return found('preposition', [spanOf(reading, words[0], last)])
  if (TAKES_OBJECT.has(at.verb.words)) return null
  if (object && at.verb.addressee !== 'object') return null
  const near = preposition.index - at.token <= 2
  return found(
    'preposition',
    [spanOf(reading, words[0], last)],
    object ? together(reading, object.index) : [],
    near ? preposition.index : null,
  )
}

function gerund(reading: Reading, at: CueVerbAt): Complement | null {
  if (!at.verb.frames.has('gerund')) return null
  const verb = dependents(reading.document, at.token, 'xcomp', 'ccomp', 'advcl', 'obj').find(
    t =>
      t.index > at.token &&
      (t.upos === 'VERB' ? t.feats.VerbForm === 'Ger' : isBeing(reading, t)) &&
      !dependents(reading.document, t.index, 'mark').length,
  )
  return verb ? found('gerund', clauseContent(reading, verb.index, at.token)) : null
}

/** "denied being a spy" */
const isBeing = (reading: Reading, t: Token): boolean =>
  dependents(reading.document, t.index, 'cop').some(c => c.form.toLowerCase() === 'being')

/** A phrase without the reporter's asides at its end: ", which led to talks", ", saying it was late". */
function beforeAside(reading: Reading, words: readonly number[]): readonly number[] {
  const { document } = reading
  const at = words.find(
    i =>
      document.tokens[i - 1]?.form === ',' &&
      i > words[0] &&
      (isParticipleOfSaying(reading, document.tokens[i]) ||
        (['which', 'who'].includes(document.tokens[i].form.toLowerCase()) &&
          reading.quotationOf[i] === reading.quotationOf[words[0]])),
  )
  return at === undefined
    ? words
    : trimmedTokens(
        reading,
        words.filter(i => i < at),
      )
}

/** A phrase of content without the channel at its end: "called for talks in a statement". */
function withoutChannel(reading: Reading, words: readonly number[]): readonly number[] {
  const { tokens } = reading.document
  const at = words.findIndex(
    (i, k) =>
      k > 0 &&
      tokens[i].upos === 'ADP' &&
      ['in', 'at', 'on', 'during'].includes(tokens[i].form.toLowerCase()) &&
      isChannelPhrase(reading, i),
  )
  return at > 0 ? words.slice(0, at) : words
}

/** "in a statement", "at a press conference": right behind the preposition, with no more than three words between. */
function isChannelPhrase(reading: Reading, preposition: number): boolean {
  const after = reading.document.tokens.slice(preposition + 1, preposition + 5)
  const end = after.findIndex(t => t.upos === 'ADP' || t.upos === 'PUNCT' || t.upos === 'VERB')
  const words = (end < 0 ? after : after.slice(0, end)).map(t => t.form.toLowerCase())
  return TAIL_CHANNELS.some(c => words.join(' ').endsWith(c) || words.join(' ').includes(`${c} `))
}

const TAIL_CHANNELS = [
  'statement',
  'interview',
  'news conference',
  'press conference',
  'briefing',
  'tweet',
  'twitter',
]

function nounPhrase(reading: Reading, at: CueVerbAt): Complement | null {
  if (!at.verb.frames.has('noun') || isComment(reading, reading.document.tokens[at.token])) return null
  const own = dependents(reading.document, at.token)
  const object = own.find(t => isRelation(t.deprel, 'obj') && t.index > at.token)
  if (!object || own.some(t => isRelation(t.deprel, 'iobj')) || object.upos === 'PRON') return null
  if (at.verb.polarity === 'denied' && reading.cues.nouns.refused.has(object.lemma.toLowerCase())) return null
  const words = withoutChannel(reading, beforeAside(reading, phraseTokens(reading, object.index)))
  return words.length ? found('noun', [spanOf(reading, words[0], words[words.length - 1])]) : null
}
