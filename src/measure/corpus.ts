// Comes in: the project's annotated news (corpus/ and the texts beside the gold). Goes out: how right statements, events and positions are on its dev part.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageModel } from '../language/read-document.ts'
import { openReader, type Reader } from '../pipeline.ts'
import type { Actor } from '../record/entry.ts'
import type { ArticleRecord, EventRecord, PositionRecord, StatementRecord } from '../record/record.ts'
import type { Span } from '../text/span.ts'
import type {
  AnnotatedActor,
  AnnotatedEvent,
  AnnotatedPosition,
  AnnotatedStatement,
  Annotation,
  Offsets,
} from './corpus/annotation.ts'
import { loadTexts } from './corpus/load-texts.ts'
import { f1, pair } from './corpus/pair.ts'
import type { Figure, Measured } from './figure.ts'
import { withIntervals } from './intervals.ts'
import { articleOf } from './raw-article.ts'

const CORPUS = new URL('../../corpus/', import.meta.url)
const SET = 'Own corpus dev'
/** Share of characters in common from which two contents are the same statement. */
const SAME_STATEMENT = 0.3
const EXACT = 0.98

interface Scored {
  readonly annotation: Annotation
  readonly record: ArticleRecord
}

const overlap = ([start, end]: Offsets, span: Span): number =>
  Math.max(0, Math.min(end, span.end) - Math.max(start, span.start))

function likeness(wanted: readonly Offsets[], found: readonly Span[]): number {
  const common = wanted.flatMap(w => found.map(f => overlap(w, f))).reduce((sum, n) => sum + n, 0)
  const all =
    wanted.reduce((sum, [a, b]) => sum + b - a, 0) + found.reduce((sum, s) => sum + s.end - s.start, 0)
  return common / (all - common)
}

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Is the actor found the one annotated? The state a person acts for counts as that person where sides are compared. */
function answers(found: Actor | undefined, wanted: AnnotatedActor | undefined): boolean {
  if (!found || !wanted) return false
  if (wanted.country !== null && found.country === wanted.country) return true
  const [a, names] = [words(found.name), wanted.names.map(words)]
  return names.some(n => n.every(w => a.includes(w)) || a.every(w => n.includes(w)))
}

function sameParties(
  { annotation, record }: Scored,
  keys: readonly string[],
  ids: readonly string[],
): boolean {
  const wanted = keys.map(k => annotation.actors.find(a => a.key === k))
  const found = ids.map(id => record.actors.find(a => a.id === id))
  return (
    wanted.every(w => found.some(f => answers(f, w))) && found.every(f => wanted.some(w => answers(f, w)))
  )
}

const required = <T extends { readonly required: boolean }>(entries: readonly T[]): T[] =>
  entries.filter(e => e.required)

interface Paired<A, B> {
  readonly scored: Scored
  readonly wanted: A
  readonly found: B
}

/** Pairs over all texts; entries that are allowed but not required count neither way. */
function pairAll<A extends { readonly required: boolean }, B>(
  texts: readonly Scored[],
  wanted: (text: Scored) => readonly A[],
  found: (text: Scored) => readonly B[],
  like: (a: A, b: B) => number,
): { readonly pairs: Paired<A, B>[]; readonly gold: number; readonly ours: number } {
  const pairs: Paired<A, B>[] = []
  let gold = 0
  let ours = 0
  for (const scored of texts) {
    const { pairs: all } = pair(wanted(scored), found(scored), like)
    const optional = all.filter(([a]) => !a.required).length
    pairs.push(...all.filter(([a]) => a.required).map(([a, b]) => ({ scored, wanted: a, found: b })))
    gold += required(wanted(scored)).length
    ours += found(scored).length - optional
  }
  return { pairs, gold, ours }
}

const likeStatement = (a: AnnotatedStatement, b: StatementRecord): number => {
  const score = likeness(a.content, b.content)
  return score >= SAME_STATEMENT ? score : 0
}

const touches = (a: AnnotatedEvent, b: EventRecord): boolean =>
  a.triggers.some(t => [b.trigger, ...b.also].some(s => overlap(t, s) > 0))

const likeEvent = (a: AnnotatedEvent, b: EventRecord): number =>
  touches(a, b) ? 1 + Number(a.type === b.type) + Number(a.status === b.status) / 2 : 0

const likePosition = (a: AnnotatedPosition, b: PositionRecord): number =>
  b.spans.some(s => overlap(a.span, s) > 0) ? 1 + Number(a.stance === b.stance) : 0

/** Mean over the statuses of the F1 of each. */
function macroF1(labels: readonly (readonly [string, string])[]): number {
  const values = [...new Set(labels.map(l => l[0]))]
  const scores = values.map(v => {
    const hit = labels.filter(l => l[0] === v && l[1] === v).length
    return f1(hit, labels.filter(l => l[0] === v).length, labels.filter(l => l[1] === v).length)
  })
  return scores.length === 0 ? 0 : scores.reduce((sum, s) => sum + s, 0) / scores.length
}

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.length ? items.filter(holds).length / items.length : 0

const figure = (metric: string, value: number, count: number): Figure => ({ set: SET, metric, value, count })

function scoreStatements(texts: readonly Scored[]): Figure[] {
  const { pairs, gold, ours } = pairAll(
    texts,
    t => t.annotation.statements,
    t => t.record.statements,
    likeStatement,
  )
  const exact = pairs.filter(p => likeness(p.wanted.content, p.found.content) >= EXACT).length
  const speakers = share(pairs, p =>
    sameParties(
      p.scored,
      p.wanted.speakers,
      p.found.speakers.map(s => s.actor),
    ),
  )
  return [
    figure('Statements found: F1', f1(pairs.length, gold, ours), gold),
    figure('Statements, content exact: F1', f1(exact, gold, ours), gold),
    figure('Statements, speakers right', speakers, pairs.length),
  ]
}

function scoreEvents(texts: readonly Scored[]): Figure[] {
  const { pairs, gold, ours } = pairAll(
    texts,
    t => t.annotation.events,
    t => t.record.events,
    likeEvent,
  )
  const typed = pairs.filter(p => p.wanted.type === p.found.type)
  const status = typed.map(p => [p.wanted.status, p.found.status] as const)
  const sides = share(typed, p => {
    const { actors, recipients, reciprocal } = p.wanted
    if (reciprocal)
      return sameParties(p.scored, [...actors, ...recipients], [...p.found.actors, ...p.found.recipients])
    return (
      sameParties(p.scored, actors, p.found.actors) && sameParties(p.scored, recipients, p.found.recipients)
    )
  })
  return [
    figure('Events, trigger and type: precision', ours ? typed.length / ours : 0, ours),
    figure('Events, trigger and type: recall', gold ? typed.length / gold : 0, gold),
    figure('Events, trigger and type: F1', f1(typed.length, gold, ours), gold),
    figure('Events, status: macro F1', macroF1(status), typed.length),
    figure(
      'Events, status: macro F1 of always saying happened',
      macroF1(status.map(([a]) => [a, 'happened'] as const)),
      typed.length,
    ),
    figure(
      'Events, background right',
      share(typed, p => p.wanted.background === p.found.background),
      typed.length,
    ),
    figure('Events, sides right', sides, typed.length),
  ]
}

function scorePositions(texts: readonly Scored[]): Figure[] {
  const { pairs, gold, ours } = pairAll(
    texts,
    t => t.annotation.positions,
    t => t.record.positions,
    likePosition,
  )
  return [
    figure('Positions found: F1', f1(pairs.length, gold, ours), gold),
    figure(
      'Positions, stance right',
      share(pairs, p => p.wanted.stance === p.found.stance),
      pairs.length,
    ),
    figure(
      'Positions, holders right',
      share(pairs, p => sameParties(p.scored, p.wanted.holders, p.found.holders)),
      pairs.length,
    ),
  ]
}

/**
 * Which entries of a record are right: a statement whose words are those of one annotated, an event of the right type at a right
 * word, a position of the right stance. Entries that are allowed but not required are in it neither way.
 */
export function judgeEntries(scored: Scored): Map<string, boolean> {
  const { annotation, record } = scored
  const judge = <A extends { readonly required: boolean }, B extends { readonly id: string }>(
    wanted: readonly A[],
    found: readonly B[],
    like: (a: A, b: B) => number,
    right: (a: A, b: B) => boolean,
  ): [string, boolean][] => {
    const { pairs } = pair(wanted, found, like)
    const of = new Map(pairs.map(([a, b]) => [b, a]))
    return found.flatMap((b): [string, boolean][] => {
      const a = of.get(b)
      return a?.required === false ? [] : [[b.id, a !== undefined && right(a, b)]]
    })
  }
  return new Map([
    ...judge(annotation.statements, record.statements, likeStatement, () => true),
    ...judge(annotation.events, record.events, likeEvent, (a, b) => a.type === b.type),
    ...judge(annotation.positions, record.positions, likePosition, (a, b) => a.stance === b.stance),
  ])
}

/** Where confidence is cut for the reliability table. */
const CUTS = [0, 0.4, 0.6, 0.8, 0.9, 1.01]

/** Share of right entries among those of like confidence, beside their mean confidence. */
function scoreConfidence(texts: readonly Scored[]): Figure[] {
  const judged = texts.flatMap(scored => {
    const right = judgeEntries(scored)
    const { statements, events, positions } = scored.record
    const rows = (kind: string, entries: readonly { readonly id: string; readonly confidence: number }[]) =>
      entries
        .filter(e => right.has(e.id))
        .map(e => ({ kind, confidence: e.confidence, right: right.get(e.id)! }))
    return [...rows('Statements', statements), ...rows('Events', events), ...rows('Positions', positions)]
  })
  return ['Statements', 'Events', 'Positions'].flatMap(kind =>
    CUTS.slice(0, -1).flatMap((from, i) => {
      const own = judged.filter(j => j.kind === kind && j.confidence >= from && j.confidence < CUTS[i + 1])
      const said = own.reduce((sum, j) => sum + j.confidence, 0) / Math.max(1, own.length)
      const name = `${kind} of confidence ${from} to ${Math.min(1, CUTS[i + 1])} (mean ${said.toFixed(2)}), right`
      return own.length === 0
        ? []
        : [
            figure(
              name,
              share(own, j => j.right),
              own.length,
            ),
          ]
    }),
  )
}

interface Card {
  readonly id: string
  readonly split: 'train' | 'tune' | 'dev'
}

function readAnnotations(split: Card['split']): Annotation[] {
  const cards = JSON.parse(readFileSync(new URL('texts.json', CORPUS), 'utf8')) as Card[]
  const wanted = new Set(cards.filter(c => c.split === split).map(c => c.id))
  return readdirSync(new URL('annotations/', CORPUS))
    .filter(f => f.endsWith('.json'))
    .map(f => JSON.parse(readFileSync(new URL(`annotations/${f}`, CORPUS), 'utf8')) as Annotation)
    .filter(a => wanted.has(a.id))
}

/** Reads the annotated texts and keeps those that still are what was annotated, character for character. */
async function readScored(
  reader: Reader,
  annotations: readonly Annotation[],
  textsFolder: string,
): Promise<Scored[]> {
  const ids = new Set(annotations.map(a => a.id))
  const texts = loadTexts(textsFolder, id => ids.has(id))
  const scored: Scored[] = []
  for (const annotation of annotations) {
    const text = texts.get(annotation.id)
    if (text?.sha256 !== annotation.sha256) continue
    scored.push({
      annotation,
      record: await reader.read(articleOf(annotation.id, text.text, annotation.published)),
    })
  }
  return scored
}

/** The texts that limits and confidence are set on, read. */
export const readTuned = (reader: Reader, textsFolder: string): Promise<Scored[]> =>
  readScored(reader, readAnnotations('tune'), textsFolder)

/** Scores the dev part of the corpus; the texts lie in the folder `text` beside the gold. */
export async function measureCorpus(gold: string, _model: LanguageModel): Promise<Measured> {
  const texts = join(gold, '..', 'text')
  if (!existsSync(texts) || !existsSync(new URL('texts.json', CORPUS))) return { name: 'corpus', figures: [] }
  const reader = await openReader()
  const scored = await readScored(reader, readAnnotations('dev'), texts)
  await reader.close()
  return {
    name: 'corpus',
    figures: withIntervals(scored, texts => [
      ...scoreStatements(texts),
      ...scoreEvents(texts),
      ...scorePositions(texts),
    ]).concat(scoreConfidence(scored)),
  }
}
