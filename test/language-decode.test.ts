import { describe, expect, it } from 'vitest'
import type { EntityType } from '../src/language/document.ts'
import { findNames, readRanges } from '../src/language/entities.ts'
import { applyScript } from '../src/language/lemmas.ts'
import { loadNameWords, mendNames } from '../src/language/mend-names.ts'
import { findParagraphs } from '../src/language/paragraphs.ts'
import { arcsCross, projectiveTree } from '../src/language/projective-tree.ts'
import { findTree, isTree } from '../src/language/spanning-tree.ts'

describe('findTree', () => {
  it('keeps the best heads where they are a tree', () => {
    const table = [
      [0, 0, 5, 1],
      [1, 3, 0, 9],
      [9, 0, 0, 0],
    ]
    expect(findTree(3, (d, h) => table[d][h + 1])).toEqual([1, 2, -1])
  })

  it('finds the best tree with one root, crossing arcs only where they are far better', () => {
    let seed = 7
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.round((seed / 2147483648) * 100)
    }
    for (let round = 0; round < 300; round++) {
      const n = 1 + (round % 5)
      const table = Array.from({ length: n }, () => Array.from({ length: n + 1 }, random))
      const score = (d: number, h: number) => table[d][h + 1]
      const total = (heads: readonly number[]) => heads.reduce((sum, h, d) => sum + score(d, h), 0)
      const heads = findTree(n, score)
      expect(isTree(heads)).toBe(true)
      const straight = projectiveTree(n, score)
      expect(isTree(straight) && !arcsCross(straight)).toBe(true)
      const trees = allTrees(n)
      const best = Math.max(...trees.map(total))
      const bestStraight = Math.max(...trees.filter(tree => !arcsCross(tree)).map(total))
      expect(total(straight)).toBe(bestStraight)
      expect(total(heads)).toBe(best - bestStraight > 6 ? best : bestStraight)
    }
  })

  it('makes a tree of 250 words whose best heads run in circles', () => {
    const heads = findTree(250, (d, h) => (h === (d ^ 1) ? 10 : h < 0 ? 0 : ((d * 31 + h * 17) % 7) / 10))
    expect(isTree(heads)).toBe(true)
  })

  it('takes an empty sentence and scores that are no numbers', () => {
    expect(findTree(0, () => 0)).toEqual([])
    expect(findTree(4, () => Number.NaN)).toHaveLength(4)
    expect(isTree(projectiveTree(4, () => Number.NaN))).toBe(true)
  })
})

function allTrees(n: number): number[][] {
  let all: number[][] = [[]]
  for (let d = 0; d < n; d++) {
    const heads = Array.from({ length: n + 1 }, (_, h) => h - 1).filter(h => h !== d)
    all = all.flatMap(start => heads.map(h => [...start, h]))
  }
  return all.filter(isTree)
}

describe('applyScript', () => {
  const script = (lower: boolean, cut: number, add: string) => ({ whole: null, lower, cut, add })
  it('edits the end of a form', () => {
    expect(applyScript(script(true, 3, ''), 'Meeting')).toBe('meet')
    expect(applyScript(script(true, 3, 'y'), 'countries')).toBe('country')
    expect(applyScript(script(false, 0, ''), 'Trump')).toBe('Trump')
    expect(applyScript({ whole: 'be', lower: false, cut: 0, add: '' }, 'was')).toBe('be')
  })
  it('gives nothing where it cuts more than there is', () =>
    expect(applyScript(script(true, 3, ''), 'a')).toBe(''))
})

describe('names', () => {
  it('repairs sequences that mean nothing', () => {
    expect(readRanges(['I-PER', 'I-PER', 'O', 'B-ORG', 'I-LOC', 'B-LOC', 'B-LOC'])).toEqual([
      { type: 'person', first: 0, end: 2 },
      { type: 'organisation', first: 3, end: 4 },
      { type: 'place', first: 4, end: 5 },
      { type: 'place', first: 5, end: 6 },
      { type: 'place', first: 6, end: 7 },
    ])
  })
  it('lets no I- follow what it cannot continue', () => {
    const labels = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG']
    const scores = Float32Array.from([1, 2, 0, 0, 0, 0, 0, 1, 0, 2])
    expect(findNames(scores, labels, 0, 2)).toEqual([{ type: 'person', first: 0, end: 2 }])
  })
})

describe('mendNames', () => {
  const lists = loadNameWords(['pdf'])
  /** Words as "form/UPOS/head/deprel" (all but the form may be missing); gives names as "type: forms". */
  const mended = (text: string, ...names: readonly [EntityType, number, number][]) => {
    const cells = text.split(' ').map(word => word.split('/'))
    const forms = cells.map(([form]) => form)
    const words = cells.map(([, upos = 'PROPN', head = '-1', deprel = 'dep']) => ({
      upos,
      head: Number(head),
      deprel,
    }))
    const ranges = names.map(([type, first, end]) => ({ type, first, end }))
    return mendNames(ranges, { forms, words }, lists).map(
      ({ type, first, end }) => `${type}: ${forms.slice(first, end).join(' ')}`,
    )
  }

  it('takes no address and no file for a name', () => {
    expect(mended('Berg mailed berg@example.org', ['person', 0, 1], ['person', 2, 3])).toEqual([
      'person: Berg',
    ])
    expect(mended('Berg_draft.PDF www.example.org', ['person', 0, 1], ['organisation', 1, 2])).toEqual([])
    expect(mended('J.pdfs', ['person', 0, 1])).toEqual(['person: J.pdfs'])
  })
  it('takes one adjective or noun for no place, but may for another kind', () => {
    expect(mended('Serbian/ADJ', ['place', 0, 1])).toEqual([])
    expect(mended('Serbian/ADJ', ['other', 0, 1])).toEqual(['other: Serbian'])
    expect(mended('Holy/ADJ See/NOUN', ['place', 0, 2])).toEqual(['place: Holy See'])
  })
  it('leaves a company its legal form', () => {
    expect(mended('Norsund , Inc. and', ['organisation', 0, 1], ['organisation', 2, 3])).toEqual([
      'organisation: Norsund , Inc.',
    ])
    expect(mended('Anna Berg Co. Ltd. said', ['person', 0, 2])).toEqual(['organisation: Anna Berg Co. Ltd.'])
    expect(mended('Denver , Co.', ['place', 0, 1])).toEqual(['place: Denver'])
    expect(mended('the limited', ['organisation', 1, 2])).toEqual(['organisation: limited'])
    expect(mended('Inc.', ['organisation', 0, 1])).toEqual([])
  })
  it('joins halves that the tree holds together', () => {
    expect(mended('Anna Berg/PROPN/0/flat', ['person', 0, 1], ['person', 1, 2])).toEqual([
      'person: Anna Berg',
    ])
    expect(mended('Anna Berg/PROPN/-1/root', ['person', 0, 1], ['person', 1, 2])).toEqual([
      'person: Anna',
      'person: Berg',
    ])
    expect(mended('Portland Oregon/PROPN/0/flat', ['place', 0, 1], ['place', 1, 2])).toHaveLength(2)
  })
  it("keeps the 's of a house or shop", () => {
    const words = "met/VERB/-1/root at/ADP/2/case Kelly/PROPN/0/obl 's/PART/2/case yesterday/NOUN/0/obl"
    expect(mended(words, ['person', 2, 3])).toEqual(["place: Kelly 's"])
    const owner = "at/ADP/3/case Kelly/PROPN/3/nmod:poss 's/PART/1/case house/NOUN/-1/root"
    expect(mended(owner, ['person', 1, 2])).toEqual(['person: Kelly'])
  })
})

describe('findParagraphs', () => {
  it('parts them at line breaks and trims them', () => {
    const content = '\n Title \n\n One\ntwo \n \t\n\nthree'
    expect(findParagraphs(content).map(span => content.slice(span.start, span.end))).toEqual([
      'Title',
      'One',
      'two',
      'three',
    ])
    expect(findParagraphs('')).toEqual([])
    expect(findParagraphs(' \n ')).toEqual([])
  })
})
