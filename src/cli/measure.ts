// `rapport measure`: how well the reader does on texts whose right record is known.
import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import type { Figure } from '../measure/figure.ts'
import { table } from './table.ts'
import { note, print } from './terminal.ts'

const EXAMPLES = `
Examples:
  rapport measure                               every measure whose texts are there
  rapport measure tokens syntax --gold sets --json`

/** Where the gold sets are looked for unless the user names a folder: here, or beside the clone. */
const GOLD = ['gold', '../shared/gold']

interface MeasureOptions {
  readonly gold?: string
  readonly json?: boolean
}

export function addMeasure(program: Command): void {
  program
    .command('measure')
    .description('Measure the reader on texts whose right record is known.')
    .argument('[names...]', 'only these measures')
    .option('--gold <folder>', `where the gold sets are (${GOLD.join(', else ')})`)
    .option('--json', 'print the figures as JSON')
    .addHelpText('after', EXAMPLES)
    .action(printFigures)
}

async function printFigures(names: readonly string[], { gold: named, json }: MeasureOptions): Promise<void> {
  const gold = named ?? GOLD.find(folder => existsSync(folder)) ?? GOLD[0]
  note(`Gold sets: ${gold}`)
  const { measure } = await import('../measure/measure.ts')
  const figures = await measure(names, { gold, onProgress: progress() })
  if (json) return print(`${JSON.stringify(figures, null, 2)}\n`)
  const columns = [
    { name: 'Set' },
    { name: 'Measure' },
    { name: 'Value', right: true },
    { name: '95 % interval' },
    { name: 'Items', right: true },
    { name: '' },
  ]
  await print(table(columns, figures.map(figureCells)))
}

const figureCells = ({ set, metric, value, interval, count, note: remark }: Figure): string[] => [
  set,
  metric,
  value <= 1 ? value.toFixed(4) : value.toFixed(1),
  interval ? interval.map(end => end.toFixed(3)).join('–') : '',
  String(count),
  remark ?? '',
]

/** A line on stderr when a measure has come another tenth of its way. */
function progress(): (name: string, done: number, of: number) => void {
  let last = ''
  return (name, done, of) => {
    const tenth = `${name}: ${Math.floor((done / of) * 10) * 10} %`
    if (tenth !== last) note(tenth)
    last = tenth
  }
}
