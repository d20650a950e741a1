import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeTokenise } from '../src/language/tokens.ts'
import { loadWordLists } from '../src/language/word-lists.ts'
import { type Annotation, alignWords, f1, type ScoredWord, scoreConll } from '../src/measure/conll-score.ts'
import { readConllu } from '../src/measure/conllu.ts'
import { blankless } from '../src/measure/found-annotation.ts'
import { withIntervals } from '../src/measure/intervals.ts'
import { MEASURES, measure } from '../src/measure/measure.ts'
import { asPolnearMarks } from '../src/measure/polnear-spans.ts'
import { scoreTokens } from '../src/measure/tokens.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-measure-'))
afterAll(() => rmSync(folder, { recursive: true }))

const row = (...cells: string[]) => [...cells, ...Array<string>(10 - cells.length).fill('_')].join('\t')
const CONLLU = [
  '# newdoc id = one',
  '# newpar id = one-p1',
  '# text = Berg can’t go.',
  row('1', 'Berg', 'Berg', 'PROPN', '_', 'Number=Sing', '4', 'nsubj'),
  row('2-3', 'can’t'),
  row('2', 'ca', 'can', 'AUX', '_', 'VerbForm=Fin', '4', 'aux'),
  row('3', 'n’t', 'not', 'PART', '_', 'Polarity=Neg', '4', 'advmod'),
  row('4', 'go', 'go', 'VERB', '_', 'VerbForm=Inf', '0', 'root'),
  row('5', '.', '.', 'PUNCT', '_', '_', '4', 'punct'),
  '',
  '# text = Why?',
  row('1', 'Why', 'why', 'ADV', '_', '_', '0', 'root'),
  row('2', '?', '?', 'PUNCT', '_', '_', '1', 'punct'),
  '',
  '# newpar id = one-p2',
  '# text = So.',
  row('1', 'So', 'so', 'ADV', '_', '_', '0', 'root'),
  row('2', '.', '.', 'PUNCT', '_', '_', '1', 'punct'),
  '',
].join('\n')
const file = join(folder, 'small.conllu')
writeFileSync(file, CONLLU)

const word = (start: number, end: number, more: Partial<ScoredWord> = {}): ScoredWord => ({
  start,
  end,
  multiword: false,
  form: 'x',
  lemma: 'x',
  upos: 'NOUN',
  feats: '_',
  head: -1,
  deprel: 'root',
  ...more,
})
const annotation = (words: ScoredWord[]): Annotation => ({
  characters: 'abcdef',
  tokens: words.map(({ start, end }) => ({ start, end })),
  words,
  sentences: [{ start: 0, end: 6 }],
})

describe('readConllu', () => {
  const [document] = readConllu(file)
  it('joins sentences by a space and paragraphs by a blank line', () =>
    expect(document.raw).toBe('Berg can’t go. Why?\n\nSo.'))
  it('keeps tokens, words and heads apart', () => {
    expect(document.gold.tokens).toHaveLength(8)
    expect(document.gold.words.map(w => w.head)).toEqual([3, 3, 3, -1, 3, -1, 5, -1, 7])
    expect(document.gold.words[2]).toMatchObject({ start: 4, end: 9, multiword: true, form: 'n’t' })
    expect(document.gold.sentences[1]).toEqual({ start: 12, end: 16 })
  })
  it('scores itself as perfect', () => {
    for (const count of Object.values(scoreConll(document.gold, document.gold))) expect(f1(count)).toBe(1)
  })
  it('scores the tokeniser', () => {
    const figures = scoreTokens('small', file, { tokenise: makeTokenise(loadWordLists()) })
    expect(figures.map(figure => [figure.metric, figure.value])).toEqual([
      ['Tokens F1', 1],
      ['Words F1', 1],
    ])
  })
})

describe('scoreConll', () => {
  it('counts heads and relations only where both words stand at the same place', () => {
    const gold = annotation([
      word(0, 2, { head: 1, deprel: 'nsubj:pass' }),
      word(2, 4),
      word(4, 6, { head: 1, deprel: 'obj' }),
    ])
    const found = annotation([
      word(0, 2, { head: 1, deprel: 'nsubj' }),
      word(2, 4),
      word(4, 5, { head: 1, deprel: 'obj' }),
      word(5, 6, { head: 1, deprel: 'punct' }),
    ])
    const scores = scoreConll(gold, found)
    expect(scores.Words).toEqual({ gold: 3, found: 4, right: 2 })
    expect(scores.UAS.right).toBe(2)
    expect(scores.LAS.right).toBe(2)
    expect(scores['LAS with subtypes'].right).toBe(1)
    expect(f1(scores.LAS)).toBeCloseTo(4 / 7)
  })

  it('aligns the words of a multiword token by their forms', () => {
    const gold = [
      word(0, 5, { multiword: true, form: 'do' }),
      word(0, 5, { multiword: true, form: 'n’t' }),
      word(5, 6),
    ]
    const found = [word(0, 1, { form: 'd' }), word(1, 5, { form: 'N’t' }), word(5, 6)]
    expect(alignWords(gold, found)).toEqual([
      [1, 1],
      [2, 2],
    ])
  })

  it('refuses texts that differ', () => {
    const other = { ...annotation([word(0, 6)]), characters: 'abcdeg' }
    expect(() => scoreConll(annotation([word(0, 6)]), other)).toThrow('different texts')
  })
})

it('blankless leads from a text to the text without blanks', () =>
  expect(blankless('a b\n\nc')({ start: 2, end: 6 })).toEqual({ start: 1, end: 3 }))

describe('measure', () => {
  it('says which measures there are', async () => {
    await expect(measure(['tokans'], { gold: folder })).rejects.toThrow(/tokans.*tokens, syntax/)
  })
  it('says where the gold is missing', async () => {
    await expect(measure([], { gold: folder })).rejects.toThrow('--gold')
  })
  it('has a name for each measure once', () =>
    expect(new Set(MEASURES.map(m => m.name)).size).toBe(MEASURES.length))
})

describe('withIntervals', () => {
  const mean = (items: readonly number[]) => [
    { set: 'x', metric: 'mean', value: items.reduce((a, b) => a + b, 0) / items.length, count: items.length },
  ]

  it('gives an interval around the figure, the same each time', () => {
    const items = Array.from({ length: 100 }, (_, i) => i % 2)
    const [figure] = withIntervals(items, mean)
    expect(figure.value).toBe(0.5)
    // Half the width of a 95 % interval of a share of .5 in 100 is about .098.
    const [low, high] = figure.interval ?? [0, 0]
    expect(low).toBeCloseTo(0.4, 1)
    expect(high).toBeCloseTo(0.6, 1)
    expect(withIntervals(items, mean)).toEqual([figure])
  })

  it('gives none for a single text', () => {
    expect(withIntervals([1], mean)[0].interval).toBeUndefined()
  })
})

describe('spans that PolNeAR marks', () => {
  const spanIn = (text: string, words: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length }
  }
  const marked = (text: string, source: string, cue: string, content: string) => {
    const entry = {
      source: [spanIn(text, source)],
      cue: [spanIn(text, cue)],
      content: [spanIn(text, content)],
      mentions: [],
    }
    const { source: who, cue: by } = asPolnearMarks(text, entry)
    return [...who, ...by].map(s => text.slice(s.start, s.end))
  }

  it('hold the whole group of the verb', () => {
    const text = 'Berg has repeatedly accused of fraud whoever asks.'
    expect(marked(text, 'Berg', 'accused', 'fraud')).toEqual(['Berg', 'has repeatedly accused of'])
  })

  it('take "who" for the source', () => {
    const text = 'She met aides who now say it is over.'
    expect(marked(text, 'aides', 'say', 'it is over')).toEqual(['who', 'now say'])
  })

  it('leave a bare verb as it is', () => {
    const text = 'On Monday Berg said it is over.'
    expect(marked(text, 'Berg', 'said', 'it is over')).toEqual(['Berg', 'said'])
  })
})
