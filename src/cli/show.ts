// `rapport show`: one article in the terminal with its entries beneath each paragraph.
import { existsSync, statSync } from 'node:fs'
import type { Command } from 'commander'
import type { ArticleRecord } from '../record/record.ts'
import { dbOption } from './list.ts'
import { withStore } from './stores.ts'
import { print } from './terminal.ts'

const EXAMPLES = `
Examples:
  rapport show talks.html                reads the file, stores nothing
  rapport show 3f9ac1                    an article of the record, by the beginning of its id
  rapport show https://example.org/talks by its address
  rapport show 3f9ac1 --why              with the rule and the evidence behind each entry
  rapport show 3f9ac1 --json             the whole record as JSON`

interface ShowOptions {
  readonly db: string
  readonly why?: boolean
  readonly json?: boolean
  readonly published?: string
}

export function addShow(program: Command): void {
  program
    .command('show')
    .description('Show an article with its statements, events and positions.')
    .argument(
      '<article>',
      'a file, or an article of the record: id or the beginning of it, address or source name',
    )
    .option('--why', 'print the rule and the evidence behind each entry')
    .option('--json', 'print the whole record as JSON')
    .option('--published <date>', 'when the file was published, if it does not say so itself')
    .addOption(dbOption())
    .addHelpText('after', EXAMPLES)
    .action(show)
}

async function show(name: string, options: ShowOptions): Promise<void> {
  const isFile = existsSync(name) && statSync(name).isFile()
  const record = isFile ? await readFile(name, options.published) : await stored(name, options.db)
  if (options.json) return print(`${JSON.stringify(record, null, 2)}\n`)
  const { showArticle } = await import('./show-article.ts')
  await print(showArticle(record, options.why === true))
}

async function stored(name: string, db: string): Promise<ArticleRecord> {
  if (!existsSync(db))
    throw new Error(
      `There is no file ${name}, and no record at ${db} that could hold such an article. Read something first: rapport read FILE`,
    )
  const record = await withStore(db, store => store.article(name))
  if (!record)
    throw new Error(
      `There is no file ${name}, and no such article in ${db}. "rapport articles" lists what it holds, each with its id.`,
    )
  return record
}

async function readFile(name: string, published: string | undefined): Promise<ArticleRecord> {
  const { readOneFile } = await import('./read-one.ts')
  return readOneFile(name, published)
}
