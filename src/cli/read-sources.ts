// Names of sources in; each is read, stored and printed in turn, and those that could not be read come out with the reason.

import type { Reader } from '../pipeline.ts'
import { gatherSources, openReader, readSource } from '../pipeline.ts'
import type { ArticleRecord } from '../record/record.ts'
import type { Article } from '../sources/article.ts'
import type { Store } from '../store/store.ts'
import { counted, countsOf } from './cells.ts'
import { makePrinter } from './print-records.ts'
import { startProgress } from './progress.ts'
import type { Outcome, ReadOptions, Unread } from './reading.ts'
import { reason } from './reason.ts'
import { openOrMake } from './stores.ts'
import { note } from './terminal.ts'

export async function readSources(
  names: readonly string[],
  options: ReadOptions,
): Promise<readonly Unread[]> {
  const store = options.store ? await openOrMake(options.db) : null
  const reader = await openReader({ threads: options.threads, extra: options.actors })
  try {
    return await readEach(names, options, reader, store)
  } finally {
    await reader.close()
    await store?.close()
  }
}

async function readEach(
  names: readonly string[],
  options: ReadOptions,
  reader: Reader,
  store: Store | null,
): Promise<readonly Unread[]> {
  const unread: Unread[] = []
  const progress = startProgress()
  const printer = makePrinter(options.format)
  const gathered = gatherSources(names, { allowPrivate: options.allowPrivate, onFound: progress.total })
  for await (const item of gathered) {
    const result = item.ok ? readSource(item.source, { published: options.published }) : item
    if (result.ok) {
      const [record, outcome] = await readArticle(result.article, reader, store)
      progress.pause()
      await printer.add(record, outcome)
    } else {
      const why = reason(result.name, result.problem.message)
      unread.push({ name: result.name, why })
      await store?.keepUnread(result.name, why)
      progress.pause()
      note(`Not read: ${result.name}: ${why}`)
    }
    progress.step()
  }
  progress.end()
  await printer.end()
  if (store) note(await storedWhere(store))
  if (unread.length > 0) note(`${unread.length} not read.`)
  return unread
}

/** The record of an article: from the store where this reader has read the text before. */
async function readArticle(
  article: Article,
  reader: Reader,
  store: Store | null,
): Promise<readonly [ArticleRecord, Outcome]> {
  if (!store) return [await reader.read(article), 'read']
  if (await store.hasText(article.text.id, reader.version)) {
    const record = await store.article(article.text.id)
    if (record) return [record, 'already']
  }
  const record = await reader.read(article)
  return [record, await store.keep(record)]
}

async function storedWhere(store: Store): Promise<string> {
  const counts = await store.counts()
  return `The record is in ${store.path}: ${counted(counts.articles, 'article')}, ${countsOf(counts)}.`
}
