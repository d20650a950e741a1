// A row of the API in, the cells of its line in the table out.
import type { ReactNode } from 'react'
import type { ActorName, EventRow, PositionRow, StatementRow } from '../../../src/store/store.ts'
import { EVENT_LABELS, sourceLine, timeLabel } from '../labels.ts'
import { Country } from '../reader/actor-names.tsx'
import { actorHash, articleHash, type TableKind } from '../route.ts'
import { InContext } from './in-context.tsx'

/** Any of the three; each table asks only for what its own kind has. */
export type EntryRow = StatementRow & EventRow & PositionRow

interface Column {
  readonly name: string
  readonly className?: string
  readonly cell: (row: EntryRow) => ReactNode
}

const words: Column = {
  name: 'Words',
  className: 'words',
  cell: row => (
    <a href={articleHash(row.article.id, row.id)}>
      <InContext row={row} />
    </a>
  ),
}

const article: Column = {
  name: 'Article',
  className: 'from',
  cell: row => (
    <>
      <span className="from-title">{row.article.title}</span>
      <span className="aside">
        {sourceLine(row.article.outlet, row.article.source, row.article.published)}
      </span>
    </>
  ),
}

export const COLUMNS: Readonly<Record<TableKind, readonly Column[]>> = {
  statements: [
    { name: 'Speaker', className: 'who', cell: row => <Names actors={row.speakers.map(s => s.actor)} /> },
    words,
    { name: 'Form', cell: row => <Badge value={row.polarity === 'affirmed' ? row.form : row.polarity} /> },
    article,
  ],
  events: [
    { name: 'Who', className: 'who', cell: row => <Names actors={row.actors} /> },
    {
      name: 'Act',
      cell: row => (
        <>
          {EVENT_LABELS[row.type] ?? row.type} <span className="aside">{row.cameo}</span>
        </>
      ),
    },
    {
      name: 'To whom',
      className: 'who',
      cell: row => (row.recipients.length > 0 ? <Names actors={row.recipients} /> : ''),
    },
    {
      name: 'Status',
      cell: row => <Badge value={row.status} note={row.background ? 'background' : undefined} />,
    },
    {
      name: 'When, where',
      cell: row => (
        <>
          {row.time && timeLabel(row.time.from, row.time.to, row.time.grain)}
          {row.place && <span className="aside">{row.place.name}</span>}
        </>
      ),
    },
    words,
    article,
  ],
  positions: [
    { name: 'Holder', className: 'who', cell: row => <Names actors={row.holders} /> },
    { name: 'Stance', cell: row => <Badge value={row.stance} note={row.current ? undefined : 'past'} /> },
    {
      name: 'Issue',
      className: 'issue',
      cell: row => (
        <>
          {row.issue}
          {row.condition && <span className="aside">{row.condition.words}</span>}
        </>
      ),
    },
    {
      name: 'Toward',
      className: 'who',
      cell: row => (row.toward.length > 0 ? <Names actors={row.toward} /> : ''),
    },
    words,
    article,
  ],
}

function Names({ actors }: { readonly actors: readonly ActorName[] }) {
  if (actors.length === 0) return <span className="unknown">unknown</span>
  return (
    <ul className="actor-links">
      {actors.map(actor => (
        <li key={actor.key}>
          <a href={actorHash(actor.key)}>
            {actor.name}
            <Country actor={actor} />
          </a>
        </li>
      ))}
    </ul>
  )
}

function Badge({ value, note }: { readonly value: string; readonly note?: string }) {
  return (
    <>
      <span className={`badge ${value}`}>{value}</span>
      {note && <span className="aside">{note}</span>}
    </>
  )
}
