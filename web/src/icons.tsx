// A name in, a small drawing that takes the colour of the text around it out.
import type { Kind } from './reader/items.ts'

const PATHS: Readonly<Record<Kind | 'search' | 'help' | 'list' | 'theme', string>> = {
  statement: 'M3 4.5h10v6.5H8.2L5 13.6V11H3z',
  event: 'M2.5 8h9M8.6 4.6 12.4 8l-3.8 3.4',
  position: 'M4 14V2.6M4 3.2h8.4l-2 2.6 2 2.6H4',
  search: 'M7 2.6a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8M10.3 10.3 13.6 13.6',
  help: 'M5.6 5.9a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.8M8 12.4v.2',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  theme: 'M8 2.4a5.6 5.6 0 1 0 5.6 5.6A4.4 4.4 0 0 1 8 2.4',
}

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
