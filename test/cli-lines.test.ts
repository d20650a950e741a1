// The stream's lines: each line in gives one answer, in order, whatever it holds.
import { describe, expect, test, vi } from 'vitest'
import { answerLines } from '../src/cli/answer-lines.ts'
import { LONGEST_LINE, splitLines } from '../src/cli/split-lines.ts'
import { readSource } from '../src/pipeline.ts'
import { emptyRecord } from './store-records.ts'

async function* each<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values
}

const all = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = []
  for await (const value of values) list.push(value)
  return list
}

const bytes = (words: string): Uint8Array => new TextEncoder().encode(words)

describe('splitting', () => {
  test.each([
    ['nothing', [], []],
    ['one line with its end', ['a\n'], ['a']],
    ['a last line without an end', ['a\nb'], ['a', 'b']],
    ['empty lines', ['\n\na\n'], ['', '', 'a']],
    ['lines over several chunks', ['ab', 'c\nd', '', 'e\n'], ['abc', 'de']],
    ['Windows line ends', ['a\r\nb\r\n'], ['a', 'b']],
  ])('%s', async (_, chunks, lines) => {
    expect(await all(splitLines(each(chunks.map(bytes))))).toEqual(lines)
  })

  test('a character cut between two chunks stays whole', async () => {
    const [a, b] = [bytes('é😀\n').subarray(0, 3), bytes('é😀\n').subarray(3)]
    expect(await all(splitLines(each([a, b])))).toEqual(['é😀'])
  })

  test('a line too long to hold is given as null, and the next one is read', async () => {
    const huge = new Uint8Array(LONGEST_LINE / 4).fill(0x61)
    expect(await all(splitLines(each([huge, huge, huge, huge, bytes('a\nb\n')])))).toEqual([null, 'b'])
  })

  test('no chunk is asked for before the lines of the last one are taken', async () => {
    let asked = 0
    const source = (async function* () {
      for (;;) {
        asked++
        yield bytes('a\nb\n')
      }
    })()
    const lines = splitLines(source)
    await lines.next()
    await lines.next()
    expect(asked).toBe(1)
  })
})

describe('answering', () => {
  const reader = {
    atOnce: 2,
    read: async (article: {
      readonly text: { readonly content: string }
      readonly published: string | null
    }) => {
      if (article.text.content.includes('break')) throw new TypeError('broken')
      return emptyRecord(article.text.content, { published: article.published })
    },
  }
  const ask = async (lines: readonly (string | null)[], withText = true) =>
    (await all(answerLines(each(lines), { reader, readSource, withText }))).map(line => JSON.parse(line))

  test('gives records in order, with what the line says of them', async () => {
    const answers = await ask([
      '{"id":"a","text":"The minister spoke."}',
      '{"id":2,"text":"He left.","published":"2025-08-25T10:00Z"}',
    ])
    expect(answers.map(answer => answer.id)).toEqual(['a', 2])
    expect(answers[0].record.text.content).toBe('The minister spoke.')
    expect(answers[1].record.article.published).toBe('2025-08-25')
  })

  test.each([
    ['an empty line', '', null],
    ['no JSON', 'hello', null],
    ['a list', '[1]', null],
    ['null', 'null', null],
    ['no id', '{"text":"a"}', null],
    ['an id that is neither text nor number', '{"id":{},"text":"a"}', null],
    ['no content', '{"id":"a"}', 'a'],
    ['two contents', '{"id":"a","text":"a","html":"b"}', 'a'],
    ['a content that is no text', '{"id":"a","text":5}', 'a'],
    ['a day that is none', '{"id":"a","text":"b","published":"2025-02-31"}', 'a'],
    ['a title that is no text', '{"id":"a","text":"b","title":5}', 'a'],
    ['an empty text', '{"id":"a","text":""}', 'a'],
    ['a line too long', null, null],
  ])('%s gives an error with the id, if any', async (_, line, id) => {
    const [answer] = await ask([line])
    expect(answer).toEqual({ id, error: expect.stringMatching(/\w.*\.$/) })
  })

  test('a fault of ours is said and does not end the stream', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const answers = await ask(['{"id":1,"text":"Please break."}', '{"id":2,"text":"Fine."}'])
    expect(said).toHaveBeenCalledWith(expect.stringContaining('TypeError: broken'))
    said.mockRestore()
    expect(answers[0].error).toContain('fault in Rapport')
    expect(answers[1].record).toBeDefined()
  })

  test('leaves the content out when asked to', async () => {
    const [{ record }] = await ask(['{"id":1,"text":"Fine."}'], false)
    expect(Object.keys(record.text)).toEqual(['id', 'edits'])
  })
})
