import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'
import { linkPhrases, loadCoreference, openLinks } from '../src/language/coreference.ts'
import { loadModel, readDocument } from '../src/language/read-document.ts'
import { bestPairing } from '../src/measure/best-pairing.ts'
import {
  type ChainMetric,
  f1Of,
  precisionOf,
  recallOf,
  scoreChains,
} from '../src/measure/coreference-score.ts'
import { readOntoGum } from '../src/measure/ontogum.ts'
import { makeText } from '../src/text/text.ts'

const chains = (...words: string[]) => words.map(word => [...word])

describe('scoreChains', () => {
  // The worked example of Pradhan et al. (2014), "Scoring coreference partitions of predicted mentions".
  const score = scoreChains(chains('abc', 'defg'), chains('ab', 'cd', 'fghi'))
  const percent = (metric: ChainMetric) =>
    [recallOf, precisionOf, f1Of].map(of => Math.round(100 * of(score[metric])))
  it('counts links (MUC)', () => expect(percent('MUC')).toEqual([40, 40, 40]))
  it('counts mentions (B³)', () => expect(percent('B³')).toEqual([42, 50, 45]))
  it('pairs chains (CEAF-e)', () => expect(percent('CEAF-e')).toEqual([65, 43, 52]))
  // By hand: recall (3·1/3 + 4·1/6)/7, precision (2·1 + 2·0 + 4·1/6)/8.
  it('weighs links by the size of their chain (LEA)', () => expect(percent('LEA')).toEqual([24, 33, 28]))
  it('counts mentions that both hold', () => expect(percent('mentions')).toEqual([86, 75, 80]))

  it('is perfect on itself, whatever the order', () => {
    const same = scoreChains(chains('abc', 'de'), chains('ed', 'cab'))
    for (const shares of Object.values(same)) expect(f1Of(shares)).toBe(1)
  })
  it('is nothing where nothing was found, or nothing is there', () => {
    expect(f1Of(scoreChains(chains('ab'), []).MUC)).toBe(0)
    expect(f1Of(scoreChains([], chains('ab'))['CEAF-e'])).toBe(0)
  })
})

describe('bestPairing', () => {
  it('gives up a best pair where the sum gains', () =>
    expect(
      bestPairing([
        [5, 4],
        [4, 1],
      ]),
    ).toBe(8))
  it('takes more rows than columns', () => expect(bestPairing([[1], [3], [2]])).toBe(3))
  it('takes an empty table', () => expect(bestPairing([])).toBe(0))
})

const folder = mkdtempSync(join(tmpdir(), 'rapport-ontogum-'))
afterAll(() => rmSync(folder, { recursive: true }))

const row = (...cells: string[]) => [...cells.slice(0, -1), '_', cells.at(-1)].join('\t')

describe('readOntoGum', () => {
  const treebank = [
    '# newdoc id = GUM_news_small',
    '# newpar',
    '# text = Berg can’t find her boat.',
    row('1', 'Berg', 'Berg', 'PROPN', '_', 'Number=Sing', '4', 'nsubj', 'Entity=(1-person-new-cf1-1-coref)'),
    row('2-3', 'can’t', '_', '_', '_', '_', '_', '_', '_'),
    row('2', 'ca', 'can', 'AUX', '_', '_', '4', 'aux', '_'),
    row('3', 'n’t', 'not', 'PART', '_', '_', '4', 'advmod', '_'),
    row('4', 'find', 'find', 'VERB', '_', '_', '0', 'root', '_'),
    row(
      '5',
      'her',
      'she',
      'PRON',
      '_',
      '_',
      '6',
      'nmod:poss',
      'Entity=(2-object-new-cf2-2-sgl(1-person-giv-cf1-1-ana)',
    ),
    row('6', 'boat', 'boat', 'NOUN', '_', '_', '4', 'obj', 'Entity=2)'),
    row('7', '.', '.', 'PUNCT', '_', '_', '4', 'punct', '_'),
    '',
  ].join('\n')
  const notes = ['(1)', '_', '_', '_', '(2(1)', '2)', '_'].map((note, i) => `${i}\tx\t${note}`)
  writeFileSync(join(folder, 'GUM_news_small.conllu'), treebank)
  writeFileSync(join(folder, 'GUM_news_small.ontogum.conll'), `# begin document\n${notes.join('\n')}\n`)
  const [text] = readOntoGum(folder)

  it('gives the text as it is written', () => expect(text.raw).toBe('Berg can’t find her boat.'))
  it('gives mentions by the characters of the text without blanks', () => {
    const [berg, boat] = [...text.chains].sort((a, b) => b.mentions.length - a.mentions.length)
    expect(berg.mentions.map(m => [m.start, m.end])).toEqual([
      [0, 4],
      [13, 16],
    ])
    expect(berg.mentions[0].name).toEqual(['berg'])
    expect(berg.person).toBe(true)
    expect(boat).toMatchObject({ person: false, mentions: [{ start: 13, end: 20, name: [] }] })
  })
})

describe('coreference', async () => {
  const knowledge = loadKnowledge()
  const [model, findChains, linksIn] = [await loadModel(), loadCoreference(knowledge), openLinks(knowledge)]
  afterAll(() => model.close())
  const read = (content: string) => readDocument(model, makeText(content), { published: null })
  const chainsOf = async (content: string) => {
    const document = await read(content)
    return findChains(document).map(chain =>
      chain.map(p => content.slice(document.tokens[p.first].start, document.tokens[p.end - 1].end)),
    )
  }

  it('links names, short names and pronouns', async () => {
    const found = await chainsOf(
      'Foreign Minister Anna Berg met reporters in Oslo on Monday. She said Norway would keep its offer open. Berg leaves on Friday.',
    )
    expect(found).toContainEqual(['Foreign Minister Anna Berg', 'She', 'Berg'])
    expect(found).toContainEqual(['Norway', 'its'])
  })
  it('keeps persons of other names apart', async () => {
    const found = await chainsOf('Anna Berg met Jonas Lind. Jonas Lind thanked Anna Berg.')
    expect(found.every(chain => new Set(chain).size === 1)).toBe(true)
  })
  it('leaves alone what stands for nothing', async () =>
    expect(await chainsOf('It is clear that rain will fall.')).toEqual([]))
  it('links by any scorer', async () => {
    const links = linksIn(await read('The ship left. The boat came back.'))
    const heads = (score: number) =>
      linkPhrases(links, (_, earlier) => (earlier ? score : 0)).map(chain => chain.map(p => p.head.form))
    expect(heads(1)).toEqual([['ship', 'boat']])
    expect(heads(-1)).toEqual([])
  })
})
