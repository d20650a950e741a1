// Rows of countries, organisations and people come in; the actors they describe and the names of each go out.
import type { KnownActor, KnownKind, KnownName, Term } from './knowledge.ts'
import { cell, dataError, needed, parts, type Row } from './knowledge-table.ts'

/** One way of naming an actor, as the tables give it. */
export interface Naming {
  readonly words: string
  readonly name: KnownName
}

export interface Known {
  readonly actor: KnownActor
  readonly namings: readonly Naming[]
}

/** Written after a name that often means something else too. */
const AMBIGUOUS = '~'
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/
const COUNTRY = /^[A-Z]{3}$/

const NOBODY = { code: null, gender: null, terms: [], familyName: null, stateMedia: false } as const

const naming = (actor: KnownActor, how: KnownName['how'], written: string, bare = false): Naming => {
  const ambiguous = written.endsWith(AMBIGUOUS)
  return {
    words: ambiguous ? written.slice(0, -AMBIGUOUS.length) : written,
    name: { actor, how, ambiguous, bare },
  }
}

const plain = (written: string): string =>
  written.endsWith(AMBIGUOUS) ? written.slice(0, -AMBIGUOUS.length) : written

/** An ISO 3166-1 alpha-3 code (or XKX), or null where the cell is empty. */
export const codeOfCountry = (row: Row, key: string): string | null => {
  const code = cell(row, key)
  if (code !== null && !COUNTRY.test(code))
    throw dataError(row, key, `"${code}" is no ISO 3166-1 alpha-3 code`)
  return code
}

/** A state and its government: "Japan", "Japanese", "Tokyo". */
export const readCountry = (row: Row): readonly Known[] => {
  const code = codeOfCountry(row, 'code') ?? needed(row, 'code')
  const written = needed(row, 'name')
  const name = plain(written)
  const state: KnownActor = { ...NOBODY, ref: `country/${code}`, name, kind: 'state', country: code, code }
  const government: KnownActor = {
    ...NOBODY,
    ref: `government/${code}`,
    name: `government of ${name}`,
    kind: 'government',
    country: code,
    code: `${code}GOV`,
  }
  const demonyms = [...new Set([...parts(row, 'adjectives'), ...parts(row, 'people')])]
  const seats = [...parts(row, 'capital'), ...parts(row, 'metonyms')]
  return [
    {
      actor: state,
      namings: [
        ...[written, ...parts(row, 'aliases')].map(words => naming(state, 'name', words)),
        ...demonyms.map(words => naming(state, 'demonym', words)),
      ],
    },
    { actor: government, namings: seats.map(words => naming(government, 'metonym', words)) },
  ]
}

const KINDS: Readonly<Record<string, KnownKind>> = {
  organisation: 'organisation',
  group: 'armed group',
  outlet: 'outlet',
  body: 'body',
  company: 'company',
  government: 'government',
}

/** An organisation, armed group, outlet, company or body of a state; the first part of its ref says which. */
export const readOrganisation = (row: Row): Known => {
  const ref = needed(row, 'ref')
  const kind = KINDS[ref.slice(0, ref.indexOf('/'))]
  if (kind === undefined)
    throw dataError(row, 'ref', `"${ref}" must start with ${Object.keys(KINDS).join('/, ')}/`)
  const written = needed(row, 'name')
  const actor: KnownActor = {
    ...NOBODY,
    ref,
    name: plain(written),
    kind,
    country: codeOfCountry(row, 'country'),
    code: cell(row, 'code'),
    stateMedia: cell(row, 'note') === 'state',
  }
  const names = [written, ...parts(row, 'aliases')].map(words => naming(actor, 'name', words))
  const metonyms = parts(row, 'metonyms').map(words => naming(actor, 'metonym', words))
  return { actor, namings: [...names, ...metonyms] }
}

/** `president USA 2017-01-20/2021-01-20`: office, state or organisation, first and last day; an open end stays empty. */
const readTerm = (row: Row, text: string): Term => {
  const found = /^(\S.*) (\S+) (\S*)\/(\S*)$/.exec(text)
  if (found === null) throw dataError(row, 'terms', `"${text}" must read: office, state or ref, from/to`)
  const [, office = '', of = '', from = '', to = ''] = found
  for (const date of [from, to]) {
    if (date !== '' && !DATE.test(date))
      throw dataError(row, 'terms', `"${date}" is no date (YYYY, YYYY-MM or YYYY-MM-DD)`)
  }
  if (from !== '' && to !== '' && from > to && !from.startsWith(to))
    throw dataError(row, 'terms', `"${text}" ends before it begins`)
  return { office: office.toLowerCase(), of, from: from || null, to: to || null }
}

/** `male`, `female`, or null where the cell is empty. */
export const genderIn = (row: Row): KnownActor['gender'] => {
  const gender = cell(row, 'gender')
  if (gender === null || gender === 'male' || gender === 'female') return gender
  throw dataError(row, 'gender', `"${gender}" must be male, female or empty`)
}

/** A person: the full names are names; the family name alone only where the table marks it as bare. */
export const readPerson = (row: Row): Known => {
  const ref = needed(row, 'ref')
  if (!ref.startsWith('person/')) throw dataError(row, 'ref', `"${ref}" must start with person/`)
  const name = needed(row, 'name')
  const familyName = cell(row, 'family')
  const actor: KnownActor = {
    ...NOBODY,
    ref,
    name,
    kind: 'person',
    country: codeOfCountry(row, 'country'),
    code: cell(row, 'code'),
    gender: genderIn(row),
    terms: parts(row, 'terms').map(text => readTerm(row, text)),
    familyName,
  }
  const full = [name, ...parts(row, 'aliases')].map(words => naming(actor, 'name', words))
  const bare = parts(row, 'bare').map(words => naming(actor, 'name', words, true))
  return { actor, namings: [...full, ...bare] }
}
