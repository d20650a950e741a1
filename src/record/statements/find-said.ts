// Verbs of saying in the tree in, drafts out: “We go,” she said · he warned that · they urged her to · Kim is said to be ill.
import { dependents, headOf, isRelation } from '../../language/tree.ts'
import {
  endsSentence,
  quotationAfter,
  quotationBefore,
  speakersBeside,
  withWordsBefore,
} from './beside-marks.ts'
import { clauseContent, isQuestionClause } from './clause-words.ts'
import type { Complement } from './complement.ts'
import { addresseesOf, complementOf } from './complements.ts'
import { type CueVerbAt, type Draft, draftOf, type Reading } from './draft.ts'
import { medialAt } from './medial.ts'
import { passive } from './passive.ts'
import { asSaying, speakersOf } from './said-by.ts'
import { cueVerbs, isAsserted, isNegated, isParticipleOfSaying, isPassive } from './saying-clause.ts'
import { asClause, inset, posted } from './set-in.ts'
import { isActorLike, isDocument } from './subjects.ts'
import { isTeller } from './tellers.ts'

export function findSaid(reading: Reading): Draft[] {
  return cueVerbs(reading).flatMap(at => {
    const draft = isAsserted(reading, at) ? asserted(reading, at) : null
    return draft ? [draft] : []
  })
}

function asserted(reading: Reading, at: CueVerbAt): Draft | null {
  if (isNegated(reading, at.token)) return negated(reading, at)
  if (isPassive(reading, at.token)) return passive(reading, at) ?? asClause(reading, at)
  const marked = besideMarks(reading, at)
  if (marked) return marked
  const medial = medialAt(reading, at.token) ? inset(reading, at) : null
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
  // “It is over.” She continued: “We lost.” · made “a mistake”, adding that “they …”: the first one is not said by this verb.
  const goesOn = isParticipleOfSaying(reading, reading.document.tokens[at.token])
  const before = ended && (goesOn || (after && endsSentence(reading, ended))) ? null : ended
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

function fits(reading: Reading, at: CueVerbAt, complement: Complement, heads: readonly number[]): boolean {
  const frame = complement.frame
  if (frame === 'preposition') return true
  const actorOnly = at.verb.actorOnly.has(frame)
  // What thinks is somebody: "environmentalists fear"; "their silence suggests" needs more than a noun.
  const thinks = (h: number) =>
    at.verb.mental.has(frame) && isTeller(reading, at.token, h) && !isHere(reading, h)
  const speaks = (h: number) => isActorLike(reading, h) || isDocument(reading, h) || thinks(h)
  return !actorOnly || (heads.length > 0 && heads.every(speaks))
}

/** "you guys", "us lawyers" */
const isHere = (reading: Reading, head: number): boolean =>
  dependents(reading.document, head).some(t => ['you', 'we', 'us', 'I'].includes(t.form))

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
