// A verb of saying in, the quotation that stands right beside its clause out, by the marks and the words between, not by the tree.
import type { Token } from '../../language/document.ts'
import { dependents, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import type { CueVerbAt, Reading } from './draft.ts'
import type { Quotation } from './read-quotations.ts'

/** A clause of saying is short: "Finland's president, Alexander Stubb, told Yle on Wednesday". */
const LONGEST_WAY = 25

const SENTENCE_END = /^[.!?]+$/
const FINITE = (t: Token): boolean => (t.upos === 'VERB' || t.upos === 'AUX') && t.feats.VerbForm === 'Fin'

const levelOf = (reading: Reading, token: number): number => reading.quotationOf[token]

const atLevel = (reading: Reading, level: number): Quotation[] =>
  reading.quotations.filter(q => (q.parent ?? -1) === level)

/** The quotation that ends right before the clause of this verb. */
export function quotationBefore(reading: Reading, verb: number): Quotation | null {
  const { tokens, text } = reading.document
  const level = levelOf(reading, verb)
  const quotations = atLevel(reading, level)
  if (quotations.length === 0) return null
  for (let i = verb; i > Math.max(-1, verb - LONGEST_WAY); i--) {
    const before = text.content.slice(0, tokens[i].start).trimEnd()
    const bare = before.replace(/\s*[,–—-]$/, '')
    const q = quotations.find(x => [before.length, bare.length].includes(x.outer[x.outer.length - 1].end))
    if (q) {
      const leads =
        i === verb
          ? isSpoken(reading, q, before) || !hasOwnContent(reading, verb)
          : leadsOut(reading, q, before, tokens[i], verb)
      return leads ? q : null
    }
    const previous = tokens[i - 1]
    if (!previous || stops(reading, previous, verb, level)) return null
  }
  return null
}

/** Does the subject that follows the quotation say it? A full stop inside the marks ends a sentence: “It is over.” Berg said … */
const leadsOut = (reading: Reading, q: Quotation, before: string, next: Token, verb: number): boolean =>
  next.upos !== 'CCONJ' &&
  isSpoken(reading, q, before) &&
  !hasOwnContent(reading, verb) &&
  !endsSentence(reading, q)

/** “Fox News Sunday”: capitals throughout after a preposition or noun name a thing. */
function isTitle(reading: Reading, q: Quotation): boolean {
  const { tokens, text } = reading.document
  const before = tokens.findLast(t => t.end <= q.outer[0].start)
  const words = text.content
    .slice(q.inner[0].start, q.inner[0].end)
    .split(/\s+/)
    .filter(w => /\p{L}{4}/u.test(w))
  const capitals = words.length > 0 && words.length <= 8 && words.every(w => /^[^\p{L}]*\p{Lu}/u.test(w))
  return (
    capitals && before !== undefined && ['ADP', 'DET', 'NOUN', 'PROPN', 'ADJ', 'PRON'].includes(before.upos)
  )
}

/** A quotation led out by a comma or its own full stop; a bare one (“truce”) is the subject of what follows. */
function isSpoken(reading: Reading, q: Quotation, before: string): boolean {
  const inner = q.inner[q.inner.length - 1]
  const last = reading.document.text.content.slice(inner.start, inner.end).trimEnd()
  return /[,.!?…–—-]\]?$/.test(last) || /[,–—]$/.test(before)
}

/** A clause of its own to the right, outside any marks and behind no comma: “…” He said the talks would go on. */
function hasOwnContent(reading: Reading, verb: number): boolean {
  const { document } = reading
  return dependents(document, verb, 'ccomp').some(t => {
    if (t.index < verb || levelOf(reading, t.index) !== levelOf(reading, verb)) return false
    const between = document.tokens.slice(verb + 1, t.index)
    const finite = FINITE(t) || dependents(document, t.index, 'nsubj', 'aux', 'cop').length > 0
    return finite && !between.some(b => b.form === ',' || b.form === '.')
  })
}

/** Words that no clause of saying holds before its verb: another finite verb, the end of a sentence, words in other marks. */
function stops(reading: Reading, token: Token, verb: number, level: number): boolean {
  if (
    levelOf(reading, token.index) !== level ||
    SENTENCE_END.test(token.form) ||
    [';', ':'].includes(token.form)
  )
    return true
  if (token.head === verb && (isRelation(token.deprel, 'aux') || isRelation(token.deprel, 'advmod')))
    return false
  return FINITE(token) && !inRelativeClause(reading, token)
}

function inRelativeClause(reading: Reading, token: Token): boolean {
  for (let t: Token | undefined = token, n = 0; t && n < 4; t = reading.document.tokens[t.head], n++)
    if (isRelation(t.deprel, 'acl')) return true
  return false
}

/** The quotation that begins right after the clause of this verb; `resumed`: as the second part of one begun before it. */
export function quotationAfter(reading: Reading, verb: number, resumed: boolean): Quotation | null {
  const { tokens, text } = reading.document
  const level = levelOf(reading, verb)
  const q = atLevel(reading, level).find(x => x.outer[0].start >= tokens[verb].end)
  if (!q) return null
  const between = tokens.filter(t => t.start >= tokens[verb].end && t.end <= q.outer[0].start)
  const gap = text.content.slice(tokens[verb].end, q.outer[0].start).trim()
  if (between.length > LONGEST_WAY || between.some(t => stopsAfter(reading, t, verb))) return null
  const led =
    gap === '' ||
    /^(?:that|,|:|,? that,?)$/i.test(gap) ||
    /[,:]$/.test(gap) ||
    isHearer(reading, verb, between) ||
    (resumed && /^,? (?:but|and)$/i.test(gap))
  if (!led || (resumed && gap === '')) return null
  if (/:$/.test(gap)) return q
  if (isPartOfSubject(reading, verb, q)) return null
  if (endsClause(reading, q) && !(gap !== ',' && isTitle(reading, q))) return q
  return null
}

/** said “budget reforms” and new taxes would help: names in marks at the start of a clause that goes on outside of them. */
function isPartOfSubject(reading: Reading, verb: number, q: Quotation): boolean {
  const { document } = reading
  const { end } = q.outer[q.outer.length - 1]
  const isInside = (t: Token) => t.start >= q.outer[0].start && t.end <= end
  if (document.tokens.some(t => isInside(t) && (FINITE(t) || t.upos === 'VERB'))) return false
  return dependents(document, verb, 'ccomp').some(clause =>
    dependents(document, clause.index, 'nsubj', 'nsubj:pass').some(
      subject =>
        clause.start >= end &&
        subject.index < clause.index &&
        subtree(document, subject.index).some(i => isInside(document.tokens[i])),
    ),
  )
}

/** “told the council “…””, "told Reuters “…”": nothing but the one who is told. */
const isHearer = (reading: Reading, verb: number, between: readonly Token[]): boolean =>
  between.length <= LONGEST_HEARER &&
  reading.cues.verb(reading.document.tokens[verb].lemma)?.addressee === 'object' &&
  between.every(
    (t, k) =>
      (k === 0 ? ['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON'] : ['ADJ', 'NOUN', 'PROPN']).includes(t.upos) &&
      !isRelation(t.deprel, 'nsubj'),
  )

const LONGEST_HEARER = 5

function stopsAfter(reading: Reading, token: Token, verb: number): boolean {
  if (SENTENCE_END.test(token.form) || token.form === ';') return true
  if (token.form.toLowerCase() === 'that' && token.deprel === 'mark') {
    const next = reading.document.tokens[token.index + 1]
    return token.index > verb + 2 || next?.upos !== 'PUNCT'
  }
  return FINITE(token) && !inRelativeClause(reading, token)
}

/** After the quotation the sentence ends or turns: its words are all that is said. */
function endsClause(reading: Reading, q: Quotation): boolean {
  const { content } = reading.document.text
  const inner = q.inner[q.inner.length - 1]
  const after = content.slice(q.outer[q.outer.length - 1].end)
  return (
    /[,.!?…]\s*$/.test(content.slice(inner.start, inner.end)) ||
    /^\s*(?:[,.;:!?)–—]|$|\n|\(|and\b|but\b|in\b|at\b|on\b|after\b|before\b|when\b|as\b|during\b|while\b)/.test(
      after,
    )
  )
}

/** Does the quotation end a sentence of its own, so that what follows may begin another? */
export function endsSentence(reading: Reading, q: Quotation): boolean {
  const inner = q.inner[q.inner.length - 1]
  return /[.…]\s*$/.test(reading.document.text.content.slice(inner.start, inner.end))
}

/** The words of the sentence that lead into a quotation: "The plan is “a disaster,” she said." */
export function withWordsBefore(reading: Reading, q: Quotation, at: CueVerbAt): Span[] {
  const { document } = reading
  const { start } = q.outer[0]
  const sentence = document.sentences.find(s => s.start <= start && start < s.end)
  if (!sentence) return [...q.outer]
  const lead = document.tokens.slice(sentence.firstToken, sentence.endToken).filter(t => t.end <= start)
  const saysItself = lead.some(
    t =>
      (t.upos === 'VERB' && reading.cues.verb(t.lemma)?.frames.has('clause')) ||
      SENTENCE_END.test(t.form) ||
      t.form === ':',
  )
  const words = lead.filter(t => t.upos !== 'PUNCT' && t.upos !== 'CCONJ')
  const quotedBefore = words.some(t => levelOf(reading, t.index) !== levelOf(reading, at.token))
  // A quotation that begins small goes on with the words before it.
  const goesOn = /^\s*\p{Ll}/u.test(document.text.content.slice(q.inner[0].start, q.inner[0].end))
  const leads = goesOn || (words.some(FINITE) && document.tokens[lead[lead.length - 1].index].form !== ',')
  if (words.length === 0 || saysItself || quotedBefore || !leads) return [...q.outer]
  return [{ start: lead[0].start, end: q.outer[0].end }, ...q.outer.slice(1)]
}

/** The actor named between a quotation and its verb, or after the verb, where the tree shows no subject. */
export function speakersBeside(reading: Reading, verb: number, before: Quotation | null): number[] {
  const { tokens } = reading.document
  const level = levelOf(reading, verb)
  const from = before
    ? before.outer[before.outer.length - 1].end
    : reading.document.sentences[tokens[verb].sentence].start
  const left = tokens.filter(
    t =>
      t.index < verb &&
      t.start >= from &&
      levelOf(reading, t.index) === level &&
      t.index > verb - LONGEST_WAY,
  )
  const pick = (side: readonly Token[]) => side.filter(t => reading.isActor(t.index) && !isOwner(reading, t))
  const named = pick(left).at(-1) ?? pick(tokens.slice(verb + 1, verb + 5)).at(0)
  return named ? [named.index] : []
}

/** "Norway's", "of Norway", "to the Reuters news agency": not the one who speaks. */
function isOwner(reading: Reading, token: Token): boolean {
  const { document } = reading
  let head = token
  while (['compound', 'flat', 'nmod:desc'].some(r => isRelation(head.deprel, r)) && head.head >= 0)
    head = document.tokens[head.head]
  const possessed = ["'s", '’s'].includes(document.tokens[token.index + 1]?.form ?? '')
  return possessed || isRelation(head.deprel, 'nmod') || dependents(document, head.index, 'case').length > 0
}
