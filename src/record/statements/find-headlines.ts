// A headline in, the draft of a source named by a colon out: "Berg: Talks will go on", "Talks will go on: minister".
import type { Span } from '../../text/span.ts'
import type { Draft, Reading } from './draft.ts'

/** Words of a source: "Norwegian foreign minister", "UN human rights office". */
const LONGEST_SOURCE = 6

/** Who is named before a colon as a source; a state there is mostly the topic ("Norway: talks go on"). */
const SPEAKING = new Set(['person', 'unnamed', 'body', 'organisation', 'group', 'outlet', 'armed group'])

export function findHeadlines(reading: Reading, title: Span | null): Draft[] {
  if (!title) return []
  const { tokens } = reading.document
  const words = tokens.filter(t => t.start >= title.start && t.end <= title.end)
  const colons = words.filter(t => t.form === ':' && reading.quotationOf[t.index] < 0)
  if (colons.length !== 1) return []
  const [colon] = colons
  const before = words.filter(t => t.index < colon.index).map(t => t.index)
  const after = words.filter(t => t.index > colon.index).map(t => t.index)
  const draft = named(reading, before, after, colon) ?? named(reading, after, before, colon)
  return draft ? [draft] : []
}

function named(
  reading: Reading,
  source: readonly number[],
  content: readonly number[],
  colon: Span,
): Draft | null {
  const { tokens } = reading.document
  if (source.length === 0 || source.length > LONGEST_SOURCE || !isClause(reading, content)) return null
  if (source.some(i => ['VERB', 'AUX', 'PUNCT', 'SCONJ'].includes(tokens[i].upos))) return null
  const last = source[source.length - 1]
  const isDocument = SURVEYS.has(tokens[last].lemma.toLowerCase())
  const isActor = reading.kindsOf(last).some(k => SPEAKING.has(k))
  if (!isDocument && !isActor) return null
  return {
    content: [{ start: tokens[content[0]].start, end: tokens[content[content.length - 1]].end }],
    cue: isDocument
      ? { start: tokens[last].start, end: tokens[last].end }
      : { start: colon.start, end: colon.end },
    cueToken: null,
    speakers: isActor ? [last] : [],
    addressees: [],
    chain: [],
    channelToken: isDocument ? last : null,
    polarity: 'affirmed',
    by: 'headline:colon',
    confidence: 0.75,
  }
}

const SURVEYS = new Set(['poll', 'report', 'study', 'survey', 'sources', 'officials'])

/** Words with a verb, or in marks. */
const isClause = (reading: Reading, words: readonly number[]): boolean =>
  words.length >= 3 &&
  words.some(i => ['VERB', 'AUX'].includes(reading.document.tokens[i].upos) || reading.quotationOf[i] >= 0)
