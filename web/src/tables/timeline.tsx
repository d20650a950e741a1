// A filter of events in, their course over time out: cooperation above the line, conflict below; a bar leads to its events.
import type { EventRow, Page } from '../../../src/store/store.ts'
import { apiPath, useLoaded } from '../api.ts'
import { timeLabel } from '../labels.ts'
import { hashOf } from '../route.ts'
import { type Bucket, bucketsOf } from './buckets.ts'

// The most the API gives at once; the newest stand for the rest.
const EVENTS_DRAWN = 1000

const WIDTH = 720
const HALF = 34
const LABELS = 16

export function Timeline({ filter }: { readonly filter: Readonly<Record<string, string>> }) {
  const loaded = useLoaded<Page<EventRow>>(apiPath('events', { ...filter, limit: EVENTS_DRAWN }))
  if (loaded.state !== 'ready') return null
  const buckets = bucketsOf(loaded.value.rows)
  if (buckets.length < 2) return null
  const tallest = Math.max(...buckets.flatMap(b => [sum(b.cooperation), sum(b.conflict)]))
  const width = WIDTH / buckets.length
  return (
    <figure className="timeline">
      <svg viewBox={`0 0 ${WIDTH} ${2 * HALF + LABELS}`} role="img" aria-label="Events over time">
        <line x1={0} x2={WIDTH} y1={HALF} y2={HALF} className="axis" />
        {buckets.map((bucket, n) => (
          <Bar
            key={bucket.from}
            bucket={bucket}
            x={n * width}
            width={width}
            unit={HALF / tallest}
            filter={filter}
          />
        ))}
        <text x={0} y={2 * HALF + LABELS - 3}>
          {label(buckets[0])}
        </text>
        <text x={WIDTH} y={2 * HALF + LABELS - 3} className="last">
          {label(buckets[buckets.length - 1])}
        </text>
      </svg>
      <figcaption>
        <span className="key cooperation">cooperation</span> <span className="key conflict">conflict</span>{' '}
        paler: planned or possible; denied events are not counted
      </figcaption>
    </figure>
  )
}

interface BarProps {
  readonly bucket: Bucket
  readonly x: number
  readonly width: number
  readonly unit: number
  readonly filter: Readonly<Record<string, string>>
}

function Bar({ bucket, x, width, unit, filter }: BarProps) {
  const { cooperation, conflict, from, to } = bucket
  if (sum(cooperation) + sum(conflict) === 0) return null
  const inner = Math.min(Math.max(1, width - 2), 26)
  const left = x + (width - inner) / 2
  return (
    <a href={hashOf({ view: 'events', filter: { ...filter, from, to } })}>
      <title>{`${label(bucket)}: ${sum(cooperation)} of cooperation, ${sum(conflict)} of conflict`}</title>
      <rect x={x} width={width} y={0} height={2 * HALF} className="hit" />
      <rect
        x={left}
        width={inner}
        y={HALF - cooperation.happened * unit}
        height={cooperation.happened * unit}
        className="cooperation"
      />
      <rect
        x={left}
        width={inner}
        y={HALF - sum(cooperation) * unit}
        height={cooperation.ahead * unit}
        className="cooperation ahead"
      />
      <rect x={left} width={inner} y={HALF} height={conflict.happened * unit} className="conflict" />
      <rect
        x={left}
        width={inner}
        y={HALF + conflict.happened * unit}
        height={conflict.ahead * unit}
        className="conflict ahead"
      />
    </a>
  )
}

const sum = ({ happened, ahead }: Bucket['cooperation']): number => happened + ahead

const label = ({ from, to }: Bucket): string =>
  timeLabel(from, to, from === to ? 'day' : from.slice(0, 7) === to.slice(0, 7) ? 'month' : 'year')
