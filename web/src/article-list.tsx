// The stored articles in, the left pane out: search field on top, below it every article with its counts.
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ArticleRow, Page } from '../../src/store/store.ts'
import type { Loaded } from './api.ts'
import { Icon } from './icons.tsx'
import { plural, sourceLine } from './labels.ts'
import { articleHash, go } from './route.ts'

interface Props {
  readonly list: Loaded<Page<ArticleRow>>
  readonly shown: string | null
  readonly search: RefObject<HTMLInputElement | null>
  readonly onChosen: () => void
}

export function ArticleList({ list, shown, search, onChosen }: Props) {
  const [words, setWords] = useState('')
  const rows = list.state === 'ready' ? list.value.rows : []
  const found = rows.filter(row => matches(row, words))
  return (
    <nav className="articles" aria-label="Articles">
      <search>
        <form
          className="search-field"
          onSubmit={event => {
            event.preventDefault()
            if (words.trim()) go({ view: 'search', words: words.trim() })
            onChosen()
          }}
        >
          <Icon name="search" />
          <input
            ref={search}
            type="search"
            value={words}
            onChange={event => setWords(event.target.value)}
            placeholder="Search all texts"
            aria-label="Search all texts"
            autoComplete="off"
            spellCheck={false}
          />
          <kbd>/</kbd>
        </form>
      </search>
      {words.trim() !== '' && (
        <p className="hint">
          <kbd>Enter</kbd> searches every text; below are titles.
        </p>
      )}
      <ol>
        {found.map(row => (
          <ArticleLink key={row.id} row={row} shown={row.id === shown} onChosen={onChosen} />
        ))}
      </ol>
      <Foot list={list} found={found.length} />
    </nav>
  )
}

function Foot({ list, found }: { readonly list: Loaded<Page<ArticleRow>>; readonly found: number }) {
  if (list.state === 'loading') return <p className="hint">Loading…</p>
  if (list.state === 'failed') return <p className="hint">{list.message}</p>
  const { rows, total } = list.value
  if (total === 0) return <p className="hint">No article has been read yet.</p>
  if (found === 0) return <p className="hint">No title holds these words.</p>
  return total > rows.length ? (
    <p className="hint">
      The newest {rows.length} of {plural(total, 'article')}; search finds the others.
    </p>
  ) : (
    <p className="hint">{plural(total, 'article')}</p>
  )
}

function ArticleLink({
  row,
  shown,
  onChosen,
}: {
  readonly row: ArticleRow
  readonly shown: boolean
  readonly onChosen: () => void
}) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (shown) link.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <li>
      <a ref={link} href={articleHash(row.id)} aria-current={shown ? 'true' : undefined} onClick={onChosen}>
        <span className="article-title">{row.title}</span>
        <span className="article-meta" title={row.source}>
          {sourceLine(row.outlet, row.source, row.published)}
        </span>
        <Counts row={row} />
      </a>
    </li>
  )
}

export function Counts({ row }: { readonly row: Pick<ArticleRow, 'statements' | 'events' | 'positions'> }) {
  if (row.statements + row.events + row.positions === 0) return <span className="counts">nothing found</span>
  return (
    <span className="counts">
      <span title={plural(row.statements, 'statement')}>
        <Icon name="statement" /> {row.statements}
      </span>
      <span title={plural(row.events, 'event')}>
        <Icon name="event" /> {row.events}
      </span>
      <span title={plural(row.positions, 'position')}>
        <Icon name="position" /> {row.positions}
      </span>
    </span>
  )
}

const matches = (row: ArticleRow, words: string): boolean => {
  const text = `${row.title} ${row.outlet ?? ''} ${row.published ?? ''}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}
