// Paragraphs in, drafts of speakers' turns out: "BERG: We shall see." Also posts and headlines that name their speaker by a colon.
import type { Span } from '../../text/span.ts'
import type { Draft, Reading } from './draft.ts'

/** A name of up to six words before a colon at the start of a paragraph. */
const TURN =
  /^\s*\.?((?:[@#]\w+|(?:[\p{Lu}][\p{L}\p{N}.'’-]*|of|the|de|van|von|al|bin|for|and)(?:[ ,]+(?:[\p{Lu}][\p{L}\p{N}.'’-]*|of|the|de|van|von|al|bin|for|and)){0,7}(?:\s*\([^)]{1,60}\))?))\s*:(?=\s)/u

interface Turn {
  readonly paragraph: number
  readonly name: Span
  readonly colon: number
}

export function findTurns(reading: Reading, title: Span | null): Draft[] {
  const turns = turnsIn(reading, title)
  return turns.length >= 2
    ? turns.flatMap((turn, i) => turnDraft(reading, turn, turns[i + 1]?.paragraph))
    : turns.flatMap(t => lone(reading, t))
}

function turnsIn(reading: Reading, title: Span | null): Turn[] {
  const { document } = reading
  return document.paragraphs.flatMap((p, paragraph) => {
    if (title && p.start >= title.start && p.end <= title.end) return []
    const match = TURN.exec(document.text.content.slice(p.start, p.end))
    if (!match) return []
    const start = p.start + match[0].indexOf(match[1])
    const name = { start, end: start + match[1].length }
    const capitals =
      /^[^a-z]*[A-Z]{2}[^a-z]*$/.test(match[1].replace(/\([^)]*\)|Mc|Mac|[’']s/g, '')) ||
      match[1] === 'Q' ||
      match[1] === 'A'
    if (!capitals && !tokensIn(reading, name).some(reading.isActor)) return []
    return [{ paragraph, name, colon: p.start + match[0].length - 1 }]
  })
}

const tokensIn = (reading: Reading, span: Span): number[] =>
  reading.document.tokens.filter(t => t.start >= span.start && t.end <= span.end).map(t => t.index)

function isReporter(reading: Reading, name: Span): boolean {
  const words = reading.document.text.content
    .slice(name.start, name.end)
    .toLowerCase()
    .replace(/\s*\(.*/, '')
  return reading.cues.sources.reporters.has(words)
}

function turnDraft(reading: Reading, turn: Turn, next: number | undefined): Draft[] {
  if (isReporter(reading, turn.name)) return []
  const { document } = reading
  const parts = document.paragraphs.slice(turn.paragraph, next ?? turn.paragraph + 1)
  const content = parts
    .map((p, i) => (i === 0 ? { start: turn.colon + 1, end: p.end } : { start: p.start, end: p.end }))
    .filter(s => document.text.content.slice(s.start, s.end).trim())
  return content.length ? [draft(reading, turn, content)] : []
}

/** Words before a name that open a post of one paragraph ("Secretary Berg: …"). */
const OFFICE =
  /^(?:#?Sec[A-Z]\w+|(?:Acting |Deputy |Assistant )?(?:Secretary|President|Ambassador|Minister|Chancellor|Premier|Envoy)\b)/

/** A single line "Name: words" is a statement where the name is an account or an office before a post, and an actor. */
function lone(reading: Reading, turn: Turn): Draft[] {
  const { document } = reading
  const words = document.text.content.slice(turn.name.start, turn.name.end)
  const rest = { start: turn.colon + 1, end: document.paragraphs[turn.paragraph].end }
  const account = words.startsWith('@')
  const post = document.paragraphs.length === 1 && OFFICE.test(words)
  if (!(account || post) || !document.text.content.slice(rest.start, rest.end).trim()) return []
  return [draft(reading, turn, [rest])]
}

const draft = (reading: Reading, turn: Turn, content: readonly Span[]): Draft => ({
  content,
  cue: { start: turn.colon, end: turn.colon + 1 },
  cueToken: null,
  speakers: speakerOf(reading, turn.name),
  addressees: [],
  chain: [],
  channelToken: null,
  polarity: 'affirmed',
  verbatim: true,
  by: 'turn',
  confidence: 0.85,
})

/** The token of the name by which an actor is known. */
function speakerOf(reading: Reading, name: Span): number[] {
  const own = tokensIn(reading, name)
  const known = own.filter(reading.isActor)
  return known.length ? [known[known.length - 1]] : []
}
