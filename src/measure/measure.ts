// Comes in: the names of measures and a folder of gold. Goes out: their figures. A new measure is one more line in MEASURES.
import { loadModel } from '../pipeline.ts'
import { measureCoreference } from './coreference.ts'
import { measureCorpus } from './corpus.ts'
import { measureEntities } from './entities.ts'
import { measureEvents } from './events.ts'
import { measureFactuality } from './factuality.ts'
import type { Figure, Measure } from './figure.ts'
import { measureQuotes } from './quotes.ts'
import { measureRoles } from './roles.ts'
import { scoreArticles, scoreDates } from './scores.ts'
import { measureStance } from './stance.ts'
import { measureSyntax } from './syntax.ts'
import { measureTokens } from './tokens.ts'

export type { Figure, Measure, Measured } from './figure.ts'

export const MEASURES: readonly { readonly name: string; readonly measure: Measure }[] = [
  { name: 'tokens', measure: measureTokens },
  { name: 'syntax', measure: measureSyntax },
  { name: 'entities', measure: measureEntities },
  { name: 'dates', measure: scoreDates },
  { name: 'articles', measure: scoreArticles },
  { name: 'coreference', measure: measureCoreference },
  { name: 'quotes', measure: measureQuotes },
  { name: 'events', measure: measureEvents },
  { name: 'roles', measure: measureRoles },
  { name: 'factuality', measure: measureFactuality },
  { name: 'stance', measure: measureStance },
  { name: 'corpus', measure: measureCorpus },
]

export interface MeasureOptions {
  /** Folder of the gold sets. */
  readonly gold: string
  readonly onProgress?: (name: string, done: number, of: number) => void
}

/** Runs the named measures, all where none is named; throws where a name is unknown or no gold is found. */
export async function measure(names: readonly string[], options: MeasureOptions): Promise<Figure[]> {
  const unknown = names.filter(name => !MEASURES.some(m => m.name === name))
  if (unknown.length > 0)
    throw new Error(
      `No measure is called ${unknown.join(', ')}. Known: ${MEASURES.map(m => m.name).join(', ')}.`,
    )
  const model = await loadModel()
  const figures: Figure[] = []
  for (const { name, measure } of MEASURES) {
    if (names.length > 0 && !names.includes(name)) continue
    const progress = (done: number, of: number) => options.onProgress?.(name, done, of)
    figures.push(...(await measure(options.gold, model, progress)).figures)
  }
  if (figures.length === 0)
    throw new Error(`${options.gold} holds none of the gold sets: name their folder with --gold.`)
  return figures
}
