// Two annotations of the same texts in, agreement a field out: F1 of spans found, kappa of labels on what both found.
import type {
  AnnotatedEvent,
  AnnotatedPosition,
  AnnotatedStatement,
  Annotation,
  Offsets,
} from './annotation.ts'
import { f1, type Pairing, pair } from './pair.ts'

export interface Agreement {
  readonly field: string
  /** `F1` or `kappa`. */
  readonly metric: string
  readonly value: number
  /** Entries compared: of both passes for F1, paired ones for kappa. */
  readonly count: number
}

const overlap = (a: Offsets, b: Offsets): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
const length = (spans: readonly Offsets[]): number =>
  spans.reduce((sum, [start, end]) => sum + end - start, 0)

/** Share of characters in common, of the larger stretch (Jaccard over characters). */
function likeness(a: readonly Offsets[], b: readonly Offsets[]): number {
  const common = a.flatMap(x => b.map(y => overlap(x, y))).reduce((sum, n) => sum + n, 0)
  return common / (length(a) + length(b) - common)
}

/** Cohen's kappa of a label over pairs. */
function kappa(labels: readonly (readonly [string, string])[]): number {
  const n = labels.length
  if (n === 0) return 1
  const agreed = labels.filter(([a, b]) => a === b).length / n
  const values = new Set(labels.flat())
  const share = (side: 0 | 1, value: string) => labels.filter(l => l[side] === value).length / n
  const chance = [...values].reduce((sum, v) => sum + share(0, v) * share(1, v), 0)
  return chance === 1 ? 1 : (agreed - chance) / (1 - chance)
}

const LEAST_LIKENESS = 0.3

const likeStatements = (a: AnnotatedStatement, b: AnnotatedStatement): number => {
  const score = likeness(a.content, b.content)
  return score >= LEAST_LIKENESS ? score : 0
}

const likeEvents = (a: AnnotatedEvent, b: AnnotatedEvent): number => {
  const touch = a.triggers.some(x => b.triggers.some(y => overlap(x, y) > 0))
  return touch ? 1 + Number(a.type === b.type) + Number(a.status === b.status) : 0
}

const likePositions = (a: AnnotatedPosition, b: AnnotatedPosition): number =>
  overlap(a.span, b.span) > 0 ? 1 + Number(a.stance === b.stance) : 0

const byText = <T>(
  a: readonly Annotation[],
  b: readonly Annotation[],
  of: (x: Annotation) => readonly T[],
  like: (x: T, y: T) => number,
): Pairing<T, T> => {
  const parts = a.flatMap(x => {
    const other = b.find(y => y.id === x.id)
    return other ? [pair(of(x), of(other), like)] : []
  })
  return {
    pairs: parts.flatMap(p => p.pairs),
    first: parts.reduce((n, p) => n + p.first, 0),
    second: parts.reduce((n, p) => n + p.second, 0),
  }
}

/** Names of the sides as a comparable string: keys are free, so the annotation's own names are used. */
const sides = (annotation: Annotation, keys: readonly string[]): string =>
  keys
    .map(k => annotation.actors.find(a => a.key === k))
    .map(a => (a ? (a.country ?? a.names[0]?.toLowerCase() ?? '') : ''))
    .sort()
    .join(' ')

function found<T>(field: string, p: Pairing<T, T>): Agreement {
  return { field, metric: 'F1', value: f1(p.pairs.length, p.first, p.second), count: p.first + p.second }
}

const labelled = <T>(field: string, p: Pairing<T, T>, label: (entry: T) => string): Agreement => ({
  field,
  metric: 'kappa',
  value: kappa(p.pairs.map(([a, b]) => [label(a), label(b)] as const)),
  count: p.pairs.length,
})

const same = <T>(field: string, p: Pairing<T, T>, agree: (a: T, b: T) => boolean): Agreement => ({
  field,
  metric: 'agreement',
  value: p.pairs.length ? p.pairs.filter(([a, b]) => agree(a, b)).length / p.pairs.length : 1,
  count: p.pairs.length,
})

/** Agreement of two passes over the texts that both hold. */
export function measureAgreement(a: readonly Annotation[], b: readonly Annotation[]): Agreement[] {
  const owner = new Map<unknown, Annotation>(
    [...a, ...b].flatMap(x => [...x.statements, ...x.events, ...x.positions].map(e => [e, x] as const)),
  )
  const sideOf = (entry: AnnotatedEvent) =>
    `${sides(owner.get(entry)!, entry.actors)}>${sides(owner.get(entry)!, entry.recipients)}`
  const statements = byText(a, b, x => x.statements, likeStatements)
  const events = byText(a, b, x => x.events, likeEvents)
  const positions = byText(a, b, x => x.positions, likePositions)
  return [
    found('statements found', statements),
    same('statement content exact', statements, (x, y) => likeness(x.content, y.content) > 0.95),
    labelled('statement form', statements, s => s.form[0]),
    labelled('statement polarity', statements, s => s.polarity),
    same(
      'statement speakers',
      statements,
      (x, y) => sides(owner.get(x)!, x.speakers) === sides(owner.get(y)!, y.speakers),
    ),
    found('events found', events),
    labelled('event type', events, e => e.type),
    labelled('event status', events, e => e.status),
    labelled('event background', events, e => String(e.background)),
    same('event sides', events, (x, y) => sideOf(x) === sideOf(y)),
    found('positions found', positions),
    labelled('position stance', positions, p => p.stance),
  ]
}
