// Annotators' notes and the folder of texts come in; corpus/annotations/ is added to, corpus/texts.json goes on with their cards.
// PASSES=1 node dist/measure/corpus/build.js NOTES_FOLDER TEXTS_FOLDER [CORPUS_FOLDER]        (how many readers; 2 unless said)
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../text/text.ts'
import type { Annotation } from './annotation.ts'
import { type CorpusText, loadTexts } from './load-texts.ts'
import { readNotes } from './read-notes.ts'

/** One text in five is kept for measuring. */
const DEV_SHARE = 5
/** Of the texts that one reader alone annotated, one in three is kept for limits and confidence: nothing is learnt from it. */
const TUNE_SHARE = 3

const PASSES = Number(process.env.PASSES ?? 2)

type Card = Omit<CorpusText, 'text'> & { readonly split: 'train' | 'tune' | 'dev'; readonly passes: number }

const hashOf = (words: string): number => Number.parseInt(sha256(words).slice(0, 8), 16)

/** Fixed by the id alone, so that no later text moves another; texts that were looked at before it was fixed are train. */
function splitOf(id: string, seen: ReadonlySet<string>): Card['split'] {
  if (hashOf(`split|${id}`) % DEV_SHARE === 0 && !seen.has(id)) return 'dev'
  return PASSES === 1 && hashOf(`keep|${id}`) % TUNE_SHARE === 0 ? 'tune' : 'train'
}

function readSeen(corpus: string): ReadonlySet<string> {
  const file = join(corpus, 'seen.txt')
  return new Set(
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter(l => l && !l.startsWith('#'))
      : [],
  )
}

function readAll(notesFolder: string, texts: ReadonlyMap<string, CorpusText>): Annotation[] {
  const textOf = (id: string): CorpusText => {
    const text = texts.get(id)
    if (!text) throw new Error(`${id}: there is no such text in the folder of texts.`)
    return text
  }
  return readdirSync(notesFolder)
    .filter(f => f.endsWith('.notes'))
    .sort()
    .flatMap(f =>
      readNotes(readFileSync(join(notesFolder, f), 'utf8'), textOf, m => process.stderr.write(`${m}\n`)),
    )
}

function build([notesFolder, textsFolder, corpus = 'corpus']: readonly string[]): void {
  if (!notesFolder || !textsFolder) throw new Error('Name the folder of notes and the folder of texts.')
  const texts = loadTexts(textsFolder, () => true)
  const annotations = readAll(notesFolder, texts)
  const seen = readSeen(corpus)
  mkdirSync(join(corpus, 'annotations'), { recursive: true })
  for (const annotation of annotations)
    writeFileSync(
      join(corpus, 'annotations', `${annotation.id}.json`),
      `${JSON.stringify(annotation, null, 1)}\n`,
    )
  const file = join(corpus, 'texts.json')
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Card[]) : []
  const added = annotations
    .map(a => texts.get(a.id)!)
    .map(({ text: _, ...card }) => ({ ...card, split: splitOf(card.id, seen), passes: PASSES }))
  const again = new Set(added.map(card => card.id))
  const cards = [...before.filter(card => !again.has(card.id)), ...added].sort((a, b) =>
    a.id.localeCompare(b.id),
  )
  writeFileSync(file, `${JSON.stringify(cards, null, 1)}\n`)
  process.stdout.write(`${annotations.length} annotations written to ${corpus}\n`)
}

build(process.argv.slice(2))
