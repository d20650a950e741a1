// Comes in: a folder of GUM with OntoGUM's coreference beside its treebank. Goes out: texts with the chains of their mentions.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../text/span.ts'
import type { ScoredWord } from './conll-score.ts'
import { readConllu, readLines } from './conllu.ts'

/** A mention; its span counts characters of the text without blanks. */
export interface GoldMention extends Span {
  /** The word whose own head lies outside. */
  readonly head: ScoredWord
  /** Lower-case proper nouns of the name that it is headed by; none where it is no name. */
  readonly name: readonly string[]
}

export interface GoldChain {
  readonly mentions: readonly GoldMention[]
  /** Is it a person, after GUM's own annotation? */
  readonly person: boolean
}

export interface CoreferenceText {
  readonly id: string
  readonly raw: string
  readonly chains: readonly GoldChain[]
}

const TREEBANK = '.conllu'

/** Reads every text of a folder; the set itself leaves out mentions that stand alone. */
export function readOntoGum(folder: string): CoreferenceText[] {
  return readdirSync(folder)
    .filter(file => file.endsWith(TREEBANK))
    .sort()
    .map(file => readText(file.slice(0, -TREEBANK.length), folder))
}

function readText(id: string, folder: string): CoreferenceText {
  const treebank = join(folder, id + TREEBANK)
  const [{ raw, gold }] = readConllu(treebank)
  const words = splitJoined(gold.words)
  const notes = readFileSync(join(folder, `${id}.ontogum.conll`), 'utf8')
    .split('\n')
    .filter(line => line.includes('\t'))
    .map(line => line.split('\t')[2])
  const persons = readPersons(treebank)
  return {
    id,
    raw,
    chains: readChains(notes).map(ranges => ({
      mentions: ranges.map(range => readMention(words, range)),
      person: ranges.some(([first, last]) => persons.has(`${first}-${last}`)),
    })),
  }
}

function readMention(words: readonly ScoredWord[], [first, last]: Range): GoldMention {
  const inside = words.slice(first, last + 1)
  const head = inside.find(word => word.head < first || word.head > last) ?? words[last]
  const isPart = (word: ScoredWord): boolean =>
    word === head || (words[word.head] === head && /^(flat|compound)/.test(word.deprel))
  const name = head.upos === 'PROPN' ? inside.filter(word => word.upos === 'PROPN' && isPart(word)) : []
  return {
    start: words[first].start,
    end: words[last].end,
    head,
    name: name.map(word => word.form.toLowerCase()),
  }
}

/** Words written as one ("can" "not") get the characters of their own, where the forms say which. */
function splitJoined(words: readonly ScoredWord[]): ScoredWord[] {
  let at = 0
  return words.map((word, i) => {
    const group = words.filter((w, k) => Math.abs(k - i) < 4 && w.start === word.start && w.end === word.end)
    const fits = group.reduce((sum, w) => sum + w.form.length, 0) === word.end - word.start
    if (words[i - 1]?.start !== word.start) at = word.start
    const own = { start: at, end: at + word.form.length }
    at = own.end
    return fits ? { ...word, ...own } : word
  })
}

type Range = readonly [first: number, last: number]

/** Ranges of words a chain, from notes such as "(3" "3)" "(3)" "2)3)" beside each word. */
function readChains(notes: readonly string[]): Range[][] {
  const chains = new Map<string, Range[]>()
  const open = new Map<string, number[]>()
  notes.forEach((note, word) => {
    for (const [, begins, id, ends] of note.matchAll(/(\()?(\d+)(\))?/g)) {
      if (begins) open.set(id, [...(open.get(id) ?? []), word])
      const first = ends ? open.get(id)?.pop() : undefined
      if (first !== undefined) chains.set(id, [...(chains.get(id) ?? []), [first, word]])
    }
  })
  return [...chains.values()]
}

/** Ranges of words ("3-5") that GUM marks as a person. */
function readPersons(treebank: string): ReadonlySet<string> {
  const persons = new Set<string>()
  const open: { readonly id: string; readonly type: string; readonly first: number }[] = []
  readLines(treebank)
    .filter(line => /^\d+\t/.test(line))
    .map(line => /(?:^|\|)Entity=([^|\s]*)/.exec(line.split('\t')[9])?.[1] ?? '')
    .forEach((note, word) => {
      for (const [, begun, type, ends, ended] of note.matchAll(/\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)/g)) {
        if (begun) open.push({ id: begun, type, first: word })
        if (begun && !ends) continue
        const at = open.findLastIndex(mention => mention.id === (begun ?? ended))
        const [mention] = at < 0 ? [] : open.splice(at, 1)
        if (mention?.type === 'person') persons.add(`${mention.first}-${word}`)
      }
    })
  return persons
}
