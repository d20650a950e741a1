// Comes in: a CoNLL-U file (gzipped or plain). Goes out: its documents as raw text and as annotation over characters without blanks.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Span } from '../text/span.ts'
import type { Annotation, ScoredWord } from './conll-score.ts'

export interface GoldDocument {
  readonly name: string
  /** Sentences of a paragraph joined by a space, paragraphs by a blank line. */
  readonly raw: string
  readonly gold: Annotation
}

export const readLines = (file: string): string[] => {
  const bytes = readFileSync(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
}

/** Reads all documents of a file, in its order. */
export function readConllu(file: string): GoldDocument[] {
  const documents: GoldDocument[] = []
  let open = startDocument('')
  const close = () => {
    if (open.words.length > 0) documents.push(finish(open))
  }
  let paragraph = true
  let rows: string[][] = []
  let text = ''
  for (const line of readLines(file)) {
    if (line.startsWith('# newdoc')) {
      close()
      open = startDocument(line.split('=')[1]?.trim() ?? '')
      paragraph = true
    } else if (/^# newpar( |$)/.test(line)) paragraph = true
    else if (line.startsWith('# text =')) text = line.slice(8).trim()
    else if (line === '' && rows.length > 0) {
      open.raw += open.raw === '' ? text : (paragraph ? '\n\n' : ' ') + text
      addSentence(open, rows)
      paragraph = false
      rows = []
    } else if (line !== '' && !line.startsWith('#')) rows.push(line.split('\t'))
  }
  close()
  return documents
}

interface OpenDocument {
  readonly name: string
  raw: string
  characters: string
  readonly tokens: Span[]
  readonly words: ScoredWord[]
  readonly sentences: Span[]
}

const startDocument = (name: string): OpenDocument => ({
  name,
  raw: '',
  characters: '',
  tokens: [],
  words: [],
  sentences: [],
})

function finish({ name, raw, characters, tokens, words, sentences }: OpenDocument): GoldDocument {
  if (characters !== withoutBlanks(raw))
    throw new Error(`The words of ${name} are not the characters of its "# text" lines.`)
  return { name, raw, gold: { characters, tokens, words, sentences } }
}

export const withoutBlanks = (content: string): string => content.replace(/\s+/gu, '')

function addSentence(open: OpenDocument, rows: readonly string[][]): void {
  const firstWord = open.words.length
  const firstCharacter = open.characters.length
  let multiword = { last: 0, span: { start: 0, end: 0 } }
  for (const row of rows) {
    const [id, form] = row
    if (id.includes('.')) continue
    if (id.includes('-')) {
      multiword = { last: Number(id.split('-')[1]), span: addToken(open, form) }
      continue
    }
    const inside = Number(id) <= multiword.last
    const span = inside ? multiword.span : addToken(open, form)
    const head = Number(row[6])
    open.words.push({
      ...span,
      multiword: inside,
      form,
      lemma: row[2],
      upos: row[3],
      feats: row[5],
      head: head === 0 ? -1 : firstWord + head - 1,
      deprel: row[7],
    })
  }
  open.sentences.push({ start: firstCharacter, end: open.characters.length })
}

function addToken(open: OpenDocument, form: string): Span {
  const start = open.characters.length
  open.characters += withoutBlanks(form)
  const span = { start, end: open.characters.length }
  open.tokens.push(span)
  return span
}
