// For training: JSON lines {id, text} come in, JSON lines {id, words} go out, with where each word stands, its tags, its tree and its sentence.
// node dist/language/print-words.js < texts.jsonl > words.jsonl
import { createInterface } from 'node:readline'
import { makeText } from '../text/text.ts'
import { loadModel, readDocument } from './read-document.ts'

const model = await loadModel()
for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line) as { id: string; text: string }
  const { tokens } = await readDocument(model, makeText(text), { published: null })
  const words = tokens.map(t => {
    const feats = Object.entries(t.feats).map(([name, value]) => `${name}=${value}`)
    return [t.start, t.end, t.form, t.upos, t.head, t.sentence, t.deprel, t.lemma, feats.join('|') || '_']
  })
  process.stdout.write(`${JSON.stringify({ id, words })}\n`)
}
await model.close()
