// Rows of cells in, a table for people out: columns aligned, the widest ones wrapped to the terminal.
import stringWidth from 'string-width'
import { colours, width, wrap } from './terminal.ts'

export interface Column {
  readonly name: string
  /** Numbers stand to the right. */
  readonly right?: boolean
  /** Never broken: a reference is copied in one piece. */
  readonly whole?: boolean
  /** What the row is about keeps twice the room of the others. */
  readonly main?: boolean
}

const GAP = '  '
/** No column is pressed below this, so that words stay readable. */
const NARROWEST = 10

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const wanted = columns.map((column, i) => widest([column.name, ...rows.map(row => row[i])]))
  const widths = narrowed(columns, wanted)
  const head = line(
    columns,
    widths,
    columns.map(column => column.name),
  )
  return [colours.bold(head), ...rows.map(row => line(columns, widths, row))].map(l => `${l}\n`).join('')
}

const widest = (cells: readonly string[]): number => Math.max(...cells.map(cell => stringWidth(cell)))

/** Takes room from the widest column until all fit side by side. */
function narrowed(columns: readonly Column[], wanted: readonly number[]): number[] {
  const widths = [...wanted]
  const share = (i: number): number => (columns[i].whole ? 0 : columns[i].main ? widths[i] / 2 : widths[i])
  const room = width() - GAP.length * (widths.length - 1)
  for (let over = widths.reduce((a, b) => a + b, 0) - room; over > 0; over--) {
    const most = widths.reduce((best, _, i) => (share(i) > share(best) ? i : best), 0)
    if (widths[most] <= NARROWEST) break
    widths[most]--
  }
  return widths
}

function line(columns: readonly Column[], widths: readonly number[], row: readonly string[]): string {
  const cells = row.map((cell, i) => (stringWidth(cell) > widths[i] ? wrapped(cell, widths[i]) : [cell]))
  const height = Math.max(...cells.map(lines => lines.length))
  return Array.from({ length: height }, (_, y) =>
    columns
      .map((column, i) => pad(cells[i][y] ?? '', widths[i], column.right === true))
      .join(GAP)
      .trimEnd(),
  ).join('\n')
}

/** Like wrap(), but as narrow as a column may be. */
const wrapped = (cell: string, columns: number): string[] => wrap(cell, columns).split('\n')

function pad(cell: string, columns: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, columns - stringWidth(cell)))
  return right ? space + cell : cell + space
}
