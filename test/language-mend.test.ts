import { expect, it } from 'vitest'
import type { DecodedWord } from '../src/language/decode.ts'
import { mendTwoComplements } from '../src/language/mend-complements.ts'
import { mendTwoSubjects } from '../src/language/mend-subjects.ts'
import { findSentences } from '../src/language/windows.ts'

/** A sentence as lines of form, part of speech, head (counted from 0, -1 the root) and relation. */
function read(lines: string): { forms: string[]; words: DecodedWord[] } {
  const rows = lines
    .trim()
    .split('\n')
    .map(line => line.trim().split(' '))
  return {
    forms: rows.map(([form]) => form),
    words: rows.map(([form, upos, head, deprel]) => ({
      upos,
      feats: {},
      lemma: form.toLowerCase(),
      head: Number(head),
      deprel,
    })),
  }
}

const placeOf = (words: readonly DecodedWord[], at: number): string => `${words[at].head} ${words[at].deprel}`

it.each([
  ['an office and its name', 'envoy NOUN 2 nsubj\nBerg PROPN 2 nsubj\nspoke VERB -1 root', 0, '1 nmod:desc'],
  [
    'a phrase with a preposition',
    'police NOUN 4 nsubj\nin ADP 3 case\nthe DET 3 det\ntown NOUN 4 nsubj\ncame VERB -1 root',
    3,
    '0 nmod',
  ],
  [
    'two who are joined',
    'she PRON 4 nsubj\nand CCONJ 3 cc\nher PRON 3 nmod:poss\nenvoy NOUN 4 nsubj\nmet VERB -1 root',
    3,
    '0 conj',
  ],
  [
    'a subject and whom it quotes',
    'Reuters PROPN 1 nsubj\nquotes VERB -1 root\nofficials NOUN 1 nsubj',
    2,
    '1 obj',
  ],
  [
    'a subject and a phrase behind the verb',
    'Berg PROPN 1 nsubj\nmet VERB -1 root\nMonday PROPN 1 obl\nwith ADP 4 case\nLang PROPN 1 nsubj',
    4,
    '1 obl',
  ],
])('two subjects of one verb: %s', (_, lines, at, place) => {
  const { forms, words } = read(lines)
  expect(placeOf(mendTwoSubjects(words, forms), at)).toBe(place)
})

it('a subject of its own clause stays', () => {
  const { forms, words } = read(
    'Berg PROPN 1 nsubj\nsaid VERB -1 root\nLang PROPN 3 nsubj\nleft VERB 1 ccomp',
  )
  expect(mendTwoSubjects(words, forms)).toEqual(words)
})

const SAID = 'Berg PROPN 1 nsubj\nsaid VERB -1 root\nLang PROPN 3 nsubj\nleft VERB 1 ccomp\n'

it.each([
  ['joined', `${SAID}and CCONJ 5 cc\nreturned VERB 1 ccomp`, 5, '3 conj'],
  ['told inside the first', `${SAID}that SCONJ 6 mark\nwar NOUN 6 nsubj\nended VERB 1 ccomp`, 6, '3 ccomp'],
  ['beside the first', `${SAID}when ADV 6 advmod\nwar NOUN 6 nsubj\nended VERB 1 ccomp`, 6, '3 advcl'],
])('two clauses behind one verb: the second one is %s', (_, lines, at, place) => {
  const { forms, words } = read(lines)
  expect(placeOf(mendTwoComplements(words, forms), at)).toBe(place)
})

it('begins no sentence lightly right behind a word', () => {
  const window = { first: 0, end: 3, input: {} as never }
  const starts = (score: number, opening: 'may' | 'hardly') =>
    findSentences(window, { sentence: Float32Array.of(9, score, -9) } as never, ['always', opening, 'may'])
      .starts
  expect(starts(1, 'may')).toEqual([0, 1])
  expect(starts(1, 'hardly')).toEqual([0])
  expect(starts(5, 'hardly')).toEqual([0, 1])
})
