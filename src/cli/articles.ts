// `rapport articles`: what was read, and what could not be.
import type { Command } from 'commander'
import type { ArticleRow, UnreadRow } from '../store/store.ts'
import { articleCell, list } from './cells.ts'
import { type Listing, type ListOptions, listOptions, printList } from './list.ts'

const EXAMPLES = `
Examples:
  rapport articles
  rapport articles --actor Erdogan --from 2025
  rapport articles --unread              sources that could not be read, and why

The first column is the beginning of the article's id, as "rapport show" takes it.`

export const ARTICLES: Listing<ArticleRow> = {
  find: (store, filter) => store.articles(filter),
  columns: [
    { name: 'Article' },
    { name: 'Date' },
    { name: 'Title' },
    { name: 'Outlet' },
    { name: 'Said', right: true },
    { name: 'Events', right: true },
    { name: 'Positions', right: true },
  ],
  cells: row => [
    articleCell(row),
    row.published ?? '',
    row.title,
    row.outlet ?? '',
    String(row.statements),
    String(row.events),
    String(row.positions),
  ],
  flat: ({ authors, reader, ...row }) => ({ ...row, authors: list(authors), ...reader }),
}

const UNREAD: Listing<UnreadRow> = {
  find: (store, filter) => store.unread(filter),
  columns: [{ name: 'Source' }, { name: 'Why' }],
  cells: row => [row.source, row.why],
  flat: row => ({ ...row }),
}

export function addArticles(program: Command): void {
  listOptions(program.command('articles').description('List the articles of the record.'))
    .option('--unread', 'list what could not be read instead')
    .addHelpText('after', EXAMPLES)
    .action(({ unread, ...options }: ListOptions & { unread?: boolean }) =>
      unread ? printList(UNREAD, options) : printList(ARTICLES, options),
    )
}
