// One entry in, the lines of its open card out: a name and a value each, inferred values marked with their rule.
import type { ReactNode } from 'react'
import type { EventRecord, PositionRecord, StatementRecord } from '../../../src/record/record.ts'
import { cameoLabel, EVENT_LABELS, howLabel, timeLabel } from '../labels.ts'
import { ActorLinks } from './actor-names.tsx'
import { EntryLinks } from './entry-links.tsx'
import type { Reading } from './items.ts'
import { cut } from './words.ts'

interface Props<T> {
  readonly entry: T
  readonly reading: Reading
  readonly onSelect: (entry: string | null) => void
}

export function StatementRows({ entry, reading, onSelect }: Props<StatementRecord>) {
  const { speakers, chain, addressees, channel, about, polarity, cue, form, within, inferred } = entry
  const named = chain.flatMap(link => (link.actor ? [link.actor] : []))
  return (
    <>
      <Row name="Said by" rule={inferred.speakers}>
        {speakers.length > 0 ? (
          <ActorLinks ids={speakers.map(s => s.actor)} reading={reading} />
        ) : (
          <Unknown />
        )}
        {speakers.slice(0, 1).map(s => (
          <span key={s.span.start} className="aside">
            “{cut(s.span, reading)}”, {howLabel(s.how)}
          </span>
        ))}
      </Row>
      <Row name="Form">
        {form}
        {cue && <span className="aside">cue “{cut(cue, reading)}”</span>}
      </Row>
      {polarity !== 'affirmed' && (
        <Row name="Polarity">
          {polarity}: the words are{' '}
          {polarity === 'denied' ? 'denied by their speaker' : 'neither confirmed nor denied'}
        </Row>
      )}
      {chain.length > 0 && (
        <Row name="Passed on by" rule={inferred.chain}>
          <ActorLinks ids={named} reading={reading} />
          {chain
            .filter(link => !link.actor)
            .map(link => cut(link.span, reading))
            .join(', ')}
        </Row>
      )}
      {addressees.length > 0 && (
        <Row name="To" rule={inferred.addressees}>
          <ActorLinks ids={addressees} reading={reading} />
        </Row>
      )}
      {channel && (
        <Row name="Channel" rule={inferred.channel}>
          {channel.name}
        </Row>
      )}
      {about.length > 0 && (
        <Row name="About" rule={inferred.about}>
          <ActorLinks ids={about} reading={reading} />
        </Row>
      )}
      {within && (
        <Row name="Within">
          <EntryLinks ids={[within]} reading={reading} onSelect={onSelect} />
        </Row>
      )}
    </>
  )
}

export function EventRows({ entry, reading, onSelect }: Props<EventRecord>) {
  const { actors, recipients, reciprocal, time, place, mode, contexts, inferred } = entry
  return (
    <>
      <Row name="Act">
        {EVENT_LABELS[entry.type] ?? entry.type}
        {mode && `, ${mode}`}
        <span className="aside">
          <code>{entry.cameo}</code> {cameoLabel(entry.cameo)}
        </span>
        {contexts.length > 0 && <span className="aside">context: {contexts.join(', ')}</span>}
      </Row>
      <Row name={reciprocal && recipients.length === 0 ? 'Between' : 'Done by'} rule={inferred.actors}>
        {actors.length > 0 ? <ActorLinks ids={actors} reading={reading} /> : <Unknown />}
      </Row>
      {recipients.length > 0 && (
        <Row name={reciprocal ? 'With' : 'To'} rule={inferred.recipients}>
          <ActorLinks ids={recipients} reading={reading} />
        </Row>
      )}
      <Row name="Status" rule={inferred.status}>
        {entry.status}
        {entry.background && <span className="aside">background, not the news of this text</span>}
      </Row>
      {time && (
        <Row name="When" rule={inferred.time}>
          {timeLabel(time.from, time.to, time.grain)}
          <span className="aside">“{cut(time.span, reading)}”</span>
        </Row>
      )}
      {place && (
        <Row name="Where" rule={inferred.place}>
          {place.name} {place.country && <span className="code">{place.country}</span>}
        </Row>
      )}
      <Reports entry={entry} reading={reading} onSelect={onSelect} />
    </>
  )
}

/** By whom an event is told, denied, doubted, and with which other words. */
function Reports({ entry, reading, onSelect }: Props<EventRecord>) {
  const { attributedTo, deniedBy, doubts, also, inferred } = entry
  return (
    <>
      {attributedTo && (
        <Row name="As told by" rule={inferred.attributedTo}>
          <EntryLinks ids={[attributedTo]} reading={reading} onSelect={onSelect} />
        </Row>
      )}
      {deniedBy && (
        <Row name="Denied by" rule={inferred.deniedBy}>
          <ActorLinks ids={[deniedBy]} reading={reading} />
        </Row>
      )}
      {doubts.map(({ by, span }) => (
        <Row key={span.start} name="Doubted by" rule={inferred.doubts}>
          <ActorLinks ids={[by]} reading={reading} />
          <span className="aside">“{cut(span, reading)}”</span>
        </Row>
      ))}
      {also.length > 0 && (
        <Row name="Also told as">{also.map(span => `“${cut(span, reading)}”`).join(', ')}</Row>
      )}
    </>
  )
}

export function PositionRows({ entry, reading, onSelect }: Props<PositionRecord>) {
  const { holders, toward, condition, consequence, period, restsOn, inferred } = entry
  return (
    <>
      <Row name="Issue" rule={inferred.issue}>
        {entry.issue}
        {entry.knownIssue && <span className="aside">known issue: {entry.knownIssue}</span>}
      </Row>
      <Row name="Held by" rule={inferred.holders}>
        {holders.length > 0 ? <ActorLinks ids={holders} reading={reading} /> : <Unknown />}
        {entry.for && <span className="aside">for {entry.for}</span>}
      </Row>
      {toward.length > 0 && (
        <Row name="Toward" rule={inferred.toward}>
          <ActorLinks ids={toward} reading={reading} />
        </Row>
      )}
      {condition && (
        <Row name="Condition" rule={inferred.condition}>
          “{cut(condition, reading)}”
        </Row>
      )}
      {consequence && (
        <Row name="Consequence" rule={inferred.consequence}>
          “{cut(consequence, reading)}”
        </Row>
      )}
      {!entry.current && <Row name="Past">{period ? `“${cut(period, reading)}”` : 'no longer held'}</Row>}
      {restsOn.length > 0 && (
        <Row name="Rests on">
          <EntryLinks ids={restsOn} reading={reading} onSelect={onSelect} />
        </Row>
      )}
    </>
  )
}

function Row({
  name,
  rule,
  children,
}: {
  readonly name: string
  readonly rule?: string
  readonly children: ReactNode
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {rule && (
          <span className="inferred" title={`Not simply the words of the text; inferred by: ${rule}`}>
            {rule}
          </span>
        )}
      </dd>
    </div>
  )
}

const Unknown = () => <span className="unknown">the text does not say</span>
