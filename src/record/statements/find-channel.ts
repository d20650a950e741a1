// A statement's cue and content in, the channel that its sentence names out: "in a statement", "on Truth Social", "tweeted".
import type { Channel, ChannelWords } from '../../knowledge/cues.ts'
import type { Span } from '../../text/span.ts'
import type { Draft, Reading } from './draft.ts'

export interface ChannelFound {
  readonly name: string
  readonly span: Span
}

/** Words between a preposition and the noun of a channel ("in a rare televised"). */
const LONGEST_GAP = 6
const MAY_STAND_BETWEEN = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'PART', 'ADV', 'VERB'])

export function channelOf(reading: Reading, draft: Draft, content: readonly Span[]): ChannelFound | null {
  return byNoun(reading, draft) ?? byVerb(reading, draft) ?? inSentence(reading, draft, content)
}

function byNoun(reading: Reading, draft: Draft): ChannelFound | null {
  if (draft.channelToken === null) return null
  const token = reading.document.tokens[draft.channelToken]
  const lemma = token.lemma.toLowerCase()
  const before = reading.document.tokens[token.index - 1]?.form.toLowerCase()
  const channel =
    reading.cues.channels.find(c => c.words.includes(`${before} ${lemma}`)) ??
    reading.cues.channels.find(c => c.words.includes(lemma))
  return channel ? { name: channel.name, span: { start: token.start, end: token.end } } : null
}

function byVerb(reading: Reading, draft: Draft): ChannelFound | null {
  if (draft.cueToken === null || !draft.cue) return null
  const { lemma, upos } = reading.document.tokens[draft.cueToken]
  const channel = upos === 'VERB' && reading.cues.channels.find(c => c.verbs.has(lemma.toLowerCase()))
  return channel ? { name: channel.name, span: draft.cue } : null
}

function inSentence(reading: Reading, draft: Draft, content: readonly Span[]): ChannelFound | null {
  if (draft.cueToken === null) return null
  const { document } = reading
  const cue = document.tokens[draft.cueToken]
  const level = reading.quotationOf[cue.index]
  const fits = (span: Span, first: number) =>
    !content.some(c => c.start <= span.start && span.end <= c.end) && reading.quotationOf[first] === level
  const here = channelIn(reading, cue.sentence, fits)
  const before = document.sentences[cue.sentence - 1]
  const cutOff =
    before?.paragraph === document.sentences[cue.sentence].paragraph &&
    !/[.!?…:]["”’)]*\s*$/.test(document.text.content.slice(before.start, before.end))
  return here ?? (cutOff ? channelIn(reading, before.index, fits) : null)
}

/** The first channel named in a sentence that `fits`. */
export function channelIn(
  reading: Reading,
  sentence: number,
  fits: (span: Span, first: number) => boolean,
): ChannelFound | null {
  const { document, cues } = reading
  const { firstToken, endToken } = document.sentences[sentence]
  for (let i = firstToken; i < endToken; i++) {
    // "the Washington Post" is no post.
    if (reading.kindsOf(i).includes('outlet')) continue
    for (const words of cues.channelsFrom(document.tokens[i].form.toLowerCase())) {
      const end = matchEnd(reading, words, i, endToken)
      if (end === null || !introduced(reading, words.channel, i, firstToken)) continue
      const span = { start: document.tokens[i].start, end: document.tokens[end].end }
      if (fits(span, i)) return { name: words.channel.name, span }
    }
  }
  return null
}

/** The last token of the channel's longest name that stands here, or null. */
function matchEnd(reading: Reading, { phrases }: ChannelWords, first: number, stop: number): number | null {
  const { tokens } = reading.document
  let best: number | null = null
  for (const { words, exact } of phrases) {
    const last = first + words.length - 1
    if (last >= stop || (best !== null && last <= best)) continue
    if (words.every((w, k) => (exact ? tokens[first + k].form : tokens[first + k].form.toLowerCase()) === w))
      best = last
  }
  return best
}

function introduced(reading: Reading, channel: Channel, at: number, first: number): boolean {
  const { tokens } = reading.document
  for (let i = at - 1; i >= Math.max(first, at - LONGEST_GAP); i--) {
    if (tokens[i].upos === 'ADP' || tokens[i].deprel === 'case' || tokens[i].upos === 'SCONJ')
      return channel.after.has(tokens[i].form.toLowerCase())
    if (!MAY_STAND_BETWEEN.has(tokens[i].upos) && !['-', "'s", '’s'].includes(tokens[i].form)) return false
  }
  return false
}
