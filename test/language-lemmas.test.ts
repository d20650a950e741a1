import { describe, expect, it } from 'vitest'
import { lemmasOf } from '../src/language/inflection.ts'
import { findLemma, loadIrregularForms } from '../src/language/lemmas.ts'

const past = { Tense: 'Past', VerbForm: 'Fin' }
const ing = { Tense: 'Pres', VerbForm: 'Part' }

describe('lemmasOf', () => {
  it.each([
    ['taking', 'VERB', ing, ['take']],
    ['stopped', 'VERB', past, ['stopp', 'stop', 'stoppe']],
    ['tried', 'VERB', past, ['try']],
    ['issued', 'VERB', past, ['issue']],
    ['asks', 'VERB', { Person: '3' }, ['ask']],
    ['need', 'VERB', { VerbForm: 'Inf' }, []],
    ['countries', 'NOUN', { Number: 'Plur' }, ['country', 'countrie']],
    ['classes', 'NOUN', { Number: 'Plur' }, ['class', 'classe']],
    ['news', 'NOUN', { Number: 'Sing' }, []],
    ['1990s', 'NOUN', { Number: 'Plur' }, []],
    ['later', 'ADV', { Degree: 'Cmp' }, ['late']],
    ['biggest', 'ADJ', { Degree: 'Sup' }, ['bigg', 'big', 'bigge']],
  ])('%s', (form, upos, feats, expected) => expect(lemmasOf(form, upos, feats)).toEqual(expected))
})

describe('findLemma', () => {
  const scripts = [
    { whole: null, lower: true, cut: 0, add: '' },
    { whole: null, lower: true, cut: 3, add: '' },
  ]
  const words = new Set(['country', 'class', 'stop', 'visit'])
  const knowledge = { scripts, irregular: loadIrregularForms(), isWord: (word: string) => words.has(word) }
  const lemma = (form: string, upos: string, feats: Record<string, string>, scores = [1, 0]) =>
    findLemma({ form, upos, feats, scores: Float32Array.from(scores), start: 0 }, knowledge)
  it('knows irregular forms only where they are inflected', () => {
    expect(lemma('met', 'VERB', past)).toBe('meet')
    expect(lemma('Women', 'NOUN', { Number: 'Plur' })).toBe('woman')
    expect(lemma('found', 'VERB', { VerbForm: 'Inf' })).toBe('found')
    expect(lemma('found', 'VERB', past)).toBe('find')
  })
  it('prefers a word that exists', () => {
    expect(lemma('stopped', 'VERB', past)).toBe('stop')
    expect(lemma('countries', 'NOUN', { Number: 'Plur' })).toBe('country')
    expect(lemma('visiting', 'VERB', ing)).toBe('visit')
  })
  it('of two that are no words in the list takes the one that is spelt as verbs are', () => {
    expect(lemma('expelled', 'VERB', past)).toBe('expel')
    expect(lemma('deterred', 'VERB', past)).toBe('deter')
    expect(lemma('reaffirmed', 'VERB', past)).toBe('reaffirm')
  })
  it('an infinitive is its own lemma', () => {
    expect(lemma('telephone', 'VERB', { VerbForm: 'Inf' }, [0, 1])).toBe('telephone')
  })
  it('else follows the best script that fits', () => {
    expect(lemma('Oslo', 'PROPN', {}, [0, 1])).toBe('o')
    expect(lemma('up', 'ADP', {}, [0, 1])).toBe('up')
  })
})
