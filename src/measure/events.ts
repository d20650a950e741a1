// Comes in: the event sets below a folder. Goes out: how well who did what to whom is found, as country–type–country triples and as types alone.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageModel } from '../language/read-document.ts'
import { openReader, type Reader, readText } from '../pipeline.ts'
import type { ArticleRecord, EventRecord } from '../record/record.ts'
import { type Count, countSets, figuresOf, share, total } from './counts.ts'
import type { Figure, Measured } from './figure.ts'
import { withIntervals } from './intervals.ts'
import { overlap } from './joined-text.ts'

interface GoldSentence {
  readonly text: string
  readonly triples: ReadonlySet<string>
  readonly types: ReadonlySet<string>
  /** Merges the types that the set does not keep apart. */
  readonly typeOf: (type: string) => string
  /** The one pair that is annotated, by its words, where the set has pairs. */
  readonly pair: Pair | null
}

interface Pair {
  readonly source: string
  readonly target: string
  readonly type: string
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
    return { text: row.text, triples, types: new Set([type]), typeOf: t => t, pair: null }
  })
}

function readZsp(path: string): GoldSentence[] {
  return lines(path).map(line => {
    const row = JSON.parse(line) as { sentence: string; root: string; source: string; target: string }
    const typeOf = (type: string) => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type)
    const pair = { source: row.source, target: row.target, type: row.root }
    return { text: row.sentence, triples: new Set<string>(), types: new Set([row.root]), typeOf, pair }
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

/** The head of a phrase by its place: the last word before a comma, a preposition or a clause. */
const headWord = (phrase: string): string =>
  phrase
    .split(/,| (?=(?:of|in|on|at|for|from|to|with|by|against|over|who|which|that|near|about) )/)[0]
    .trim()
    .split(' ')
    .at(-1)!

/** What of the annotated pair an act of its type holds. */
interface PairScore {
  readonly source: boolean
  readonly target: boolean
  readonly both: boolean
}

const NO_PAIR: PairScore = { source: false, target: false, both: false }

/** `part` cuts the words of the gold phrases that a side's mention must meet. */
function scorePair(
  record: ArticleRecord,
  { source, target, type }: Pair,
  typeOf: GoldSentence['typeOf'],
  part: (phrase: string) => string,
): PairScore {
  const stands = (phrase: string, ids: readonly string[]): boolean => {
    const at = record.text.content.indexOf(phrase)
    const start = at + phrase.indexOf(part(phrase))
    const span = { start, end: start + part(phrase).length }
    return at >= 0 && record.actors.some(a => ids.includes(a.id) && a.mentions.some(m => overlap(m, span)))
  }
  const scores = record.events
    .filter(event => typeOf(asCoded(event) ?? '') === type)
    .map(event => {
      const { actors, recipients, reciprocal } = event
      const all = [...actors, ...recipients]
      const [from, to] = [
        stands(source, reciprocal ? all : actors),
        stands(target, reciprocal ? all : recipients),
      ]
      return { source: from, target: to, both: from && to }
    })
  return {
    source: scores.some(s => s.source),
    target: scores.some(s => s.target),
    both: scores.some(s => s.both),
  }
}

interface Found {
  readonly triples: ReadonlySet<string>
  readonly types: ReadonlySet<string>
}

/** Beginnings of CAMEO codes of those who belong to no state. */
const STATELESS = new Set(['IGO', 'NGO', 'IMG', 'MNC'])

/**
 * The code of a side. Crowds, rebels and refugees act for no state and have none in the record; CAMEO codes them by the state they are
 * in, so here they take that of the place, else that of the other side.
 */
function codeIn(record: ArticleRecord, event: EventRecord): (id: string) => string {
  const own = (id: string) => {
    const actor = record.actors.find(a => a.id === id)
    return actor?.country ?? actor?.code?.slice(0, 3) ?? ''
  }
  const states = [...event.actors, ...event.recipients].map(own).filter(c => c !== '' && !STATELESS.has(c))
  return id => own(id) || (event.place?.country ?? states[0] ?? '')
}

function foundIn(record: ArticleRecord, typeOf: GoldSentence['typeOf']): Found {
  const triples = new Set<string>()
  const types = new Set<string>()
  for (const event of record.events) {
    const type = asCoded(event)
    if (type === null) continue
    types.add(typeOf(type))
    const code = codeIn(record, event)
    const [from, to] = [event.actors.map(code), event.recipients.map(code)]
    for (const triple of triplesOf(type, from, to, event.reciprocal)) triples.add(triple)
  }
  return { triples, types }
}

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
    scores.push(scoreSentence(sentence, source.ok ? await reader.read(source.article) : null))
    onProgress?.(i + 1, sentences.length)
  }
  return withIntervals(scores, drawn => sumUp(set, drawn, withTriples))
}

interface SentenceScore {
  readonly triples: Count
  readonly types: Count
  /** Null where no pair is annotated. */
  readonly pair: { readonly byHeads: PairScore; readonly byAnyWord: PairScore } | null
}

function scoreSentence(sentence: GoldSentence, record: ArticleRecord | null): SentenceScore {
  const { pair, typeOf } = sentence
  const found = record ? foundIn(record, typeOf) : { triples: new Set<string>(), types: new Set<string>() }
  const score = (part: (phrase: string) => string) =>
    pair && record ? scorePair(record, pair, typeOf, part) : NO_PAIR
  return {
    triples: countSets(sentence.triples, found.triples),
    types: countSets(sentence.types, found.types),
    pair: pair && { byHeads: score(headWord), byAnyWord: score(phrase => phrase) },
  }
}

function sumUp(set: string, scores: readonly SentenceScore[], withTriples: boolean): Figure[] {
  const [triples, types] = [scores.map(s => s.triples), scores.map(s => s.types)].map(total)
  // One event a sentence is labelled: precision is a lower bound.
  const note = 'one event a sentence is labelled, so precision is a lower bound'
  const figures = figuresOf(set, 'event type', types, note)
  if (withTriples) return [...figuresOf(set, 'country-type-country', triples, note), ...figures]
  const pairs = scores.flatMap(s => s.pair ?? [])
  const recall = (what: string, is: (pair: (typeof pairs)[number]) => boolean): Figure => ({
    set,
    metric: `annotated pair with its type, ${what}: recall`,
    value: share(pairs.filter(is).length, pairs.length),
    count: pairs.length,
  })
  return [
    ...figures,
    recall('heads of its sides', pair => pair.byHeads.both),
    recall('any word of its sides', pair => pair.byAnyWord.both),
    recall('any word of its source', pair => pair.byAnyWord.source),
    recall('any word of its target', pair => pair.byAnyWord.target),
  ]
}
