// Look-ups that a newspaper reader would expect, and the consistency of the tables in data/knowledge.
import { describe, expect, it } from 'vitest'
import { readCountry, readOrganisation, readPerson } from '../src/knowledge/knowledge-actors.ts'
import { readTables } from '../src/knowledge/knowledge-files.ts'
import { parts } from '../src/knowledge/knowledge-table.ts'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'

const knowledge = loadKnowledge()
const refs = (words: string, how?: string): readonly string[] =>
  knowledge
    .names(words)
    .filter(name => how === undefined || name.how === how)
    .map(name => name.actor.ref)

describe('names', () => {
  it.each([
    ['United States', 'country/USA'],
    ['U.S.', 'country/USA'],
    ['Britain', 'country/GBR'],
    ['DPRK', 'country/PRK'],
    ['ROK', 'country/KOR'],
    ['PRC', 'country/CHN'],
    ['Burma', 'country/MMR'],
    ['Côte d’Ivoire', 'country/CIV'],
    ["Cote d'Ivoire", 'country/CIV'],
    ['Türkiye', 'country/TUR'],
    ['Czechia', 'country/CZE'],
    ['SOUTH KOREA', 'country/KOR'],
    ['Dutch', 'country/NLD'],
    ['Filipinos', 'country/PHL'],
    ['Nigerien', 'country/NER'],
    ['Nigerian', 'country/NGA'],
    ['Kosovar', 'country/XKX'],
    ['Palestinian', 'country/PSE'],
    ['White House', 'government/USA'],
    ['Kremlin', 'government/RUS'],
    ['Downing Street', 'government/GBR'],
    ['Elysee', 'government/FRA'],
    ['Blue House', 'government/KOR'],
    ['Pyongyang', 'government/PRK'],
    ['Planalto', 'government/BRA'],
    ['State Department', 'body/USA/foreign-ministry'],
    ['Foggy Bottom', 'body/USA/foreign-ministry'],
    ['Pentagon', 'body/USA/defense-ministry'],
    ["Quai d'Orsay", 'body/FRA/foreign-ministry'],
    ['U.N.', 'organisation/united-nations'],
    ['IAEA', 'organisation/iaea'],
    ['NATO', 'organisation/nato'],
    ['Hizbollah', 'group/hezbollah'],
    ['Houthi', 'group/houthis'],
    ['KCNA', 'outlet/kcna'],
    ['Revolutionary Guards', 'body/IRN/irgc'],
    ['Donald Trump', 'person/donald-trump'],
    ['Trump', 'person/donald-trump'],
    ['Erdogan', 'person/recep-tayyip-erdogan'],
    ['Erdoğan', 'person/recep-tayyip-erdogan'],
    ['Zelenskyy', 'person/volodymyr-zelensky'],
    ['XI JINPING', 'person/xi-jinping'],
    ['Kim Yo-jong', 'person/kim-yo-jong'],
    ['MBS', 'person/mohammed-bin-salman'],
    ['The New York Times', 'outlet/new-york-times'],
    ['the Kremlin', 'government/RUS'],
  ])('%s is %s', (words, ref) => {
    expect(refs(words)).toContain(ref)
  })

  it('keeps ambiguous words apart', () => {
    expect(refs('Congolese')).toEqual(['country/COG', 'country/COD'])
    for (const words of ['Jordan', 'Georgia', 'Chad', 'Congolese', 'WHO']) {
      expect(knowledge.names(words).every(name => name.ambiguous)).toBe(true)
    }
    expect(knowledge.names('Turkey')[0]?.ambiguous).toBe(false)
  })

  it('marks surnames that stand alone, and lists no common ones', () => {
    expect(knowledge.names('Putin')[0]?.bare).toBe(true)
    expect(knowledge.names('Vladimir Putin')[0]?.bare).toBe(false)
    for (const words of ['Kim', 'Lee', 'Park', 'Johnson', 'May', 'Brown', 'us', 'turkey', 'who'])
      expect(refs(words)).toEqual([])
  })

  it('knows family names in either order, and what stands for a state', () => {
    expect(knowledge.actor('person/xi-jinping')?.familyName).toBe('Xi')
    expect(knowledge.actor('person/benjamin-netanyahu')?.familyName).toBe('Netanyahu')
    expect(knowledge.actor('outlet/kcna')?.stateMedia).toBe(true)
    expect(knowledge.actor('outlet/reuters')?.stateMedia).toBe(false)
    expect(knowledge.country('KOR')?.code).toBe('KOR')
    expect(knowledge.actor('government/KOR')?.code).toBe('KORGOV')
  })
})

describe('offices', () => {
  it.each([
    ['president', 'USA', '2018-06-12', ['Donald Trump']],
    ['president', 'USA', '2023-01-01', ['Joe Biden']],
    ['premier', 'ISR', '2022-03-01', ['Naftali Bennett']],
    ['foreign minister', 'USA', '2005-06-01', ['Condoleezza Rice']],
    ['secretary of state', 'USA', '2019-01-01', ['Mike Pompeo']],
    ['foreign secretary', 'GBR', '2018-01-01', ['Boris Johnson']],
    ['foreign secretary', 'IND', '2025-05-10', ['Vikram Misri']],
    ['chancellor', 'DEU', '2015-09-04', ['Angela Merkel']],
    ['leader', 'PRK', '2018-06-12', ['Kim Jong Un']],
    ['leader', 'ISR', '2023-10-07', ['Benjamin Netanyahu']],
    ['leader', 'IRN', '2023-10-07', []],
    ['supreme leader', 'IRN', '2025-06-20', ['Ali Khamenei']],
    ['defence minister', 'RUS', '2022-02-24', ['Sergei Shoigu']],
    ['secretary-general', 'organisation/nato', '2022-02-24', ['Jens Stoltenberg']],
    ['monarch', 'GBR', '2020-01-01', ['Elizabeth II']],
    ['president', 'SYR', '2025-05-14', ['Ahmed al-Sharaa']],
    ['prime minister', 'HUN', '2026-05-20', ['Péter Magyar']],
  ] as const)('%s of %s on %s', (office, of, day, names) => {
    expect(knowledge.holders(office, of, day).map(actor => actor.name)).toEqual(names)
  })

  it('gives the open term where no day is known', () => {
    expect(knowledge.holders('president', 'FRA', null).map(actor => actor.name)).toEqual(['Emmanuel Macron'])
    expect(knowledge.holders('chancellor', 'GBR', null)).toEqual([])
  })
})

describe('words and places', () => {
  it('reads roles and bodies in all their forms', () => {
    expect(knowledge.role('spokesmen')).toMatchObject({ base: 'spokesman', gender: 'male', kind: 'role' })
    expect(knowledge.role('Foreign Ministers')?.base).toBe('foreign minister')
    expect(knowledge.role('younger sister')).toMatchObject({ base: 'sister', gender: 'female', kind: 'kin' })
    expect(knowledge.role('protester')).toMatchObject({ kind: 'group', code: 'OPP' })
    expect(knowledge.role('table')).toBeNull()
    expect(knowledge.body('ministry of foreign affairs')).toMatchObject({
      base: 'foreign ministry',
      code: 'GOV',
    })
    expect(knowledge.body('armies')?.code).toBe('MIL')
    expect(knowledge.longestRole).toBeGreaterThan(4)
  })

  it.each([
    ['Geneva', 'CHE'],
    ['Doha', 'QAT'],
    ['Panmunjom', null],
    ['Gaza', 'PSE'],
    ['Kashmir', null],
    ['Golan Heights', null],
    ['Crimea', 'UKR'],
    ['Guam', 'GUM'],
    ['Sharm el-Sheikh', 'EGY'],
    ['Singapore', 'SGP'],
    ['Georgia', null],
    ['Kharkiv Oblast', 'UKR'],
    ['the Gaza Strip', 'PSE'],
    ['The Hague', 'NLD'],
    ['Nowhere Town', null],
    ['Nowhere Province', null],
  ])('%s lies in %s', (place, country) => {
    expect(knowledge.countryOfPlace(place)).toBe(country)
  })

  it('knows what gender a given name suggests', () => {
    expect(knowledge.genderOf('Olena')).toBe('female')
    expect(knowledge.genderOf('Takeshi')).toBe('male')
    expect(knowledge.genderOf('Andrea')).toBeNull()
  })
})

describe('tables', () => {
  const { tables } = readTables([])
  const people = tables.people().map(readPerson)
  const all = [
    ...tables.countries().flatMap(readCountry),
    ...tables.organisations().map(readOrganisation),
    ...people,
  ].map(known => known.actor)
  const known = new Set(all.map(actor => actor.ref))

  it('name every actor once', () => {
    expect(all.map(actor => actor.ref).filter((ref, index, list) => list.indexOf(ref) !== index)).toEqual([])
    expect(tables.countries().length).toBe(250)
  })

  it('speak only of states and bodies that they hold', () => {
    const wrong = all.flatMap(actor => [
      ...(actor.country !== null && !known.has(`country/${actor.country}`) ? [`${actor.ref} country`] : []),
      ...actor.terms
        .filter(term => !known.has(term.of) && !known.has(`country/${term.of}`))
        .map(term => `${actor.ref} ${term.of}`),
      ...(actor.code !== null && !/^[A-Z]{3,9}$/.test(actor.code) ? [`${actor.ref} code`] : []),
    ])
    expect(wrong).toEqual([])
    const places = tables
      .places()
      .filter(row => row.cells.country && !known.has(`country/${row.cells.country}`))
    expect(places).toEqual([])
  })

  it('give each role and body word one reading', () => {
    for (const table of ['roles', 'bodies'] as const) {
      const words = tables[table]().flatMap(row => [row.cells.words ?? '', ...parts(row, 'also')])
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
      expect(words.filter(word => word !== word.toLowerCase())).toEqual([])
    }
  })

  it('let no two persons head one government or state at a time', () => {
    const offices = [
      'president',
      'prime minister',
      'chancellor',
      'taoiseach',
      'foreign minister',
      'secretary of state',
      'defense minister',
    ]
    const terms = people.flatMap(({ actor }) =>
      actor.terms.filter(term => offices.includes(term.office)).map(term => ({ ref: actor.ref, ...term })),
    )
    const clashes = terms.flatMap((a, index) =>
      terms
        .slice(index + 1)
        .filter(b => a.office === b.office && a.of === b.of && a.ref !== b.ref)
        .filter(b => {
          const [first, second] = (a.from ?? '') <= (b.from ?? '') ? [a, b] : [b, a]
          return (
            first.to === null || (first.to > (second.from ?? '') && !(second.from ?? '').startsWith(first.to))
          )
        })
        .map(b => `${a.office} ${a.of}: ${a.ref} and ${b.ref}`),
    )
    expect(clashes).toEqual([])
  })

  it('hold no date beyond this decade or before the last century', () => {
    const dates = people
      .flatMap(({ actor }) => actor.terms.flatMap(term => [term.from, term.to]))
      .filter(date => date !== null)
    expect(dates.filter(date => date < '1900' || date > '2027')).toEqual([])
  })

  it('know a head of state or government of every UN member', () => {
    const heads = new Set(
      people.flatMap(({ actor }) =>
        actor.terms.filter(term => term.to === null || term.to >= '2026').map(term => term.of),
      ),
    )
    const without = tables
      .countries()
      .filter(row => (row.cells['led by'] ?? '') !== '' && !heads.has(row.cells.code ?? ''))
      .map(row => row.cells.code)
    expect(without).toEqual([])
  })
})
