// Names of sources in; their articles are read side by side, then stored and printed in turn, and those that could not be read come out with the reason.

import { gatherSources, readSource } from '../pipeline.ts'
import type { ReadPool } from '../read-pool.ts'
import { openReadPool } from '../read-pool.ts'
import type { ArticleRecord } from '../record/record.ts'
import type { Article } from '../sources/article.ts'
import type { Store } from '../store/store.ts'
import { counted, countsOf } from './cells.ts'
import { inOrder } from './in-order.ts'
import { makePrinter } from './print-records.ts'
import { type Progress, startProgress } from './progress.ts'
import type { Outcome, ReadOptions, Unread } from './reading.ts'
import { reason } from './reason.ts'
import { openOrMake } from './stores.ts'
import { note } from './terminal.ts'

type Sources = ReturnType<typeof gatherSources>

/** A record, and whether the store has it already. */
interface Had {
  readonly record: ArticleRecord
  readonly stored: boolean
}

export async function readSources(
  names: readonly string[],
  options: ReadOptions,
): Promise<readonly Unread[]> {
  const store = options.store ? await openOrMake(options.db) : null
  let count = 0
  const onFound = (found: number): void => {
    count = found
  }
  const sources = await startOf(gatherSources(names, { allowPrivate: options.allowPrivate, onFound }))
  const reader = await openReadPool({ threads: options.threads, extra: options.actors }, count)
  const progress = startProgress()
  progress.total(count)
  try {
    return await readEach(sources, options, reader, store, progress)
  } finally {
    await reader.close()
    await store?.close()
  }
}

/** The same sources, the first of them loaded: by then it is known how many there are. */
async function startOf(sources: Sources): Promise<Sources> {
  const all = sources[Symbol.asyncIterator]()
  const first = await all.next()
  return (async function* () {
    if (first.done) return
    yield first.value
    yield* { [Symbol.asyncIterator]: () => all }
  })()
}

async function readEach(
  sources: Sources,
  options: ReadOptions,
  reader: ReadPool,
  store: Store | null,
  progress: Progress,
): Promise<readonly Unread[]> {
  const unread: Unread[] = []
  const printer = makePrinter(options.format)
  const results = inOrder(sources, reader.atOnce, async item => {
    const source = item.ok ? readSource(item.source, { published: options.published }) : item
    return source.ok ? await readArticle(source.article, reader, store) : source
  })
  for await (const result of results) {
    if ('record' in result) {
      const outcome = await keep(result, store)
      progress.pause()
      await printer.add(result.record, outcome)
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
async function readArticle(article: Article, reader: ReadPool, store: Store | null): Promise<Had> {
  if (await store?.hasText(article.text.id, reader.version)) {
    const record = await store?.article(article.text.id)
    if (record) return { record, stored: true }
  }
  return { record: await reader.read(article), stored: false }
}

const keep = async ({ record, stored }: Had, store: Store | null): Promise<Outcome> => {
  if (!store) return 'read'
  return stored ? 'already' : await store.keep(record)
}

async function storedWhere(store: Store): Promise<string> {
  const counts = await store.counts()
  return `The record is in ${store.path}: ${counted(counts.articles, 'article')}, ${countsOf(counts)}.`
}
