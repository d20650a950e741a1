// The import table of the house holds: each folder of src/ imports only what it may, and no files import each other in a circle.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))

/** May import values of these; `types` only types. Everybody may import the ground, src/text. */
const TABLE: Readonly<
  Record<string, { readonly values: readonly string[]; readonly types: readonly string[] }>
> = {
  text: { values: [], types: [] },
  knowledge: { values: [], types: [] },
  sources: { values: [], types: [] },
  language: { values: ['knowledge'], types: [] },
  record: { values: ['knowledge', 'language'], types: ['sources'] },
  pipeline: { values: ['knowledge', 'sources', 'language', 'record'], types: [] },
  'read-pool': { values: ['pipeline'], types: ['sources', 'record'] },
  'read-pool-worker': { values: ['pipeline'], types: ['read-pool'] },
  store: { values: [], types: ['sources', 'record'] },
  outputs: { values: [], types: ['sources', 'record'] },
  measure: { values: ['pipeline', 'read-pool'], types: ['knowledge', 'sources', 'language', 'record'] },
  server: { values: ['pipeline', 'store', 'outputs'], types: ['sources', 'record'] },
  cli: {
    values: ['pipeline', 'read-pool', 'store', 'outputs', 'measure', 'server'],
    types: ['sources', 'record', 'language', 'knowledge'],
  },
  index: { values: ['pipeline', 'store', 'outputs'], types: ['sources', 'record', 'language', 'knowledge'] },
}

interface Arrow {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))

/** `import … from`, `export … from` and `import('…')` of files of our own. */
const IMPORTS =
  /(?:^|\n)\s*(import|export)\s+(type\s)?([^'";]*?)from\s+'(\.[^']+)'|(import)\('(\.[^']+)'\)|(?:^|\n)import '(\.[^']+)'/g

function arrowsOf(name: string): Arrow[] {
  const code = readFileSync(join(SRC, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const from = name.split(sep).join(posix.sep)
  return [...code.matchAll(IMPORTS)].map(match => {
    const path = match[4] ?? match[6] ?? match[8]
    const to = relative(SRC, join(SRC, dirname(name), path))
      .split(sep)
      .join(posix.sep)
    return { from, to, typeOnly: match[2] !== undefined || onlyTypes(match[3]) }
  })
}

/** `{ type A, type B }` imports no value either. */
const onlyTypes = (names: string | undefined): boolean =>
  names !== undefined && /^\{(\s*type\s+\w+( as \w+)?\s*,?)+\s*\}\s*$/.test(names.trim())

const arrows = files.flatMap(arrowsOf)

/** `record/events/x.ts` belongs to `record`, `pipeline.ts` to `pipeline`. */
const folderOf = (file: string): string => file.replace(/[/.].*$/, '')

function allowed({ from, to, typeOnly }: Arrow): boolean {
  const [own, other] = [folderOf(from), folderOf(to)]
  if (own === other || other === 'text') return true
  const row = TABLE[own]
  return row !== undefined && (row.values.includes(other) || (typeOnly && row.types.includes(other)))
}

test('every folder of src/ is in the table', () => {
  expect([...new Set(files.map(folderOf))].filter(folder => !(folder in TABLE))).toEqual([])
})

test('imports are found at all', () => {
  expect(arrows).toContainEqual({ from: 'cli/read-sources.ts', to: 'store/store.ts', typeOnly: true })
  expect(arrows).toContainEqual({ from: 'cli/stores.ts', to: 'store/open-store.ts', typeOnly: false })
})

test('no folder imports what the table does not allow', () => {
  const wrong = arrows.filter(arrow => !allowed(arrow))
  expect(wrong.map(({ from, to, typeOnly }) => `${from} → ${to}${typeOnly ? ' (types)' : ''}`)).toEqual([])
})

test('no finder imports another finder of its folder', () => {
  const isFinder = (file: string): boolean => /\/find-[^/]+\.ts$/.test(file) && file.startsWith('record/')
  const wrong = arrows.filter(({ from, to, typeOnly }) => isFinder(from) && isFinder(to) && !typeOnly)
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('no circle of imports, types included', () => {
  expect(circle()).toEqual([])
})

/** The files of one circle, the first one repeated at the end; empty where there is none. */
function circle(): string[] {
  const next = new Map<string, Arrow[]>()
  for (const arrow of arrows) next.set(arrow.from, [...(next.get(arrow.from) ?? []), arrow])
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    for (const { to } of next.get(file) ?? []) {
      const found = visit(to, [...path, file])
      if (found.length > 0) return found
    }
    done.add(file)
    return []
  }
  for (const file of next.keys()) {
    const found = visit(file, [])
    if (found.length > 0) return found
  }
  return []
}
