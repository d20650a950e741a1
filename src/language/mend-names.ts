// Comes in: one sentence's names as the network gave them, with its words. Goes out: the same, mended by form and tree.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { NameRange } from './entities.ts'

export interface NameWords {
  /** Lower-case, without full stops. */
  readonly legalForms: ReadonlySet<string>
  /** Without the full stop. */
  readonly fileEndings: ReadonlySet<string>
}

/** What of a decoded word the names need. */
export interface NamedWord {
  readonly upos: string
  readonly head: number
  readonly deprel: string
}

/** The sentence: forms and words run side by side. */
export interface NamedSentence {
  readonly forms: readonly string[]
  readonly words: readonly NamedWord[]
}

const FILE = new URL('../../data/language/names.yaml', import.meta.url)

/** Reads the list; throws where the file is missing or no YAML. */
export function loadNameWords(fileEndings: readonly string[], file: URL = FILE): NameWords {
  const lines: readonly string[] = parse(readFileSync(file, 'utf8')).legalForms
  return { legalForms: new Set(lines.flatMap(line => line.split(' '))), fileEndings: new Set(fileEndings) }
}

/** Addresses and files are no names; companies keep their "Inc."; what the tree holds together is one name. */
export function mendNames(
  found: readonly NameRange[],
  sentence: NamedSentence,
  lists: NameWords,
): NameRange[] {
  const names = found.filter(name => mayBeName(name, sentence, lists))
  return withLegalForms(joinHalves(names, sentence), sentence, lists).map(name => withPlaceOf(name, sentence))
}

const ADDRESS = /\S@\S|:\/\/|^www\./iu
const NAMING = /^(?:PROPN|X)$/u

function mayBeName(
  { type, first, end }: NameRange,
  { forms, words }: NamedSentence,
  lists: NameWords,
): boolean {
  const own = forms.slice(first, end)
  if (own.some(form => ADDRESS.test(form) || isFile(form, lists))) return false
  // A single "Serbian" or "northern" is no place; other kinds ("Serbian") may be adjectives.
  return type === 'other' || end > first + 1 || NAMING.test(words[first].upos)
}

function isFile(form: string, { fileEndings }: NameWords): boolean {
  const dot = form.lastIndexOf('.')
  return dot > 0 && fileEndings.has(form.slice(dot + 1).toLowerCase())
}

// --- Halves of one name ("Scott|Neal") ---

const HOLDS_TOGETHER = /^(?:flat|compound|goeswith)\b/u

// Places stay apart: "Portland Oregon" are two.
const JOINED: ReadonlySet<string> = new Set(['person', 'organisation'])

function joinHalves(names: readonly NameRange[], sentence: NamedSentence): NameRange[] {
  const done: NameRange[] = []
  for (const name of names) {
    const before = done.at(-1)
    const touch = before?.end === name.first && before.type === name.type && JOINED.has(name.type)
    if (before && touch && (holds(before, name, sentence) || holds(name, before, sentence)))
      done[done.length - 1] = { ...before, end: name.end }
    else done.push(name)
  }
  return done
}

/** Whether a word of `part` hangs on a word of `head` as part of its name. */
const holds = (head: NameRange, part: NameRange, { words }: NamedSentence): boolean =>
  words
    .slice(part.first, part.end)
    .some(word => word.head >= head.first && word.head < head.end && HOLDS_TOGETHER.test(word.deprel))

// --- "Google, Inc." ---

function withLegalForms(
  names: readonly NameRange[],
  { forms }: NamedSentence,
  { legalForms }: NameWords,
): NameRange[] {
  const isForm = (i: number): boolean =>
    i < forms.length &&
    /^\p{Lu}/u.test(forms[i]) &&
    legalForms.has(forms[i].replaceAll('.', '').toLowerCase())
  const done: NameRange[] = []
  for (const name of names) {
    if (name.first < (done.at(-1)?.end ?? 0)) continue
    // "Denver, Co." is a place.
    const mayPart = forms[name.end] === ',' && name.type !== 'place'
    let end = name.end
    for (let i = mayPart ? end + 1 : end; isForm(i); i++) end = i + 1
    const onlyForms = forms.slice(name.first, name.end).every((_, i) => isForm(name.first + i))
    if (end > name.end) done.push({ type: 'organisation', first: name.first, end })
    else if (!onlyForms) done.push(name)
  }
  return done
}

// --- "at Kelly's" ---

/** Somebody's with nothing that is theirs, after "at": a house or a shop, whose name keeps its "'s". */
function withPlaceOf(name: NameRange, { forms, words }: NamedSentence): NameRange {
  const mark = words[name.end]
  if (name.type !== 'person' || !/^['’]s$/u.test(forms[name.end] ?? '')) return name
  const inside = mark.head >= name.first && mark.head < name.end
  const owns = /^(?:nmod|conj|root)/u.test(words[mark.head]?.deprel ?? 'root')
  return inside && !owns && forms[name.first - 1]?.toLowerCase() === 'at'
    ? { type: 'place', first: name.first, end: name.end + 1 }
    : name
}
