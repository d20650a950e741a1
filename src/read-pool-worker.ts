// A thread of the pool: one question after another in, an Answer each out. Its reader is opened with the first.
import { parentPort, workerData } from 'node:worker_threads'
import type { Reader } from './pipeline.ts'
import { openReader } from './pipeline.ts'
import type { Answer, Asked } from './read-pool.ts'

let opened: Promise<Reader> | null = null

async function answer(asked: Asked): Promise<Answer> {
  try {
    opened ??= openReader(workerData)
    const reader = await opened
    return { value: asked === 'version' ? reader.version : await reader.read(asked) }
  } catch (error) {
    // Whoever asked shall have it, as if the article had been read in their thread.
    return { error }
  }
}

parentPort?.on('message', async (asked: Asked) => parentPort?.postMessage(await answer(asked)))
