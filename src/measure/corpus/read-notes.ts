// An annotator's notes in lines of words come in (the form is in corpus/README.md), annotations with offsets go out.
import type {
  AnnotatedActor,
  AnnotatedEvent,
  AnnotatedPosition,
  AnnotatedRelation,
  AnnotatedStatement,
  Annotation,
  Offsets,
} from './annotation.ts'
import type { CorpusText } from './load-texts.ts'

/** Between the parts of a content that the attribution cuts. */
const PART = ' … '
/** Stands for the middle of a long content. */
const MIDDLE = '[...]'

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Offsets of words, "#2" for the second occurrence as whole words. Throws where they do not stand in the text. */
function locate(text: string, words: string): Offsets {
  const [, plain, nth] = words.match(/^([\s\S]*?)(?:#(\d+))?$/) as RegExpMatchArray
  const whole = [
    ...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}_])${escaped(plain)}(?![\\p{L}\\p{N}_])`, 'gu')),
  ]
  const hit = whole[Number(nth ?? 1) - 1]?.index ?? (nth ? -1 : text.indexOf(plain))
  if (hit < 0) throw new Error(`“${words}” does not stand in the text`)
  return [hit, hit + plain.length]
}

/** A span given by its words, or by its beginning and end with "[...]" between. */
function locateSpan(text: string, words: string): Offsets {
  const [head, tail] = words.split(MIDDLE).map(w => w.trim())
  if (tail === undefined) return locate(text, words)
  const [start] = locate(text, head)
  const end = text.indexOf(tail, start + head.length)
  if (end < 0) throw new Error(`“${tail}” does not follow “${head}”`)
  return [start, end + tail.length]
}

const none = (field: string): string | null => (field === '-' || field === '' ? null : field)

const keys = (field: string): string[] => (none(field) === null ? [] : field.split(',').map(k => k.trim()))

const list = (field: string): string[] =>
  field
    .split(';')
    .map(w => w.trim())
    .filter(Boolean)

function readStatement(text: string, f: readonly string[], required: boolean): AnnotatedStatement {
  const [form, content, cue, speakers, addressee, channel, polarity] = f
  const parts = content.split(PART).map(w => locateSpan(text, w.trim()))
  return {
    required,
    form: [form],
    content: parts,
    cue: none(cue) && locate(text, cue),
    speakers: keys(speakers),
    addressee: keys(addressee)[0] ?? null,
    channel: none(channel),
    polarity,
  } as AnnotatedStatement
}

function readTime(field: string): { from: string; to: string } | null {
  if (none(field) === null) return null
  const [from, to] = field.split('..')
  return { from, to: to ?? from }
}

function readEvent(text: string, f: readonly string[], required: boolean): AnnotatedEvent {
  const [
    type,
    cameo,
    status,
    background,
    triggers,
    actors,
    recipients,
    reciprocal,
    time,
    place,
    attributed,
    deniedBy,
    doubtedBy,
  ] = f
  return {
    required,
    type,
    cameo,
    status,
    background: background === 'b',
    triggers: list(triggers).map(w => locateSpan(text, w)),
    actors: keys(actors),
    recipients: keys(recipients),
    reciprocal: reciprocal === 'r',
    time: readTime(time),
    place: none(place) ? locate(text, place) : null,
    attributed: attributed === 'yes',
    deniedBy: keys(deniedBy)[0] ?? null,
    doubtedBy: keys(doubtedBy)[0] ?? null,
  }
}

function readPosition(text: string, f: readonly string[], required: boolean): AnnotatedPosition {
  const [stance, span, holders, toward, issue, condition, current] = f
  return {
    required,
    stance,
    span: locateSpan(text, span),
    holders: keys(holders),
    toward: keys(toward)[0] ?? null,
    issue,
    condition: none(condition) ? locateSpan(text, condition) : null,
    current: current !== 'past',
  }
}

interface Building {
  readonly actors: AnnotatedActor[]
  readonly mentions: { key: string; at: Offsets }[]
  readonly relations: AnnotatedRelation[]
  readonly statements: AnnotatedStatement[]
  readonly events: AnnotatedEvent[]
  readonly positions: AnnotatedPosition[]
  readonly leftovers: Offsets[]
}

function readLine(into: Building, text: string, line: string): void {
  const required = !line.startsWith('?')
  const [, tag, rest] = line.match(/^\??([A-Z])\s?([\s\S]*)$/) ?? []
  const f = (rest ?? '').split(' | ').map(w => w.trim())
  if (tag === 'A')
    into.actors.push({ key: f[0], names: list(f[1]), kind: f[2].replace('-', ' '), country: none(f[3]) })
  else if (tag === 'M') into.mentions.push(...list(f[1]).map(w => ({ key: f[0], at: locate(text, w) })))
  else if (tag === 'R')
    into.relations.push({
      required,
      subject: f[0],
      relation: f[1],
      object: f[2],
      qualifier: none(f[3] ?? ''),
    })
  else if (tag === 'S') into.statements.push(readStatement(text, f, required))
  else if (tag === 'E') into.events.push(readEvent(text, f, required))
  else if (tag === 'P') into.positions.push(readPosition(text, f, required))
  else if (tag === 'L') into.leftovers.push(locateSpan(text, rest))
  else if (tag !== 'N') throw new Error(`cannot read this line`)
}

/** All annotations of one notes file. A line that cannot be read is told to `onTrouble`, with its text, and left out. */
export function readNotes(
  notes: string,
  textOf: (id: string) => Pick<CorpusText, 'id' | 'text' | 'sha256' | 'published'>,
  onTrouble: (message: string) => void,
): Annotation[] {
  return notes
    .split(/^T /m)
    .slice(1)
    .map(block => {
      const [first, ...lines] = block.split('\n')
      const { id, text, sha256, published } = textOf(first.trim())
      const into: Building = {
        actors: [],
        mentions: [],
        relations: [],
        statements: [],
        events: [],
        positions: [],
        leftovers: [],
      }
      for (const line of lines.filter(l => l.trim() !== '')) {
        try {
          readLine(into, text, line.trim())
        } catch (error) {
          onTrouble(`${id}: ${(error as Error).message}: ${line}`)
        }
      }
      return { id, sha256, published, ...into }
    })
}
