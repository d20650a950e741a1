// Actors, spans and articles in, the words that tables and CSV show for them out.
import type { ActorName, ArticleName, EventRow, Words } from '../store/store.ts'
import type { Cell } from './csv.ts'

/** Characters of an id that tell it from the others of a record and can be typed. */
const SHORT_ID = 8

export const shortId = (id: string): string => id.slice(0, SHORT_ID)

export const names = (actors: readonly ActorName[]): string => actors.map(actor => actor.name).join(', ')

export const articleCell = (article: ArticleName): string => shortId(article.id)

export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** "2026-04", "2026-04-01 – 2026-04-07", or the words where they cannot be put on a calendar. */
export function when(time: EventRow['time']): string {
  if (!time) return ''
  if (!time.from && !time.to) return time.span.words
  if (time.from === time.to) return time.from ?? ''
  if (time.grain === 'year') return time.from?.slice(0, 4) ?? ''
  if (time.grain === 'month') return time.from?.slice(0, 7) ?? ''
  return `${time.from ?? '…'} – ${time.to ?? '…'}`
}

/** Several actors in one CSV cell. */
export const list = (values: readonly (string | null)[]): string =>
  values.map(value => value ?? '').join('; ')

/** The columns of CSV that say where a row stands: the same for all kinds. */
export const whereFlat = (article: ArticleName, at: Words): Readonly<Record<string, Cell>> => ({
  start: at.start,
  end: at.end,
  article: article.id,
  title: article.title,
  outlet: article.outlet,
  published: article.published,
  url: article.url,
  source: article.source,
})

export const actorsFlat = (name: string, actors: readonly ActorName[]): Readonly<Record<string, Cell>> => ({
  [name]: list(actors.map(actor => actor.name)),
  [`${name}_keys`]: list(actors.map(actor => actor.key)),
  [`${name}_countries`]: list(actors.map(actor => actor.country)),
})

/** "1 article", "2 articles". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** "2 statements, 1 event, 0 positions", of a record (lists) or of rows (numbers). */
export function countsOf(of: {
  readonly statements: number | readonly unknown[]
  readonly events: number | readonly unknown[]
  readonly positions: number | readonly unknown[]
}): string {
  const nouns = ['statement', 'event', 'position'] as const
  return nouns
    .map(noun => {
      const count = of[`${noun}s`]
      return counted(typeof count === 'number' ? count : count.length, noun)
    })
    .join(', ')
}
