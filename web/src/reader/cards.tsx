// The shown entries and their places in, the column of cards out; the open card tells everything that was read.
import { Icon } from '../icons.tsx'
import { toneOf } from './actor-names.tsx'
import { CardDetail } from './card-detail.tsx'
import { Title } from './entry-title.tsx'
import type { Item, Reading } from './items.ts'
import { wordsOf } from './words.ts'

interface Props {
  readonly reading: Reading
  readonly items: readonly Item[]
  readonly active: Item | null
  readonly tops: readonly number[]
  readonly height: number
  readonly hovered: string | null
  readonly onSelect: (entry: string | null) => void
  readonly onHover: (entry: string | null) => void
}

export function Cards({ reading, items, active, tops, height, hovered, onSelect, onHover }: Props) {
  if (reading.items.length > 0 && items.length === 0)
    return <p className="hint">No entry of this article passes the filter. Esc shows all again.</p>
  return (
    <ol className="cards" style={{ height }}>
      {items.map((item, n) => (
        <Card
          key={item.id}
          item={item}
          reading={reading}
          open={item === active}
          top={tops[n] ?? 0}
          hovered={item.id === hovered}
          onSelect={onSelect}
          onHover={onHover}
        />
      ))}
    </ol>
  )
}

interface CardProps {
  readonly item: Item
  readonly reading: Reading
  readonly open: boolean
  readonly top: number
  readonly hovered: boolean
  readonly onSelect: (entry: string | null) => void
  readonly onHover: (entry: string | null) => void
}

function Card({ item, reading, open, top, hovered, onSelect, onHover }: CardProps) {
  const tone = toneOf(item, reading)
  return (
    <li
      className={`card ${item.kind} ${tone}${open ? ' open' : ''}${hovered ? ' hovered' : ''}`}
      style={{ top }}
      data-entry={item.id}
      onMouseEnter={() => onHover(item.id)}
      onMouseLeave={() => onHover(null)}
    >
      <button
        type="button"
        className="card-head"
        aria-expanded={open}
        onClick={() => onSelect(open ? null : item.id)}
      >
        <Icon name={item.kind} />
        <span className="card-line">
          <Title item={item} reading={reading} />
        </span>
        <Badge item={item} />
        {!open && <span className="card-words">{wordsOf(item.spans, reading)}</span>}
      </button>
      {open && <CardDetail item={item} reading={reading} onSelect={onSelect} />}
    </li>
  )
}

function Badge({ item }: { readonly item: Item }) {
  const [look, words] = badgeOf(item)
  return words ? <span className={`badge ${look}`}>{words}</span> : null
}

function badgeOf(item: Item): readonly [string, string] {
  if (item.kind === 'position') return ['', item.entry.current ? '' : 'past']
  if (item.kind === 'statement')
    return item.entry.polarity === 'affirmed' ? ['', item.entry.form] : ['denied', item.entry.polarity]
  const { status, background } = item.entry
  return background && status === 'happened' ? ['', 'background'] : [status, status]
}
