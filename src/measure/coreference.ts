// Comes in: OntoGUM below a folder. Goes out: how well phrases that stand for the same are found in raw text, and whom pronouns are given.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Phrase } from '../language/coreference.ts'
import type { Document } from '../language/document.ts'
import type { LanguageModel } from '../language/model.ts'
import { loadCoreference, loadKnowledge, openReader, readDocument } from '../pipeline.ts'
import type { ArticleRecord } from '../record/record.ts'
import type { Span } from '../text/span.ts'
import { makeText } from '../text/text.ts'
import {
  addShares,
  CHAIN_METRICS,
  type ChainMetric,
  type ChainScore,
  CONLL_METRICS,
  f1Of,
  NO_SHARES,
  precisionOf,
  recallOf,
  type Shares,
  scoreChains,
} from './coreference-score.ts'
import type { Figure, Measured } from './figure.ts'
import { blankless } from './found-annotation.ts'
import { withIntervals } from './intervals.ts'
import { type GoldChain, readOntoGum } from './ontogum.ts'
import { articleOf } from './raw-article.ts'

const SET = 'OntoGUM dev'
const PATH = 'coref/gum/dev'

const isHeShe = (form: string): boolean => /^(he|him|his|himself|she|hers?|herself)$/i.test(form)

interface TextScore {
  readonly chains: ChainScore
  /** Pronouns of persons whom the text names: all, and "he" and "she" alone. */
  readonly pronouns: Shares
  readonly heShe: Shares
  /** The same, by the actors of the record. */
  readonly heSheOfRecord: Shares
}

export async function measureCoreference(
  gold: string,
  model: LanguageModel,
  onProgress?: (done: number, of: number) => void,
): Promise<Measured> {
  const folder = join(gold, PATH)
  if (!existsSync(folder)) return { name: 'coreference', figures: [] }
  const findChains = loadCoreference(loadKnowledge())
  const texts = readOntoGum(folder)
  const reader = await openReader()
  const scores: TextScore[] = []
  for (const [i, { id, raw, chains }] of texts.entries()) {
    const document = await readDocument(model, makeText(raw), { published: null })
    const record = await reader.read(articleOf(id, raw, null))
    scores.push({
      ...scoreText(document, chains, findChains(document)),
      heSheOfRecord: scorePronouns(chains, namesInRecord(record), isHeShe),
    })
    onProgress?.(i + 1, texts.length)
  }
  await reader.close()
  return { name: 'coreference', figures: withIntervals(scores, sumUp) }
}

export const keyOf = ({ start, end }: Span): string => `${start}-${end}`

/** Each phrase by the characters it covers, blanks not counted: gold and ours cut words differently. */
export function keysOf(document: Document, phrases: readonly Phrase[]): string[] {
  const place = blankless(document.text.content)
  return phrases.map(({ first, end }) =>
    keyOf(place({ start: document.tokens[first].start, end: document.tokens[end - 1].end })),
  )
}

function scoreText(document: Document, gold: readonly GoldChain[], found: readonly Phrase[][]) {
  const wanted = gold.map(chain => [...new Set(chain.mentions.map(keyOf))])
  const given = found.map(chain => [...new Set(keysOf(document, chain))])
  const names = namesGiven(document, found)
  return {
    chains: scoreChains(
      wanted,
      given.filter(chain => chain.length > 1),
    ),
    pronouns: scorePronouns(gold, names, () => true),
    heShe: scorePronouns(gold, names, isHeShe),
  }
}

/** For each phrase of a chain that holds a name, by its characters: the words of the chain's longest name. */
function namesGiven(document: Document, found: readonly Phrase[][]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    found.flatMap(chain => {
      const [name] = chain.filter(p => p.kind === 'name').sort((a, b) => b.core.length - a.core.length)
      return name ? keysOf(document, chain).map(key => [key, name.core] as const) : []
    }),
  )
}

/** For each mention of a person, by its characters: the words of the person's name. */
function namesInRecord({ text, actors }: ArticleRecord): ReadonlyMap<string, readonly string[]> {
  const place = blankless(text.content)
  return new Map(
    actors
      .filter(actor => actor.kind === 'person')
      .flatMap(actor =>
        actor.mentions.map(m => [keyOf(place(m)), actor.name.toLowerCase().split(' ')] as const),
      ),
  )
}

/** "Berg" and "Anna Berg" name the same, "Anna Berg" and "Anna Lind" do not. */
const isSameName = (a: readonly string[], b: readonly string[]): boolean =>
  a.every(word => b.includes(word)) || b.every(word => a.includes(word))

/** A pronoun of a person is right when the longest name of the chain that we give it is a name of that person. */
function scorePronouns(
  gold: readonly GoldChain[],
  given: ReadonlyMap<string, readonly string[]>,
  fits: (form: string) => boolean,
): Shares {
  let [right, all, answered] = [0, 0, 0]
  for (const { mentions, person } of gold) {
    const names = mentions.map(m => m.name).filter(name => name.length > 0)
    if (!person || names.length === 0) continue
    const pronouns = mentions.filter(
      m => m.head.upos === 'PRON' && keyOf(m) === keyOf(m.head) && fits(m.head.form),
    )
    const answers = pronouns.map(pronoun => given.get(keyOf(pronoun))).filter(answer => answer !== undefined)
    all += pronouns.length
    answered += answers.length
    right += answers.filter(answer => names.some(name => isSameName(name, answer))).length
  }
  return { right, gold: all, rightFound: right, found: answered }
}

function sumUp(scores: readonly TextScore[]): Figure[] {
  const total = (of: (score: TextScore) => Shares): Shares => scores.map(of).reduce(addShares, NO_SHARES)
  const shares = (metric: ChainMetric) => total(score => score.chains[metric])
  const conll = CONLL_METRICS.reduce((sum, metric) => sum + f1Of(shares(metric)), 0) / CONLL_METRICS.length
  const mentions = shares('mentions').gold
  return [
    { set: SET, metric: 'CoNLL F1', value: conll, count: mentions, note: 'mean of MUC, B³ and CEAF-e' },
    ...CHAIN_METRICS.map(metric => figure(`${metric} F1`, f1Of, shares(metric))),
    figure(
      'pronoun to name, persons: he, she',
      recallOf,
      total(s => s.heShe),
    ),
    figure(
      'pronoun to name, persons: he, she, by the record',
      recallOf,
      total(s => s.heSheOfRecord),
    ),
    figure(
      'pronoun to name, persons: all',
      recallOf,
      total(s => s.pronouns),
    ),
  ]
}

const figure = (metric: string, value: (shares: Shares) => number, shares: Shares): Figure => ({
  set: SET,
  metric,
  value: value(shares),
  count: shares.gold,
  note: `P ${precisionOf(shares).toFixed(3)} R ${recallOf(shares).toFixed(3)}`,
})
