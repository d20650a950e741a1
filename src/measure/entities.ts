// Comes in: EWT dev and its UNER names below a folder. Goes out: how well names are found in the raw text, by type.
import { existsSync } from 'node:fs'
import type { Document } from '../language/document.ts'
import type { LanguageModel } from '../language/model.ts'
import { readDocument } from '../pipeline.ts'
import { makeText } from '../text/text.ts'
import { addCounts, type Count, f1 } from './conll-score.ts'
import { readConllu, readLines, withoutBlanks } from './conllu.ts'
import type { Figure, Measured } from './figure.ts'
import { blankless } from './found-annotation.ts'

const TEXTS = 'syntax/EWT/en_ewt-ud-dev.conllu.gz'
const NAMES = 'ner/UNER_EWT/en_ewt-ud-dev.iob2.gz'
const TYPES = ['person', 'organisation', 'place'] as const
const GOLD_TYPES: Readonly<Record<string, string>> = { PER: 'person', ORG: 'organisation', LOC: 'place' }

/** Exact spans and types count; UNER has no "other", so those found are left out. */
export async function measureEntities(
  gold: string,
  model: LanguageModel,
  onProgress?: (done: number, of: number) => void,
): Promise<Measured> {
  if (!existsSync(`${gold}/${TEXTS}`) || !existsSync(`${gold}/${NAMES}`))
    return { name: 'entities', figures: [] }
  const documents = readConllu(`${gold}/${TEXTS}`)
  const goldNames = readNames(`${gold}/${NAMES}`)
  const counts = new Map<string, Count>()
  for (const [i, { name, raw }] of documents.entries()) {
    const marked = goldNames.get(name)
    if (!marked || marked.characters !== withoutBlanks(raw)) continue
    const found = foundNames(await readDocument(model, makeText(raw), { published: null }))
    for (const type of TYPES) addTo(counts, type, marked.names, found)
    onProgress?.(i + 1, documents.length)
  }
  return { name: 'entities', figures: figuresOf(counts) }
}

function addTo(counts: Map<string, Count>, type: string, gold: Set<string>, found: Set<string>): void {
  const ofType = (names: Set<string>) => [...names].filter(name => name.endsWith(` ${type}`))
  const count = {
    gold: ofType(gold).length,
    found: ofType(found).length,
    right: ofType(found).filter(name => gold.has(name)).length,
  }
  for (const key of [type, 'all'])
    counts.set(key, addCounts(counts.get(key) ?? { gold: 0, found: 0, right: 0 }, count))
}

function figuresOf(counts: ReadonlyMap<string, Count>): Figure[] {
  return ['all', ...TYPES].flatMap(key => {
    const count = counts.get(key)
    if (!count) return []
    const share = (part: number, of: number) => (of === 0 ? 0 : part / of)
    const figure = (metric: string, value: number): Figure => ({
      set: 'UNER EWT dev',
      metric: `${key === 'all' ? 'Names' : `Names, ${key}`}: ${metric}`,
      value,
      count: count.gold,
    })
    return [
      figure('F1', f1(count)),
      figure('precision', share(count.right, count.found)),
      figure('recall', share(count.right, count.gold)),
    ]
  })
}

function foundNames(document: Document): Set<string> {
  const place = blankless(document.text.content)
  return new Set(
    document.entities.map(entity => {
      const { start, end } = place(entity)
      return `${start} ${end} ${entity.type}`
    }),
  )
}

interface MarkedText {
  characters: string
  readonly names: Set<string>
}

/** Names of each document as "start end type", offsets without blanks. */
function readNames(file: string): Map<string, MarkedText> {
  const documents = new Map<string, MarkedText>()
  let text: MarkedText = { characters: '', names: new Set() }
  let open: { start: number; type: string } | null = null
  const close = () => {
    if (open) text.names.add(`${open.start} ${text.characters.length} ${open.type}`)
    open = null
  }
  for (const line of readLines(file)) {
    if (line === '' || line.startsWith('#')) close()
    if (line.startsWith('# newdoc')) {
      text = { characters: '', names: new Set() }
      documents.set(line.split('=')[1].trim(), text)
    }
    if (line === '' || line.startsWith('#')) continue
    const [, form, label] = line.split('\t')
    if (!label.startsWith('I-')) close()
    const start = text.characters.length
    if (label.startsWith('B-')) open = { start, type: GOLD_TYPES[label.slice(2)] ?? 'other' }
    text.characters += withoutBlanks(form)
  }
  close()
  return documents
}
