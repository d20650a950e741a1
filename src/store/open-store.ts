// A path in, a Store out: the SQLite file is made when it is not there and brought up to the newest schema when it is.
import type { Store } from './store.ts'

/** Opens (or makes) the store at a path; ':memory:' keeps it in memory. Throws when the file is not a store or is newer than this program. */
export async function openStore(path: string): Promise<Store> {
  throw new Error(`openStore is not there yet (${path}).`)
}
