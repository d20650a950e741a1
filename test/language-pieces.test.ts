import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CASING, casingOf, makeCutWord } from '../src/language/pieces.ts'

const vocabulary = readFileSync(new URL('../models/reader/vocab.txt', import.meta.url), 'utf8')
const lines = vocabulary.split('\n')
const cutWord = makeCutWord(vocabulary)
const pieces = (word: string): string =>
  cutWord(word)
    .ids.map(id => lines[id])
    .join(' ')

describe('word pieces', () => {
  it('cuts as BERT does', () => {
    expect(pieces('U.S.')).toBe('u . s .')
    expect(pieces("n't")).toBe("n ' t")
    expect(pieces('Said')).toBe('said')
    expect(pieces('naïve')).toBe(pieces('naive'))
    expect(pieces('Erdoğan')).toBe(pieces('erdogan'))
    expect(pieces('re-elect').split(' ')[1]).toBe('-')
    expect(
      pieces('Qzxwvkj')
        .split(' ')
        .slice(1)
        .every(piece => piece.startsWith('##')),
    ).toBe(true)
    expect(pieces('Qzxwvkj').replaceAll(' ##', '')).toBe('qzxwvkj')
  })

  it('calls unknown what it cannot cut', () => {
    expect(pieces('🫠')).toBe('[UNK]')
    expect(pieces('a'.repeat(101))).toBe('[UNK]')
    expect(pieces('\u200d')).toBe('[UNK]')
    expect(cutWord('!'.repeat(500)).ids).toHaveLength(100)
  })

  it('tells the casing classes apart', () => {
    const classes = ['said', 'Berg', 'A', 'NATO', 'U.S.', 'al-Ani', 'McKay', '2014', '—', 'É']
    expect(classes.map(word => CASING[casingOf(word)])).toEqual([
      'lower',
      'initial',
      'initial',
      'upper',
      'upper',
      'mixed',
      'mixed',
      'other',
      'other',
      'initial',
    ])
  })
})
