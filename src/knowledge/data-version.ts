// The files of data/ come in; one short hash over all of them goes out: it changes when a word of any lexicon does.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const FOLDER = new URL('../../data/', import.meta.url)
const LENGTH = 12

/** Hash of all lexicons; `knowledge` is that of the knowledge with the user's own files. */
export function dataVersion(knowledge: string): string {
  const hash = createHash('sha256').update(knowledge)
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(n =>
    /\.(ya?ml|tsv|txt)$/.test(n),
  )
  for (const name of names.sort()) hash.update(name).update(readFileSync(new URL(name, FOLDER)))
  return hash.digest('hex').slice(0, LENGTH)
}
