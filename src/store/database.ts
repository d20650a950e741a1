// A path in, a typed SQLite connection out. The only file that knows which SQLite package is used.

import { Kysely, SqliteDialect } from 'kysely'
import Sqlite from 'libsql'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** How long a writer waits for another process's transaction, in milliseconds. */
const BUSY_MS = 10_000

/** A write-ahead log of which each commit is whole: readers never wait for a writer, and a kill leaves whole transactions. */
const PRAGMAS = [
  `busy_timeout = ${BUSY_MS}`,
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'foreign_keys = ON',
]

/** Opens or makes the file. Throws, in a sentence, where it is no database. */
export function openDatabase(path: string): Database {
  const file = openFile(path)
  return new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        // A transaction that reads first and then writes would fail where another process wrote in between: take the lock at once.
        prepare: sql => careful(file.prepare(sql === 'begin' ? 'begin immediate' : sql)),
        close: () => {
          file.close()
        },
      },
    }),
  })
}

/** Throws, in a sentence, where the file is no database or cannot be opened. */
function openFile(path: string): Sqlite.Database {
  try {
    const file = new Sqlite(path)
    for (const pragma of PRAGMAS) file.exec(`PRAGMA ${pragma}`)
    return file
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
    throw new Error(`${path} cannot be opened as a record (${error.message}). Choose another file.`)
  }
}

/** The package ends the whole process on a value it cannot bind, so such values are stopped here. */
const careful = (statement: Sqlite.Statement) => ({
  reader: statement.reader,
  all: (values: readonly unknown[]) => statement.all(values.map(bindable)),
  run: (values: readonly unknown[]) => {
    const { changes, lastInsertRowid } = statement.run(values.map(bindable))
    return { changes, lastInsertRowid }
  },
  iterate: (values: readonly unknown[]) => statement.iterate(values.map(bindable)),
})

function bindable(value: unknown): string | number | bigint | null | Uint8Array {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value
  if (value instanceof Uint8Array) return value
  throw new TypeError(`The store cannot keep ${JSON.stringify(value)}: only texts, numbers and nothing.`)
}
