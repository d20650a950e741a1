// The head of a speaker's phrase in, its words out: "Foreign Minister Anna Berg", "Ivo Lang, the union's chairman".
import type { Token } from '../../language/document.ts'
import { isRelation, subtree } from '../../language/tree.ts'
import { overlaps, type Span } from '../../text/span.ts'
import { spanOf } from './clause-words.ts'
import type { Reading } from './draft.ts'

/** A phrase that the tree makes longer is not read rightly. */
const LONGEST_PHRASE = 30

/** What stands at the edge of a phrase and is no part of it. */
const EDGES = new Set(['PUNCT', 'ADP', 'PART', 'CCONJ', 'SCONJ'])

/**
 * The whole noun phrase around the mention: article, title, name, and what is set beside it. Other speakers joined by "and",
 * and whatever holds the cue or is said, stand outside.
 */
export function speakerPhrase(
  reading: Reading,
  head: number,
  mention: Span,
  { cue, content }: { readonly cue: Span | null; readonly content: readonly Span[] },
): Span {
  const { tokens } = reading.document
  if (content.some(c => overlaps(c, tokens[head]))) return mention
  const own = subtree(
    reading.document,
    head,
    t =>
      t.index !== head &&
      (standsOutside(reading, t, head) || content.some(c => overlaps(c, t)) || holds(reading, t.index, cue)),
  )
  const at = own.indexOf(head)
  let [first, last] = [at, at]
  while (own[first - 1] === own[first] - 1) first--
  while (own[last + 1] === own[last] + 1) last++
  while (first < at && EDGES.has(tokens[own[first]].upos)) first++
  while (last > at && isLoose(reading, own[last])) last--
  const phrase = spanOf(reading, own[first], own[last])
  const whole = phrase.start <= mention.start && mention.end <= phrase.end
  return whole && last - first < LONGEST_PHRASE ? phrase : mention
}

/** Another speaker, the preposition, an aside of the sentence, words in marks, and "quoting KCNA": not the speaker's own. */
function standsOutside(reading: Reading, t: Token, head: number): boolean {
  const { tokens } = reading.document
  if (reading.quotationOf[t.index] !== reading.quotationOf[head]) return true
  if (t.head !== head) return false
  // "Even Denmark", "the council on Friday", "Berg, like Lang,": words of the sentence, which the tree hangs on the name.
  if (isRelation(t.deprel, 'advmod') || isTime(reading, t) || isLikening(reading, t)) return true
  const first = subtree(reading.document, t.index).find(i => tokens[i].upos !== 'PUNCT') ?? t.index
  if (['along', 'together'].includes(tokens[first].form.toLowerCase())) return true
  const bracketed = tokens[subtree(reading.document, t.index)[0]].form === '('
  if (isRelation(t.deprel, 'parataxis') && !bracketed) return true
  if (isRelation(t.deprel, 'acl') && reading.cues.sources.citing.has(t.lemma.toLowerCase())) return true
  return ['conj', 'cc', 'case'].some(r => isRelation(t.deprel, r))
}

const isTime = ({ document }: Reading, t: Token): boolean =>
  ['nmod', 'obl'].some(r => isRelation(t.deprel, r)) &&
  document.dates.some(d => d.start <= t.start && t.end <= d.end)

/** "Berg, like Lang," and "unlike the others": between commas. */
const isLikening = ({ document }: Reading, t: Token): boolean => {
  const first = subtree(document, t.index).find(i => document.tokens[i].upos !== 'PUNCT') ?? t.index
  return /^(un)?like$/i.test(document.tokens[first].form) && document.tokens[first - 1]?.form === ','
}

/** Punctuation at the end, closing brackets excepted, and the mark of the genitive. */
const isLoose = (reading: Reading, i: number): boolean => {
  const { upos, form } = reading.document.tokens[i]
  return (EDGES.has(upos) && !/^[)\]]$/.test(form)) || ["'s", '’s'].includes(form)
}

const holds = (reading: Reading, top: number, cue: Span | null): boolean => {
  if (!cue) return false
  return subtree(reading.document, top).some(i => {
    const t = reading.document.tokens[i]
    return cue.start < t.end && t.start < cue.end
  })
}
