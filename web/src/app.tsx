// The address's hash in, the whole page out: head, list of articles, and the view the address names.
import { useEffect, useRef, useState } from 'react'
import type { ArticleRow, Page } from '../../src/store/store.ts'
import { ActorList } from './actors/actor-list.tsx'
import { Dossier } from './actors/dossier.tsx'
import { apiPath, useLoaded } from './api.ts'
import { ArticleList } from './article-list.tsx'
import { Head } from './head.tsx'
import { Help } from './help.tsx'
import { useKeys } from './keys.ts'
import { ArticleView } from './reader/article-view.tsx'
import { go, type Route, useRoute } from './route.ts'
import { SearchView } from './search/search-view.tsx'
import { EntryTable } from './tables/entry-table.tsx'

// As many as a list can hold before searching is quicker than scrolling.
const ARTICLES_LISTED = 500

export function App() {
  const route = useRoute()
  const [help, setHelp] = useState(false)
  const [listOpen, setListOpen] = useState(false)
  const list = useLoaded<Page<ArticleRow>>(apiPath('articles', { limit: ARTICLES_LISTED }))
  const rows = list.state === 'ready' ? list.value.rows : []
  const shown = shownArticle(route, rows)
  const search = useRef<HTMLInputElement>(null)

  const step = (by: number): void => {
    const at = rows.findIndex(row => row.id === shown)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next) go({ view: 'article', article: next.id, entry: null })
  }
  const toSearch = (): void => {
    setListOpen(true)
    search.current?.focus()
    search.current?.select()
  }
  useKeys([
    ['n', () => step(1)],
    ['p', () => step(-1)],
    ['/', toSearch],
    ['?', () => setHelp(shown => !shown)],
    ['Escape', () => setListOpen(false)],
  ])
  useTitle(
    route,
    rows.find(row => row.id === shown),
  )

  return (
    <div className={listOpen ? 'frame list-open' : 'frame'}>
      <Head route={route} onHelp={() => setHelp(true)} onList={() => setListOpen(open => !open)} />
      <ArticleList
        list={list}
        shown={route.view === 'article' ? shown : null}
        search={search}
        onChosen={() => setListOpen(false)}
      />
      <View route={route} article={shown} empty={list.state === 'ready' && rows.length === 0} />
      {help && <Help onClose={() => setHelp(false)} />}
    </div>
  )
}

function View({
  route,
  article,
  empty,
}: {
  readonly route: Route
  readonly article: string | null
  readonly empty: boolean
}) {
  if (route.view === 'search') return <SearchView words={route.words} />
  if (route.view === 'actors')
    return route.actor ? (
      <Dossier key={route.actor} actor={route.actor} />
    ) : (
      <ActorList filter={route.filter} />
    )
  if (route.view !== 'article') return <EntryTable key={route.view} kind={route.view} filter={route.filter} />
  return empty && !article ? <Welcome /> : <ArticleView article={article} entry={route.entry} />
}

function Welcome() {
  return (
    <main className="view teach">
      <h1>The record is empty</h1>
      <p>
        Rapport reads news articles and keeps who said what, who did what to whom, and what each side demands,
        offers and refuses. Let it read something, then reload this page:
      </p>
      <pre>rapport read article.html coverage/*.txt</pre>
      <p>Files, folders and web addresses all work. Everything stays on this machine.</p>
    </main>
  )
}

/** The address names an article by the beginning of its id; without one the newest is shown. */
function shownArticle(route: Route, rows: readonly ArticleRow[]): string | null {
  if (route.view !== 'article') return null
  const { article } = route
  if (article === null) return rows[0]?.id ?? null
  return rows.find(row => row.id.startsWith(article))?.id ?? article
}

function useTitle(route: Route, row: ArticleRow | undefined): void {
  useEffect(() => {
    const name = route.view === 'article' ? row?.title : route.view[0].toUpperCase() + route.view.slice(1)
    document.title = name ? `${name} · Rapport` : 'Rapport'
  }, [route.view, row?.title])
}
