// Comes in: the text of a gold set as it is. Goes out: an Article of exactly these characters, so that gold offsets hold.
import type { Article } from '../sources/article.ts'
import { makeText, sha256 } from '../text/text.ts'

export const articleOf = (id: string, text: string, published: string | null): Article => ({
  id: sha256(text),
  text: makeText(text),
  title: null,
  dateline: null,
  byline: null,
  url: null,
  outlet: null,
  authors: [],
  published,
  modified: null,
  language: 'en',
  source: { name: id, bytes: Buffer.byteLength(text), format: 'text' },
  leftOut: [],
  problems: [],
})
