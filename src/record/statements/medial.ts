// A verb of saying in, the words of its clause out where commas set it into a sentence: "The fund, she said on Monday, would not grow".
import { dependents } from '../../language/tree.ts'
import type { Reading } from './draft.ts'

/** Token numbers of the first and the last word between the commas. */
export interface Medial {
  readonly first: number
  readonly last: number
}

const LONGEST_SUBJECT = 12
const LONGEST_TAIL = 8
const COMMAS = new Set([',', '--', '–', '—'])
const SUBJECT = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'AUX', 'ADV', 'ADP', 'PART'])
const TAIL = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'ADV', 'ADP', 'PART'])
const RELATIVES = new Set(['who', 'which', 'that', 'whom', 'whose', 'what', 'as'])

/** Read from the words, since the tree often hangs such a clause on the noun before it. */
export function medialAt(reading: Reading, verb: number): Medial | null {
  const { tokens } = reading.document
  const { sentence, feats } = tokens[verb]
  const isHere = (i: number) =>
    tokens[i]?.sentence === sentence && reading.quotationOf[i] === reading.quotationOf[verb]
  if (feats.VerbForm === 'Inf' || /ing$/.test(tokens[verb].form)) return null
  let first = verb
  while (
    isHere(first - 1) &&
    SUBJECT.has(tokens[first - 1].upos) &&
    !RELATIVES.has(tokens[first - 1].form.toLowerCase()) &&
    verb - first < LONGEST_SUBJECT
  )
    first--
  let last = verb
  while (isHere(last + 1) && TAIL.has(tokens[last + 1].upos) && last - verb < LONGEST_TAIL) last++
  if (first === verb || !isHere(first - 1) || !COMMAS.has(tokens[first - 1].form)) return null
  if (!isHere(last + 1) || !COMMAS.has(tokens[last + 1].form)) return null
  const named = tokens.slice(first, verb).some(t => ['NOUN', 'PROPN', 'PRON'].includes(t.upos))
  const told = last === verb || ['ADV', 'ADP'].includes(tokens[verb + 1].upos) || isDate(reading, verb + 1)
  return named && !['ADP', 'ADV'].includes(tokens[first].upos) && told ? { first, last } : null
}

const isDate = (reading: Reading, i: number): boolean => {
  const { start, end } = reading.document.tokens[i]
  return reading.document.dates.some(d => d.start <= start && end <= d.end)
}

/** The head of the subject between the comma and the verb, by the tree where that has it. */
export function medialSubject(reading: Reading, verb: number): number | null {
  const medial = medialAt(reading, verb)
  if (!medial) return null
  const own = dependents(reading.document, verb, 'nsubj').find(t => t.index >= medial.first && t.index < verb)
  if (own) return own.index
  const names = reading.document.tokens
    .slice(medial.first, verb)
    .filter(t => ['NOUN', 'PROPN', 'PRON'].includes(t.upos))
  const head = names.find(t => t.head < medial.first || t.head >= verb) ?? names.at(-1)
  return head?.index ?? null
}
