// Markdown in, cases out: a title, a quoted text, and a list of what should be found (the form is in CONTRIBUTING.md).

/** One expected entry: its first line's key and words, then its fields. */
export interface Expected {
  readonly kind: string
  readonly words: string
  readonly fields: ReadonlyMap<string, string>
}

export interface Case {
  readonly title: string
  readonly text: string
  readonly published: string | null
  readonly expected: readonly Expected[]
  /** True for "- nothing": no entry of the file's kind may be found. */
  readonly nothing: boolean
  readonly notYet: string | null
}

/** Keys that begin an entry, by the kind of the file. */
const OPENERS = new Set(['says', 'event', 'position', 'actor', 'relation'])

interface Line {
  readonly key: string
  readonly value: string
}

function readLine(line: string, where: string): Line {
  const [, key, value] = line.match(/^- ([a-z ]+?)(?::\s*(.*))?$/) ?? []
  if (key === undefined)
    throw new Error(`${where}: cannot read the line “${line}”. Lines look like “- says: words”.`)
  return { key, value: value ?? '' }
}

function readText(lines: readonly string[]): string {
  return lines
    .filter(l => l.startsWith('>'))
    .map(l => l.replace(/^> ?/, ''))
    .join('\n')
}

function readExpected(lines: readonly Line[]): Expected[] {
  const entries: { kind: string; words: string; fields: Map<string, string> }[] = []
  for (const { key, value } of lines) {
    if (OPENERS.has(key)) entries.push({ kind: key, words: value, fields: new Map() })
    else entries.at(-1)?.fields.set(key, value)
  }
  return entries
}

function readCase(block: string, file: string): Case {
  const [title, ...lines] = block.split('\n')
  const where = `${file}, “${title}”`
  const items = lines.filter(l => l.startsWith('- ')).map(l => readLine(l.trim(), where))
  const only = (key: string) => items.find(i => i.key === key)?.value ?? null
  const text = readText(lines)
  if (!text) throw new Error(`${where}: the case has no text (lines that begin with “>”).`)
  return {
    title: title.trim(),
    text,
    published: only('published'),
    nothing: only('nothing') !== null,
    notYet: only('not yet'),
    expected: readExpected(items.filter(i => !['published', 'nothing', 'not yet'].includes(i.key))),
  }
}

/** All cases of one file. Throws with file and title where a case cannot be read. */
export const readCases = (markdown: string, file: string): Case[] =>
  markdown
    .split(/^# /m)
    .slice(1)
    .map(block => readCase(block, file))
