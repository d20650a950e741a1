// `rapport read`: files, folders, patterns, addresses or standard input in; records out and into the store.
import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { csvLine } from './csv.ts'
import { EXIT } from './exit.ts'
import { dayOption, dbOption, formatOption, wholeNumber } from './list.ts'
import type { ReadOptions } from './reading.ts'
import { note } from './terminal.ts'

const EXAMPLES = `
Examples:
  rapport read talks.html
  rapport read articles/ 'more/**/*.txt' https://example.org/talks
  pbpaste | rapport read - --published 2025-08-25
  rapport read talks.html --no-store --format json > record.json
  rapport read articles/ --report not-read.csv

What was read before adds nothing; what an older Rapport read is read again. With --format json one record an article
is printed, with jsonl one a line, with csv one line an entry.`

export function addRead(program: Command): void {
  program
    .command('read')
    .description('Read articles and keep their records.')
    .argument('<sources...>', 'files, folders, patterns, addresses, or - for standard input')
    .option('--published <date>', 'the day of publication where a source does not say it', dayOption)
    .addOption(dbOption())
    .option('--no-store', 'print only, store nothing')
    .addOption(formatOption())
    .option('--report <file>', 'write what was not read, and why, to this file (CSV)')
    .option('--allow-private', 'also read addresses on this machine and in private networks')
    .option(
      '--threads <number>',
      'articles read side by side, each on a processor core; two unless said',
      wholeNumber,
    )
    .option('--actors <files...>', 'files with actors of your own, in the form of data/knowledge')
    .addHelpText('after', EXAMPLES)
    .action(read)
}

async function read(sources: readonly string[], options: ReadOptions): Promise<void> {
  const { readSources } = await import('./read-sources.ts')
  const unread = await readSources(sources, options)
  if (options.report !== undefined) {
    const lines = unread.map(({ name, why }) => csvLine([name, why]))
    writeFileSync(options.report, csvLine(['source', 'why']) + lines.join(''))
    note(`What was not read is listed in ${options.report} (${unread.length}).`)
  }
  if (unread.length > 0) process.exitCode = EXIT.unread
}
