// An office, a state or organisation, and a day come in; the known persons who held it then go out.
import type { KnownActor, Term } from './knowledge.ts'
import { parts, type Row } from './knowledge-table.ts'

interface Held {
  readonly actor: KnownActor
  readonly term: Term
}

/** Offices that are one and the same by another name in some states. */
const SAME_OFFICE: Readonly<Record<string, string>> = {
  'secretary of state': 'foreign minister',
  chancellor: 'prime minister',
  taoiseach: 'prime minister',
  'treasury secretary': 'finance minister',
}
/** Where the foreign secretary is the highest official of the ministry, not the minister. */
const FOREIGN_SECRETARY_IS_OFFICIAL: ReadonlySet<string> = new Set(['BGD', 'IND', 'LKA', 'NPL', 'PAK'])
const THRONES: ReadonlySet<string> = new Set(['king', 'queen', 'emperor', 'emir', 'sultan', 'grand duke'])

/** A term with dates as coarse as a year covers every day of that year. */
const covers = (term: Term, day: string): boolean =>
  (term.from === null || term.from <= day.slice(0, term.from.length)) &&
  (term.to === null || day.slice(0, term.to.length) <= term.to)

const latestFirst = (a: Held, b: Held): number => ((a.term.from ?? '') < (b.term.from ?? '') ? 1 : -1)

/** Finder of holders; `baseOf` gives the phrase that stands for an office ("premier" → "prime minister"). */
export const findHolders = (
  actors: readonly KnownActor[],
  countries: readonly Row[],
  baseOf: (office: string) => string,
) => {
  const held = new Map<string, Held[]>()
  const ledBy = new Map(countries.map(row => [row.cells.code ?? '', parts(row, 'led by')]))
  const keyOf = (office: string, of: string): string => {
    const base = baseOf(office)
    if (base === 'foreign secretary' && !FOREIGN_SECRETARY_IS_OFFICIAL.has(of))
      return `foreign minister@${of}`
    return `${SAME_OFFICE[base] ?? base}@${of}`
  }
  const put = (key: string, one: Held): void => {
    const list = held.get(key)
    if (list === undefined) held.set(key, [one])
    else list.push(one)
  }
  for (const actor of actors) {
    for (const term of actor.terms) {
      put(keyOf(term.office, term.of), { actor, term })
      if (THRONES.has(term.office)) put(`monarch@${term.of}`, { actor, term })
    }
  }
  const holders = (office: string, of: string, day: string | null): readonly KnownActor[] => {
    const own = held.get(keyOf(office, of)) ?? []
    const found = own.filter(({ term }) => (day === null ? term.to === null : covers(term, day)))
    if (found.length > 0) return [...new Set([...found].sort(latestFirst).map(({ actor }) => actor))]
    const base = baseOf(office)
    if (!base.startsWith('acting ') && held.has(keyOf(`acting ${base}`, of)))
      return holders(`acting ${base}`, of, day)
    if (base !== 'leader') return []
    return [...new Set((ledBy.get(of) ?? []).flatMap(by => holders(by, of, day)))]
  }
  return holders
}
