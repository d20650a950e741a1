// Comes in: the treebanks below a folder. Goes out: how well raw text is read into sentences, words, tags, lemmas and trees.
import { existsSync } from 'node:fs'
import type { LanguageModel } from '../language/model.ts'
import { readDocument } from '../pipeline.ts'
import { makeText } from '../text/text.ts'
import { addCounts, type Count, f1, METRICS, type Metric, scoreConll } from './conll-score.ts'
import { readConllu } from './conllu.ts'
import type { Figure, Measured } from './figure.ts'
import { foundAnnotation } from './found-annotation.ts'

const SETS = [
  { set: 'EWT dev', file: 'syntax/EWT/en_ewt-ud-dev.conllu.gz' },
  { set: 'GUM dev', file: 'syntax/GUM/en_gum-ud-dev.conllu.gz' },
]

/** Figures of the CoNLL 2018 evaluation on raw text, a set at a time. */
export async function measureSyntax(
  gold: string,
  model: LanguageModel,
  onProgress?: (done: number, of: number) => void,
): Promise<Measured> {
  const figures: Figure[] = []
  const present = SETS.filter(({ file }) => existsSync(`${gold}/${file}`))
  for (const { set, file } of present)
    figures.push(...(await scoreSet(set, `${gold}/${file}`, model, onProgress)))
  return { name: 'syntax', figures }
}

async function scoreSet(
  set: string,
  file: string,
  model: LanguageModel,
  onProgress?: (done: number, of: number) => void,
): Promise<Figure[]> {
  const documents = readConllu(file)
  const totals = new Map<Metric, Count>(METRICS.map(metric => [metric, { gold: 0, found: 0, right: 0 }]))
  for (const [i, { raw, gold }] of documents.entries()) {
    const document = await readDocument(model, makeText(raw), { published: null })
    const scores = scoreConll(gold, foundAnnotation(document, model.tokenise(raw)))
    for (const metric of METRICS) totals.set(metric, addCounts(totals.get(metric)!, scores[metric]))
    onProgress?.(i + 1, documents.length)
  }
  return METRICS.map(metric => ({
    set,
    metric: `${metric} F1`,
    value: f1(totals.get(metric)!),
    count: totals.get(metric)!.gold,
  }))
}
