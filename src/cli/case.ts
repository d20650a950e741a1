// `rapport case`: a sentence in, a case for test/cases out, to be corrected by hand.
import type { Command } from 'commander'
import { dayOption } from './list.ts'
import { print } from './terminal.ts'
import type { CaseKind } from './write-case.ts'

const EXAMPLES = `
Prints what the reader finds now: correct it by hand, then save it in test/cases/statements, events or positions.

Examples:
  rapport case "“We will not leave the table,” said Foreign Minister Anna Berg."
  rapport case --kind events "Arland expelled two Bordurian diplomats on Monday." --published 2025-08-25`

interface CaseOptions {
  readonly kind?: string
  readonly published?: string
  readonly name?: string
}

const KINDS: readonly CaseKind[] = ['actors', 'statements', 'events', 'positions']

export function addCase(program: Command): void {
  program
    .command('case')
    .description('Print a test case for a sentence, to be corrected by hand.')
    .argument('<sentence...>', 'the text of the case')
    .option('--kind <kind>', `only this kind: ${KINDS.join(', ')}`)
    .option('--name <name>', 'what the case shows, such as "Speaker named after the quotation"')
    .option('--published <date>', 'the day of publication', dayOption)
    .addHelpText('after', EXAMPLES)
    .action(printCase)
}

async function printCase(sentence: readonly string[], options: CaseOptions): Promise<void> {
  const kinds = KINDS.filter(kind => options.kind === undefined || kind === options.kind)
  if (kinds.length === 0) throw new Error(`"${options.kind}" is no kind of case: choose ${KINDS.join(', ')}.`)
  const [{ readText }, { readOne }, { writeCase }] = await Promise.all([
    import('../pipeline.ts'),
    import('./read-one.ts'),
    import('./write-case.ts'),
  ])
  const result = readText(sentence.join(' '), { name: 'case.txt', published: options.published })
  if (!result.ok) throw new Error(`The sentence was not read: ${result.problem.message}`)
  const record = await readOne(result.article)
  const cases = kinds.map(kind => writeCase(record, kind, options.name ?? 'What this case shows'))
  await print(cases.join('\n'))
}
