// Articles read side by side: the records are those of one thread, and what goes wrong with one article stays with it.
import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openReader, readText } from '../src/pipeline.ts'
import { openReadPool, type ReadPool, ThreadEnded } from '../src/read-pool.ts'
import type { Article } from '../src/sources/article.ts'

const started: Worker[] = vi.hoisted(() => [])
vi.mock('node:worker_threads', async original => {
  const threads = await original<typeof import('node:worker_threads')>()
  return {
    ...threads,
    Worker: class extends threads.Worker {
      constructor(...given: ConstructorParameters<typeof threads.Worker>) {
        super(...given)
        started.push(this)
      }
    },
  }
})

const article = (name: string, sentences = 1): Article => {
  const said = `The foreign minister of Norway, Anna Berg, said that ${name} would not return to the talks. `
  const source = readText(said.repeat(sentences), { name: `${name}.txt` })
  if (!source.ok) throw new Error(source.problem.message)
  return source.article
}
const broken = { ...article('Japan'), text: null } as unknown as Article
const articles = [
  article('Japan', 30),
  article('Chile'),
  article('Ghana', 3),
  article('Nepal'),
  article('Chad'),
]

let pool: ReadPool
afterEach(async () => {
  await pool.close()
  started.length = 0
})

describe.skipIf(availableParallelism() < 2)('a pool', () => {
  test('gives the records of one thread, byte for byte', async () => {
    pool = await openReadPool({ threads: 2 })
    const reader = await openReader({ threads: 1 })
    const records = await Promise.all(articles.map(pool.read))
    for (const [i, record] of records.entries())
      expect(JSON.stringify(record)).toBe(JSON.stringify(await reader.read(articles[i])))
    expect(pool.version).toEqual(reader.version)
    expect(started).toHaveLength(2)
    await reader.close()
  })

  test('an error stays with its article', async () => {
    pool = await openReadPool({ threads: 2 })
    const read = await Promise.allSettled([broken, articles[1], broken, articles[3]].map(pool.read))
    expect(read.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(read[0].status === 'rejected' && read[0].reason).toBeInstanceOf(TypeError)
    expect(started).toHaveLength(2)
  })

  test('a thread that ends gives an error for its article, and another takes its place', async () => {
    pool = await openReadPool({ threads: 2 })
    const lost = pool.read(articles[0])
    const others = articles.slice(1).map(pool.read)
    await started[0].terminate()
    await expect(lost).rejects.toThrow(ThreadEnded)
    expect(await Promise.all(others)).toHaveLength(4)
    expect((await pool.read(articles[0])).text.id).toBe(articles[0].text.id)
    expect(started.length).toBeGreaterThan(2)
  })

  test('closing ends what is being read and what waits', async () => {
    pool = await openReadPool({ threads: 2 })
    const read = Promise.allSettled(articles.map(pool.read))
    await pool.close()
    expect(new Set((await read).map(({ status }) => status))).toEqual(new Set(['rejected']))
    await expect(pool.read(articles[0])).rejects.toThrow('closed')
  })

  test('a file of actors that cannot be read is told as one thread tells it', async () => {
    const extra = ['no-such-file.tsv']
    const told = await openReader({ extra }).catch((error: Error) => error)
    const failed = await openReadPool({ threads: 2, extra }).catch((error: Error) => error)
    expect(failed).toHaveProperty('message', told instanceof Error && told.message)
    expect(failed.constructor).toBe(Error) // misuse, not a fault of ours
  })

  test('a single article starts no thread', async () => {
    pool = await openReadPool({ threads: 2 }, 1)
    expect((await pool.read(articles[1])).text.id).toBe(articles[1].text.id)
    expect(started).toHaveLength(0)
  })
})
