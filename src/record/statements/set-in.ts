// A verb of saying set into or beside its content in, a draft out: "Talks, she said, would go on", "as Berg put it".
import type { Token } from '../../language/document.ts'
import { ancestors, dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { speakersBeside } from './beside-marks.ts'
import { phraseTokens, spanOf } from './clause-words.ts'
import { addresseesOf } from './complements.ts'
import { type CueVerbAt, type Draft, draftOf, type Reading } from './draft.ts'
import { hostContent } from './host-clause.ts'
import { medialAt } from './medial.ts'
import { speakersOf } from './said-by.ts'
import { markOf } from './saying-clause.ts'
import { isActorLike, isDocument } from './subjects.ts'

export function inset(reading: Reading, at: CueVerbAt): Draft | null {
  const { frames } = at.verb
  if (at.verb.polarity === 'denied') return null
  const content = hostContent(reading, at)
  const who = speakersOf(reading, at)
  if (!who || !content || !holdsClause(reading, content, at.token) || hasObject(reading, at, who.speakers))
    return null
  if (isLead(reading, at.token, content)) return null
  const heads = who.channelToken !== null ? [who.channelToken] : who.speakers
  if (heads.length === 0 || !frames.has('clause')) return null
  if (at.verb.actorOnly.has('clause') && !heads.every(h => isActorLike(reading, h) || isDocument(reading, h)))
    return null
  return draftOf(at, content, heads.length ? who.speakers : [], 'verb:inset', {
    addressees: addresseesOf(reading, at),
    chain: who.chain,
    channelToken: who.channelToken,
    confidence: 0.88,
  })
}

/** Words without a finite verb or marks ("In 2007, Norway said …") are no content. */
function holdsClause(reading: Reading, content: readonly Span[], verb: number): boolean {
  const { document, quotationOf } = reading
  // "The orcas, she said, hunt sharks": between commas the network may take "hunt" for an infinitive.
  const isCut = medialAt(reading, verb) !== null
  const tells = (t: Token) =>
    t.feats.VerbForm === 'Fin' ||
    (isCut && t.feats.VerbForm === 'Inf' && !dependents(document, t.index, 'mark').length)
  return document.tokens.some(
    t =>
      ((['VERB', 'AUX'].includes(t.upos) && tells(t)) || quotationOf[t.index] >= 0) &&
      content.some(c => c.start <= t.start && t.end <= c.end),
  )
}

/** "When he did not come, his friends told the police": when it was said, not what. */
function isLead(reading: Reading, verb: number, content: readonly Span[]): boolean {
  const { document } = reading
  const [first] = document.tokens.filter(t => t.start >= content[0].start)
  if (content.length > 1 || !['SCONJ', 'ADP', 'ADV'].includes(first.upos)) return false
  return dependents(document, verb, 'advcl', 'obl').some(t => {
    const own = subtree(document, t.index)
    const last = document.tokens[own[own.length - 1]]
    return t.index < verb && own[0] === first.index && last.end >= content[0].end
  })
}

/** "In Oslo, Berg held talks": a verb with an object of its own is set into nothing; those who are told are none. */
const hasObject = (reading: Reading, at: CueVerbAt, speakers: readonly number[]): boolean =>
  at.verb.addressee !== 'object' &&
  dependents(reading.document, at.token, 'obj').some(
    t =>
      t.index > at.token &&
      !speakers.includes(t.index) &&
      reading.quotationOf[t.index] === reading.quotationOf[at.token],
  )

/** "As Berg put it, …" */
export function asClause(reading: Reading, at: CueVerbAt): Draft | null {
  const { document } = reading
  const token = document.tokens[at.token]
  const head = clauseAbove(reading, token)
  if (!head || markOf(reading, at.token) !== 'as') return null
  if (
    !dependents(document, at.token, 'nsubj', 'obl:agent').length ||
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

/** What an "as" clause hangs on; one that the tree hangs on a noun ("The road, as the army confirmed, …") belongs to the clause of the noun. */
function clauseAbove({ document }: Reading, token: Token): Token | null {
  if (isRelation(token.deprel, 'advcl')) return headOf(document, token.index)
  if (!isRelation(token.deprel, 'acl')) return null
  return ancestors(document, token.index).find(t => !['NOUN', 'PROPN', 'PRON'].includes(t.upos)) ?? null
}

/** NO DEAL WITHOUT US! Berg posted on X: a post in capitals needs no marks. */
export function posted(reading: Reading, at: CueVerbAt): Draft | null {
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
