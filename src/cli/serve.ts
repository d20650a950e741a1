// `rapport serve`: the record as a page in the browser, on this machine only.
import type { Command } from 'commander'
import { dbOption } from './list.ts'
import { openExisting } from './stores.ts'
import { note, print } from './terminal.ts'

const EXAMPLES = `
Examples:
  rapport serve
  rapport serve --db talks.sqlite --port 8080`

/** Throws (as misuse) on anything but a port number. */
function portNumber(words: string): number {
  const port = Number(words)
  if (!/^\d+$/.test(words) || port > 65_535)
    throw new Error(`"${words}" is no port: give a number from 0 (any free one) to 65535.`)
  return port
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Show the record in the browser; only this machine can reach it.')
    .option('-p, --port <number>', 'port to use (default: 4880 or the next free one)', portNumber)
    .option('--host <name>', 'address to listen at', '127.0.0.1')
    .addOption(dbOption())
    .addHelpText('after', EXAMPLES)
    .action(serveStore)
}

async function serveStore(options: {
  readonly db: string
  readonly port?: number
  readonly host: string
}): Promise<void> {
  const store = await openExisting(options.db)
  const { serve } = await import('../server/serve.ts')
  const running = await serve({ store, port: options.port, host: options.host })
  await print(`${running.url}\n`)
  note(`Serving ${options.db}; open the address above in your browser. Ctrl+C ends it.`)
  await new Promise<void>(ended => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended())
  })
  await running.close()
  await store.close()
}
