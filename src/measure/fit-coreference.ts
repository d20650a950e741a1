// Comes in: OntoGUM's train folder. Goes out: models/coreference/weights.tsv, on stdout.
// node dist/measure/fit-coreference.js ../shared/gold/coref/gum/train > models/coreference/weights.tsv
// A log-linear model ranks the antecedents of each phrase, "none" among them (Durrett and Klein 2013, EMNLP), with AdaGrad and weights averaged over the later rounds.
import type { Phrase } from '../language/coreference.ts'
import type { Document } from '../language/document.ts'
import { type Links, loadKnowledge, loadModel, openLinks, readDocument } from '../pipeline.ts'
import { makeText } from '../text/text.ts'
import { keyOf, keysOf } from './coreference.ts'
import { blankless } from './found-annotation.ts'
import { type GoldChain, readOntoGum } from './ontogum.ts'

const ROUNDS = 8
const RATE = 0.1
/** What is taken off a weight at each step, so that weights that do not matter are 0. */
const SHRINK = 5e-6
/** Features rarer than this are left out. */
const FEWEST = 20
/** How wrong a mistake is: a link of a phrase that has none, none for one that has, the wrong one. */
const COST = { linked: 0.1, missed: 3, wrong: 1 }
const SMALLEST_WEIGHT = 0.02

/** A phrase: its choices by their features, the first of which is "none". */
interface Example {
  readonly choices: Int32Array[]
  readonly right: readonly boolean[]
}

const numbers = new Map<string, number>()

function numberOf(feature: string): number {
  const number = numbers.get(feature) ?? numbers.size
  numbers.set(feature, number)
  return number
}

function examplesOf({ phrases, antecedentsOf, featuresOf }: Links, chainOf: readonly number[]): Example[] {
  return phrases.map(phrase => {
    const antecedents = antecedentsOf(phrase)
    const linked = antecedents.map(
      earlier => chainOf[phrase.index] >= 0 && chainOf[phrase.index] === chainOf[earlier.index],
    )
    return {
      choices: [null, ...antecedents].map(earlier =>
        Int32Array.from(featuresOf(phrase, earlier).map(numberOf)),
      ),
      right: [!linked.includes(true), ...linked],
    }
  })
}

/** The gold chain of each phrase, -1 for none; where no phrase has the words of a gold mention, the one with its head stands for it. */
function findChainOf(document: Document, phrases: readonly Phrase[], chains: readonly GoldChain[]): number[] {
  const place = blankless(document.text.content)
  const keys = keysOf(document, phrases)
  const own = new Set(keys)
  const [byWords, byHead] = [new Map<string, number>(), new Map<string, number>()]
  chains.forEach(({ mentions }, chain) => {
    for (const mention of mentions) {
      byWords.set(keyOf(mention), chain)
      if (!own.has(keyOf(mention))) byHead.set(keyOf(mention.head), chain)
    }
  })
  return phrases.map(({ head, group }, i) => {
    const near = group ? undefined : byHead.get(keyOf(place(head)))
    return byWords.get(keys[i]) ?? near ?? -1
  })
}

async function readExamples(folder: string): Promise<Example[][]> {
  const [model, linksIn] = [await loadModel(), openLinks(loadKnowledge())]
  const texts: Example[][] = []
  for (const { raw, chains } of readOntoGum(folder)) {
    const document = await readDocument(model, makeText(raw), { published: null })
    const links = linksIn(document)
    texts.push(examplesOf(links, findChainOf(document, links.phrases, chains)))
  }
  await model.close()
  return texts
}

/** Leaves out rare features, in place. */
function dropRare(texts: readonly Example[][]): void {
  const counts = new Int32Array(numbers.size)
  const all = texts.flat()
  for (const { choices } of all) for (const features of choices) for (const f of features) counts[f]++
  for (const { choices } of all)
    choices.forEach((features, k) => {
      choices[k] = features.filter(f => counts[f] >= FEWEST)
    })
}

function costOf(choice: number, right: readonly boolean[]): number {
  if (right[choice]) return 0
  return choice === 0 ? COST.missed : right[0] ? COST.linked : COST.wrong
}

/** Share of each choice in all, and in the right ones, by their scores. */
function gradients({ choices, right }: Example, weights: Float64Array): Float64Array {
  const scores = choices.map((features, k) => features.reduce((sum, f) => sum + weights[f], costOf(k, right)))
  const top = Math.max(...scores)
  const shares = scores.map(score => Math.exp(score - top))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const wanted = shares.reduce((sum, share, k) => sum + (right[k] ? share : 0), 0) || Number.MIN_VALUE
  return Float64Array.from(shares, (share, k) => share / whole - (right[k] ? share / wanted : 0))
}

function learn(texts: readonly Example[][]): Float64Array {
  const [weights, squares, sum] = [0, 0, 0].map(() => new Float64Array(numbers.size))
  const step = (feature: number, gradient: number) => {
    squares[feature] += gradient * gradient
    const moved = weights[feature] - (RATE * gradient) / (1e-6 + Math.sqrt(squares[feature]))
    weights[feature] = Math.sign(moved) * Math.max(0, Math.abs(moved) - SHRINK)
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const example of inMixedOrder(texts, round).flat())
      gradients(example, weights).forEach((gradient, k) => {
        if (Math.abs(gradient) > 1e-4) for (const feature of example.choices[k]) step(feature, gradient)
      })
    if (round >= ROUNDS / 2)
      weights.forEach((weight, f) => {
        sum[f] += weight
      })
  }
  return sum.map(total => total / (ROUNDS / 2))
}

/** Another order in each round, the same in each run. */
const inMixedOrder = <T>(list: readonly T[], round: number): T[] =>
  list
    .map((item, i) => ({ item, key: ((i + 1) * 7919 * (round + 3)) % 1009 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)

const texts = await readExamples(process.argv[2])
dropRare(texts)
const weights = learn(texts)
const lines = [...numbers]
  .filter(([, f]) => Math.abs(weights[f]) >= SMALLEST_WEIGHT)
  .map(([feature, f]) => `${feature}\t${weights[f].toFixed(2)}`)
process.stdout.write(`${lines.sort().join('\n')}\n`)
