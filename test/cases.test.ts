// Every case in test/cases/ is read by the whole reader and compared with what it says should be found.
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reader } from '../src/pipeline.ts'
import { openReader, readText } from '../src/pipeline.ts'
import type { ArticleRecord } from '../src/record/record.ts'
import { shortfalls } from './cases/compare-case.ts'
import { readCases } from './cases/read-cases.ts'

const FOLDER = new URL('./cases/', import.meta.url)
const KINDS = ['actors', 'statements', 'events', 'positions'] as const

let reader: Reader
beforeAll(async () => {
  reader = await openReader()
})
afterAll(async () => {
  await reader.close()
})

async function readCase(text: string, published: string | null): Promise<ArticleRecord> {
  const source = readText(text, { published })
  if (!source.ok) throw new Error(source.problem.message)
  return reader.read(source.article)
}

for (const kind of KINDS) {
  const folder = new URL(`${kind}/`, FOLDER)
  for (const file of readdirSync(folder)
    .filter(f => f.endsWith('.md'))
    .sort()) {
    describe(`${kind}/${file}`, () => {
      for (const example of readCases(readFileSync(new URL(file, folder), 'utf8'), `${kind}/${file}`)) {
        it(example.title, async () => {
          const record = await readCase(example.text, example.published)
          const missing = shortfalls(kind, example, record)
          if (example.notYet)
            expect(missing, 'This case works now: take its "not yet" line out.').not.toEqual([])
          else expect(missing).toEqual([])
        })
      }
    })
  }
}
