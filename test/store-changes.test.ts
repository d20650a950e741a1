// The store shows what a position has changed from: the same holder's, on the same issue, in an earlier article.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { POSITIONS } from '../src/cli/positions.ts'
import type { PositionRecord } from '../src/record/record.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { talks } from './store-records.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-changes-'))
  store = await openStore(join(folder, 'test.sqlite'))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** Keeps an article of that day in which Borduria holds a position. */
async function keep(published: string | null, more: Partial<PositionRecord>): Promise<string> {
  const record = talks({ published }, `\n\n${published} ${more.stance} ${more.issue ?? ''}`)
  await store.keep({ ...record, positions: [{ ...record.positions[0], ...more }] })
  return record.text.id
}

const changeOf = async (article: string) => (await store.positions({ article })).rows[0].changedFrom

describe('changed from', () => {
  test('the latest earlier stance on a known issue, with its day, article and words', async () => {
    await keep('2026-03-01', { stance: 'demand' })
    const second = await keep('2026-03-05', { stance: 'refusal' })
    const third = await keep('2026-03-09', { stance: 'acceptance', issue: 'the lifting of sanctions' })
    expect(await changeOf(third)).toMatchObject({
      stance: 'refusal',
      words: 'Arland lift its sanctions first',
      article: { id: second, published: '2026-03-05' },
    })
    expect(await changeOf(second)).toMatchObject({ stance: 'demand' })
  })

  test('without a known issue, the same words', async () => {
    await keep('2026-03-01', { stance: 'refusal', knownIssue: null, issue: 'The bridge' })
    const later = await keep('2026-03-05', { stance: 'offer', knownIssue: null, issue: 'the bridge' })
    const other = await keep('2026-03-05', { stance: 'offer', knownIssue: null, issue: 'the tunnel' })
    expect(await changeOf(later)).toMatchObject({ stance: 'refusal' })
    expect(await changeOf(other)).toBeNull()
  })

  test('nothing where the stance is the same, the issue another, the day unknown, or it is history', async () => {
    await keep('2026-03-01', { stance: 'demand' })
    expect(await changeOf(await keep('2026-03-05', { stance: 'demand' }))).toBeNull()
    expect(await changeOf(await keep('2026-03-06', { stance: 'offer', knownIssue: 'energy' }))).toBeNull()
    expect(await changeOf(await keep(null, { stance: 'offer' }))).toBeNull()
    expect(await changeOf(await keep('2026-03-07', { stance: 'offer', current: false }))).toBeNull()
  })

  test('nothing from another state, nor from a later article', async () => {
    await keep('2026-03-01', { stance: 'demand', for: 'ARL', holders: [talks().positions[0].toward[0]] })
    const early = await keep('2026-03-02', { stance: 'refusal' })
    await keep('2026-03-20', { stance: 'offer' })
    expect(await changeOf(early)).toBeNull()
  })

  test('nothing where the same line is told in other words', async () => {
    await keep('2026-03-01', { stance: 'demand' })
    expect(await changeOf(await keep('2026-03-05', { stance: 'objection' }))).toBeNull()
    await keep('2026-03-09', { stance: 'offer' })
    expect(await changeOf(await keep('2026-03-12', { stance: 'acceptance' }))).toBeNull()
    expect(await changeOf(await keep('2026-03-15', { stance: 'warning' }))).toMatchObject({
      stance: 'acceptance',
    })
  })

  test('where both name whom it faces, the same side', async () => {
    const [borduria] = talks().positions[0].holders
    await keep('2026-03-01', { stance: 'demand', toward: [borduria] })
    const later = await keep('2026-03-05', { stance: 'acceptance' })
    expect(await changeOf(later)).toBeNull()
    expect(await changeOf(await keep('2026-03-06', { stance: 'refusal', toward: [] }))).toMatchObject({
      stance: 'acceptance',
    })
    expect(await changeOf(await keep('2026-03-07', { stance: 'offer' }))).toMatchObject({ stance: 'refusal' })
  })

  test('the table and the flat row of the command show it', async () => {
    const first = await keep('2026-03-01', { stance: 'demand' })
    await keep('2026-03-05', { stance: 'acceptance' })
    const [row] = (await store.positions({ stance: 'acceptance' })).rows
    const shown = POSITIONS.cells(row)[POSITIONS.columns.findIndex(c => c.name === 'Words')]
    expect(shown).toBe(`[was demand, 2026-03-01, ${first.slice(0, 8)}] Arland lift its sanctions first`)
    expect(POSITIONS.flat(row)).toMatchObject({
      changed_from: 'demand',
      changed_from_published: '2026-03-01',
      changed_from_article: first,
      changed_from_words: 'Arland lift its sanctions first',
    })
  })
})
