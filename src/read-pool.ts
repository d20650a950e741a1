// Articles in, their records out, read side by side: as many threads as asked for, each with a reader of its own.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Reader, ReaderOptions } from './pipeline.ts'
import { openReader } from './pipeline.ts'
import type { ArticleRecord } from './record/record.ts'
import type { Article } from './sources/article.ts'

export interface ReadPool extends Reader {
  /** As many articles as keep all threads at work; more of them only wait and take memory. */
  readonly atOnce: number
}

/** What a thread is asked, and what it answers: see read-pool-worker.ts. */
export type Asked = Article | 'version'
export type Answer = { readonly value: Value } | { readonly error: unknown }
type Value = ArticleRecord | ArticleRecord['reader']

/** A thread ended before its article was read, for want of memory for example; others are read as before. */
export class ThreadEnded extends Error {}

interface Job {
  readonly asked: Asked
  readonly resolve: (value: Value) => void
  readonly reject: (error: unknown) => void
}

interface Lane {
  readonly worker: Worker
  job: Job | null
}

// A worker loads no TypeScript, so it is the built file where this one is run from src/ too.
const WORKER = new URL('../dist/read-pool-worker.js', import.meta.url)
// Records leave in order: while one long article is read, the other threads go on with so many a thread.
const AHEAD = 4

/**
 * A reader for many articles, whose records are the same as those of `openReader`. `articles` is how many there are, where
 * that is known: a single one is read in this thread, its windows on several cores. Throws as `openReader` does.
 */
export async function openReadPool(options: ReaderOptions = {}, articles = Infinity): Promise<ReadPool> {
  const threads = Math.max(1, Math.min(options.threads ?? 2, availableParallelism(), articles))
  if (threads === 1) return { ...(await openReader(options)), atOnce: 1 }
  const { ask, close } = startThreads(threads, { ...options, threads: 1 })
  try {
    const version = (await ask('version')) as ArticleRecord['reader']
    const read = async (article: Article) => (await ask(article)) as ArticleRecord
    return { version, read, close, atOnce: threads * AHEAD }
  } catch (error) {
    await close()
    throw error
  }
}

/** A thread is started when there is work for it, and started anew when it has ended. */
function startThreads(threads: number, options: ReaderOptions) {
  const lanes = new Set<Lane>()
  const queue: Job[] = []
  let closed = false

  function start(): Lane {
    const lane: Lane = { worker: new Worker(WORKER, { workerData: options }), job: null }
    const finish = (answer: Answer): void => {
      const { job } = lane
      lane.job = null
      if ('error' in answer) job?.reject(answer.error)
      else job?.resolve(answer.value)
      handOut()
    }
    let cause: unknown = null
    lane.worker.on('message', finish)
    lane.worker.on('error', error => {
      cause = error
    })
    lane.worker.on('exit', code => {
      lanes.delete(lane)
      const why = cause instanceof Error ? cause.message : `exit code ${code}`
      finish({ error: new ThreadEnded(`The thread ended before the article was read: ${why}`, { cause }) })
    })
    lanes.add(lane)
    return lane
  }

  function handOut(): void {
    while (queue.length > 0 && !closed) {
      const free = [...lanes].find(lane => lane.job === null) ?? (lanes.size < threads ? start() : null)
      if (free === null) return
      const job = queue.shift()!
      free.worker.postMessage(job.asked)
      free.job = job
    }
  }

  return {
    ask: (asked: Asked): Promise<Value> =>
      new Promise((resolve, reject) => {
        if (closed) throw new Error('The reader is closed; open another.')
        queue.push({ asked, resolve, reject })
        handOut()
      }),
    close: async (): Promise<void> => {
      closed = true
      for (const { reject } of queue.splice(0))
        reject(new Error('The reader was closed before this article.'))
      await Promise.all([...lanes].map(({ worker }) => worker.terminate()))
    },
  }
}
