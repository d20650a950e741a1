// Comes in: the factuality sets below a folder. Goes out: how often the status of an act that our record holds is what the set says of its word.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageModel } from '../language/model.ts'
import { openReader, type Reader } from '../pipeline.ts'
import type { ArticleRecord } from '../record/record.ts'
import type { Span } from '../text/span.ts'
import { readLines } from './conllu.ts'
import { accuracy, type Labelled, macroF1, share } from './counts.ts'
import type { Figure, Measured } from './figure.ts'
import { withIntervals } from './intervals.ts'
import { joinWords, overlap } from './joined-text.ts'
import { articleOf } from './raw-article.ts'

interface Told extends Span {
  readonly status: string
}

interface GoldText {
  readonly id: string
  readonly text: string
  readonly published: string | null
  readonly told: readonly Told[]
}

interface FactualitySet {
  readonly set: string
  readonly path: string
  readonly read: (path: string) => GoldText[]
  /** Our status in the set's own labels. */
  readonly statusOf: (status: string) => string
}

const SETS: readonly FactualitySet[] = [
  {
    set: 'MEANTIME',
    path: 'factuality/meantime/meantime.jsonl.gz',
    read: readMeantime,
    statusOf: status => status,
  },
  {
    set: 'UDS-It-Happened dev',
    path: 'factuality/uds-ih2/dev.jsonl.gz',
    read: readHappened,
    statusOf: status => (status === 'happened' ? 'happened' : 'not'),
  },
]

export async function measureFactuality(
  gold: string,
  _model: LanguageModel,
  onProgress?: (done: number, of: number) => void,
): Promise<Measured> {
  const present = SETS.filter(({ path }) => existsSync(join(gold, path)))
  if (present.length === 0) return { name: 'factuality', figures: [] }
  const reader = await openReader()
  const figures: Figure[] = []
  for (const set of present)
    figures.push(...(await scoreSet(set, set.read(join(gold, set.path)), reader, onProgress)))
  await reader.close()
  return { name: 'factuality', figures }
}

const rows = <T>(path: string): T[] =>
  readLines(path)
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T)

interface MeantimeRow {
  readonly id: string
  readonly dct: string
  readonly tokens: readonly string[]
  readonly sentence: readonly number[]
  readonly events: readonly MeantimeEvent[]
}

interface MeantimeEvent {
  readonly tokens: readonly number[]
  readonly polarity?: string
  readonly certainty?: string
  readonly time?: string
}

/** The title and the date are paragraphs of their own. */
function readMeantime(path: string): GoldText[] {
  return rows<MeantimeRow>(path).map(({ id, dct, tokens, sentence, events }) => {
    const opens = (word: number) => sentence[word] !== sentence[word - 1] && sentence[word] <= 2
    const { content, spans } = joinWords(tokens, opens)
    const told = events.flatMap(event => {
      const status = meantimeStatus(event)
      return status ? [{ ...spans[event.tokens[0]], status }] : []
    })
    return { id, text: content, published: dct, told }
  })
}

/** What the annotators left open has no status. */
function meantimeStatus({ polarity, certainty, time }: MeantimeEvent): string | null {
  if (polarity === 'NEG') return 'denied'
  if (polarity !== 'POS') return null
  if (certainty === 'POSSIBLE' || (certainty === 'PROBABLE' && time !== 'FUTURE')) return 'possible'
  if (time === 'FUTURE') return certainty === 'CERTAIN' || certainty === 'PROBABLE' ? 'planned' : null
  return certainty === 'CERTAIN' && time === 'NON_FUTURE' ? 'happened' : null
}

interface HappenedRow {
  readonly text: string
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[]
}

function readHappened(path: string): GoldText[] {
  return rows<HappenedRow>(path).map(({ text, targets }, i) => {
    const { content, spans } = joinWords(text.split(' '))
    const told = targets
      .filter(({ label }) => label !== 0)
      .map(({ span1, label }) => ({ ...spans[span1[0]], status: label > 0 ? 'happened' : 'not' }))
    return { id: String(i), text: content, published: null, told }
  })
}

interface TextScore {
  readonly told: number
  readonly pairs: readonly Labelled[]
}

async function scoreSet(
  { set, statusOf }: FactualitySet,
  texts: readonly GoldText[],
  reader: Reader,
  onProgress?: (done: number, of: number) => void,
): Promise<Figure[]> {
  const scores: TextScore[] = []
  for (const [i, { id, text, published, told }] of texts.entries()) {
    const record = await reader.read(articleOf(id, text, published))
    const pairs = told.flatMap(gold => {
      const event = eventAt(record, gold)
      return event ? [{ gold: gold.status, given: statusOf(event.status) }] : []
    })
    scores.push({ told: told.length, pairs })
    onProgress?.(i + 1, texts.length)
  }
  return withIntervals(scores, drawn => sumUp(set, drawn))
}

const eventAt = (record: ArticleRecord, word: Span) =>
  record.events.find(event => [event.trigger, ...event.also].some(span => overlap(span, word)))

function sumUp(set: string, scores: readonly TextScore[]): Figure[] {
  const pairs = scores.flatMap(score => score.pairs)
  const told = scores.reduce((sum, score) => sum + score.told, 0)
  const always = pairs.map(({ gold }) => ({ gold, given: 'happened' }))
  const count = pairs.length
  return [
    { set, metric: 'words told that are acts of the record', value: share(count, told), count: told },
    { set, metric: 'status right', value: accuracy(pairs), count },
    { set, metric: 'status right, always saying happened', value: accuracy(always), count },
    { set, metric: 'status macro F1', value: macroF1(pairs), count },
    { set, metric: 'status macro F1, always saying happened', value: macroF1(always), count },
  ]
}
