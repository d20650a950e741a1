// A filter in, the actors of all articles out, busiest first; each leads to its dossier.
import { useState } from 'react'
import type { ActorRow, Page } from '../../../src/store/store.ts'
import { apiPath, useLoaded } from '../api.ts'
import { dateLabel, plural } from '../labels.ts'
import { Country } from '../reader/actor-names.tsx'
import { actorHash } from '../route.ts'

// The most the API gives at once; below that the list is filtered while typing, without asking again.
const ACTORS_LISTED = 1000

export function ActorList({ filter }: { readonly filter: Readonly<Record<string, string>> }) {
  const [words, setWords] = useState(filter.actor ?? '')
  const loaded = useLoaded<Page<ActorRow>>(apiPath('actors', { limit: ACTORS_LISTED }))
  const rows = loaded.state === 'ready' ? loaded.value.rows.filter(row => matches(row, words)) : []
  return (
    <main className="view table-view">
      <h1>Actors</h1>
      <p className="lead">
        Persons, states and bodies across all articles. Choose one to see what it said, did and wants.
      </p>
      <search className="table-filter">
        <div className="field">
          <label htmlFor="actor-words">Name or country</label>
          <input
            id="actor-words"
            type="text"
            value={words}
            onChange={event => setWords(event.target.value)}
            spellCheck={false}
          />
        </div>
      </search>
      {loaded.state === 'failed' && <p role="alert">{loaded.message}</p>}
      {loaded.state === 'loading' && <p className="hint">Loading…</p>}
      {loaded.state === 'ready' && (
        <p className="hint" role="status">
          {plural(rows.length, 'actor')}
        </p>
      )}
      {rows.length > 0 && <Rows rows={rows} />}
    </main>
  )
}

function Rows({ rows }: { readonly rows: readonly ActorRow[] }) {
  return (
    <div className="table-scroll">
      <table className="actor-table">
        <thead>
          <tr>
            <th scope="col">Actor</th>
            <th scope="col">Kind</th>
            <th scope="col" className="number">
              Said
            </th>
            <th scope="col" className="number">
              Did
            </th>
            <th scope="col" className="number">
              Wants
            </th>
            <th scope="col" className="number">
              Articles
            </th>
            <th scope="col">First to last</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              <td className="who">
                <a href={actorHash(row.key)}>
                  {row.name}
                  <Country actor={row} />
                </a>
              </td>
              <td>{row.kind}</td>
              <td className="number">{row.statements || ''}</td>
              <td className="number">{row.events || ''}</td>
              <td className="number">{row.positions || ''}</td>
              <td className="number">{row.articles}</td>
              <td>{[...new Set([dateLabel(row.first), dateLabel(row.last)])].filter(Boolean).join(' – ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const matches = (row: ActorRow, words: string): boolean =>
  `${row.name} ${row.country ?? ''} ${row.code ?? ''} ${row.kind}`
    .toLowerCase()
    .includes(words.trim().toLowerCase())
