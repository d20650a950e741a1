// A path of the API in, what the server answers out; a failure's own sentence becomes the error.
import { useEffect, useState } from 'react'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly value: T }

export function apiPath(resource: string, query: Readonly<Record<string, string | number>> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  const params = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return `/api/${resource}${params.size > 0 ? `?${params}` : ''}`
}

async function get<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(path, { signal, headers: { accept: 'application/json' } })
  const body: unknown = await answer.json()
  if (answer.ok) return body as T
  throw new Error(messageOf(body) ?? `The server answered ${answer.status}.`)
}

function messageOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null
  const { error } = body
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : null
}

/** Loads a path whenever it changes; null loads nothing. What was loaded stays until the next has come. */
export function useLoaded<T>(path: string | null): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T> & { readonly path?: string }>({ state: 'loading' })
  useEffect(() => {
    if (path === null) return
    const abort = new AbortController()
    get<T>(path, abort.signal).then(
      value => setLoaded({ state: 'ready', value, path }),
      (error: unknown) => {
        if (!abort.signal.aborted) setLoaded({ state: 'failed', message: explain(error), path })
      },
    )
    return () => abort.abort()
  }, [path])
  return loaded
}

const explain = (error: unknown): string =>
  error instanceof TypeError
    ? 'The server does not answer. Is “rapport serve” still running?'
    : error instanceof Error
      ? error.message
      : String(error)
