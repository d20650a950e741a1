// The key of an actor in, its dossier out: what it said, did and wants, every line linked to its words.
import type {
  ActorName,
  ActorRow,
  EventRow,
  Page,
  PositionRow,
  StatementRow,
} from '../../../src/store/store.ts'
import { apiPath, type Loaded, useLoaded } from '../api.ts'
import { dateLabel, EVENT_LABELS, plural, timeLabel } from '../labels.ts'
import { Country } from '../reader/actor-names.tsx'
import { hashOf } from '../route.ts'
import { LINES, Line, Section } from './dossier-section.tsx'

const COUNTERPARTS = 8

export function Dossier({ actor }: { readonly actor: string }) {
  const found = useLoaded<Page<ActorRow>>(apiPath('actors', { actor, limit: 5 }))
  const query = { actor, limit: LINES }
  const said = useLoaded<Page<StatementRow>>(apiPath('statements', query))
  const did = useLoaded<Page<EventRow>>(apiPath('events', query))
  const wants = useLoaded<Page<PositionRow>>(apiPath('positions', query))
  const rows = found.state === 'ready' ? found.value.rows : []
  const row = rows.find(candidate => candidate.key === actor) ?? rows[0]
  const key = row?.key ?? actor
  return (
    <main className="view dossier">
      <p className="crumb">
        <a href="#/actors">Actors</a>
      </p>
      <Heading actor={actor} row={row} />
      {found.state === 'failed' && <p role="alert">{found.message}</p>}
      {found.state === 'ready' && !row && (
        <p className="teach-note">No article of the record names this actor.</p>
      )}
      {did.state === 'ready' && row && <Counterparts actor={key} events={did.value.rows} />}
      <div className="dossier-columns">
        <Said actor={key} page={said} />
        <Did actor={key} page={did} />
        <Wants actor={key} page={wants} />
      </div>
    </main>
  )
}

function Heading({ actor, row }: { readonly actor: string; readonly row: ActorRow | undefined }) {
  if (!row) return <h1>{actor.split('|')[0]}</h1>
  const dates = [...new Set([dateLabel(row.first), dateLabel(row.last)])].filter(Boolean).join(' – ')
  return (
    <>
      <h1>
        {row.name} <Country actor={row} />
      </h1>
      <p className="lead">
        {row.kind}
        {row.code && `, ${row.code}`} · in {plural(row.articles, 'article')}
        {dates && `, ${dates}`}
      </p>
    </>
  )
}

interface ColumnProps<T> {
  readonly actor: string
  readonly page: Loaded<Page<T>>
}

function Said({ actor, page }: ColumnProps<StatementRow>) {
  return (
    <Section name="Said" kind="statement" table="statements" actor={actor} page={page} own={() => true}>
      {row => (
        <Line key={row.article.id + row.id} row={row}>
          {row.addressees.length > 0 && (
            <>
              to <Names actors={row.addressees} />{' '}
            </>
          )}
          {row.polarity !== 'affirmed' && <span className="badge denied">{row.polarity}</span>}
        </Line>
      )}
    </Section>
  )
}

function Did({ actor, page }: ColumnProps<EventRow>) {
  const own = (row: EventRow): boolean => row.reciprocal || isAmong(actor, row.actors)
  return (
    <Section name="Did" others="Done to it" kind="event" table="events" actor={actor} page={page} own={own}>
      {row => (
        <Line key={row.article.id + row.id} row={row} when={whenOf(row)}>
          <strong>{EVENT_LABELS[row.type] ?? row.type}</strong> <Names actors={row.actors} />
          {row.recipients.length > 0 && (
            <>
              {' '}
              {row.reciprocal ? '↔' : '→'} <Names actors={row.recipients} />
            </>
          )}{' '}
          <span className={`badge ${row.status}`}>{row.status}</span>
        </Line>
      )}
    </Section>
  )
}

function Wants({ actor, page }: ColumnProps<PositionRow>) {
  const own = (row: PositionRow): boolean => isAmong(actor, row.holders)
  return (
    <Section
      name="Wants"
      others="Wanted of it"
      kind="position"
      table="positions"
      actor={actor}
      page={page}
      own={own}
    >
      {row => (
        <Line key={row.article.id + row.id} row={row}>
          <strong className="stance">{row.stance}</strong> <Names actors={row.holders} />: {row.issue}
          {row.toward.length > 0 && (
            <>
              {' '}
              toward <Names actors={row.toward} />
            </>
          )}
        </Line>
      )}
    </Section>
  )
}

const isAmong = (actor: string, sides: readonly ActorName[]): boolean =>
  sides.some(side => side.key === actor)

const whenOf = ({ time }: EventRow): string | undefined =>
  time && (time.from || time.to) ? timeLabel(time.from, time.to, time.grain) : undefined

const Names = ({ actors }: { readonly actors: readonly ActorName[] }) =>
  actors.length > 0 ? actors.map(actor => actor.name).join(' and ') : 'unknown'

/** Whom the actor's events are with, most often first; each leads to the two's events over time. */
function Counterparts({ actor, events }: { readonly actor: string; readonly events: readonly EventRow[] }) {
  const met = new Map<string, { readonly other: ActorName; readonly times: number }>()
  for (const { actors, recipients } of events)
    for (const other of [...actors, ...recipients])
      if (other.key !== actor && other.kind !== 'unnamed')
        met.set(other.key, { other, times: (met.get(other.key)?.times ?? 0) + 1 })
  const often = [...met.values()].sort((a, b) => b.times - a.times).slice(0, COUNTERPARTS)
  if (often.length === 0) return null
  return (
    <p className="counterparts">
      <span>Relations with</span>
      {often.map(({ other, times }) => (
        <a key={other.key} href={hashOf({ view: 'events', filter: { actor, with: other.key } })}>
          {other.name} <span className="count">{times}</span>
        </a>
      ))}
    </p>
  )
}
