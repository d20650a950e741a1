// The name of one file in, its record out; nothing is stored. Throws, in a sentence, where it cannot be read.
import { gatherSources, openReader, readSource } from '../pipeline.ts'
import type { ArticleRecord } from '../record/record.ts'
import type { Article } from '../sources/article.ts'
import { reason } from './reason.ts'

export async function readOneFile(name: string, published?: string): Promise<ArticleRecord> {
  return readOne(await articleOf(name, published))
}

export async function readOne(article: Article): Promise<ArticleRecord> {
  const reader = await openReader()
  try {
    return await reader.read(article)
  } finally {
    await reader.close()
  }
}

async function articleOf(name: string, published: string | undefined): Promise<Article> {
  for await (const item of gatherSources([name])) {
    const result = item.ok ? readSource(item.source, { published }) : item
    if (!result.ok) throw new Error(`${name} was not read: ${reason(name, result.problem.message)}`)
    return result.article
  }
  throw new Error(`There is nothing at ${name}.`)
}
