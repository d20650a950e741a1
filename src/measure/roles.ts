// Comes in: PropBank on EWT below a folder. Goes out: for acts that our record holds, whether its sides are the predicate's own arguments.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageModel } from '../language/model.ts'
import { openReader } from '../pipeline.ts'
import type { ArticleRecord } from '../record/record.ts'
import type { Span } from '../text/span.ts'
import { readLines } from './conllu.ts'
import { type Count, figuresOf, total } from './counts.ts'
import type { Figure, Measured } from './figure.ts'
import { withIntervals } from './intervals.ts'
import { joinParts, overlap } from './joined-text.ts'
import { articleOf } from './raw-article.ts'

const SET = 'PropBank EWT dev'
const PATH = 'roles/propbank-ewt/dev.jsonl.gz'

interface Row {
  readonly id: string
  readonly text: string
  readonly tokens: readonly string[]
  readonly frames: readonly {
    readonly pred: number
    readonly args: readonly (readonly [label: string, first: number, last: number])[]
  }[]
}

interface Predicate extends Span {
  readonly sentence: Span
  readonly args: readonly (Span & { readonly label: string })[]
}

interface TextScore {
  readonly acts: number
  readonly actors: Count
  readonly recipients: Count
}

export async function measureRoles(
  gold: string,
  _model: LanguageModel,
  onProgress?: (done: number, of: number) => void,
): Promise<Measured> {
  const path = join(gold, PATH)
  if (!existsSync(path)) return { name: 'roles', figures: [] }
  const reader = await openReader()
  const texts = readTexts(path)
  const scores: TextScore[] = []
  for (const [i, [id, rows]] of texts.entries()) {
    const { content, spans } = joinParts(rows.map(row => ({ form: row.text, before: ' ' })))
    const predicates = rows.flatMap((row, k) => predicatesOf(row, spans[k], content))
    scores.push(scoreText(predicates, await reader.read(articleOf(id, content, null))))
    onProgress?.(i + 1, texts.length)
  }
  await reader.close()
  return { name: 'roles', figures: withIntervals(scores, sumUp) }
}

/** The sentences of each text, in its order. */
function readTexts(path: string): [string, Row[]][] {
  const texts = new Map<string, Row[]>()
  for (const line of readLines(path).filter(line => line !== '')) {
    const row = JSON.parse(line) as Row
    const id = row.id.replace(/-\d+$/, '')
    texts.set(id, [...(texts.get(id) ?? []), row])
  }
  return [...texts]
}

function predicatesOf({ tokens, frames }: Row, sentence: Span, content: string): Predicate[] {
  let at = sentence.start
  const words = tokens.map(token => {
    const start = content.indexOf(token, at)
    at = start < 0 ? at : start + token.length
    return { start: Math.max(start, 0), end: at }
  })
  return frames.map(({ pred, args }) => ({
    ...words[pred],
    sentence,
    args: args.map(([label, first, last]) => ({ label, start: words[first].start, end: words[last].end })),
  }))
}

function scoreText(predicates: readonly Predicate[], record: ArticleRecord): TextScore {
  const mentions = new Map(record.actors.map(actor => [actor.id, actor.mentions]))
  const acts = predicates.flatMap(predicate => {
    const event = record.events.find(e => [e.trigger, ...e.also].some(span => overlap(span, predicate)))
    return event && !event.reciprocal ? [{ predicate, event }] : []
  })
  const count = (label: RegExp, sides: (e: (typeof acts)[number]['event']) => readonly string[]): Count =>
    total(
      acts.map(({ predicate, event }) => {
        const args = predicate.args.filter(arg => label.test(arg.label))
        const here = sides(event)
          .map(id => (mentions.get(id) ?? []).filter(mention => overlap(mention, predicate.sentence)))
          .filter(list => list.length > 0)
        const isIn = (list: readonly Span[]) => list.some(mention => args.some(arg => overlap(arg, mention)))
        return {
          gold: args.length > 0 ? 1 : 0,
          found: here.length > 0 ? 1 : 0,
          right: here.some(isIn) ? 1 : 0,
        }
      }),
    )
  return {
    acts: acts.length,
    actors: count(/^ARG0$/, e => e.actors),
    recipients: count(/^ARG[12]$/, e => e.recipients),
  }
}

function sumUp(scores: readonly TextScore[]): Figure[] {
  const acts = scores.reduce((sum, score) => sum + score.acts, 0)
  const [actors, recipients] = [total(scores.map(s => s.actors)), total(scores.map(s => s.recipients))]
  return [
    ...figuresOf(SET, 'actor in ARG0:', actors, `${acts} acts of the record are predicates here`),
    ...figuresOf(SET, 'recipient in ARG1 or ARG2:', recipients, 'ARG1 is often no party'),
  ]
}
