// A user's YAML file of own facts comes in (lists under `countries`, `organisations`, `people` …); rows of the same tables go out.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import { dataError, type Row, type TableName } from './knowledge-table.ts'

const COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  countries: ['code', 'name', 'aliases', 'adjectives', 'people', 'capital', 'metonyms', 'led by', 'source'],
  organisations: ['ref', 'name', 'aliases', 'country', 'code', 'metonyms', 'note', 'source'],
  people: ['ref', 'name', 'aliases', 'family', 'gender', 'country', 'code', 'bare', 'terms', 'source'],
  roles: ['words', 'also', 'kind', 'code', 'gender', 'source'],
  bodies: ['words', 'also', 'code', 'source'],
  places: ['name', 'country', 'aliases', 'source'],
  'given-names': ['name', 'gender', 'source'],
}

type At = (node: unknown) => { readonly file: string; readonly line: number }

/** A value as a cell: a text, a number or a list of these. */
const cellOf = (at: At, key: string, value: unknown): string => {
  const items = isSeq(value) ? value.items : [value]
  return items
    .map(item => {
      if (!isScalar(item) || typeof item.value === 'object')
        throw dataError(at(item ?? value), key, 'must be a text or a list of texts')
      return String(item.value)
    })
    .join('; ')
}

const rowOf = (at: At, table: TableName, record: YAMLMap): Row => {
  const cells: Record<string, string> = {}
  for (const { key, value } of record.items) {
    const column = isScalar(key) ? String(key.value) : ''
    if (!COLUMNS[table].includes(column)) {
      throw dataError(at(key), column, `${table} have no such key; they have ${COLUMNS[table].join(', ')}`)
    }
    if (isScalar(value) && value.value === null) cells[column] = ''
    else cells[column] = cellOf(at, column, value)
  }
  const id = COLUMNS[table][0] ?? ''
  if (!cells[id]) throw dataError(at(record), id, 'is missing')
  return { ...at(record), cells }
}

/** Throws where the YAML is broken, a list or a key is unknown, naming file, line and key. */
export const readUserFile = (file: string, content: string): Partial<Record<TableName, readonly Row[]>> => {
  const lines = new LineCounter()
  const document = parseDocument(content, { lineCounter: lines })
  const at: At = node => {
    const range = (node as { range?: readonly number[] } | null)?.range
    return { file, line: lines.linePos(range?.[0] ?? 0).line || 1 }
  }
  const broken = document.errors[0]
  if (broken)
    throw dataError(
      { file, line: lines.linePos(broken.pos[0]).line },
      null,
      broken.message.split('\n')[0] ?? '',
    )
  if (document.contents === null) return {}
  if (!isMap(document.contents))
    throw dataError({ file, line: 1 }, null, `must hold lists under ${Object.keys(COLUMNS).join(', ')}`)
  const tables: Partial<Record<TableName, readonly Row[]>> = {}
  for (const { key, value } of document.contents.items) {
    const table = String(isScalar(key) ? key.value : '')
    if (!(table in COLUMNS))
      throw dataError(at(key), table, `is no table; the tables are ${Object.keys(COLUMNS).join(', ')}`)
    if (!isSeq(value)) throw dataError(at(key), table, 'must be a list')
    tables[table as TableName] = value.items.map(record => {
      if (!isMap(record))
        throw dataError(at(record), table, 'holds an entry that is no mapping of keys to values')
      return rowOf(at, table as TableName, record as YAMLMap)
    })
  }
  return tables
}
