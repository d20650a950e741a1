// All commands with their options and help, as commander knows them; what a command needs is loaded when it runs.
import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { addActors } from './actors.ts'
import { addArticles } from './articles.ts'
import { addCase } from './case.ts'
import { addCode } from './code.ts'
import { addEvents } from './events.ts'
import { addMeasure } from './measure.ts'
import { addPositions } from './positions.ts'
import { addRead } from './read.ts'
import { addSearch } from './search.ts'
import { addServe } from './serve.ts'
import { addShow } from './show.ts'
import { addStatements } from './statements.ts'

const EXAMPLES = `
Examples:
  rapport read articles/*.html           read articles into ./rapport.sqlite
  rapport show articles/talks.html       an article with its entries, nothing stored
  rapport statements --actor Lavrov      what Lavrov said
  rapport events --actor PRK --with USA --status planned
  rapport positions --country UKR --format csv > positions.csv
  rapport serve                          the record in your browser

Exit codes: 0 all read; 1 something could not be read (the rest was); 2 misuse; 3 a fault in Rapport.`

export function makeProgram(): Command {
  const program = new Command('rapport')
    .description(
      'Reads news coverage of diplomacy and keeps the record: who said what, who did what to whom and when,\nand what each side demands, offers and refuses, each with the words it rests on.',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(rapport COMMAND --help shows how it is used)')
    .exitOverride()
  addRead(program)
  addShow(program)
  addArticles(program)
  addStatements(program)
  addEvents(program)
  addPositions(program)
  addActors(program)
  addSearch(program)
  addServe(program)
  addCode(program)
  addCase(program)
  addMeasure(program)
  return program
}

function version(): string {
  const file = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return file.version
}
