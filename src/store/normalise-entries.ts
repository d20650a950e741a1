// A record in, its entries and their sides as table rows out: what filters and counts ask.
import type { Insertable } from 'kysely'
import type { ArticleRecord, EventRecord, PositionRecord, StatementRecord } from '../record/record.ts'
import { beginsAt } from './rows.ts'
import type { EntryTable, Role, Tables } from './tables.ts'

const blank = {
  form: null,
  polarity: null,
  type: null,
  cameo: null,
  mode: null,
  status: null,
  background: null,
  time_from: null,
  time_to: null,
  place_country: null,
  stance: null,
  issue: null,
  known_issue: null,
  for_country: null,
  current: null,
}

export function entryRows(record: ArticleRecord): Insertable<EntryTable>[] {
  const article = record.text.id
  const head = (kind: EntryTable['kind'], e: StatementRecord | EventRecord | PositionRecord) => ({
    ...blank,
    article,
    id: e.id,
    kind,
    at: beginsAt(e).start,
    origin: e.origin,
    confidence: e.confidence,
  })
  return [
    ...record.statements.map(s => ({ ...head('statement', s), form: s.form, polarity: s.polarity })),
    ...record.events.map(e => ({
      ...head('event', e),
      type: e.type,
      cameo: e.cameo,
      mode: e.mode,
      status: e.status,
      background: Number(e.background),
      time_from: e.time?.from ?? null,
      time_to: e.time?.to ?? null,
      place_country: e.place?.country ?? null,
    })),
    ...record.positions.map(p => ({
      ...head('position', p),
      stance: p.stance,
      issue: p.issue,
      known_issue: p.knownIssue,
      for_country: p.for,
      current: Number(p.current),
    })),
  ]
}

export function sideRows(record: ArticleRecord): Insertable<Tables['sides']>[] {
  const article = record.text.id
  const sides = (entry: string, role: Role, actors: readonly (string | null)[]) =>
    actors.flatMap(actor => (actor === null ? [] : [{ article, entry, actor, role }]))
  return [
    ...record.statements.flatMap(s => [
      ...sides(
        s.id,
        'speaker',
        s.speakers.map(x => x.actor),
      ),
      ...sides(
        s.id,
        'chain',
        s.chain.map(x => x.actor),
      ),
      ...sides(s.id, 'addressee', s.addressees),
      ...sides(s.id, 'about', s.about),
    ]),
    ...record.events.flatMap(e => [
      ...sides(e.id, 'actor', e.actors),
      ...sides(e.id, 'recipient', e.recipients),
      ...sides(e.id, 'denier', [e.deniedBy]),
      ...sides(
        e.id,
        'doubter',
        e.doubts.map(d => d.by),
      ),
    ]),
    ...record.positions.flatMap(p => [
      ...sides(p.id, 'holder', p.holders),
      ...sides(p.id, 'toward', p.toward),
    ]),
  ]
}
