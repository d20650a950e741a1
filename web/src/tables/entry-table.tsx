// A kind of entry and a filter in, the table of such entries across all articles out; every line leads to its words.
import { useState } from 'react'
import type { EventRow, Page, PositionRow, StatementRow } from '../../../src/store/store.ts'
import { apiPath, useLoaded } from '../api.ts'
import { plural } from '../labels.ts'
import type { TableKind } from '../route.ts'
import { COLUMNS, type EntryRow } from './columns.tsx'
import { TableFilter } from './table-filter.tsx'
import { Timeline } from './timeline.tsx'

const ROWS_AT_ONCE = 100
// The most the API gives at once.
const MOST_ROWS = 1000

const TEACH: Readonly<Record<TableKind, string>> = {
  statements:
    'Who said what, in which form, and whom the text names as its speaker. Choose a line to read it in its article.',
  events:
    'Who did, will, might or did not do what to whom, coded after PLOVER and CAMEO. Choose a line to read it in its article.',
  positions:
    'What each side demands, offers, accepts or refuses, and on which condition. Choose a line to read it in its article.',
}

interface Props {
  readonly kind: TableKind
  readonly filter: Readonly<Record<string, string>>
}

export function EntryTable({ kind, filter }: Props) {
  const [limit, setLimit] = useState(ROWS_AT_ONCE)
  const loaded = useLoaded<Page<StatementRow | EventRow | PositionRow>>(apiPath(kind, { ...filter, limit }))
  const name = kind[0].toUpperCase() + kind.slice(1)
  return (
    <main className="view table-view">
      <h1>{name}</h1>
      <p className="lead">{TEACH[kind]}</p>
      <TableFilter kind={kind} filter={filter} />
      {kind === 'events' && <Timeline filter={filter} />}
      {loaded.state === 'failed' && <p role="alert">{loaded.message}</p>}
      {loaded.state === 'loading' && <p className="hint">Loading…</p>}
      {loaded.state === 'ready' && (
        <>
          <p className="hint" role="status">
            {plural(loaded.value.total, kind.slice(0, -1))}
          </p>
          {loaded.value.rows.length > 0 ? (
            <Rows kind={kind} rows={loaded.value.rows} />
          ) : (
            <p className="teach-note">
              Nothing passes this filter. Actor takes a name, or a country’s code such as <code>NOR</code>.
              Dates are year-month-day.
            </p>
          )}
          {loaded.value.rows.length < Math.min(loaded.value.total, MOST_ROWS) && (
            <button
              type="button"
              className="button"
              onClick={() => setLimit(Math.min(limit + ROWS_AT_ONCE, MOST_ROWS))}
            >
              Show more
            </button>
          )}
        </>
      )}
    </main>
  )
}

function Rows({
  kind,
  rows,
}: {
  readonly kind: TableKind
  readonly rows: readonly (StatementRow | EventRow | PositionRow)[]
}) {
  const columns = COLUMNS[kind]
  return (
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.name} scope="col" className={column.className}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={`${row.article.id}${row.id}`}>
              {columns.map(column => (
                <td key={column.name} className={column.className}>
                  {column.cell(row as EntryRow)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
