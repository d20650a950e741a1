// The name of a store in, the store out; a missing one is explained.
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Store } from '../store/store.ts'

export const DEFAULT_STORE = 'rapport.sqlite'

/** Opens a store to look something up. Throws where there is none yet. */
export async function openExisting(path: string): Promise<Store> {
  if (!existsSync(path))
    throw new Error(
      `There is no record at ${path} yet. Read something first: rapport read FILE${path === DEFAULT_STORE ? '' : ` --db ${path}`}`,
    )
  return openOrMake(path)
}

/** Opens a store to keep something, and makes it where there is none. */
export async function openOrMake(path: string): Promise<Store> {
  const folder = dirname(resolve(path))
  if (!existsSync(folder))
    throw new Error(
      `There is no folder ${folder} to keep the record in. Make it, or choose another file with --db.`,
    )
  const { openStore } = await import('../store/open-store.ts')
  return openStore(path)
}

/** Runs something with an opened store and closes it in the end. */
export async function withStore<T>(path: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openExisting(path)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
