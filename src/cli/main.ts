#!/usr/bin/env node
// The command `rapport`: arguments in, the exit code of run.ts out.
import { EXIT } from './exit.ts'
import { run } from './run.ts'

// A reader such as `head` that has seen enough closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.fine)
  throw error
})

// Not process.exit(): what is still on its way to a pipe must arrive.
process.exitCode = await run(process.argv.slice(2))
