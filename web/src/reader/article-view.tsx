// The key of an article in, the article as set text with its cards beside the words out.
import { useCallback, useMemo, useState } from 'react'
import type { ArticleRecord } from '../../../src/record/record.ts'
import { apiPath, useLoaded } from '../api.ts'
import { useKeys } from '../keys.ts'
import { go } from '../route.ts'
import { ArticleText } from './article-text.tsx'
import { Cards } from './cards.tsx'
import { chosen, EVERYTHING, type Shown, toggled } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { type Item, type Kind, type Reading, readingOf, sidesOf } from './items.ts'
import { useBeside } from './use-beside.ts'
import { wordsOf } from './words.ts'

export function ArticleView({
  article,
  entry,
}: {
  readonly article: string | null
  readonly entry: string | null
}) {
  const loaded = useLoaded<ArticleRecord>(article ? apiPath(`articles/${encodeURIComponent(article)}`) : null)
  const reading = useMemo(() => (loaded.state === 'ready' ? readingOf(loaded.value) : null), [loaded])
  if (reading && loaded.state !== 'failed')
    return <Reader key={reading.record.text.id} reading={reading} open={entry} />
  return (
    <main className="view teach" aria-busy={loaded.state === 'loading'}>
      {loaded.state === 'failed' ? (
        <>
          <p role="alert">{loaded.message}</p>
          <p className="hint">Choose another article on the left, or search.</p>
        </>
      ) : (
        <p className="hint">Loading…</p>
      )}
    </main>
  )
}

function Reader({ reading, open }: { readonly reading: Reading; readonly open: string | null }) {
  const [shown, setShown] = useState<Shown>(EVERYTHING)
  const items = useMemo(() => reading.items.filter(item => chosen(item, shown)), [reading, shown])
  const [hovered, setHovered] = useState<string | null>(null)
  const active = items.find(item => item.id === open) ?? null
  const beside = useBeside(items, active?.id ?? null)
  const { id } = reading.record.text

  const select = useCallback(
    (entry: string | null) => go({ view: 'article', article: id, entry }, 'replace'),
    [id],
  )
  const step = (by: number): void => {
    const at = active ? items.indexOf(active) + by : by > 0 ? 0 : items.length - 1
    const next = items[Math.min(items.length - 1, Math.max(0, at))]
    if (next) select(next.id)
  }
  const toggle = (kind: Kind) => () => setShown(toggled(shown, kind))
  useKeys([
    ['j', () => step(1)],
    ['ArrowDown', () => step(1)],
    ['k', () => step(-1)],
    ['ArrowUp', () => step(-1)],
    ['Enter', event => enter(event, active?.id ?? null)],
    ['Escape', () => (open ? select(null) : setShown(EVERYTHING))],
    ['1', toggle('statement')],
    ['2', toggle('event')],
    ['3', toggle('position')],
  ])

  return (
    <main className={active ? 'reader has-open' : 'reader'}>
      <p className="unseen" role="status">
        {active && describe(active, reading)}
      </p>
      <FilterBar reading={reading} shown={shown} onChange={setShown} />
      <div className="text-pane" ref={beside.textPane} onScroll={beside.onScroll}>
        <ArticleText
          reading={reading}
          items={items}
          active={active}
          hovered={hovered}
          onSelect={select}
          onHover={setHovered}
        />
      </div>
      <aside className="cards-pane" ref={beside.cardsPane} aria-label="Entries">
        <Cards
          reading={reading}
          items={items}
          active={active}
          tops={beside.tops}
          height={beside.height}
          onSelect={select}
          hovered={hovered}
          onHover={setHovered}
        />
      </aside>
    </main>
  )
}

/** What a screen reader says when the open entry changes. */
function describe(item: Item, reading: Reading): string {
  const [first] = sidesOf(item)
  return [item.kind, reading.actors.get(first)?.name, wordsOf(item.spans, reading)].filter(Boolean).join(', ')
}

/** A button or link that has the focus keeps Enter for itself. */
function enter(event: KeyboardEvent, active: string | null): void {
  if (event.target instanceof Element && event.target.closest('a, button')) {
    if (event.target instanceof HTMLElement) event.target.click()
    return
  }
  if (active) document.querySelector<HTMLElement>('.card.open a, .card.open button')?.focus()
}
