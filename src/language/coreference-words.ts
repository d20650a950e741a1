// Reads data/language/coreference.yaml: nouns and titles for men, women, persons and bodies.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const LISTS = ['maleTitles', 'femaleTitles', 'men', 'women', 'persons', 'bodies'] as const
export type CoreferenceWords = Readonly<Record<(typeof LISTS)[number], ReadonlySet<string>>>

const FILE = new URL('../../data/language/coreference.yaml', import.meta.url)

export function loadCoreferenceWords(): CoreferenceWords {
  const lists = parse(readFileSync(FILE, 'utf8')) as Record<string, string[]>
  return Object.fromEntries(LISTS.map(list => [list, new Set(lists[list])])) as unknown as CoreferenceWords
}
