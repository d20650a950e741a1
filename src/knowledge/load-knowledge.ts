// The data files and the user's own come in; the Knowledge that resolves names, roles and places goes out.
import type { BodyNoun, Knowledge, KnownActor, KnownName, Role } from './knowledge.ts'
import {
  codeOfCountry,
  genderIn,
  type Known,
  readCountry,
  readOrganisation,
  readPerson,
} from './knowledge-actors.ts'
import { readTables } from './knowledge-files.ts'
import { foldName } from './knowledge-fold.ts'
import { findHolders } from './knowledge-holders.ts'
import { cell, dataError, needed, parts, type Row } from './knowledge-table.ts'

const NONE: readonly KnownName[] = []
/** Below this length a word in capitals is more likely an abbreviation than a name set in capitals. */
const SHORTEST_IN_CAPITALS = 4
/** "The Hague" is a name; of "the Kremlin" and "The New York Times" the tables hold the rest. */
const ARTICLE = /^[Tt]he \p{Lu}/u
const ARTICLE_LENGTH = 4
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u

const countWords = (phrase: string): number => phrase.split(' ').length

/** A value that is computed when it is first asked for. */
const once = <T>(compute: () => T): (() => T) => {
  let value: T | undefined
  return () => {
    value ??= compute()
    return value
  }
}

const indexNames = (known: readonly Known[]) => {
  const names = new Map<string, KnownName[]>()
  let longestName = 0
  for (const { namings } of known) {
    for (const { words, name } of namings) {
      const key = foldName(words)
      const found = names.get(key)
      if (found === undefined) {
        names.set(key, [name])
        longestName = Math.max(longestName, countWords(key))
      } else if (!found.some(other => other.actor === name.actor && other.how === name.how)) found.push(name)
    }
  }
  const firstWords = new Set([...names.keys()].map(firstWord))
  const inCapitals = once(() => new Map([...names].map(([key, found]) => [key.toUpperCase(), found])))
  const find = (words: string): readonly KnownName[] => {
    const key = foldName(words)
    const exact = firstWords.has(firstWord(key)) ? names.get(key) : undefined
    if (exact !== undefined) return exact
    if (ARTICLE.test(key)) return find(key.slice(ARTICLE_LENGTH))
    if (key.length < SHORTEST_IN_CAPITALS || !CAPITALS.test(key)) return NONE
    return inCapitals().get(key) ?? NONE
  }
  return { find, longestName }
}

/** "spokesmen" → "spokesman", "envoys" → "envoy", "foreign ministries" → "foreign ministry"; and "protester" → "protesters". */
const numberVariants = (words: string): readonly string[] => {
  const variants = [`${words}s`]
  if (words.endsWith('ies')) variants.push(`${words.slice(0, -3)}y`)
  if (words.endsWith('s')) variants.push(words.slice(0, -1))
  if (words.endsWith('men')) variants.push(`${words.slice(0, -3)}man`)
  if (words.endsWith('man')) variants.push(`${words.slice(0, -3)}men`)
  return variants
}

/** Looks phrases up; most words of a text begin none, and those are told by their first word alone. */
const phraseFinder = <T>(phrases: ReadonlyMap<string, T>): ((words: string) => T | null) => {
  const firstWords = new Set([...phrases.keys()].flatMap(key => beginnings(key)))
  return words => {
    const key = foldName(words).toLowerCase()
    if (!firstWords.has(firstWord(key))) return null
    const exact = phrases.get(key)
    if (exact !== undefined) return exact
    for (const variant of numberVariants(key)) {
      const found = phrases.get(variant)
      if (found !== undefined) return found
    }
    return null
  }
}

const firstWord = (phrase: string): string => {
  const space = phrase.indexOf(' ')
  return space < 0 ? phrase : phrase.slice(0, space)
}

/** The first word in each number in which a text may have it. */
const beginnings = (phrase: string): readonly string[] => {
  const first = firstWord(phrase)
  if (first !== phrase) return [first]
  const singular = first.endsWith('s') ? [first.slice(0, -1)] : []
  const plurals = [
    `${first}s`,
    first.endsWith('y') ? `${first.slice(0, -1)}ies` : '',
    first.replace(/man$/, 'men'),
    first.replace(/men$/, 'man'),
  ]
  return [first, ...singular, ...plurals]
}

const ROLE_KINDS: ReadonlySet<string> = new Set<Role['kind']>(['office', 'role', 'kin', 'tie', 'group'])

const rolesOf = (rows: readonly Row[]): ReadonlyMap<string, Role> => {
  const roles = new Map<string, Role>()
  for (const row of rows) {
    const base = needed(row, 'words')
    const kind = needed(row, 'kind')
    if (!ROLE_KINDS.has(kind))
      throw dataError(row, 'kind', `"${kind}" must be one of ${[...ROLE_KINDS].join(', ')}`)
    const facts = {
      base,
      kind: kind as Role['kind'],
      code: cell(row, 'code'),
      gender: genderIn(row),
    }
    for (const words of [base, ...parts(row, 'also')]) roles.set(foldName(words), { words, ...facts })
  }
  return roles
}

const bodiesOf = (rows: readonly Row[]): ReadonlyMap<string, BodyNoun> => {
  const bodies = new Map<string, BodyNoun>()
  for (const row of rows) {
    const base = needed(row, 'words')
    for (const words of [base, ...parts(row, 'also')])
      bodies.set(foldName(words), { words, base, code: cell(row, 'code') })
  }
  return bodies
}

/** Before a word that only says what kind of place it is: "… Oblast". */
const ANY_PLACE = '… '

/** Names of countries and capitals are places as well; an ambiguous one stands for none, and a disputed region lies in none. */
const placesOf = (countries: readonly Row[], rows: readonly Row[]) => {
  const places = new Map<string, string | null>()
  const endings: string[] = []
  const add = (written: string, country: string | null): void => {
    if (written.startsWith(ANY_PLACE)) endings.push(written.slice(ANY_PLACE.length - 1))
    else if (!written.endsWith('~')) places.set(foldName(written), country)
  }
  for (const row of countries) {
    for (const key of ['name', 'aliases', 'capital'])
      for (const name of parts(row, key)) add(name, cell(row, 'code'))
  }
  for (const row of rows) {
    for (const key of ['name', 'aliases'])
      for (const name of parts(row, key)) add(name, codeOfCountry(row, 'country'))
  }
  return (name: string): string | null => {
    const key = foldName(name).replace(/^[Tt]he /, '')
    const exact = places.get(key)
    if (exact !== undefined) return exact
    const ending = endings.find(end => key.endsWith(end))
    return ending === undefined ? null : (places.get(key.slice(0, -ending.length)) ?? null)
  }
}

const gendersOf = (rows: readonly Row[]): ReadonlyMap<string, 'male' | 'female'> => {
  const genders = new Map<string, 'male' | 'female'>()
  for (const row of rows) {
    const gender = genderIn(row)
    if (gender === null) throw dataError(row, 'gender', 'is missing')
    genders.set(foldName(needed(row, 'name')), gender)
  }
  return genders
}

const indexFamilies = (actors: readonly KnownActor[]): ReadonlyMap<string, readonly KnownActor[]> => {
  const families = new Map<string, KnownActor[]>()
  for (const actor of actors) {
    if (actor.familyName === null) continue
    const key = foldName(actor.familyName)
    families.set(key, [...(families.get(key) ?? []), actor])
  }
  return families
}

const longest = (...maps: readonly ReadonlyMap<string, unknown>[]): number =>
  Math.max(0, ...maps.flatMap(map => [...map.keys()].map(countWords)))

/**
 * Loads the knowledge. `extra`: paths of YAML files of the user that add facts or replace them.
 * Throws an Error naming file, line and key where a file is wrong.
 */
export const loadKnowledge = (options: { readonly extra?: readonly string[] } = {}): Knowledge => {
  const extra = options.extra ?? []
  const { tables, version } = readTables(extra)
  const countries = once(tables.countries)
  const known = [
    ...countries().flatMap(readCountry),
    ...tables.organisations().map(readOrganisation),
    ...tables.people().map(readPerson),
  ]
  const actors = new Map<string, KnownActor>(known.map(({ actor }) => [actor.ref, actor]))
  const { find, longestName } = indexNames(known)
  const roles = rolesOf(tables.roles())
  const bodies = bodiesOf(tables.bodies())
  const findRole = phraseFinder(roles)
  const findBody = phraseFinder(bodies)
  const places = once(() => placesOf(countries(), tables.places()))
  const genders = once(() => gendersOf(tables['given-names']()))
  const families = once(() => indexFamilies([...actors.values()]))
  const holders = once(() =>
    findHolders([...actors.values()], countries(), office => findRole(office)?.base ?? office),
  )
  if (extra.length > 0) {
    // Mistakes in the user's file must show at once.
    places()
    genders()
  }
  return {
    version,
    names: find,
    longestName,
    country: iso3 => actors.get(`country/${iso3}`) ?? null,
    actor: ref => actors.get(ref) ?? null,
    holders: (office, of, day) => holders()(office, of, day),
    bearers: familyName => families().get(foldName(familyName)) ?? [],
    role: findRole,
    body: findBody,
    longestRole: longest(roles, bodies),
    genderOf: givenName => genders().get(foldName(givenName)) ?? null,
    countryOfPlace: name => places()(name),
  }
}
