// Comes in: gold and found annotation of the same characters. Goes out: the counts of the CoNLL 2018 shared task's evaluation.
import { type Span, sameSpan } from '../text/span.ts'

/** A syntactic word; the words of one multiword token all have the token's span. */
export interface ScoredWord extends Span {
  readonly multiword: boolean
  readonly form: string
  readonly lemma: string
  readonly upos: string
  /** As in CoNLL-U ("Number=Sing|Person=3"). */
  readonly feats: string
  /** Index among the words; -1 for a root. */
  readonly head: number
  readonly deprel: string
}

/** Spans count UTF-16 units of the text without its blanks. */
export interface Annotation {
  readonly characters: string
  readonly tokens: readonly Span[]
  readonly words: readonly ScoredWord[]
  readonly sentences: readonly Span[]
}

export interface Count {
  readonly gold: number
  readonly found: number
  readonly right: number
}

export const METRICS = [
  'Tokens',
  'Sentences',
  'Words',
  'UPOS',
  'UFeats',
  'Lemmas',
  'UAS',
  'LAS',
  'LAS with subtypes',
] as const
export type Metric = (typeof METRICS)[number]

export const f1 = ({ gold, found, right }: Count): number =>
  gold + found === 0 ? 0 : (2 * right) / (gold + found)

export const addCounts = (a: Count, b: Count): Count => ({
  gold: a.gold + b.gold,
  found: a.found + b.found,
  right: a.right + b.right,
})

/** Scores one text; throws where the two sides do not hold the same characters. */
export function scoreConll(gold: Annotation, found: Annotation): Record<Metric, Count> {
  if (gold.characters !== found.characters)
    throw new Error('Gold and found annotation stand on different texts.')
  const pairs = alignWords(gold.words, found.words)
  const goldOf = new Map(pairs.map(([g, f]) => [f, g]))
  const count = (same: (g: ScoredWord, f: ScoredWord) => boolean): Count => ({
    gold: gold.words.length,
    found: found.words.length,
    right: pairs.filter(([g, f]) => same(gold.words[g], found.words[f])).length,
  })
  const sameHead = (g: ScoredWord, f: ScoredWord) =>
    f.head < 0 ? g.head < 0 : g.head >= 0 && goldOf.get(f.head) === g.head
  return {
    Tokens: countSpans(gold.tokens, found.tokens),
    Sentences: countSpans(gold.sentences, found.sentences),
    Words: count(() => true),
    UPOS: count((g, f) => g.upos === f.upos),
    UFeats: count((g, f) => universal(g.feats) === universal(f.feats)),
    Lemmas: count((g, f) => g.lemma === '_' || g.lemma === f.lemma),
    UAS: count(sameHead),
    LAS: count((g, f) => sameHead(g, f) && g.deprel.split(':')[0] === f.deprel.split(':')[0]),
    'LAS with subtypes': count((g, f) => sameHead(g, f) && g.deprel === f.deprel),
  }
}

function countSpans(gold: readonly Span[], found: readonly Span[]): Count {
  const known = new Set(gold.map(span => `${span.start} ${span.end}`))
  return {
    gold: gold.length,
    found: found.length,
    right: found.filter(span => known.has(`${span.start} ${span.end}`)).length,
  }
}

/** The features that the shared task compares. */
const UNIVERSAL = new Set(
  'PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect Voice Evident Polarity Person Polite'.split(
    ' ',
  ),
)

const universal = (feats: string): string =>
  feats
    .split('|')
    .filter(feat => UNIVERSAL.has(feat.split('=')[0]))
    .sort()
    .join('|')

/** Pairs of indices [gold, found]: by span, and inside multiword tokens by the longest common run of forms. */
export function alignWords(gold: readonly ScoredWord[], found: readonly ScoredWord[]): [number, number][] {
  const pairs: [number, number][] = []
  let g = 0
  let f = 0
  while (g < gold.length && f < found.length) {
    if (gold[g].multiword || found[f].multiword) {
      const stretch = multiwordStretch(gold, found, g, f)
      pairs.push(...alignForms(gold, found, stretch))
      g = stretch.goldEnd
      f = stretch.foundEnd
    } else if (sameSpan(gold[g], found[f])) pairs.push([g++, f++])
    else if (gold[g].start <= found[f].start) g++
    else f++
  }
  return pairs
}

interface Stretch {
  readonly goldStart: number
  readonly goldEnd: number
  readonly foundStart: number
  readonly foundEnd: number
}

/** The smallest stretch of both sides that cuts no multiword token. */
function multiwordStretch(
  gold: readonly ScoredWord[],
  found: readonly ScoredWord[],
  g: number,
  f: number,
): Stretch {
  let goldStart = g
  let foundStart = f
  let end: number
  if (gold[g].multiword) {
    end = gold[g].end
    if (!found[f].multiword && found[f].start < gold[g].start) foundStart++
  } else {
    end = found[f].end
    if (!gold[g].multiword && gold[g].start < found[f].start) goldStart++
  }
  let goldEnd = goldStart
  let foundEnd = foundStart
  const beyond = (words: readonly ScoredWord[], i: number) =>
    i >= words.length || (words[i].multiword ? words[i].start >= end : words[i].end > end)
  while (!beyond(gold, goldEnd) || !beyond(found, foundEnd)) {
    const goldFirst =
      goldEnd < gold.length && (foundEnd >= found.length || gold[goldEnd].start <= found[foundEnd].start)
    const word = goldFirst ? gold[goldEnd++] : found[foundEnd++]
    if (word.multiword && word.end > end) end = word.end
  }
  return { goldStart, goldEnd, foundStart, foundEnd }
}

/** Longest common subsequence of the lower-cased forms. */
function alignForms(
  gold: readonly ScoredWord[],
  found: readonly ScoredWord[],
  { goldStart, goldEnd, foundStart, foundEnd }: Stretch,
): [number, number][] {
  const rows = goldEnd - goldStart
  const columns = foundEnd - foundStart
  const same = (i: number, k: number) =>
    gold[goldStart + i].form.toLowerCase() === found[foundStart + k].form.toLowerCase()
  const longest = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  for (let i = rows - 1; i >= 0; i--)
    for (let k = columns - 1; k >= 0; k--)
      longest[i][k] = same(i, k) ? longest[i + 1][k + 1] + 1 : Math.max(longest[i + 1][k], longest[i][k + 1])
  const pairs: [number, number][] = []
  for (let i = 0, k = 0; i < rows && k < columns; ) {
    if (same(i, k)) pairs.push([goldStart + i++, foundStart + k++])
    else if (longest[i + 1][k] >= longest[i][k + 1]) i++
    else k++
  }
  return pairs
}
