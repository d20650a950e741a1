// Verbs of saying in the tree in, drafts out: “We go,” she said · he warned that · they urged her to · Kim is said to be ill.

import type { Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import {
  endsSentence,
  quotationAfter,
  quotationBefore,
  speakersBeside,
  withWordsBefore,
} from './beside-marks.ts'
import { clauseContent, isQuestionClause, phraseTokens, spanOf } from './clause-words.ts'
import { addresseesOf, type Complement, complementOf } from './complements.ts'
import type { CueVerbAt, Draft, Reading } from './draft.ts'
import { hostContent, isMedial } from './host-clause.ts'
import { issuersOf } from './issuers.ts'
import {
  agentsOf,
  canSpeak,
  caseOf,
  cueVerbs,
  isActorLike,
  isAsserted,
  isDocument,
  isNegated,
  isPassive,
  markOf,
  subjectsOf,
  together,
} from './saying-clause.ts'

export function findSaid(reading: Reading): Draft[] {
  return cueVerbs(reading).flatMap(at => {
    const draft = isAsserted(reading, at) ? asserted(reading, at) : null
    return draft ? [draft] : []
  })
}

function asserted(reading: Reading, at: CueVerbAt): Draft | null {
  if (isNegated(reading, at.token)) return negated(reading, at)
  if (isPassive(reading, at.token)) return passive(reading, at)
  const marked = besideMarks(reading, at)
  if (marked) return marked
  const medial = isMedial(reading, at.token) ? inset(reading, at) : null
  if (medial) return medial
  const complement = complementOf(reading, at)
  if (complement) return fromComplement(reading, at, complement)
  return inset(reading, at) ?? asClause(reading, at) ?? posted(reading, at)
}

/** Marks right beside the saying decide over the tree: “We can wait,” she said, “but they cannot.” */
function besideMarks(reading: Reading, at: CueVerbAt): Draft | null {
  const { frames } = at.verb
  if (!frames.has('quotation') && (!frames.has('clause') || at.verb.actorOnly.has('clause'))) return null
  const quoting = asSaying(reading, at) ? headOf(reading.document, at.token) : null
  const ended = quotationBefore(reading, quoting?.index ?? at.token)
  const after = quotationAfter(reading, at.token, ended !== null && !endsSentence(reading, ended))
  // “It is over.” She continued: “We lost.”: the first one is not hers by this verb.
  const before = ended && after && endsSentence(reading, ended) ? null : ended
  if (!before && !after) return null
  const quoted = asSaying(reading, at)
  const who = quoted ? { ...quoted, channelToken: null } : speakersOf(reading, at)
  if (!who) return null
  const speakers =
    who.speakers.length > 0 || who.channelToken !== null
      ? who.speakers
      : speakersBeside(reading, at.token, before)
  const content = [...(before ? withWordsBefore(reading, before, at) : []), ...(after ? after.outer : [])]
  return draftOf(at, content, speakers, 'verb:quotation', {
    addressees: addresseesOf(reading, at),
    chain: who.chain,
    channelToken: who.channelToken,
    confidence: 0.95,
  })
}

const draftOf = (
  at: CueVerbAt,
  content: readonly Span[],
  speakers: readonly number[],
  by: string,
  more: Partial<Draft> = {},
): Draft => ({
  content,
  cue: at.span,
  cueToken: at.token,
  speakers,
  addressees: [],
  chain: [],
  channelToken: null,
  polarity: at.verb.polarity,
  by,
  confidence: 0.9,
  ...more,
})

/** Speakers of an active verb, or null where nobody who could speak is its subject. */
function speakersOf(
  reading: Reading,
  at: CueVerbAt,
): { speakers: number[]; channelToken: number | null; chain: number[] } | null {
  const heads = subjectsOf(reading, at.token)
  if (heads.length === 0) return { speakers: [], channelToken: null, chain: [] }
  if (!heads.every(h => canSpeak(reading, h))) return null
  const [head] = heads
  const lemma = reading.document.tokens[head].lemma.toLowerCase()
  const { documents, silent } = reading.cues.nouns
  const cited = citedBy(reading, at)
  if (cited) return { speakers: cited, channelToken: null, chain: heads }
  if (!reading.isActor(head) || reading.document.tokens[head].upos === 'NOUN') {
    if (documents.has(lemma))
      return { speakers: issuersOf(reading, head).filter(i => i !== head), channelToken: head, chain: [] }
    if (silent.has(lemma) && !reading.isActor(head)) return null
  }
  return { speakers: heads, channelToken: null, chain: [] }
}

/** "Yonhap, quoting KCNA, said": the one quoted, if anybody. */
function citedBy(reading: Reading, at: CueVerbAt): number[] | null {
  const { document, cues } = reading
  const heads = subjectsOf(reading, at.token)
  const candidates = [
    ...dependents(document, at.token, 'advcl', 'acl', 'parataxis'),
    ...heads.flatMap(h => dependents(document, h, 'acl', 'advcl', 'parataxis')),
  ]
  const citing = candidates.find(
    t =>
      cues.sources.citing.has(t.lemma.toLowerCase()) &&
      t.feats.VerbForm !== 'Fin' &&
      !markOf(reading, t.index),
  )
  const source = citing && dependents(document, citing.index, 'obj')[0]
  return source && reading.isActor(source.index) ? together(reading, source.index) : null
}

function fits(reading: Reading, at: CueVerbAt, complement: Complement, heads: readonly number[]): boolean {
  const frame = complement.frame
  if (frame === 'preposition') return true
  const actorOnly = at.verb.actorOnly.has(frame)
  const speaks = (h: number) => isActorLike(reading, h) || isDocument(reading, h)
  return !actorOnly || (heads.length > 0 && heads.every(speaks))
}

function fromComplement(reading: Reading, at: CueVerbAt, complement: Complement): Draft | null {
  const who = speakersOf(reading, at)
  if (!who) return null
  const heads = who.channelToken !== null ? [who.channelToken] : who.speakers
  if (!fits(reading, at, complement, heads) || (complement.frame === 'preposition' && isDenied(reading, at)))
    return null
  const bare = heads.length === 0 && !asSaying(reading, at)
  if (bare && complement.frame !== 'clause') return null
  if (bare && reading.document.tokens[at.token].deprel === 'root') return null
  const quoted = asSaying(reading, at)
  const cue =
    complement.cueEnd === null
      ? at.span
      : { start: at.span.start, end: reading.document.tokens[complement.cueEnd].end }
  return draftOf(at, complement.content, quoted?.speakers ?? who.speakers, `verb:${complement.frame}`, {
    cue,
    addressees: complement.addressees,
    chain: quoted?.chain ?? who.chain,
    channelToken: who.channelToken ?? documentBefore(reading, at),
    confidence: complement.frame === 'clause' ? 0.92 : 0.82,
  })
}

/** "denied that it had asked for a delay": told as not done. */
function isDenied(reading: Reading, at: CueVerbAt): boolean {
  const head = headOf(reading.document, at.token)
  return (
    head !== null &&
    isRelation(reading.document.tokens[at.token].deprel, 'ccomp') &&
    reading.cues.verb(head.lemma.toLowerCase())?.polarity === 'denied'
  )
}

/** "made a statement indicating that": the noun right before the participle says where. */
function documentBefore(reading: Reading, at: CueVerbAt): number | null {
  const before = reading.document.tokens[at.token - 1]
  const participle = /ing$/.test(reading.document.tokens[at.token].form)
  return participle && before?.upos === 'NOUN' && isDocument(reading, before.index) ? before.index : null
}

/** "quoted her as saying", "was quoted as saying" */
function asSaying(reading: Reading, at: CueVerbAt): { speakers: number[]; chain: number[] } | null {
  const head = headOf(reading.document, at.token)
  if (
    !head ||
    !reading.cues.sources.quoting.has(head.lemma.toLowerCase()) ||
    caseOf(reading, at.token)?.lemma !== 'as'
  )
    return null
  if (isPassive(reading, head.index)) {
    const subject = dependents(reading.document, head.index, 'nsubj')[0]
    return {
      speakers: subject ? together(reading, subject.index) : subjectsOfHost(reading, head),
      chain: agentsOf(reading, head.index),
    }
  }
  // The one quoted stands behind the verb, whatever relation the tree gives.
  const object = dependents(reading.document, head.index, 'obj', 'nsubj', 'iobj').find(
    t => t.index > head.index && t.index < at.token,
  )
  const outlets = subjectsOf(reading, head.index).filter(h => h < head.index)
  const outlet = dependents(reading.document, head.index, 'nsubj').find(t => t.index < head.index)
  return {
    speakers: object ? together(reading, object.index) : [],
    chain: outlets.length || !outlet ? outlets : [outlet.index],
  }
}

const subjectsOfHost = (reading: Reading, token: Token): number[] => {
  const head = headOf(reading.document, token.index)
  return head && isRelation(token.deprel, 'acl') ? together(reading, head.index) : []
}

function inset(reading: Reading, at: CueVerbAt): Draft | null {
  const { frames } = at.verb
  if (at.verb.polarity === 'denied') return null
  const content = hostContent(reading, at)
  if (!content || !holdsClause(reading, content) || hasObject(reading, at)) return null
  const who = speakersOf(reading, at)
  if (!who) return null
  const heads = who.channelToken !== null ? [who.channelToken] : who.speakers
  if (heads.length === 0 || !frames.has('clause')) return null
  if (at.verb.actorOnly.has('clause') && !heads.every(h => isActorLike(reading, h))) return null
  return draftOf(at, content, heads.length ? who.speakers : [], 'verb:inset', {
    addressees: addresseesOf(reading, at),
    chain: who.chain,
    channelToken: who.channelToken,
    confidence: 0.88,
  })
}

/** Words without a finite verb or marks ("In 2007, Norway said …") are no content. */
const holdsClause = (reading: Reading, content: readonly Span[]): boolean =>
  reading.document.tokens.some(
    t =>
      ((['VERB', 'AUX'].includes(t.upos) && t.feats.VerbForm === 'Fin') ||
        reading.quotationOf[t.index] >= 0) &&
      content.some(c => c.start <= t.start && t.end <= c.end),
  )

/** "In Oslo, Berg held talks": a verb with an object of its own is set into nothing; those who are told are none. */
const hasObject = (reading: Reading, at: CueVerbAt): boolean =>
  at.verb.addressee !== 'object' &&
  dependents(reading.document, at.token, 'obj').some(
    t => t.index > at.token && reading.quotationOf[t.index] === reading.quotationOf[at.token],
  )

/** "As Berg put it, …" */
function asClause(reading: Reading, at: CueVerbAt): Draft | null {
  const { document } = reading
  const token = document.tokens[at.token]
  const head = headOf(document, at.token)
  if (!head || !isRelation(token.deprel, 'advcl') || markOf(reading, at.token) !== 'as') return null
  if (
    !dependents(document, at.token, 'nsubj').length ||
    !(at.verb.frames.has('clause') || at.verb.words === 'put it')
  )
    return null
  const own = new Set(subtree(document, at.token))
  if (own.has(head.index) || dependents(document, at.token, 'ccomp', 'xcomp').length) return null
  const who = speakersOf(reading, at)
  if (!who) return null
  const sentence = document.sentences[token.sentence]
  const first = Math.min(...own)
  const last = Math.max(...own)
  const commas = (i: number) => [',', '—', '–'].includes(document.tokens[i]?.form) || i < sentence.firstToken
  if (!(commas(first - 1) || commas(first)) && document.tokens[last + 1]?.form !== ',') return null
  const rest = phraseTokens(reading, head.index, t => t.index === at.token)
  const pieces = [rest.filter(i => i < first), rest.filter(i => i > last)].filter(p => p.length > 1)
  const content = pieces.map(p => spanOf(reading, p[0], p[p.length - 1]))
  return content.length ? draftOf(at, content, who.speakers, 'verb:as', { confidence: 0.75 }) : null
}

/** NO DEAL WITHOUT US! Berg posted on X: a post in capitals needs no marks. */
function posted(reading: Reading, at: CueVerbAt): Draft | null {
  const { document } = reading
  if (!POSTING.has(at.verb.words)) return null
  const sentence = document.sentences[document.tokens[at.token].sentence]
  const before = document.sentences[sentence.index - 1]
  if (!before || before.paragraph !== sentence.paragraph || at.token - sentence.firstToken > 8) return null
  const words = document.text.content.slice(before.start, before.end)
  const capitals = words.replace(/[^\p{Lu}]/gu, '').length
  if (capitals < 8 || /\p{Ll}/u.test(words)) return null
  const who = speakersOf(reading, at)
  const speakers = who?.speakers.length ? who.speakers : speakersBeside(reading, at.token, null)
  return speakers.length
    ? draftOf(at, [{ start: before.start, end: before.end }], speakers, 'verb:post', {
        verbatim: true,
        confidence: 0.8,
      })
    : null
}

const POSTING = new Set(['post', 'tweet', 'write'])

/** "did not say whether": withheld; every other denial of having spoken is none. */
function negated(reading: Reading, at: CueVerbAt): Draft | null {
  if (!at.verb.frames.has('question')) return null
  const clause = dependents(reading.document, at.token, 'ccomp').find(
    t => t.index > at.token && isQuestionClause(reading, t.index),
  )
  if (!clause || at.verb.words === 'know' || at.verb.words === 'ask') return null
  const who = speakersOf(reading, at)
  if (!who || who.speakers.length === 0) return null
  return draftOf(at, clauseContent(reading, clause.index, at.token), who.speakers, 'verb:not-said', {
    polarity: 'withheld',
    confidence: 0.75,
  })
}

function passive(reading: Reading, at: CueVerbAt): Draft | null {
  const { document, cues } = reading
  const lemma = document.tokens[at.token].lemma.toLowerCase()
  const agents = agentsOf(reading, at.token).filter(h => canSpeak(reading, h))
  const subject = dependents(document, at.token, 'nsubj:pass', 'nsubj').find(t => t.index < at.token)
  const infinitive = dependents(document, at.token).find(
    t => t.index > at.token && dependents(document, t.index, 'mark').some(m => m.lemma === 'to'),
  )
  if (subject && infinitive && cues.sources.hearsayPassives.has(lemma) && subject.lemma !== 'it') {
    const name = phraseTokens(reading, subject.index)
    return draftOf(
      at,
      [
        spanOf(reading, name[0], name[name.length - 1]),
        ...clauseContent(reading, infinitive.index, at.token),
      ],
      agents,
      'verb:hearsay',
      { confidence: 0.75 },
    )
  }
  const clause = dependents(document, at.token, 'ccomp', 'csubj').find(
    t => t.index > at.token && !isQuestionClause(reading, t.index),
  )
  if (clause && at.verb.frames.has('clause')) {
    const impersonal = subject?.lemma === 'it' || !subject
    if (impersonal && !agents.length && !cues.sources.hearsayPassives.has(lemma)) return null
    return draftOf(at, clauseContent(reading, clause.index, at.token), agents, 'verb:passive', {
      addressees:
        !impersonal && at.verb.addressee === 'object' && subject ? together(reading, subject.index) : [],
      confidence: 0.75,
    })
  }
  return agents.length && subject ? passiveName(reading, at, subject, agents) : null
}

/** "was accused by Oslo of spying", "was described by her as closed" */
function passiveName(
  reading: Reading,
  at: CueVerbAt,
  subject: Token,
  agents: readonly number[],
): Draft | null {
  const own = dependents(reading.document, at.token).filter(t => t.index > at.token)
  const as = at.verb.frames.has('as') && own.find(t => caseOf(reading, t.index)?.lemma === 'as')
  const of =
    at.verb.prepositions.size > 0 &&
    own.find(t => at.verb.prepositions.has(caseOf(reading, t.index)?.lemma ?? ''))
  const name = at.verb.frames.has('small-clause') && own.find(t => isRelation(t.deprel, 'xcomp'))
  const infinitive = at.verb.frames.has('object-infinitive') && own.find(t => isRelation(t.deprel, 'xcomp'))
  const part = as || of || name || infinitive
  if (!part) return null
  const words = phraseTokens(reading, part.index)
  const named = phraseTokens(reading, subject.index)
  if (!words.length || !named.length) return null
  const predicate = spanOf(reading, words[0], words[words.length - 1])
  if (infinitive && !as && !of && !name)
    return draftOf(at, [predicate], agents, 'verb:passive', {
      addressees: together(reading, subject.index),
      confidence: 0.75,
    })
  return draftOf(
    at,
    of && !as
      ? [withoutCase(reading, words, predicate)]
      : [spanOf(reading, named[0], named[named.length - 1]), predicate],
    agents,
    'verb:passive',
    { confidence: 0.7 },
  )
}

/** "was accused of spying": the words after the preposition. */
const withoutCase = (reading: Reading, words: readonly number[], whole: Span): Span =>
  reading.document.tokens[words[0]].upos === 'ADP' && words.length > 1
    ? { start: reading.document.tokens[words[1]].start, end: whole.end }
    : whole
