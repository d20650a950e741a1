// The tables of data/knowledge and the user's own files come in; rows by table and one hash over all of them go out.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Row, readTable, TABLES, type TableName } from './knowledge-table.ts'
import { readUserFile } from './knowledge-user-file.ts'

/** Each table is split into rows when it is first asked for. */
export type Tables = Readonly<Record<TableName, () => readonly Row[]>>

const FOLDER = new URL('../../data/knowledge/', import.meta.url)
const VERSION_LENGTH = 12

/** Rows of the user's file replace, cell by cell, the row of the same key; others are added. */
const merge = (key: string, known: readonly Row[], extra: readonly Row[]): readonly Row[] => {
  if (extra.length === 0) return known
  const rows = new Map(known.map(row => [row.cells[key] ?? '', row]))
  for (const row of extra) {
    const id = row.cells[key] ?? ''
    rows.set(id, { ...row, cells: { ...rows.get(id)?.cells, ...row.cells } })
  }
  return [...rows.values()]
}

/** Reads every table and the extra files (paths). Throws where a file is missing or wrong, naming file, line and key. */
export const readTables = (
  extra: readonly string[],
): { readonly tables: Tables; readonly version: string } => {
  const hash = createHash('sha256')
  const users = extra.map(path => {
    const content = readFileSync(path, 'utf8')
    hash.update(content)
    return readUserFile(path, content)
  })
  const tables = (Object.keys(TABLES) as TableName[]).map(name => {
    const content = readFileSync(new URL(`${name}.tsv`, FOLDER), 'utf8')
    hash.update(content)
    const own = users.flatMap(user => user[name] ?? [])
    const rows = () => merge(TABLES[name], readTable(`data/knowledge/${name}.tsv`, content), own)
    return [name, rows] as const
  })
  return {
    tables: Object.fromEntries(tables) as Record<TableName, () => readonly Row[]>,
    version: hash.digest('hex').slice(0, VERSION_LENGTH),
  }
}
