// An entry in, everything that was read of it out: words, sides, time, place, doubts, what rests on what, and the rule that read it.
import { percent } from '../labels.ts'
import { EventRows, PositionRows, StatementRows } from './card-rows.tsx'
import { EntryLinks } from './entry-links.tsx'
import type { Item, Reading } from './items.ts'
import { wordsOf } from './words.ts'

interface Props {
  readonly item: Item
  readonly reading: Reading
  readonly onSelect: (entry: string | null) => void
}

export function CardDetail({ item, reading, onSelect }: Props) {
  const { entry } = item
  const above = reading.builtOn.get(item.id) ?? []
  return (
    <div className="card-detail">
      <blockquote>{wordsOf(item.spans, reading)}</blockquote>
      <dl className="rows">
        {item.kind === 'statement' && (
          <StatementRows entry={item.entry} reading={reading} onSelect={onSelect} />
        )}
        {item.kind === 'event' && <EventRows entry={item.entry} reading={reading} onSelect={onSelect} />}
        {item.kind === 'position' && (
          <PositionRows entry={item.entry} reading={reading} onSelect={onSelect} />
        )}
        {above.length > 0 && (
          <div>
            <dt>{item.kind === 'statement' ? 'Told in it' : 'Bears'}</dt>
            <dd>
              <EntryLinks ids={above} reading={reading} onSelect={onSelect} />
            </dd>
          </div>
        )}
      </dl>
      <footer className="card-foot">
        <span className="meter" title={`Confidence ${percent(entry.confidence)}`}>
          <meter min={0} max={1} value={entry.confidence} aria-label="Confidence" />
          {percent(entry.confidence)}
        </span>
        <span className="rule" title="The rule or model that read it">
          {entry.origin === 'analyst' ? 'set by an analyst' : entry.by}
        </span>
      </footer>
    </div>
  )
}
