// For people at work on rules: words as arguments (or on standard input), out comes one word a line with its tags and tree.
import { makeText } from '../text/text.ts'
import { loadModel, readDocument } from './read-document.ts'

const content = process.argv.length > 2 ? process.argv.slice(2).join(' ') : await readInput()
const document = await readDocument(await loadModel(), makeText(content), { published: null })
const rows: string[][] = []
for (const token of document.tokens) {
  const sentence = document.sentences[token.sentence]
  if (token.index === sentence.firstToken && token.index > 0) rows.push([])
  const entity = document.entities.find(e => e.firstToken <= token.index && token.index < e.endToken)
  const feats = Object.entries(token.feats).map(([name, value]) => `${name}=${value}`)
  const head = token.head < 0 ? '-' : `${token.head} ${document.tokens[token.head].form}`
  rows.push([
    String(token.index),
    token.form,
    token.lemma,
    token.upos,
    token.deprel,
    head,
    feats.join('|') || '_',
    entity ? `${entity.firstToken === token.index ? '' : '… '}${entity.type}` : '',
  ])
}
const widths = [0, 1, 2, 3, 4, 5, 6].map(column => Math.max(0, ...rows.map(row => row[column]?.length ?? 0)))
for (const row of rows)
  console.log(
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
for (const date of document.dates)
  console.log(
    `date: ${content.slice(date.start, date.end)} ${date.from ?? '?'} ${date.to ?? '?'} ${date.grain ?? '?'}`,
  )

async function readInput(): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
