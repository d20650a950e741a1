// A verb of saying in, the heads of those who say it out: its subject, the one quoted ("quoting KCNA"), the one who "was quoted as saying".
import type { Token } from '../../language/document.ts'
import { dependents, headOf, isRelation } from '../../language/tree.ts'
import type { CueVerbAt, Reading } from './draft.ts'
import { issuersOf, passersOf } from './issuers.ts'
import { caseOf, isPassive, markOf } from './saying-clause.ts'
import { agentsOf, canSpeak, subjectsOf, together } from './subjects.ts'

/** Speakers of an active verb, or null where nobody who could speak is its subject. */
export function speakersOf(
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
      return {
        speakers: issuersOf(reading, head).filter(i => i !== head),
        channelToken: head,
        chain: passersOf(reading, head),
      }
    if (silent.has(lemma) && !reading.isActor(head)) {
      const givers = FIGURES.has(lemma) ? issuersOf(reading, head).filter(reading.isActor) : []
      return givers.length > 0 ? { speakers: givers, channelToken: null, chain: [] } : null
    }
  }
  return { speakers: heads, channelToken: null, chain: [] }
}

/** "Ministry figures show": silent by themselves, they speak for whoever gives them. */
const FIGURES = new Set(['datum', 'data', 'figure', 'number', 'statistic', 'record'])

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

/** "quoted her as saying", "was quoted as saying" */
export function asSaying(reading: Reading, at: CueVerbAt): { speakers: number[]; chain: number[] } | null {
  const head = headOf(reading.document, at.token)
  if (
    !head ||
    !reading.cues.sources.quoting.has(head.lemma.toLowerCase()) ||
    caseOf(reading, at.token)?.lemma !== 'as'
  )
    return quotedAsSaying(reading, at)
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
  const byWords = object ? null : quotedAsSaying(reading, at)
  if (byWords) return byWords
  const outlets = subjectsOf(reading, head.index).filter(h => h < head.index)
  const outlet = dependents(reading.document, head.index, 'nsubj').find(t => t.index < head.index)
  return {
    speakers: object ? together(reading, object.index) : [],
    chain: outlets.length || !outlet ? outlets : [outlet.index],
  }
}

/** Between "quotes" and "as saying": "a spokesman for the army, Colonel Erik Holm,". */
const LONGEST_QUOTED = 25

/** "Media reports quote officials as saying": by the words, where the tree takes "quote" for a noun or hangs "saying" elsewhere. */
function quotedAsSaying(reading: Reading, at: CueVerbAt): { speakers: number[]; chain: number[] } | null {
  const { tokens, sentences } = reading.document
  if (tokens[at.token - 1]?.form.toLowerCase() !== 'as' || !/ing$/.test(tokens[at.token].form)) return null
  const { firstToken } = sentences[tokens[at.token].sentence]
  const from = Math.max(firstToken, at.token - LONGEST_QUOTED)
  const quote = tokens
    .slice(from, at.token - 1)
    .findLast(t => /^(?:quot|cit)(?:es?|ed|ing)$/i.test(t.form) && ['VERB', 'NOUN'].includes(t.upos))
  if (!quote) return null
  const topOf = (first: number, end: number): Token | undefined =>
    tokens
      .slice(first, end)
      .find(t => ['NOUN', 'PROPN', 'PRON'].includes(t.upos) && (t.head < first || t.head >= end))
  const named = topOf(quote.index + 1, at.token - 1)
  if (!named) return null
  const outlet = topOf(firstToken, quote.index)
  return {
    speakers: together(reading, named.index).filter(i => i > quote.index && i < at.token),
    chain: outlet && reading.isActor(outlet.index) ? [outlet.index] : [],
  }
}

const subjectsOfHost = (reading: Reading, token: Token): number[] => {
  const head = headOf(reading.document, token.index)
  return head && isRelation(token.deprel, 'acl') ? together(reading, head.index) : []
}
