// `rapport search`: words in, the articles and paragraphs that hold them out.
import type { Command } from 'commander'
import type { SearchRow } from '../store/store.ts'
import { countsOf, oneLine, shortId } from './cells.ts'
import { dbOption, formatOption, type Listing, type ListOptions, printRows, wholeNumber } from './list.ts'
import { withStore } from './stores.ts'
import { colours, note, print, width, wrap } from './terminal.ts'

const EXAMPLES = `
Examples:
  rapport search ceasefire talks         articles with both words, in any form
  rapport search '"security guarantees"' with this phrase
  rapport search denuclear*              with words that begin so`

const FOUND: Listing<SearchRow> = {
  find: store => store.search(''),
  columns: [],
  cells: () => [],
  flat: row => ({
    article: row.article.id,
    title: row.article.title,
    outlet: row.article.outlet,
    published: row.article.published,
    url: row.article.url,
    source: row.article.source,
    statements: row.statements,
    events: row.events,
    positions: row.positions,
    words: row.excerpts.map(excerpt => oneLine(excerpt.words)).join(' … '),
  }),
}

/** Articles shown when nobody says how many: each takes several lines. */
const DEFAULT_ARTICLES = 20

export function addSearch(program: Command): void {
  program
    .command('search')
    .description('Find words in the articles.')
    .argument('<words...>', 'all of them must occur')
    .option('-n, --limit <articles>', 'at most so many articles, 0 for all', wholeNumber, DEFAULT_ARTICLES)
    .option('--offset <articles>', 'leave out so many first', wholeNumber)
    .addOption(dbOption())
    .addOption(formatOption())
    .addHelpText('after', EXAMPLES)
    .action(search)
}

async function search(words: readonly string[], { db, format, ...filter }: ListOptions): Promise<void> {
  await withStore(db, async store => {
    const { rows, total } = await store.search(words.join(' '), filter)
    if (format !== 'table') return printRows(FOUND, rows, format)
    for (const row of rows) await print(`${hit(row)}\n`)
    if (total === 0) note(`No article in ${db} holds ${words.join(' ')}.`)
    else if (rows.length < total) note(`${rows.length} of ${total} articles; --limit 0 prints all.`)
  })
}

function hit({ article, excerpts, ...counts }: SearchRow): string {
  const where = [article.published, article.outlet ?? article.source, countsOf(counts)]
  const lines = [
    `${colours.bold(article.title)}  ${colours.dim(shortId(article.id))}`,
    colours.dim(where.filter(Boolean).join(' · ')),
    ...excerpts.map(excerpt => wrap(oneLine(marked(excerpt)), width(), '  ')),
  ]
  return `${lines.join('\n')}\n`
}

/** The words found in colour, or between asterisks where there is none. */
function marked({ start, words, found }: SearchRow['excerpts'][number]): string {
  const mark = colours.isColorSupported
    ? (w: string) => colours.bold(colours.yellow(w))
    : (w: string) => `*${w}*`
  let out = ''
  let done = 0
  for (const span of found) {
    out += words.slice(done, span.start - start) + mark(words.slice(span.start - start, span.end - start))
    done = span.end - start
  }
  return out + words.slice(done)
}
