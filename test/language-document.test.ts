import { beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../src/language/document.ts'
import { type LanguageModel, loadModel, readDocument } from '../src/language/read-document.ts'
import { isTree } from '../src/language/spanning-tree.ts'
import { makeText } from '../src/text/text.ts'

let model: LanguageModel
beforeAll(async () => {
  model = await loadModel()
})

const read = (content: string): Promise<Document> =>
  readDocument(model, makeText(content), { published: null })

function expectSound(document: Document): void {
  const { tokens, sentences, text, children } = document
  expect(children).toHaveLength(tokens.length)
  let at = 0
  for (const sentence of sentences) {
    expect(sentence.firstToken).toBe(at)
    at = sentence.endToken
    const own = tokens.slice(sentence.firstToken, at)
    const heads = own.map(token => (token.head < 0 ? -1 : token.head - sentence.firstToken))
    expect(isTree(heads)).toBe(true)
    expect(sentence).toMatchObject({ start: own[0].start, end: own[own.length - 1].end })
    for (const token of own) {
      expect(token.form).toBe(text.content.slice(token.start, token.end))
      expect(token.sentence).toBe(sentence.index)
      expect(token.lemma).not.toBe('')
      expect(token.deprel === 'root').toBe(token.head < 0)
    }
  }
  expect(at).toBe(tokens.length)
  for (const entity of document.entities) expect(entity.end).toBe(tokens[entity.endToken - 1].end)
}

/** The document with what its judgements say of each word in place of the functions that say it. */
function plain(document: Document): object {
  const { event, background, stance, cue, content, link } = document.judgements
  const judgements = document.tokens.map(({ index }) => [
    ...[event, background, stance, cue, content].map(judge => judge(index)),
    link('actor', index, 0),
  ])
  return { ...document, judgements }
}

const STORY =
  'Leaders meet\n\nPresident Nordahl of Norway said on Monday that her government would not recognise the new border. ' +
  '“We can’t accept it,” she told reporters in Oslo. Sweden’s foreign minister, Karin Ek, had asked for talks.\n\n' +
  'The U.N. is to send an envoy.'

describe('readDocument', () => {
  it('reads a story', async () => {
    const document = await read(STORY)
    expectSound(document)
    expect(document.paragraphs).toHaveLength(3)
    expect(document.sentences.length).toBeGreaterThanOrEqual(4)
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\n\t\n'],
    ['one word', 'Peace'],
    ['one mark', '”'],
    ['marks', '“…” —— !!! ((([[['],
    ['emoji', '🕊️🤝🇰🇷 🫠🫠'],
    ['control characters', '\u0000\u0001 talks \u0007\u001b[31m failed\u0000'],
    ['lone surrogates', '\ud800 said \udc00'],
    ['a word of 500 letters', `They said ${'abcde'.repeat(100)} and left.`],
    ['a word of 500 signs', `They said ${'?!'.repeat(250)} and left.`],
    ['other scripts', '习近平在北京会见了普京。 Путин встретился с Си. المفاوضات'],
    [
      'a sentence longer than a window',
      `They met ${'and talked, and then talked about it again '.repeat(80)}.`,
    ],
    ['many paragraphs', 'Yes.\n\n'.repeat(600)],
  ])('takes %s', async (_, content) => expectSound(await read(content)))

  it('gives the same document again, alone or after others', async () => {
    const first = plain(await read(STORY))
    await read('Something else entirely was said. '.repeat(40))
    expect(plain(await read(STORY))).toEqual(first)
  })

  it('reads two texts at once as it reads one', async () => {
    const alone = plain(await read(STORY))
    const [one, two] = await Promise.all([read(STORY), read(`${STORY} More.`)])
    expect(plain(one)).toEqual(alone)
    expectSound(two)
  })
})
