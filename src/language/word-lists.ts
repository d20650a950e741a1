// Comes in: data/language/tokens.yaml. Goes out: the sets the tokeniser asks.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface WordLists {
  readonly abbreviations: ReadonlySet<string>
  readonly beforeNumber: ReadonlySet<string>
  readonly insideSentence: ReadonlySet<string>
  readonly prefixes: ReadonlySet<string>
  /** Prefixes that form one word even between two capitals. */
  readonly openPrefixes: ReadonlySet<string>
  /** Lower-case word → length of its first part. */
  readonly contractions: ReadonlyMap<string, number>
  readonly whole: ReadonlySet<string>
  readonly units: ReadonlySet<string>
  readonly fileEndings: readonly string[]
  readonly domains: readonly string[]
  /** Longest first. */
  readonly smileys: readonly string[]
}

const FILE = new URL('../../data/language/tokens.yaml', import.meta.url)

const setOf = (lines: readonly string[]): Set<string> => new Set(lines.flatMap(line => line.split(' ')))

/** Reads the lists; throws where the file is missing or no YAML. */
export function loadWordLists(file: URL = FILE): WordLists {
  const raw = parse(readFileSync(file, 'utf8'))
  return {
    abbreviations: setOf(raw.abbreviations),
    beforeNumber: setOf(raw.beforeNumber),
    insideSentence: setOf(raw.insideSentence),
    prefixes: setOf(raw.prefixes),
    openPrefixes: setOf(raw.openPrefixes),
    contractions: new Map(Object.entries(raw.contractions)),
    whole: setOf(raw.whole),
    units: setOf(raw.units),
    fileEndings: raw.fileEndings,
    domains: raw.domains,
    smileys: [...raw.smileys].sort((a: string, b: string) => b.length - a.length),
  }
}
