// Comes in: the event sets below a folder. Goes out: how well who did what to whom is found, as country–type–country triples and as types alone.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageModel } from '../language/read-document.ts'
import { openReader, type Reader, readText } from '../pipeline.ts'
import type { ArticleRecord, EventRecord } from '../record/record.ts'
import type { Figure, Measured } from './figure.ts'
import { withIntervals } from './intervals.ts'

interface GoldSentence {
  readonly text: string
  readonly triples: ReadonlySet<string>
  readonly types: ReadonlySet<string>
  /** Merges the types that the set does not keep apart. */
  readonly typeOf: (type: string) => string
}

interface GsrRow {
  readonly text: string
  readonly event: string
  readonly source?: readonly GsrActor[] | string
  readonly target?: readonly GsrActor[] | string
}

interface GsrActor {
  readonly code?: string
}

/** Types of the older PLOVER edition that the set is labelled with. */
const OLD_TYPES: Readonly<Record<string, string>> = {
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
}
/** Country codes that the set misspells. */
const MISSPELT: Readonly<Record<string, string>> = { JAP: 'JPN', VTN: 'VNM', ITL: 'ITA' }
const UNSTATED = '***'

const SETS: readonly {
  readonly set: string
  readonly path: string
  readonly read: (path: string) => GoldSentence[]
  readonly triples: boolean
}[] = [
  { set: 'PLOVER examples dev', path: 'events/plover_gsr_cameo/dev.jsonl', read: readGsr, triples: true },
  { set: 'ZSP PLOVER train', path: 'events/zsp_plv/train.jsonl', read: readZsp, triples: false },
]

/** Scores events on each set that is there. */
export async function measureEvents(
  gold: string,
  _model: LanguageModel,
  onProgress?: (done: number, of: number) => void,
): Promise<Measured> {
  const present = SETS.filter(({ path }) => existsSync(join(gold, path)))
  if (present.length === 0) return { name: 'events', figures: [] }
  const reader = await openReader()
  const figures: Figure[] = []
  for (const { set, path, read, triples } of present)
    figures.push(...(await scoreSet(set, read(join(gold, path)), triples, reader, onProgress)))
  await reader.close()
  return { name: 'events', figures }
}

const lines = (path: string): string[] => readFileSync(path, 'utf8').trim().split('\n')

function countryCode(actor: GsrActor | string): string {
  const code = typeof actor === 'string' ? '' : (actor.code ?? '').slice(0, 3)
  return code === UNSTATED ? '' : (MISSPELT[code] ?? code)
}

const listOf = (side: GsrRow['source']): readonly (GsrActor | string)[] =>
  side === undefined || side === '' ? [] : typeof side === 'string' ? [side] : side

function readGsr(path: string): GoldSentence[] {
  return lines(path).map(line => {
    const row = JSON.parse(line) as GsrRow
    const type = OLD_TYPES[row.event] ?? row.event
    const from = listOf(row.source).map(countryCode)
    const to = listOf(row.target).map(countryCode)
    const triples = triplesOf(type, from, to, to.length === 0 && from.length > 1)
    return { text: row.text, triples, types: new Set([type]), typeOf: t => t }
  })
}

function readZsp(path: string): GoldSentence[] {
  return lines(path).map(line => {
    const row = JSON.parse(line) as { sentence: string; root: string }
    const typeOf = (type: string) => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type)
    return { text: row.sentence, triples: new Set<string>(), types: new Set([row.root]), typeOf }
  })
}

/** All pairs of a side each; of a reciprocal act every ordered pair of its sides. */
function triplesOf(
  type: string,
  from: readonly string[],
  to: readonly string[],
  reciprocal: boolean,
): Set<string> {
  const all = [...from, ...to]
  const left = reciprocal ? all : from.length > 0 ? from : ['']
  const right = reciprocal ? all : to.length > 0 ? to : ['']
  const pairs = left.flatMap(a => right.filter(b => !reciprocal || a !== b).map(b => `${a} ${type} ${b}`))
  return new Set(pairs)
}

/** PLOVER codes what is still to come by its announcement; what is only possible or denied is no event there. */
function asCoded({ type, status }: EventRecord): string | null {
  if (status === 'happened') return type
  if (status === 'denied') return type === 'REJECT' ? type : null
  if (status === 'possible') return null
  if (['CONSULT', 'SUPPORT', 'COOPERATE', 'AID'].includes(type)) return 'AGREE'
  return type === 'RETREAT' ? 'CONCEDE' : type
}

interface Found {
  readonly triples: ReadonlySet<string>
  readonly types: ReadonlySet<string>
}

function foundIn(record: ArticleRecord, typeOf: GoldSentence['typeOf']): Found {
  const country = (id: string) => {
    const actor = record.actors.find(a => a.id === id)
    return actor?.country ?? actor?.code?.slice(0, 3) ?? ''
  }
  const triples = new Set<string>()
  const types = new Set<string>()
  for (const event of record.events) {
    const type = asCoded(event)
    if (type === null) continue
    types.add(typeOf(type))
    const [from, to] = [event.actors.map(country), event.recipients.map(country)]
    for (const triple of triplesOf(type, from, to, event.reciprocal)) triples.add(triple)
  }
  return { triples, types }
}

interface Count {
  readonly gold: number
  readonly found: number
  readonly right: number
}

const count = (gold: ReadonlySet<string>, found: ReadonlySet<string>): Count => ({
  gold: gold.size,
  found: found.size,
  right: [...gold].filter(x => found.has(x)).length,
})

const total = (counts: readonly Count[]): Count =>
  counts.reduce(
    (sum, c) => ({ gold: sum.gold + c.gold, found: sum.found + c.found, right: sum.right + c.right }),
    { gold: 0, found: 0, right: 0 },
  )

const figuresOf = (set: string, what: string, { gold, found, right }: Count, note?: string): Figure[] => [
  { set, metric: `${what} precision`, value: found === 0 ? 0 : right / found, count: found, note },
  { set, metric: `${what} recall`, value: gold === 0 ? 0 : right / gold, count: gold },
  { set, metric: `${what} F1`, value: gold + found === 0 ? 0 : (2 * right) / (gold + found), count: gold },
]

async function scoreSet(
  set: string,
  sentences: readonly GoldSentence[],
  withTriples: boolean,
  reader: Reader,
  onProgress?: (done: number, of: number) => void,
): Promise<Figure[]> {
  const scores: SentenceScore[] = []
  for (const [i, sentence] of sentences.entries()) {
    const source = readText(sentence.text)
    const found = source.ok
      ? foundIn(await reader.read(source.article), sentence.typeOf)
      : { triples: new Set<string>(), types: new Set<string>() }
    scores.push({
      triples: count(sentence.triples, found.triples),
      types: count(sentence.types, found.types),
    })
    onProgress?.(i + 1, sentences.length)
  }
  return withIntervals(scores, drawn => sumUp(set, drawn, withTriples))
}

interface SentenceScore {
  readonly triples: Count
  readonly types: Count
}

function sumUp(set: string, scores: readonly SentenceScore[], withTriples: boolean): Figure[] {
  const [triples, types] = [scores.map(s => s.triples), scores.map(s => s.types)].map(total)
  // One event a sentence is labelled: precision is a lower bound.
  const note = 'one event a sentence is labelled, so precision is a lower bound'
  const figures = figuresOf(set, 'event type', types, note)
  return withTriples ? [...figuresOf(set, 'country-type-country', triples, note), ...figures] : figures
}
