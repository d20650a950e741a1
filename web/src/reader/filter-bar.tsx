// What is shown of an article in, the bar that changes it out: kinds, actor, status of events.
import { useMemo } from 'react'
import type { Actor, EventStatus } from '../../../src/record/entry.ts'
import { Icon } from '../icons.tsx'
import { STATUSES } from '../labels.ts'
import { EVERYTHING, KINDS, type Shown, toggled } from './filter.ts'
import { type Kind, type Reading, sidesOf } from './items.ts'

const NAMES: Readonly<Record<Kind, string>> = {
  statement: 'Statements',
  event: 'Events',
  position: 'Positions',
}

interface Props {
  readonly reading: Reading
  readonly shown: Shown
  readonly onChange: (shown: Shown) => void
}

export function FilterBar({ reading, shown, onChange }: Props) {
  const sides = useMemo(() => busiestSides(reading), [reading])
  if (reading.items.length === 0) return null
  return (
    <search className="filter-bar" aria-label="Filter entries">
      <fieldset className="kinds">
        <legend className="unseen">Kinds</legend>
        {KINDS.map((kind, n) => (
          <button
            key={kind}
            type="button"
            className={`toggle ${kind}`}
            aria-pressed={shown.kinds.includes(kind)}
            title={`Show or hide (${n + 1})`}
            onClick={() => onChange(toggled(shown, kind))}
          >
            <Icon name={kind} />
            <span className="kind-name">{NAMES[kind]}</span>
            <span className="count">{reading.items.filter(item => item.kind === kind).length}</span>
          </button>
        ))}
      </fieldset>
      <select
        aria-label="Actor"
        value={shown.actor ?? ''}
        onChange={event => onChange({ ...shown, actor: event.target.value || null })}
      >
        <option value="">All actors</option>
        {sides.map(({ actor, count }) => (
          <option key={actor.id} value={actor.id}>
            {actor.name}
            {actor.country && actor.country !== actor.code ? ` (${actor.country})` : ''} – {count}
          </option>
        ))}
      </select>
      <select
        aria-label="Status of events"
        value={shown.status ?? ''}
        onChange={event => onChange({ ...shown, status: (event.target.value || null) as EventStatus | null })}
      >
        <option value="">Any status</option>
        {STATUSES.map(status => (
          <option key={status} value={status}>
            {status}
          </option>
        ))}
      </select>
      {shown !== EVERYTHING && (
        <button type="button" className="link-button" onClick={() => onChange(EVERYTHING)}>
          Show all
        </button>
      )}
    </search>
  )
}

function busiestSides(reading: Reading): readonly { readonly actor: Actor; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const item of reading.items)
    for (const id of new Set(sidesOf(item))) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts]
    .flatMap(([id, count]) => {
      const actor = reading.actors.get(id)
      return actor ? [{ actor, count }] : []
    })
    .sort((a, b) => b.count - a.count)
}
