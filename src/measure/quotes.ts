// Comes in: the attribution sets below a folder. Goes out: how exactly source, cue and content of statements are found in raw text.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageModel } from '../language/read-document.ts'
import { openReader, type Reader } from '../pipeline.ts'
import type { ArticleRecord, StatementRecord } from '../record/record.ts'
import type { Span } from '../text/span.ts'
import type { Attribution } from './attribution.ts'
import type { Figure, Measured } from './figure.ts'
import { withIntervals } from './intervals.ts'
import { type GoldText, SETS } from './quote-sets.ts'
import { articleOf } from './raw-article.ts'

const ROLES = ['source', 'cue', 'content'] as const
type Role = (typeof ROLES)[number]

/** Scores source, cue and content on each set that is there. */
export async function measureQuotes(
  gold: string,
  _model: LanguageModel,
  onProgress?: (done: number, of: number) => void,
): Promise<Measured> {
  const present = SETS.filter(({ path }) => existsSync(join(gold, path)))
  if (present.length === 0) return { name: 'quotes', figures: [] }
  const reader = await openReader()
  const figures: Figure[] = []
  for (const { set, path, read, marks } of present)
    figures.push(...(await scoreSet(set, read(join(gold, path)), reader, marks ?? ((_, a) => a), onProgress)))
  await reader.close()
  return { name: 'quotes', figures }
}

interface Tally {
  readonly gold: number
  readonly found: number
  readonly right: number
  readonly goldWords: number
  readonly foundWords: number
  readonly sharedWords: number
  readonly jaccard: number
}

const NOTHING: Tally = {
  gold: 0,
  found: 0,
  right: 0,
  goldWords: 0,
  foundWords: 0,
  sharedWords: 0,
  jaccard: 0,
}

const add = (a: Tally, b: Tally): Tally => ({
  gold: a.gold + b.gold,
  found: a.found + b.found,
  right: a.right + b.right,
  goldWords: a.goldWords + b.goldWords,
  foundWords: a.foundWords + b.foundWords,
  sharedWords: a.sharedWords + b.sharedWords,
  jaccard: a.jaccard + b.jaccard,
})

async function scoreSet(
  set: string,
  texts: readonly GoldText[],
  reader: Reader,
  marks: (text: string, entry: Attribution) => Attribution,
  onProgress?: (done: number, of: number) => void,
): Promise<Figure[]> {
  const scores: TextScore[] = []
  for (const [i, { id, text, attributions }] of texts.entries()) {
    const record = await reader.read(articleOf(id, text, null))
    scores.push(
      scoreText(
        text,
        attributions,
        record.statements.map(x => ofStatement(x, record)),
        a => marks(text, a),
      ),
    )
    onProgress?.(i + 1, texts.length)
  }
  const asks = scores.some(s => s.speakers.asked > 0)
  return withIntervals(scores, drawn => sumUp(set, drawn, asks))
}

interface TextScore {
  readonly roles: Readonly<Record<Role, Tally>>
  readonly cueWords: {
    readonly gold: number
    readonly held: number
    readonly found: number
    readonly inside: number
  }
  /** Contents found whose speaker has a name in the text, and those where ours is one of its mentions by name. */
  readonly speakers: { readonly asked: number; readonly right: number }
  readonly gold: number
  readonly found: number
  readonly right: number
}

/** `marked`: an entry in the set's own spans. Whether a cue's word is found is asked of the record as it stands. */
function scoreText(
  text: string,
  gold: readonly Attribution[],
  found: readonly Attribution[],
  marked: (entry: Attribution) => Attribution,
): TextScore {
  const words = wordsOf(text)
  const [wanted, plain, given] = [gold, found, found.map(marked)].map(list =>
    list.map(a => wordSets(words, a)),
  )
  const of = (role: Role): Tally =>
    tally(
      wanted.map(a => a[role]),
      given.map(a => a[role]),
    )
  const right = given.filter(f =>
    wanted.some(g => jaccard(g.content, f.content) >= 0.8 && same(g.source, f.source) && same(g.cue, f.cue)),
  ).length
  return {
    roles: { source: of('source'), cue: of('cue'), content: of('content') },
    cueWords: cueWords(wanted, plain),
    speakers: resolved(gold, found, wanted, given),
    gold: wanted.length,
    found: given.length,
    right,
  }
}

/** A cue is found where its word stands inside the set's cue ("has also said", "issued a statement saying"). */
function cueWords(wanted: readonly WordSets[], given: readonly WordSets[]): TextScore['cueWords'] {
  const cues = (list: readonly WordSets[]) => list.map(a => a.cue).filter(c => c.length > 0)
  const [gold, found] = [cues(wanted), cues(given)]
  const isInside = (small: readonly number[], large: readonly number[]) => small.every(w => large.includes(w))
  return {
    gold: gold.length,
    held: gold.filter(g => found.some(f => isInside(f, g))).length,
    found: found.length,
    inside: found.filter(f => gold.some(g => isInside(f, g))).length,
  }
}

function resolved(
  gold: readonly Attribution[],
  found: readonly Attribution[],
  wanted: readonly WordSets[],
  given: readonly WordSets[],
): TextScore['speakers'] {
  const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end
  const pairs = gold.flatMap((g, i) => {
    const at = g.mentions.length > 0 ? given.findIndex(f => jaccard(wanted[i].content, f.content) >= 0.8) : -1
    return at < 0 ? [] : [found[at].mentions.some(m => g.mentions.some(x => meets(m, x)))]
  })
  return { asked: pairs.length, right: pairs.filter(Boolean).length }
}

/** `asks`: does any text ask who is meant? Then every draw of the texts has that figure. */
function sumUp(set: string, scores: readonly TextScore[], asks: boolean): Figure[] {
  const sum = (of: (s: TextScore) => number): number => scores.reduce((total, s) => total + of(s), 0)
  const [gold, found, right] = [sum(s => s.gold), sum(s => s.found), sum(s => s.right)]
  const value = found + gold === 0 ? 0 : (2 * right) / (found + gold)
  const [cues, cuesFound] = [sum(s => s.cueWords.gold), sum(s => s.cueWords.found)]
  const share = (a: number, b: number) => (b === 0 ? 0 : a / b)
  const [precision, recall] = [
    share(
      sum(s => s.cueWords.inside),
      cuesFound,
    ),
    share(
      sum(s => s.cueWords.held),
      cues,
    ),
  ]
  const cueWord = share(2 * precision * recall, precision + recall)
  const asked = sum(s => s.speakers.asked)
  return [
    ...ROLES.flatMap(role => figuresOf(set, role, scores.map(s => s.roles[role]).reduce(add, NOTHING))),
    { set, metric: 'attribution F1', value, count: gold },
    { set, metric: 'cue word F1', value: cueWord, count: cues },
    ...(asks
      ? [
          {
            set,
            metric: 'speaker resolved',
            value: share(
              sum(s => s.speakers.right),
              asked,
            ),
            count: asked,
          },
        ]
      : []),
  ]
}

/** Speakers named together ("Berg and Lang") are one source in these sets, from the first word to the last. */
const ofStatement = (s: StatementRecord, record: ArticleRecord): Attribution => ({
  source: s.speakers.length > 0 ? [around(s.speakers.map(x => x.span))] : [],
  cue: s.cue ? [s.cue] : [],
  content: s.content,
  mentions: record.actors
    .filter(a => s.speakers.some(x => x.actor === a.id))
    .flatMap(a => a.mentions.filter(m => m.how === 'name' || m.how === 'metonym')),
})

const around = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(s => s.start)),
  end: Math.max(...spans.map(s => s.end)),
})

interface Word extends Span {
  readonly form: string
}

/** Endings that an apostrophe cuts off, which the sets count to one side or the other ("Berg’s", "he’s"): no words here. */
const CUT_OFF = /(?<=\p{L})[’'](?:s|d|ll|ve|re|m|t)(?!\p{L})/gu

const wordsOf = (text: string): Word[] =>
  [...text.replace(CUT_OFF, m => ' '.repeat(m.length)).matchAll(/[\p{L}\p{N}]+/gu)].map(m => ({
    start: m.index,
    end: m.index + m[0].length,
    form: m[0].toLowerCase(),
  }))

type WordSets = Record<Role, readonly number[]>

/** Word numbers of each role; punctuation and the "that" that leads a content in are not counted. */
function wordSets(words: readonly Word[], a: Attribution): WordSets {
  const of = (spans: readonly Span[]) =>
    words.flatMap((w, i) => (spans.some(s => s.start < w.end && w.start < s.end) ? [i] : []))
  const content = of(a.content)
  return {
    source: of(a.source),
    cue: of(a.cue),
    content: words[content[0]]?.form === 'that' ? content.slice(1) : content,
  }
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i])

function jaccard(a: readonly number[], b: readonly number[]): number {
  const both = a.filter(x => b.includes(x)).length
  return both === 0 ? 0 : both / (a.length + b.length - both)
}

function tally(goldAll: readonly (readonly number[])[], foundAll: readonly (readonly number[])[]): Tally {
  const key = (w: readonly number[]) => w.join(' ')
  const gold = [...new Map(goldAll.filter(g => g.length > 0).map(g => [key(g), g])).values()]
  const found = [...new Map(foundAll.filter(f => f.length > 0).map(f => [key(f), f])).values()]
  const keys = new Set(gold.map(key))
  const [goldWords, foundWords] = [new Set(gold.flat()), new Set(found.flat())]
  return {
    gold: gold.length,
    found: found.length,
    right: found.filter(f => keys.has(key(f))).length,
    goldWords: goldWords.size,
    foundWords: foundWords.size,
    sharedWords: [...foundWords].filter(w => goldWords.has(w)).length,
    jaccard: gold.reduce((sum, g) => sum + Math.max(0, ...found.map(f => jaccard(g, f))), 0),
  }
}

function figuresOf(set: string, role: Role, t: Tally): Figure[] {
  const share = (a: number, b: number) => (b === 0 ? 0 : a / b)
  const f1 = (p: number, r: number) => (p + r === 0 ? 0 : (2 * p * r) / (p + r))
  const [precision, recall] = [share(t.right, t.found), share(t.right, t.gold)]
  const [wordPrecision, wordRecall] = [share(t.sharedWords, t.foundWords), share(t.sharedWords, t.goldWords)]
  const note = `P ${precision.toFixed(3)} R ${recall.toFixed(3)}`
  const wordNote = `P ${wordPrecision.toFixed(3)} R ${wordRecall.toFixed(3)}`
  return [
    { set, metric: `${role} exact F1`, value: f1(precision, recall), count: t.gold, note },
    {
      set,
      metric: `${role} overlap F1`,
      value: f1(wordPrecision, wordRecall),
      count: t.gold,
      note: wordNote,
    },
    { set, metric: `${role} Jaccard`, value: share(t.jaccard, t.gold), count: t.gold },
  ]
}
