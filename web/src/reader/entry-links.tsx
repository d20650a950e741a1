// Entry ids in, buttons that lead to these entries of the same article out.
import { Title } from './entry-title.tsx'
import type { Reading } from './items.ts'
import { wordsOf } from './words.ts'

interface Props {
  readonly ids: readonly string[]
  readonly reading: Reading
  readonly onSelect: (entry: string | null) => void
}

export function EntryLinks({
  ids,
  reading,
  onSelect,
}: { readonly ids: readonly string[] } & Omit<Props, 'item'>) {
  return (
    <ul className="entry-links">
      {ids.map(id => {
        const item = reading.items.find(candidate => candidate.id === id)
        return item ? (
          <li key={id}>
            <button type="button" className="link-button" onClick={() => onSelect(id)}>
              <Title item={item} reading={reading} />: <q>{wordsOf(item.spans, reading)}</q>
            </button>
          </li>
        ) : null
      })}
    </ul>
  )
}
