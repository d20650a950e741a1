#!/usr/bin/env node
// The command `rapport`: arguments in; tables, records and exit codes out (0 all read, 1 something was not, 2 misuse, 3 our fault).
import { CommanderError } from 'commander'
import { EXIT } from './exit.ts'
import { makeProgram } from './program.ts'

// A reader such as `head` that has seen enough closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.fine)
  throw error
})

try {
  await makeProgram().parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

/** Says on stderr what went wrong; misuse in its own sentence, our own faults with their trace. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.misuse
  // Misuse is thrown as a plain Error in a sentence that says what to do; anything else is a fault of ours.
  if (error instanceof Error && error.constructor.name === 'Error') {
    process.stderr.write(`rapport: ${error.message}\n`)
    return EXIT.misuse
  }
  process.stderr.write(
    `rapport: this is a fault in Rapport, not in what you gave it. Please report it with these lines:\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return EXIT.fault
}
