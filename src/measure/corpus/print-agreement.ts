// Two folders of annotations of the same texts (as build.ts writes them) come in; their agreement, a line a field, goes out.
// node dist/measure/corpus/print-agreement.js CORPUS_A CORPUS_B
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureAgreement } from './agreement.ts'
import type { Annotation } from './annotation.ts'

function readPass(corpus: string | undefined): Annotation[] {
  if (!corpus) throw new Error('Name the folders of both passes.')
  const folder = join(corpus, 'annotations')
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Annotation)
}

const [a, b] = [process.argv[2], process.argv[3]].map(readPass)
// Texts that only one pass has read say nothing of agreement.
const both = (own: readonly Annotation[], other: readonly Annotation[]): Annotation[] =>
  own.filter(x => other.some(y => y.id === x.id))
for (const { field, metric, value, count } of measureAgreement(both(a, b), both(b, a)))
  process.stdout.write(`${field}\t${metric}\t${value.toFixed(3)}\t${count}\n`)
