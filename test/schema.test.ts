// The published schema (schema/record.schema.json) fits the record: what is written by hand, and what the reader gives.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { gatherSources, openReader, readSource } from '../src/pipeline.ts'
import type { ArticleRecord } from '../src/record/record.ts'
import { emptyRecord, talks } from './store-records.ts'

type Json = { readonly [key: string]: unknown }

const schema = JSON.parse(
  readFileSync(new URL('../schema/record.schema.json', import.meta.url), 'utf8'),
) as Json

/** The schema lets later versions add keys; here an undescribed key is a mistake. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed)
  if (typeof part !== 'object' || part === null) return part
  const inner = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]))
  return 'properties' in part ? { ...inner, additionalProperties: false } : inner
}

const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  closed(schema) as Json,
)

const faults = (record: unknown): string[] => {
  validate(record)
  return (validate.errors ?? []).map(
    error => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
  )
}

/** Every key of a record is in the text, and every id it refers to is in the record. */
function danglingIds(record: ArticleRecord): string[] {
  const actors = new Set(record.actors.map(actor => actor.id))
  const entries = new Set([...record.statements, ...record.events].map(entry => entry.id))
  const named = [
    ...record.relations.flatMap(r => [r.subject, r.object]),
    ...record.statements.flatMap(s => [
      ...s.speakers.map(x => x.actor),
      ...s.chain.map(x => x.actor),
      ...s.addressees,
      ...s.about,
    ]),
    ...record.events.flatMap(e => [...e.actors, ...e.recipients, e.deniedBy, ...e.doubts.map(d => d.by)]),
    ...record.positions.flatMap(p => [...p.holders, ...p.toward]),
  ].filter(id => id !== null)
  const linked = [
    ...record.statements.map(s => s.within),
    ...record.events.map(e => e.attributedTo),
    ...record.positions.flatMap(p => p.restsOn),
  ].filter(id => id !== null)
  return [...named.filter(id => !actors.has(id)), ...linked.filter(id => !entries.has(id))]
}

/** Spans anywhere in a record that do not lie in its text, or hold nothing. */
function wildSpans(part: unknown, length: number): unknown[] {
  if (Array.isArray(part)) return part.flatMap(item => wildSpans(item, length))
  if (typeof part !== 'object' || part === null) return []
  if ('start' in part && 'end' in part) {
    const { start, end } = part as { start: number; end: number }
    return start >= 0 && start < end && end <= length ? [] : [part]
  }
  return Object.values(part).flatMap(value => wildSpans(value, length))
}

describe('the schema', () => {
  test.each([
    ['a full record', talks()],
    ['an empty one', emptyRecord('Nothing here.')],
  ])('fits %s', (_, record) => {
    expect(faults(JSON.parse(JSON.stringify(record)))).toEqual([])
  })

  test.each([
    ['a key left out', ({ problems: _, ...record }: ArticleRecord) => record],
    ['a key not described', (record: ArticleRecord) => ({ ...record, more: 1 })],
    [
      'a span that is no span',
      (record: ArticleRecord) => ({ ...record, article: { ...record.article, title: 'Talks' } }),
    ],
    [
      'an unknown type',
      (record: ArticleRecord) => ({ ...record, events: [{ ...record.events[0], type: 'TALK' }] }),
    ],
    [
      'a code as a number',
      (record: ArticleRecord) => ({ ...record, events: [{ ...record.events[0], cameo: 40 }] }),
    ],
  ])('refuses %s', (_, spoil) => {
    expect(faults(JSON.parse(JSON.stringify(spoil(talks()))))).not.toEqual([])
  })
})

/** Enough to meet every kind of entry, few enough to be quick. */
const READ_HERE = 8

test('the reader gives records that fit, with spans in the text and ids that lead somewhere', async () => {
  const folders = ['../samples/', './pages/'].map(name => fileURLToPath(new URL(name, import.meta.url)))
  const reader = await openReader()
  let read = 0
  for await (const item of gatherSources(folders)) {
    const source = item.ok ? readSource(item.source) : item
    if (!source.ok) continue
    const record = JSON.parse(JSON.stringify(await reader.read(source.article))) as ArticleRecord
    expect(faults(record), source.article.source.name).toEqual([])
    expect(wildSpans(record, record.text.content.length), source.article.source.name).toEqual([])
    expect(danglingIds(record), source.article.source.name).toEqual([])
    const ids = [...record.statements, ...record.events, ...record.positions].map(entry => entry.id)
    expect(new Set(ids).size, source.article.source.name).toBe(ids.length)
    if (++read === READ_HERE) break
  }
  await reader.close()
  expect(read).toBe(READ_HERE)
})
