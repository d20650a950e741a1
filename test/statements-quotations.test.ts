// Pairing of quotation marks: styles, nesting, paragraphs, and what is left open.
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../src/record/statements/read-quotations.ts'

function read(text: string) {
  const paragraphs = [...text.matchAll(/[^\n]+/g)].map(m => ({ start: m.index, end: m.index + m[0].length }))
  const { quotations, problems } = readQuotations(text, paragraphs)
  return {
    words: quotations.map(q => q.inner.map(s => text.slice(s.start, s.end)).join(' | ')),
    parents: quotations.map(q => q.parent),
    problems: problems.length,
  }
}

describe('quotation marks', () => {
  it.each([
    ['“We go,” she said.', 'We go,'],
    ['"We go," she said.', 'We go,'],
    ["''We go,'' she said.", 'We go,'],
    ["'We don't go,' she said.", "We don't go,"],
    ['‘The players’ union won’t go,’ she said.', 'The players’ union won’t go,'],
    ['„Wir gehen“, said Berg.', 'Wir gehen'],
    ['»Wir gehen«, said Berg.', 'Wir gehen'],
    ['«Nous partons», said Berg.', 'Nous partons'],
    ['「行きます」, said Berg.', '行きます'],
  ])('reads %s', (text, words) => {
    expect(read(text)).toEqual({ words: [words], parents: [null], problems: 0 })
  })

  it('keeps apostrophes and inches out', () => {
    expect(read(`Berg's 6'2" guard isn't from the '90s.`).words).toEqual([])
  })

  it('nests', () => {
    const { words, parents } = read('“He said, ‘Go,’ and left,” she said.')
    expect(words).toEqual(['He said, ‘Go,’ and left,', 'Go,'])
    expect(parents).toEqual([null, 0])
  })

  it('goes on over paragraphs that repeat the opening mark', () => {
    expect(read('“One.\n\n“Two.”\n\nThree.')).toEqual({
      words: ['One. | Two.'],
      parents: [null],
      problems: 0,
    })
  })

  it('ends an open mark with its paragraph and reports it', () => {
    expect(read('Berg said: “One.\n\nTwo.')).toEqual({ words: ['One.'], parents: [null], problems: 1 })
  })

  it.each(['“', '””', '"""', "'''", '“a “b “c', '»«»', '“‘”’', '\n“\n\n”'])('never throws on %j', text => {
    expect(() => read(text)).not.toThrow()
  })
})
