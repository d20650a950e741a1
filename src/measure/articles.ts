// Saved pages with their hand-made article text come in; how much of the text a page reader finds, and how much it adds, goes out.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Reads one page and gives the body of its article, without the headline; null where the page is not in English and so not read. */
export type ReadBody = (html: string, url: string) => string | null

export interface ArticlePage {
  readonly id: string
  readonly url: string
  readonly precision: number
  readonly recall: number
  readonly exact: boolean
}

export interface ArticleScores {
  readonly pages: readonly ArticlePage[]
  /** Means over pages; F1 is the harmonic mean of the two means. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Share of pages whose words are all right. */
  readonly accuracy: number
}

const SHINGLE = 4

/** Scores a page reader on `ground-truth.json` and `html/*.html.gz` of a folder, by multisets of four-word runs. */
export function measureArticles(goldFolder: string, readBody: ReadBody): ArticleScores {
  const truth = JSON.parse(readFileSync(join(goldFolder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string; url: string }
  >
  const names = readdirSync(join(goldFolder, 'html')).filter(name => name.endsWith('.html.gz'))
  const counted = names.flatMap(name => {
    const id = name.replace(/\.html\.gz$/, '')
    const { articleBody, url } = truth[id]
    const html = gunzipSync(readFileSync(join(goldFolder, 'html', name))).toString('utf8')
    const body = readBody(html, url)
    return body === null ? [] : [{ id, url, ...compare(words(body), words(articleBody)) }]
  })
  const precision = mean(counted.filter(page => page.found > 0).map(page => page.precision))
  const recall = mean(counted.filter(page => page.wanted > 0).map(page => page.recall))
  const accuracy = counted.filter(page => page.exact).length / counted.length
  return { pages: counted, precision, recall, f1: (2 * precision * recall) / (precision + recall), accuracy }
}

const words = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? []
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function compare(found: readonly string[], wanted: readonly string[]) {
  const [left, right] = [shingles(found), shingles(wanted)]
  let shared = 0
  for (const [shingle, n] of left) shared += Math.min(n, right.get(shingle) ?? 0)
  const [leftSize, rightSize] = [size(left), size(right)]
  const same = leftSize === shared && rightSize === shared
  return {
    found: leftSize,
    wanted: rightSize,
    precision: same ? 1 : leftSize === 0 ? 0 : shared / leftSize,
    recall: same ? 1 : rightSize === 0 ? 0 : shared / rightSize,
    exact: found.join(' ') === wanted.join(' '),
  }
}

function shingles(text: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  const length = Math.min(SHINGLE, text.length)
  for (let i = 0; length > 0 && i + length <= text.length; i++) {
    const shingle = text.slice(i, i + length).join(' ')
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

const size = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, n) => sum + n, 0)
