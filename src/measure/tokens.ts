// Comes in: the EWT and GUM gold below a folder. Goes out: how well the tokeniser alone cuts their raw texts into tokens and words.
import { existsSync } from 'node:fs'
import type { LanguageModel } from '../language/model.ts'
import { makeText } from '../text/text.ts'
import { addCounts, type Count, f1, scoreConll } from './conll-score.ts'
import { readConllu } from './conllu.ts'
import type { Figure, Measured } from './figure.ts'
import { foundAnnotation } from './found-annotation.ts'

const SETS = [
  { set: 'EWT dev', file: 'syntax/EWT/en_ewt-ud-dev.conllu.gz' },
  { set: 'GUM dev', file: 'syntax/GUM/en_gum-ud-dev.conllu.gz' },
]

export async function measureTokens(gold: string, model: Pick<LanguageModel, 'tokenise'>): Promise<Measured> {
  const figures = SETS.filter(({ file }) => existsSync(`${gold}/${file}`)).flatMap(({ set, file }) =>
    scoreTokens(set, `${gold}/${file}`, model),
  )
  return { name: 'tokens', figures }
}

export function scoreTokens(set: string, file: string, model: Pick<LanguageModel, 'tokenise'>): Figure[] {
  const total: Record<'Tokens' | 'Words', Count> = {
    Tokens: { gold: 0, found: 0, right: 0 },
    Words: { gold: 0, found: 0, right: 0 },
  }
  for (const { raw, gold } of readConllu(file)) {
    const scores = scoreConll(gold, annotate(raw, model))
    total.Tokens = addCounts(total.Tokens, scores.Tokens)
    total.Words = addCounts(total.Words, scores.Words)
  }
  return (['Tokens', 'Words'] as const).map(metric => ({
    set,
    metric: `${metric} F1`,
    value: f1(total[metric]),
    count: total[metric].gold,
  }))
}

/** The words alone, in one sentence without a tree. */
function annotate(raw: string, model: Pick<LanguageModel, 'tokenise'>) {
  const words = model.tokenise(raw)
  const tokens = words.map(({ start, end }, index) => ({
    start,
    end,
    index,
    form: raw.slice(start, end),
    lemma: '_',
    upos: '_',
    feats: {},
    head: -1,
    deprel: '_',
    sentence: 0,
  }))
  const bare = { published: null, paragraphs: [], sentences: [], entities: [], dates: [], children: [] }
  return foundAnnotation({ text: makeText(raw), tokens, ...bare }, words)
}
