// How wide and how colourful the output may be, and texts wrapped to it.
import { createColors } from 'picocolors'
import wrapAnsi from 'wrap-ansi'

/** Lines longer than this are hard to read, however wide the window. */
const WIDEST = 110
/** A width for output that goes to a file or another program. */
const PLAIN_WIDTH = 100
/** Below this, words would be cut at every few letters. */
const NARROWEST = 8

const wanted = (): boolean => {
  if (process.env.NO_COLOR) return false
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== '0'
  return Boolean(process.stdout.isTTY) && process.env.TERM !== 'dumb'
}

/** Colours, or functions that change nothing where NO_COLOR is set or the output is no terminal. */
export const colours = createColors(wanted())

export const width = (): number =>
  process.stdout.isTTY ? Math.min(process.stdout.columns || PLAIN_WIDTH, WIDEST) : PLAIN_WIDTH

/** Wraps at words; later lines are indented. Colour codes take no room. */
export function wrap(words: string, columns: number, indent = ''): string {
  const lines = wrapAnsi(words, Math.max(columns - indent.length, NARROWEST), { hard: true }).split('\n')
  return lines.map(line => indent + line).join('\n')
}

/** Writes to stdout and waits while the other end is slower than we are. */
export async function print(words: string): Promise<void> {
  if (!process.stdout.write(words))
    await new Promise<void>(resume => process.stdout.once('drain', () => resume()))
}

export const note = (words: string): void => {
  process.stderr.write(`${words}\n`)
}
