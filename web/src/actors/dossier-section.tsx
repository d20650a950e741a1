// One kind of entry of an actor in, a column of its dossier out: the actor's own first, then those of others toward it.
import type { ReactNode } from 'react'
import type { EventRow, Page, PositionRow, StatementRow } from '../../../src/store/store.ts'
import type { Loaded } from '../api.ts'
import { Icon } from '../icons.tsx'
import { sourceLine } from '../labels.ts'
import type { Kind } from '../reader/items.ts'
import { articleHash, hashOf, type TableKind } from '../route.ts'
import { InContext } from '../tables/in-context.tsx'

// A dossier is read, not scrolled through without end; the tables hold the rest.
export const LINES = 60

interface SectionProps<T> {
  readonly name: string
  readonly kind: Kind
  readonly table: TableKind
  readonly actor: string
  /** Whether the actor itself acts in a row; the rest stands below, under the heading `others`. */
  readonly own: (row: T) => boolean
  readonly others?: string
  readonly page: Loaded<Page<T>>
  readonly children: (row: T) => ReactNode
}

export function Section<T>({ name, others, kind, table, actor, page, own, children }: SectionProps<T>) {
  const total = page.state === 'ready' ? page.value.total : 0
  const rows = page.state === 'ready' ? page.value.rows : []
  const rest = rows.filter(row => !own(row))
  return (
    <section aria-labelledby={`dossier-${kind}`}>
      <h2 id={`dossier-${kind}`} className={kind}>
        <Icon name={kind} /> {name} <span className="count">{total || ''}</span>
      </h2>
      {page.state === 'failed' && <p role="alert">{page.message}</p>}
      {page.state === 'ready' && total === 0 && <p className="hint">Nothing in the record.</p>}
      <ol className="lines">{rows.filter(own).map(children)}</ol>
      {others && rest.length > 0 && (
        <>
          <h3 className="lines-title">{others}</h3>
          <ol className="lines">{rest.map(children)}</ol>
        </>
      )}
      {total > LINES && <a href={hashOf({ view: table, filter: { actor } })}>All {total}</a>}
    </section>
  )
}

interface LineProps {
  readonly row: StatementRow | EventRow | PositionRow
  readonly when?: string
  readonly children: ReactNode
}

export function Line({ row, when, children }: LineProps) {
  return (
    <li>
      <p className="line-head">{children}</p>
      <a className="line-words" href={articleHash(row.article.id, row.id)}>
        <InContext row={row} />
      </a>
      <p className="aside">
        {when && `${when}, told in `}
        {sourceLine(row.article.outlet, row.article.source, row.article.published)}
      </p>
    </li>
  )
}
