// An entry in, its one-line name out: who says; who does what to whom; who takes which stance.
import { EVENT_LABELS } from '../labels.ts'
import { ActorNames } from './actor-names.tsx'
import type { Item, Reading } from './items.ts'

export function Title({ item, reading }: { readonly item: Item; readonly reading: Reading }) {
  if (item.kind === 'statement') {
    const { speakers } = item.entry
    return (
      <strong>
        {speakers.length > 0 ? (
          <ActorNames ids={speakers.map(s => s.actor)} reading={reading} />
        ) : (
          'Nobody named'
        )}
      </strong>
    )
  }
  if (item.kind === 'event') {
    const { actors, recipients, reciprocal, type } = item.entry
    return (
      <>
        <strong>{EVENT_LABELS[type] ?? type}</strong>{' '}
        <span className="card-sides">
          <ActorNames ids={actors} reading={reading} none="unknown" />
          {recipients.length > 0 && <span className="arrow"> {reciprocal ? '↔' : '→'} </span>}
          <ActorNames ids={recipients} reading={reading} />
        </span>
      </>
    )
  }
  return (
    <>
      <strong className="stance">{item.entry.stance}</strong>{' '}
      <span className="card-sides">
        <ActorNames ids={item.entry.holders} reading={reading} none="unknown" />
      </span>
    </>
  )
}
