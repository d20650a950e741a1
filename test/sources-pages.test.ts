// Saved pages in test/pages: what is read of each is what its expected files say. All pages are invented.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSource } from '../src/sources/read-source.ts'
import { wordsAt } from '../src/text/text.ts'

interface Expected {
  readonly ok: boolean
  readonly problem?: string
  readonly title: string
  readonly published: string | null
  readonly modified: string | null
  readonly outlet: string | null
  readonly authors: readonly string[]
  readonly url: string | null
  readonly leftOut: readonly string[]
  readonly notIn: readonly string[]
}

const folder = new URL('./pages/', import.meta.url)

describe.each(readdirSync(folder))('page %s', name => {
  const file = (part: string) => new URL(`${name}/${part}`, folder)
  const expected = JSON.parse(readFileSync(file('expected.json'), 'utf8')) as Expected
  const result = readSource({ name: `${name}.html`, bytes: readFileSync(file('source.html')) })

  test('is read as expected', () => {
    if (!expected.ok) {
      expect(result).toEqual({
        ok: false,
        name: `${name}.html`,
        problem: { message: expected.problem, where: null },
      })
      return
    }
    if (!result.ok) throw new Error(result.problem.message)
    const { article } = result
    expect(article.text.content).toBe(readFileSync(file('expected.txt'), 'utf8'))
    expect(article.title && wordsAt(article.text, article.title)).toBe(expected.title)
    const { published, modified, outlet, authors, url } = article
    expect({ published, modified, outlet, authors, url }).toEqual({
      published: expected.published,
      modified: expected.modified,
      outlet: expected.outlet,
      authors: expected.authors,
      url: expected.url,
    })
    expect(article.leftOut.map(({ why }) => why)).toEqual(expect.arrayContaining([...expected.leftOut]))
    for (const words of expected.notIn) expect(article.text.content).not.toContain(words)
  })
})

test('no script of a page runs', () => {
  expect('rapportWasHere' in globalThis).toBe(false)
})
