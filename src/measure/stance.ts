// Comes in: UNSCon below a folder. Goes out: how well sentences of criticism in speeches of the Security Council are found as accusations, refusals and objections.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageModel } from '../language/model.ts'
import { openReader } from '../pipeline.ts'
import type { ArticleRecord } from '../record/record.ts'
import type { Span } from '../text/span.ts'
import { readLines } from './conllu.ts'
import { type Count, figuresOf, share, total } from './counts.ts'
import type { Figure, Measured } from './figure.ts'
import { withIntervals } from './intervals.ts'
import { joinParts, overlap } from './joined-text.ts'
import { articleOf } from './raw-article.ts'

const SET = 'UNSCon'
const PATH = 'stance/unscon/sentences.jsonl.gz'

interface Row {
  readonly file_id: string
  readonly sentence_text: string
  readonly A0?: string
}

interface Speech {
  readonly direct: Count
  readonly any: Count
  readonly sentences: number
}

export async function measureStance(
  gold: string,
  _model: LanguageModel,
  onProgress?: (done: number, of: number) => void,
): Promise<Measured> {
  const path = join(gold, PATH)
  if (!existsSync(path)) return { name: 'stance', figures: [] }
  const reader = await openReader()
  const speeches = readSpeeches(path)
  const scores: Speech[] = []
  for (const [i, [id, rows]] of speeches.entries()) {
    const { content, spans } = joinParts(
      rows.map(row => ({
        form: row.sentence_text
          .replace(/\s+/g, ' ')
          .replace(/ ([,.;:?!)])/g, '$1')
          .trim(),
        before: ' ',
      })),
    )
    const record = await reader.read(articleOf(id, content, null))
    scores.push(scoreSpeech(rows, spans, record))
    onProgress?.(i + 1, speeches.length)
  }
  await reader.close()
  return { name: 'stance', figures: withIntervals(scores, sumUp) }
}

function readSpeeches(path: string): [string, Row[]][] {
  const speeches = new Map<string, Row[]>()
  for (const line of readLines(path).filter(line => line !== '')) {
    const row = JSON.parse(line) as Row
    speeches.set(row.file_id, [...(speeches.get(row.file_id) ?? []), row])
  }
  return [...speeches]
}

function scoreSpeech(rows: readonly Row[], spans: readonly Span[], record: ArticleRecord): Speech {
  const found = criticismIn(record)
  const count = (isGold: (row: Row) => boolean): Count => {
    const gold = rows.map(isGold)
    const given = spans.map(sentence => found.some(span => overlap(span, sentence)))
    return {
      gold: gold.filter(Boolean).length,
      found: given.filter(Boolean).length,
      right: gold.filter((is, i) => is && given[i]).length,
    }
  }
  return {
    direct: count(row => row.A0 === 'Direct_NegEval'),
    any: count(row => row.A0 !== undefined),
    sentences: rows.length,
  }
}

/** Words of accusations and refusals, of objections and warnings. */
const criticismIn = ({ events, positions }: ArticleRecord): Span[] => [
  ...events.filter(e => e.type === 'ACCUSE' || e.type === 'REJECT').flatMap(e => [e.trigger, ...e.also]),
  ...positions.filter(p => p.stance === 'objection').flatMap(p => p.spans),
]

function sumUp(speeches: readonly Speech[]): Figure[] {
  const any = total(speeches.map(s => s.any))
  const direct = total(speeches.map(s => s.direct))
  const sentences = speeches.reduce((sum, s) => sum + s.sentences, 0)
  const all = { gold: any.gold, found: sentences, right: any.gold }
  return [
    ...figuresOf(SET, 'criticism, by sentence:', any),
    {
      set: SET,
      metric: 'criticism, if every sentence were: F1',
      value: share(2 * all.right, all.gold + all.found),
      count: all.gold,
    },
    {
      set: SET,
      metric: 'direct criticism, by sentence: recall',
      value: share(direct.right, direct.gold),
      count: direct.gold,
    },
  ]
}
