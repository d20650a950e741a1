// Reads data/actors/words.yaml: the small word lists that steer the resolution of actors.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface ActorWords {
  readonly familyFirst: ReadonlySet<string>
  readonly motion: ReadonlySet<string>
  readonly placePrepositions: ReadonlySet<string>
  readonly placeNouns: ReadonlySet<string>
  readonly acting: ReadonlySet<string>
  readonly toGovernment: ReadonlySet<string>
  readonly chiefs: ReadonlySet<string>
  readonly chiefWords: ReadonlySet<string>
  /** By the word: the offices and trades it is used for. */
  readonly alsoCalled: ReadonlyMap<string, readonly string[]>
  readonly equals: ReadonlySet<string>
  readonly parties: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  readonly persons: ReadonlySet<string>
  readonly either: ReadonlySet<string>
  readonly telling: ReadonlySet<string>
  readonly armedNouns: ReadonlySet<string>
  readonly groupNouns: ReadonlySet<string>
  readonly organisationNouns: ReadonlySet<string>
  readonly blocNouns: ReadonlySet<string>
  readonly outletNouns: ReadonlySet<string>
  readonly companyNouns: ReadonlySet<string>
  readonly bodies: ReadonlySet<string>
  readonly armedAdjectives: ReadonlySet<string>
  readonly bodyAdjectives: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  readonly former: ReadonlySet<string>
  readonly qualifiers: ReadonlySet<string>
  readonly loose: ReadonlySet<string>
  readonly courtesy: ReadonlySet<string>
}

const FILE = new URL('../../data/actors/words.yaml', import.meta.url)

export function loadActorWords(): ActorWords {
  const { alsoCalled, ...lists } = parse(readFileSync(FILE, 'utf8')) as {
    alsoCalled: { [word: string]: string[] }
  } & { [list: string]: string[] }
  return {
    ...Object.fromEntries(Object.entries(lists).map(([list, words]) => [list, new Set(words)])),
    alsoCalled: new Map(Object.entries(alsoCalled)),
  } as unknown as ActorWords
}
