// A reading in, the article as set text out: every stretch a text node, marked by the classes of the entries that cover it.
import { memo, useMemo } from 'react'
import type { Span } from '../../../src/text/span.ts'
import { apiPath } from '../api.ts'
import { sourceLine } from '../labels.ts'
import type { Item, Reading } from './items.ts'
import { rolesOf } from './items.ts'
import { paragraphsOf, type Segment, segmentsOf } from './segments.ts'

type Mark = { readonly span: Span } & (
  | { readonly type: 'entry'; readonly item: Item }
  | { readonly type: 'quoted' | 'dateline' }
  | { readonly type: 'role'; readonly role: string }
)

interface Props {
  readonly reading: Reading
  readonly items: readonly Item[]
  readonly active: Item | null
  readonly hovered: string | null
  readonly onSelect: (entry: string | null) => void
  readonly onHover: (entry: string | null) => void
}

export const ArticleText = memo(function ArticleText({
  reading,
  items,
  active,
  hovered,
  onSelect,
  onHover,
}: Props) {
  const { text, article } = reading.record
  const paragraphs = useMemo(() => paragraphsOf(text.content), [text.content])
  const marks = useMemo(() => marksOf(reading, items, active), [reading, items, active])
  return (
    <article className="article" lang={article.language} aria-label="Article">
      <p className="source-line">
        <span title={article.source.name}>
          {sourceLine(article.outlet, article.source.name, article.published)}
        </span>
        <Original url={article.url} />
        <a href={apiPath(`articles/${text.id}`)}>record</a>
      </p>
      {paragraphs.map(paragraph => {
        const segments = segmentsOf(paragraph, marks).map(segment => (
          <Stretch
            key={segment.start}
            segment={segment}
            {...{ reading, active, hovered, onSelect, onHover }}
          />
        ))
        if (article.title && overlap(article.title, paragraph))
          return <h1 key={paragraph.start}>{segments}</h1>
        const byline = article.byline && overlap(article.byline, paragraph)
        return (
          <p key={paragraph.start} className={byline ? 'byline' : undefined}>
            {segments}
          </p>
        )
      })}
      <Remarks reading={reading} />
    </article>
  )
})

function Remarks({ reading }: { readonly reading: Reading }) {
  const { problems, article } = reading.record
  return (
    <>
      {reading.items.length === 0 && (
        <p className="teach-note">
          Nothing was found in this article: nobody is quoted, no diplomatic act is told, and no side takes a
          position. If it does hold one, it is worth a report.
        </p>
      )}
      {problems.length > 0 && (
        <section className="remarks" aria-label="Problems in the text">
          <h2>Problems in the text</h2>
          <ul>
            {problems.map(({ message, where }) => (
              <li key={`${message}${where?.start}`}>
                {message} {where && <q>{reading.record.text.content.slice(where.start, where.end)}</q>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {article.leftOut.length > 0 && (
        <details className="remarks">
          <summary>Left out of the text ({article.leftOut.length})</summary>
          <ul>
            {article.leftOut.map(({ text, why }) => (
              <li key={text}>
                <q>{text}</q> – {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** Only web addresses become links: an article's address is as little to be trusted as its text. */
function Original({ url }: { readonly url: string | null }) {
  if (!url || !/^https?:\/\//i.test(url)) return null
  return (
    <a href={url} rel="noreferrer noopener" target="_blank">
      original
    </a>
  )
}

interface StretchProps {
  readonly segment: Segment<Mark>
  readonly reading: Reading
  readonly active: Item | null
  readonly hovered: string | null
  readonly onSelect: (entry: string | null) => void
  readonly onHover: (entry: string | null) => void
}

function Stretch({ segment, reading, active, hovered, onSelect, onHover }: StretchProps) {
  const words = reading.record.text.content.slice(segment.start, segment.end)
  if (segment.marks.length === 0) return words
  const items = segment.marks.flatMap(mark => (mark.type === 'entry' ? [mark.item] : []))
  const role = segment.marks.flatMap(mark =>
    mark.type === 'role' && mark.span.start === segment.start ? [mark.role] : [],
  )
  const label = role.join(', ') || undefined
  if (items.length === 0)
    return (
      <span className={classesOf(segment, reading, active, hovered)} data-role={label}>
        {words}
      </span>
    )
  const choose = (): void => {
    if (getSelection()?.isCollapsed === false) return
    onSelect(nextOf(items, active).id)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys j and k move from entry to entry, and every card is a button
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <span
      className={classesOf(segment, reading, active, hovered)}
      data-entries={items.map(item => item.id).join(' ')}
      data-first={
        items
          .filter(item => item.start === segment.start)
          .map(item => item.id)
          .join(' ') || undefined
      }
      data-role={label}
      onClick={choose}
      onMouseEnter={() => onHover(nextOf(items, active).id)}
      onMouseLeave={() => onHover(null)}
    >
      {words}
    </span>
  )
}

/** The shortest entry first; clicking again goes on to the next one that covers the same words. */
function nextOf(items: readonly Item[], active: Item | null): Item {
  const sorted = [...items].sort((a, b) => lengthOf(a) - lengthOf(b))
  return sorted[((active ? sorted.indexOf(active) : -1) + 1) % sorted.length]
}

const lengthOf = (item: Item): number => item.spans.reduce((sum, { start, end }) => sum + end - start, 0)

function classesOf(
  { marks }: Segment<Mark>,
  reading: Reading,
  active: Item | null,
  hovered: string | null,
): string {
  const classes = new Set<string>(['seg'])
  for (const mark of marks) {
    if (mark.type !== 'entry') classes.add(mark.type)
    else {
      for (const name of entryClasses(mark.item, reading)) classes.add(name)
      if (mark.item.id === hovered) classes.add('hovered')
      if (mark.item === active) classes.add(`active active-${mark.item.kind}`)
    }
  }
  return [...classes].join(' ')
}

function entryClasses(item: Item, reading: Reading): readonly string[] {
  if (item.kind === 'position') return ['po', ...(item.entry.current ? [] : ['background'])]
  if (item.kind === 'event')
    return ['ev', item.entry.status, ...(item.entry.background ? ['background'] : [])]
  const tone = reading.tones.get(item.entry.speakers[0]?.actor)
  return [
    'st',
    tone === undefined ? 'tone-none' : `tone-${tone}`,
    ...(item.entry.polarity === 'affirmed' ? [] : ['unsaid']),
  ]
}

function marksOf(reading: Reading, items: readonly Item[], active: Item | null): readonly Mark[] {
  const { dateline } = reading.record.article
  return [
    ...items.flatMap(item => item.spans.map((span): Mark => ({ type: 'entry', item, span }))),
    ...items.flatMap(item =>
      item.kind === 'statement' ? item.entry.quoted.map((span): Mark => ({ type: 'quoted', span })) : [],
    ),
    ...(dateline ? [{ type: 'dateline' as const, span: dateline }] : []),
    ...(active ? rolesOf(active).map((role): Mark => ({ type: 'role', ...role })) : []),
  ]
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
