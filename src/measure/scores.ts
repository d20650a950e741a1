// Comes in: a folder of gold and the model. Goes out: the scores of pages and of dates, as figures like all others.
import { existsSync } from 'node:fs'
import { readDocument, readText } from '../pipeline.ts'
import { makeText } from '../text/text.ts'
import { measureArticles } from './articles.ts'
import { measureDates } from './dates.ts'
import type { Figure, Measure } from './figure.ts'

/** Time expressions of WikiWars. */
export const scoreDates: Measure = async (gold, model) => {
  const scores = await measureDates(
    gold,
    async (content, published) => (await readDocument(model, makeText(content), { published })).dates,
  )
  if (scores === null) return { name: 'dates', figures: [] }
  const figure = (metric: string, value: number, count: number): Figure => ({
    set: 'WikiWars train',
    metric,
    value,
    count,
  })
  return {
    name: 'dates',
    figures: [
      figure('Dates, overlapping: F1', scores.overlapF1, scores.gold),
      figure('Dates, exact: F1', scores.exactF1, scores.gold),
      figure('Dates, right interval', scores.valueAccuracy, scores.valued),
    ],
  }
}

/** Pages of the Scrapinghub benchmark: runs of four words of the article's body. */
export const scoreArticles: Measure = async gold => {
  const folder = `${gold}/articles/scrapinghub`
  if (!existsSync(folder)) return { name: 'articles', figures: [] }
  const { pages, precision, recall, f1, accuracy } = measureArticles(folder, readBody)
  const figure = (metric: string, value: number): Figure => ({
    set: 'Scrapinghub pages in English',
    metric,
    value,
    count: pages.length,
  })
  return {
    name: 'articles',
    figures: [
      figure('Article text: F1', f1),
      figure('Article text: precision', precision),
      figure('Article text: recall', recall),
      figure('Article text: exact pages', accuracy),
    ],
  }
}

/** Pages in other languages are refused, and left out. */
function readBody(html: string, url: string): string | null {
  const source = readText(html, { url })
  if (!source.ok) return /not English/.test(source.problem.message) ? null : ''
  const { text, title } = source.article
  return title === null ? text.content : text.content.slice(0, title.start) + text.content.slice(title.end)
}
