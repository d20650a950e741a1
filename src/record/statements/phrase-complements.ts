// A verb of saying in, the phrase that is its content out: "called it a mistake", "warned of war", "denied going", "demanded talks".
import type { Frame } from '../../knowledge/cues.ts'
import type { Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { clauseContent, phraseTokens, spanOf, trimmedTokens } from './clause-words.ts'
import { type Complement, found, isInfinitive } from './complement.ts'
import type { CueVerbAt, Reading } from './draft.ts'
import { isComment } from './foreign-clauses.ts'
import { caseOf, isParticipleOfSaying } from './saying-clause.ts'
import { together } from './subjects.ts'

export function smallClause(reading: Reading, at: CueVerbAt): Complement | null {
  const { document } = reading
  const { frames } = at.verb
  if (!frames.has('small-clause') && !frames.has('as')) return null
  const own = dependents(document, at.token)
  const object = own.find(t => isRelation(t.deprel, 'obj') && t.index > at.token)
  const predicate = own.find(
    t => t.index > (object?.index ?? at.token) && t !== object && isPredicate(reading, t, frames),
  )
  if (!predicate) return nameOfWhat(reading, at, object) ?? quotedName(reading, at)
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
    !dependents(reading.document, t.index, 'case').length &&
    !isInfinitive(reading, t) &&
    t.feats.VerbForm !== 'Ger'
  )
}

/** "what lawmakers call a lack of progress" */
function nameOfWhat(reading: Reading, at: CueVerbAt, object: Token | undefined): Complement | null {
  const above = headOf(reading.document, at.token)
  const isWhat =
    (isRelation(reading.document.tokens[at.token].deprel, 'acl') && above?.lemma === 'what') ||
    dependents(reading.document, at.token, 'obj').some(t => t.index < at.token && t.lemma === 'what')
  if (!object || !isWhat || !at.verb.frames.has('small-clause')) return null
  const words = phraseTokens(reading, object.index)
  return words.length > 0 ? found('small-clause', [spanOf(reading, words[0], words[words.length - 1])]) : null
}

/** called the account “pure invention”, described its fleet as “a threat”: the marks show the predicate where the tree does not. */
function quotedName(reading: Reading, at: CueVerbAt): Complement | null {
  const { frames } = at.verb
  const { tokens, sentences } = reading.document
  const start = tokens[at.token].end
  const q = reading.quotations.find(
    x => x.outer[0].start >= start && (x.parent ?? -1) === reading.quotationOf[at.token],
  )
  if (!q || q.outer[0].start >= sentences[tokens[at.token].sentence].end) return null
  const between = tokens.filter(t => t.start >= start && t.end <= q.outer[0].start)
  const isNamed = between.some(t => ['NOUN', 'PROPN', 'PRON'].includes(t.upos))
  if (!isNamed || between[0].upos === 'ADP' || between.some(t => standsBetween(t))) return null
  const as = between.some(t => t.form.toLowerCase() === 'as')
  if (!frames.has(as ? 'as' : 'small-clause')) return null
  return found('small-clause', [{ start: between[0].start, end: q.outer[q.outer.length - 1].end }])
}

/** Words that no name stands behind: "called and said “…”", "called, “…”". */
const standsBetween = (t: Token): boolean =>
  ['AUX', 'PUNCT', 'CCONJ'].includes(t.upos) ||
  (t.upos === 'SCONJ' && t.form.toLowerCase() !== 'as') ||
  (t.upos === 'VERB' && !/(?:ing|ed)$/.test(t.form))

export function prepositional(reading: Reading, at: CueVerbAt): Complement | null {
  const { document } = reading
  if (at.verb.prepositions.size === 0) return null
  const own = dependents(document, at.token).filter(t => t.index > at.token)
  const phrase = own.find(
    t =>
      ['obl', 'advcl', 'ccomp', 'xcomp'].some(r => isRelation(t.deprel, r)) &&
      at.verb.prepositions.has(caseOf(reading, t.index)?.lemma.toLowerCase() ?? ''),
  )
  const object = own.find(t => isRelation(t.deprel, 'obj') || isRelation(t.deprel, 'iobj'))
  if (phrase) return ofPhrase(reading, at, phrase, object)
  // "accused Iran of X", hung below the object.
  const inner =
    object &&
    together(reading, object.index)
      .flatMap(o => dependents(document, o, 'nmod', 'acl'))
      .find(t => at.verb.prepositions.has(caseOf(reading, t.index)?.lemma.toLowerCase() ?? ''))
  const found = inner ?? (object && deedOf(reading, at, object))
  return found && TAKES_OBJECT.has(at.verb.words) ? ofPhrase(reading, at, found, object) : null
}

/** Verbs that need an object, of whom it is said: "accused Iran of arming them". */
const TAKES_OBJECT = new Set(['accuse', 'blame'])

/** "called for restraint [from both sides]" */
const OF_WHOM = new Set(['from', 'between', 'among', 'by', 'against'])

/** "called for the sailors to be freed": the infinitive right behind the phrase belongs to it, and who is meant by it. */
function endOfInfinitive(reading: Reading, at: CueVerbAt, last: number): number {
  const { document } = reading
  const verb = dependents(document, at.token, 'xcomp', 'advcl').find(
    t => isInfinitive(reading, t) && subtree(document, t.index)[0] === last + 1,
  )
  if (verb) return phraseTokens(reading, verb.index).at(-1) ?? last
  const rest = dependents(document, at.token, 'obl').find(
    t => subtree(document, t.index)[0] === last + 1 && OF_WHOM.has(caseOf(reading, t.index)?.lemma ?? ''),
  )
  return rest ? (phraseTokens(reading, rest.index).at(-1) ?? last) : last
}

/** "accused countries with arms of threatening others": the deed wherever it hangs behind the object. */
const deedOf = (reading: Reading, at: CueVerbAt, object: Token): Token | undefined =>
  subtree(reading.document, at.token)
    .map(i => reading.document.tokens[i])
    .find(
      t =>
        t.index > object.index &&
        t.index - object.index < 10 &&
        t.upos === 'VERB' &&
        t.form.endsWith('ing') &&
        at.verb.prepositions.has(caseOf(reading, t.index)?.lemma.toLowerCase() ?? ''),
    )

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
  const last = endOfInfinitive(reading, at, words[words.length - 1])
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

export function gerund(reading: Reading, at: CueVerbAt): Complement | null {
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

export function nounPhrase(reading: Reading, at: CueVerbAt): Complement | null {
  if (!at.verb.frames.has('noun') || isComment(reading, reading.document.tokens[at.token])) return null
  const own = dependents(reading.document, at.token)
  const object = own.find(t => isRelation(t.deprel, 'obj') && t.index > at.token)
  if (!object || own.some(t => isRelation(t.deprel, 'iobj')) || object.upos === 'PRON') return null
  if (at.verb.polarity === 'denied' && reading.cues.nouns.refused.has(object.lemma.toLowerCase())) return null
  const told = at.verb.polarity === 'denied' ? toldIn(reading, object) : null
  if (told) return found('clause', told)
  const words = withoutChannel(reading, beforeAside(reading, phraseTokens(reading, object.index)))
  return words.length ? found('noun', [spanOf(reading, words[0], words[words.length - 1])]) : null
}

/** "denied a report that says …", "denied allegations by rebels who said …": what the claim says, not the claim, is denied. */
function toldIn(reading: Reading, claim: Token): Span[] | null {
  const { document, cues } = reading
  const lemma = claim.lemma.toLowerCase()
  if (!cues.nouns.said.has(lemma) && !cues.nouns.hearsay.has(lemma)) return null
  const inside = subtree(document, claim.index).map(i => document.tokens[i])
  const saying = inside.find(
    t => isRelation(t.deprel, 'acl') && cues.verb(t.lemma.toLowerCase())?.frames.has('clause'),
  )
  const clause = saying && dependents(document, saying.index, 'ccomp').find(t => t.index > saying.index)
  return clause ? clauseContent(reading, clause.index, saying.index) : null
}
