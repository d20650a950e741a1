// Arguments of the command in, its exit code out; what goes wrong is said on stderr.
import { CommanderError } from 'commander'
import { EXIT } from './exit.ts'
import { makeProgram } from './program.ts'

export async function run(args: readonly string[]): Promise<number> {
  process.exitCode = EXIT.fine
  try {
    await makeProgram().parseAsync(args, { from: 'user' })
    // A command that read only a part of what it was given has said so here.
    return Number(process.exitCode)
  } catch (error) {
    return explain(error)
  }
}

/** Misuse in its own sentence, our own faults with their trace. */
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
