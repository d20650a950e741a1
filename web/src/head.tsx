// The view that is shown in, the head of the page with the ways to the other views out.
import { useEffect, useState } from 'react'
import { Icon } from './icons.tsx'
import type { Route } from './route.ts'

const VIEWS = [
  { view: 'article', name: 'Articles', href: '#/' },
  { view: 'statements', name: 'Statements', href: '#/statements' },
  { view: 'events', name: 'Events', href: '#/events' },
  { view: 'positions', name: 'Positions', href: '#/positions' },
  { view: 'actors', name: 'Actors', href: '#/actors' },
] as const

interface Props {
  readonly route: Route
  readonly onHelp: () => void
  readonly onList: () => void
}

export function Head({ route, onHelp, onList }: Props) {
  return (
    <header className="head">
      <button type="button" className="plain to-list" onClick={onList} aria-label="Articles and search">
        <Icon name="list" />
      </button>
      <a className="brand" href="#/">
        Rapport
      </a>
      <nav className="views" aria-label="Views">
        {VIEWS.map(({ view, name, href }) => (
          <a key={view} href={href} aria-current={route.view === view ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <ThemeButton />
      <button
        type="button"
        className="plain"
        onClick={onHelp}
        aria-label="Help and keys"
        title="Help and keys (?)"
      >
        <Icon name="help" />
      </button>
    </header>
  )
}

/** Follows the system until the reader chooses; the choice is kept in this browser. */
function ThemeButton() {
  const [theme, setTheme] = useState(() => localStorage.getItem('theme'))
  useEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme
  }, [theme])
  const swap = (): void => {
    const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    const next = dark ? 'light' : 'dark'
    localStorage.setItem('theme', next)
    setTheme(next)
  }
  return (
    <button type="button" className="plain" onClick={swap} aria-label="Light or dark" title="Light or dark">
      <Icon name="theme" />
    </button>
  )
}
