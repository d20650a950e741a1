// The key of an actor in, its dossier out: what it said, did and wants, every line linked to its words.
import type { ReactNode } from 'react'
import type {
  ActorName,
  ActorRow,
  EventRow,
  Page,
  PositionRow,
  StatementRow,
} from '../../../src/store/store.ts'
import { apiPath, useLoaded } from '../api.ts'
import { Icon } from '../icons.tsx'
import { dateLabel, EVENT_LABELS, plural, sourceLine, timeLabel } from '../labels.ts'
import { Country } from '../reader/actor-names.tsx'
import type { Kind } from '../reader/items.ts'
import { articleHash, hashOf, type TableKind } from '../route.ts'
import { InContext } from '../tables/in-context.tsx'

// A dossier is read, not scrolled through without end; the tables hold the rest.
const LINES = 60
const COUNTERPARTS = 8

export function Dossier({ actor }: { readonly actor: string }) {
  const found = useLoaded<Page<ActorRow>>(apiPath('actors', { actor, limit: 5 }))
  const query = { actor, limit: LINES }
  const said = useLoaded<Page<StatementRow>>(apiPath('statements', query))
  const did = useLoaded<Page<EventRow>>(apiPath('events', query))
  const wants = useLoaded<Page<PositionRow>>(apiPath('positions', query))
  const row =
    found.state === 'ready' ? (found.value.rows.find(r => r.key === actor) ?? found.value.rows[0]) : null
  const isAmong = (sides: readonly ActorName[]): boolean =>
    sides.some(side => side.key === (row?.key ?? actor))
  return (
    <main className="view dossier">
      <p className="crumb">
        <a href="#/actors">Actors</a>
      </p>
      <h1>
        {row?.name ?? actor.split('|')[0]} {row && <Country actor={row} />}
      </h1>
      {row && (
        <p className="lead">
          {row.kind}
          {row.code && `, ${row.code}`} · in {plural(row.articles, 'article')}
          {row.first && `, ${[...new Set([dateLabel(row.first), dateLabel(row.last)])].join(' – ')}`}
        </p>
      )}
      {found.state === 'failed' && <p role="alert">{found.message}</p>}
      {found.state === 'ready' && !row && (
        <p className="teach-note">No article of the record names this actor.</p>
      )}
      {did.state === 'ready' && row && <Counterparts actor={row.key} events={did.value.rows} />}
      <div className="dossier-columns">
        <Section name="Said" kind="statement" table="statements" actor={actor} page={said} own={() => true}>
          {row => (
            <Line key={row.article.id + row.id} row={row}>
              {row.addressees.length > 0 && (
                <>
                  to <Names actors={row.addressees} />
                </>
              )}
              {row.polarity !== 'affirmed' && <span className="badge denied">{row.polarity}</span>}
            </Line>
          )}
        </Section>
        <Section
          name="Did"
          others="Done to it"
          kind="event"
          table="events"
          actor={actor}
          page={did}
          own={row => row.reciprocal || isAmong(row.actors)}
        >
          {row => (
            <Line
              key={row.article.id + row.id}
              row={row}
              when={
                row.time && (row.time.from || row.time.to)
                  ? timeLabel(row.time.from, row.time.to, row.time.grain)
                  : undefined
              }
            >
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
        <Section
          name="Wants"
          others="Wanted of it"
          kind="position"
          table="positions"
          actor={actor}
          page={wants}
          own={row => isAmong(row.holders)}
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
      </div>
    </main>
  )
}

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

interface SectionProps<T> {
  readonly name: string
  readonly kind: Kind
  readonly table: TableKind
  readonly actor: string
  /** Whether the actor itself acts in a row; the rest stands below, under the heading `others`. */
  readonly own: (row: T) => boolean
  readonly others?: string
  readonly page: ReturnType<typeof useLoaded<Page<T>>>
  readonly children: (row: T) => ReactNode
}

function Section<T>({ name, others, kind, table, actor, page, own, children }: SectionProps<T>) {
  const total = page.state === 'ready' ? page.value.total : 0
  const rows = page.state === 'ready' ? page.value.rows : []
  const rest = rows.filter(row => !own(row))
  return (
    <section aria-labelledby={`dossier-${kind}`}>
      <h2 id={`dossier-${kind}`} className={kind}>
        <Icon name={kind} /> {name} <span className="count">{total || ''}</span>
      </h2>
      {page.state === 'failed' && <p role="alert">{page.message}</p>}
      {page.state === 'ready' && total === 0 && <p className="hint">Nothing in the record.</p>}
      <ol className="lines">{rows.filter(own).map(children)}</ol>
      {others && rest.length > 0 && (
        <>
          <h3 className="lines-title">{others}</h3>
          <ol className="lines">{rest.map(children)}</ol>
        </>
      )}
      {total > LINES && <a href={hashOf({ view: table, filter: { actor } })}>All {total}</a>}
    </section>
  )
}

interface LineProps {
  readonly row: StatementRow | EventRow | PositionRow
  readonly when?: string
  readonly children: ReactNode
}

function Line({ row, when, children }: LineProps) {
  return (
    <li>
      <p className="line-head">{children}</p>
      <a className="line-words" href={articleHash(row.article.id, row.id)}>
        <InContext row={row} />
      </a>
      <p className="aside">
        {when && `${when}, told in `}
        {sourceLine(row.article.outlet, row.article.source, row.article.published)}
      </p>
    </li>
  )
}

const Names = ({ actors }: { readonly actors: readonly ActorName[] }) =>
  actors.length > 0 ? actors.map(actor => actor.name).join(' and ') : 'unknown'
