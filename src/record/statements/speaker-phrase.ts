// The head of a speaker's phrase in, its words out: "Foreign Minister Anna Berg", "Ivo Lang, the union's chairman".
import type { Token } from '../../language/document.ts'
import { isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { spanOf } from './clause-words.ts'
import type { Reading } from './draft.ts'

/** A phrase that the tree makes longer is not read rightly. */
const LONGEST_PHRASE = 30

/** What stands at the edge of a phrase and is no part of it. */
const EDGES = new Set(['PUNCT', 'ADP', 'PART', 'CCONJ', 'SCONJ'])

/**
 * The whole noun phrase around the mention: article, title, name, and what is set beside it. Other speakers joined by "and",
 * and whatever holds the cue, stand outside.
 */
export function speakerPhrase(reading: Reading, head: number, mention: Span, cue: Span | null): Span {
  const { tokens } = reading.document
  const own = subtree(
    reading.document,
    head,
    t => t.index !== head && (standsOutside(reading, t, head) || holds(reading, t.index, cue)),
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
  const first = subtree(reading.document, t.index).find(i => tokens[i].upos !== 'PUNCT') ?? t.index
  if (['along', 'together'].includes(tokens[first].form.toLowerCase())) return true
  const bracketed = tokens[subtree(reading.document, t.index)[0]].form === '('
  if (isRelation(t.deprel, 'parataxis') && !bracketed) return true
  if (isRelation(t.deprel, 'acl') && reading.cues.sources.citing.has(t.lemma.toLowerCase())) return true
  return ['conj', 'cc', 'case'].some(r => isRelation(t.deprel, r))
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
