// The folder of texts comes in; the annotations of corpus/ joined with them, words in place of offsets, go out as one JSON array.
// node dist/measure/corpus/print-truth.js TEXTS_FOLDER [train|tune|dev]
import { readdirSync, readFileSync } from 'node:fs'
import type { Annotation } from './annotation.ts'
import { joinText } from './join-texts.ts'
import { loadTexts } from './load-texts.ts'

const CORPUS = new URL('../../../corpus/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, CORPUS), 'utf8'))

const [folder, split] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder of texts.')
const cards = read('texts.json') as { id: string; split: string }[]
const wanted = new Set(cards.filter(card => !split || card.split === split).map(card => card.id))
const texts = loadTexts(folder, id => wanted.has(id))
const joined = readdirSync(new URL('annotations/', CORPUS))
  .filter(name => name.endsWith('.json'))
  .map(name => read(`annotations/${name}`) as Annotation)
  .flatMap(annotation => {
    const text = texts.get(annotation.id)
    return text ? [joinText(annotation, text.text, text.sha256)] : []
  })
process.stdout.write(`${JSON.stringify(joined)}\n`)
