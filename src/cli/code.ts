// `rapport code --stream`: lines of JSON in, lines of JSON out, for programs that read archives.
import type { Command } from 'commander'
import { wholeNumber } from './list.ts'

const EXAMPLES = `
A line in holds {"id", "text" | "html"} and may hold "published", "title", "outlet", "url".
A line out holds {"id", "record"} or {"id", "error"}. Each line in gives one line out, in the same order,
a line that is no JSON too (its id is null). The exit code is 0 when every line was answered.

Examples:
  rapport code --stream < articles.jsonl > records.jsonl
  zcat archive.jsonl.gz | rapport code --stream --no-text --threads 1 | gzip > records.jsonl.gz`

interface CodeOptions {
  readonly stream?: boolean
  readonly text: boolean
  readonly threads?: number
  readonly actors?: readonly string[]
}

export function addCode(program: Command): void {
  program
    .command('code')
    .description('Read a stream of articles as JSON lines and write their records as JSON lines.')
    .requiredOption('--stream', 'read lines from standard input, write lines to standard output')
    .option('--no-text', "leave the text's content and its repairs out of the records")
    .option(
      '--threads <number>',
      'articles read side by side, each on a processor core; two unless said',
      wholeNumber,
    )
    .option('--actors <files...>', 'files with actors of your own, in the form of data/knowledge')
    .addHelpText('after', EXAMPLES)
    .action(code)
}

async function code({ text, threads, actors }: CodeOptions): Promise<void> {
  const [{ readSource }, { openReadPool }, { answerLines }, { splitLines }] = await Promise.all([
    import('../pipeline.ts'),
    import('../read-pool.ts'),
    import('./answer-lines.ts'),
    import('./split-lines.ts'),
  ])
  const { print } = await import('./terminal.ts')
  const reader = await openReadPool({ threads, extra: actors })
  try {
    for await (const answer of answerLines(splitLines(process.stdin), { reader, readSource, withText: text }))
      await print(`${answer}\n`)
  } finally {
    await reader.close()
  }
}
