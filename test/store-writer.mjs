// Started by store-kill.test.ts to be killed: stores one article after another into the file named, until the end.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openStore } from '../dist/store/open-store.js'

const [path, recordPath, start] = process.argv.slice(2)
const record = JSON.parse(readFileSync(recordPath, 'utf8'))
const store = await openStore(path)
for (let i = Number(start); ; i++) {
  const content = `${record.text.content} ${i}`
  const text = { ...record.text, content, id: createHash('sha256').update(content).digest('hex') }
  await store.keep({ ...record, text, article: { ...record.article, id: `source-${i}` } })
  process.stdout.write('.')
}
