// Words in, the articles whose text holds them out, with the paragraphs and the words found in them marked.
import type { Page, SearchRow } from '../../../src/store/store.ts'
import { apiPath, useLoaded } from '../api.ts'
import { Counts } from '../article-list.tsx'
import { plural, sourceLine } from '../labels.ts'
import { segmentsOf } from '../reader/segments.ts'
import { articleHash } from '../route.ts'

export function SearchView({ words }: { readonly words: string }) {
  const found = useLoaded<Page<SearchRow>>(words ? apiPath('search', { words, limit: 50 }) : null)
  return (
    <main className="view search-view">
      <h1>Search {words && <q>{words}</q>}</h1>
      {!words && <Teach />}
      {words && found.state === 'loading' && <p className="hint">Searching…</p>}
      {found.state === 'failed' && <p role="alert">{found.message}</p>}
      {words && found.state === 'ready' && (
        <>
          <p className="hint" role="status">
            {plural(found.value.total, 'article')}
          </p>
          {found.value.total === 0 && <Teach />}
          <ol className="results">
            {found.value.rows.map(row => (
              <Result key={row.article.id} row={row} />
            ))}
          </ol>
        </>
      )}
    </main>
  )
}

function Teach() {
  return (
    <p className="teach-note">
      All words must stand in the same text. <code>"in quotes"</code> finds a phrase, <code>sanction*</code>{' '}
      finds every word that begins so. Statements, events and positions have filters of their own.
    </p>
  )
}

function Result({ row: { article, excerpts, ...counts } }: { readonly row: SearchRow }) {
  return (
    <li>
      <h2>
        <a href={articleHash(article.id)}>{article.title}</a>
      </h2>
      <p className="article-meta">
        {sourceLine(article.outlet, article.source, article.published)} <Counts row={counts} />
      </p>
      {excerpts.map(excerpt => (
        <p key={excerpt.start} className="excerpt">
          {segmentsOf(
            excerpt,
            excerpt.found.map(span => ({ span })),
          ).map(({ start, end, marks }) => {
            const part = excerpt.words.slice(start - excerpt.start, end - excerpt.start)
            return marks.length > 0 ? <mark key={start}>{part}</mark> : part
          })}
        </p>
      ))}
    </li>
  )
}
