// A table of facts as text (tab-separated, a header line, # comments) comes in; its rows, each knowing where it stands, go out.

/** The tables, each with the column that identifies a row. */
export const TABLES = {
  countries: 'code',
  organisations: 'ref',
  people: 'ref',
  roles: 'words',
  bodies: 'words',
  places: 'name',
  'given-names': 'name',
} as const

export type TableName = keyof typeof TABLES
export interface Row {
  readonly file: string
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A mistake in a data file, in a sentence that says where it stands. */
export const dataError = (row: Pick<Row, 'file' | 'line'>, key: string | null, message: string): Error =>
  new Error(`${row.file}, line ${row.line}${key === null ? '' : `, key "${key}"`}: ${message}`)

/** Rows of a tab-separated table. Throws where a row has more cells than the header. */
export const readTable = (file: string, content: string): readonly Row[] => {
  const rows: Row[] = []
  let header: readonly string[] | null = null
  const lines = content.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index] ?? ''
    if (text === '' || text.startsWith('#')) continue
    const values = text.split('\t')
    if (header === null) {
      header = values
      continue
    }
    if (values.length > header.length) {
      throw dataError(
        { file, line: index + 1 },
        null,
        `${values.length} cells where the header has ${header.length}`,
      )
    }
    const cells: Record<string, string> = {}
    for (let column = 0; column < values.length; column++) cells[header[column] ?? ''] = values[column] ?? ''
    rows.push({ file, line: index + 1, cells })
  }
  return rows
}

/** A cell that is empty or missing reads null. */
export const cell = (row: Row, key: string): string | null => row.cells[key] || null

/** A cell that must be there. */
export const needed = (row: Row, key: string): string => {
  const value = cell(row, key)
  if (value === null) throw dataError(row, key, 'is missing')
  return value
}

const NONE: readonly string[] = []

/** The parts of a cell, separated by semicolons. */
export const parts = (row: Row, key: string): readonly string[] => {
  const value = row.cells[key]
  if (!value) return NONE
  return value.includes(';') ? value.split('; ') : [value]
}
