// The address's hash in, the view it names out, and back: every view, article and entry has an address of its own.
import { useSyncExternalStore } from 'react'

export type TableKind = 'statements' | 'events' | 'positions'

export type Route =
  | { readonly view: 'article'; readonly article: string | null; readonly entry: string | null }
  | { readonly view: TableKind; readonly filter: Readonly<Record<string, string>> }
  | {
      readonly view: 'actors'
      readonly actor: string | null
      readonly filter: Readonly<Record<string, string>>
    }
  | { readonly view: 'search'; readonly words: string }

// Enough of the 64 characters to be unambiguous in any store, short enough to read aloud.
const ID_SHOWN = 16

export function readRoute(hash: string): Route {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [view, first = null, second = null] = path.split('/').map(decode)
  const filter = Object.fromEntries(new URLSearchParams(query))
  if (view === 'statements' || view === 'events' || view === 'positions') return { view, filter }
  if (view === 'actors') return { view, actor: first, filter }
  if (view === 'search') return { view, words: filter.words ?? '' }
  return {
    view: 'article',
    article: view === 'articles' ? first : null,
    entry: view === 'articles' ? second : null,
  }
}

export function hashOf(route: Route): string {
  if (route.view === 'search') return `#/search${queryOf({ words: route.words })}`
  if (route.view === 'article')
    return `#/${['articles', route.article?.slice(0, ID_SHOWN), route.entry].filter(known).map(encodeURIComponent).join('/')}`
  if (route.view === 'actors')
    return `#/${['actors', route.actor].filter(known).map(encodeURIComponent).join('/')}${queryOf(route.filter)}`
  return `#/${route.view}${queryOf(route.filter)}`
}

export const articleHash = (article: string, entry: string | null = null): string =>
  hashOf({ view: 'article', article, entry })

export const actorHash = (actor: string): string => hashOf({ view: 'actors', actor, filter: {} })

/** `replace` keeps the browser's back button for moves between views, not for each step from entry to entry. */
export function go(route: Route, how: 'push' | 'replace' = 'push'): void {
  const hash = hashOf(route)
  if (hash === location.hash) return
  if (how === 'push') history.pushState(null, '', hash)
  else history.replaceState(null, '', hash)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    changed => {
      addEventListener('hashchange', changed)
      addEventListener('popstate', changed)
      return () => {
        removeEventListener('hashchange', changed)
        removeEventListener('popstate', changed)
      }
    },
    () => location.hash,
  )
  return readRoute(hash)
}

const known = (part: string | null | undefined): part is string => Boolean(part)

function queryOf(filter: Readonly<Record<string, string>>): string {
  const given = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  return given.size > 0 ? `?${given}` : ''
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
