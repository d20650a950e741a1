// What people see: tables, CSV, and an article with its entries, without colour.
import { describe, expect, test } from 'vitest'
import { csvLine } from '../src/cli/csv.ts'
import { markText } from '../src/cli/mark-text.ts'
import { showArticle } from '../src/cli/show-article.ts'
import { table } from '../src/cli/table.ts'
import { writeCase } from '../src/cli/write-case.ts'
import { shortfalls } from './cases/compare-case.ts'
import { readCases } from './cases/read-cases.ts'
import { spanOf, talks } from './store-records.ts'

describe('an article', () => {
  test('shows its entries beneath the paragraph they begin in, with numbers that refer to each other', () => {
    const shown = showArticle(talks(), false)
    const unwrapped = shown.replace(/\s+/g, ' ')
    for (const words of [
      'the two sides would meet[2] in Vienna next month[1]',
      '[1] statement · Ilse Varga · indirect',
      '[2] event · CONSULT third-party 040 · planned · Arland, Borduria with each other · 2026-04 · in Vienna · told in [1]',
      '[5] position · Borduria (BOR) → Arland · precondition: its sanctions (sanctions relief) · rests on [4]',
    ])
      expect(unwrapped).toContain(words)
    expect(shown.indexOf('[3] statement')).toBeGreaterThan(shown.indexOf('“We will not leave'))
    expect(shown).not.toContain('\n\n\n')
    expect(shown).not.toContain('\u001b')
  })

  test('says why, when asked', () => {
    const shown = showArticle(talks(), true)
    expect(shown).toContain('by frame:meet, confidence 0.90')
    expect(shown).toContain('actors inferred: the two sides')
    expect(shown).toContain('trigger: “meet” (')
  })

  test('marks overlapping words once, with all their numbers', () => {
    const content = 'They agreed to meet soon.'
    const marks = [
      { number: 1, kind: 'statement' as const, spans: [spanOf(content, 'agreed to meet')] },
      { number: 2, kind: 'event' as const, spans: [spanOf(content, 'meet')] },
    ]
    expect(markText(content, { start: 0, end: content.length }, marks)).toBe(
      'They agreed to meet[1][2] soon.',
    )
  })
})

describe('a table', () => {
  test('aligns columns, numbers to the right, and wraps what is too wide', () => {
    const rows = [
      ['Öl', '7', 'short'],
      ['日本', '120', 'long '.repeat(40).trim()],
    ]
    const lines = table([{ name: 'Who' }, { name: 'N', right: true }, { name: 'Words' }], rows).split('\n')
    expect(lines[0]).toBe('Who     N  Words')
    expect(lines[1]).toBe('Öl      7  short')
    expect(lines[2]).toMatch(/^日本 {2}120 {2}long/)
    expect(lines[3]).toMatch(/^ {11}long/)
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100)
  })
})

test('CSV quotes what needs it', () => {
  expect(csvLine(['a', 'b,c', 'say "x"', 'two\nlines', null, 1, true])).toBe(
    'a,"b,c","say ""x""","two\nlines",,1,true\n',
  )
})

describe('a case', () => {
  test.each(['actors', 'statements', 'events', 'positions'] as const)(
    'of %s agrees with the record it was made of',
    kind => {
      const written = writeCase(talks(), kind, 'Talks')
      const [example] = readCases(written, 'talks.md')
      expect(example).toMatchObject({ title: 'Talks', text: talks().text.content, published: '2026-03-10' })
      expect(example.expected.length).toBeGreaterThan(0)
      expect(shortfalls(kind, example, talks())).toEqual([])
    },
  )

  test('says that there is nothing', () => {
    expect(writeCase({ ...talks(), positions: [] }, 'positions', 'None')).toMatch(/\n- nothing\n$/)
  })
})
