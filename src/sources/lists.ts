// The word lists of data/sources: a file's name comes in, its checked content goes out.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** Parses `data/sources/NAME.yaml`; throws when the file is missing or is no YAML. */
export const readList = (name: string): unknown =>
  parse(readFileSync(new URL(`../../data/sources/${name}.yaml`, import.meta.url), 'utf8'))

/** Reads a file that maps names to lists of words; throws when it has another shape. */
export function readWordLists(name: string): Readonly<Record<string, readonly string[]>> {
  const content = readList(name)
  if (typeof content !== 'object' || content === null)
    throw new Error(`data/sources/${name}.yaml must map names to lists.`)
  return Object.fromEntries(
    Object.entries(content).map(([key, words]) => [key, asWords(words, `${name}.yaml: ${key}`)]),
  )
}

function asWords(value: unknown, where: string): string[] {
  if (!Array.isArray(value)) throw new Error(`data/sources/${where} must be a list of words.`)
  return value.map(String)
}
