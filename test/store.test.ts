// The store keeps whole records once, replaces older readings, and finds them again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { emptyRecord, READER, talks } from './store-records.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-store-'))
  store = await openStore(join(folder, 'test.sqlite'))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

describe('keeping', () => {
  test('gives back the very record that was kept', async () => {
    const record = talks()
    expect(await store.keep(record)).toBe('added')
    expect(JSON.stringify(await store.article(record.text.id))).toBe(JSON.stringify(record))
  })

  test('the same text again adds nothing', async () => {
    await store.keep(talks())
    const before = await store.counts()
    expect(await store.keep(talks({ url: 'https://example.org/other' }))).toBe('already')
    expect(await store.counts()).toEqual(before)
    expect(before).toMatchObject({ articles: 1, actors: 3, statements: 2, events: 2, positions: 1 })
  })

  test('a newer reader replaces the reading, an older one does not', async () => {
    const record = talks()
    await store.keep(record)
    const newer = {
      ...record,
      reader: { ...READER, model: '2026-02-01' },
      statements: [record.statements[0]],
    }
    expect(await store.keep(newer)).toBe('replaced')
    expect(await store.counts()).toMatchObject({ articles: 1, statements: 1, events: 2 })
    expect(await store.keep(record)).toBe('already')
    expect((await store.article(record.text.id))?.reader.model).toBe('2026-02-01')
    expect((await store.search('table')).total).toBe(1)
  })

  test('version numbers are compared as numbers', async () => {
    await store.keep({ ...talks(), reader: { ...READER, rapport: '0.9.0' } })
    expect(await store.keep({ ...talks(), reader: { ...READER, rapport: '0.10.0' } })).toBe('replaced')
  })

  test("an analyst's entry and its actor outlive every newer reading", async () => {
    const record = talks()
    const mine = { ...record.statements[1], id: 'statement:mine', origin: 'analyst' as const }
    await store.keep({ ...record, statements: [...record.statements, mine] })
    const newer = {
      ...record,
      reader: { ...READER, rapport: '0.2.0' },
      actors: [],
      relations: [],
      statements: [],
      events: [],
      positions: [],
    }
    expect(await store.keep(newer)).toBe('replaced')
    const kept = await store.article(record.text.id)
    expect(kept?.statements).toEqual([mine])
    expect(kept?.actors.map(a => a.name)).toEqual(['Ilse Varga'])
    expect((await store.statements({ actor: 'Varga' })).rows[0].origin).toBe('analyst')
  })

  test('a source cleaned differently by a newer version takes the place of its older text', async () => {
    await store.keep(talks())
    const cleaned = talks({ id: talks().article.id }, ' Indeed.')
    expect(await store.keep({ ...cleaned, reader: { ...READER, rapport: '0.2.0' } })).toBe('replaced')
    expect((await store.articles()).rows.map(a => a.id)).toEqual([cleaned.text.id])
  })

  test('a failing record leaves nothing behind', async () => {
    const record = talks()
    const broken = { ...record, events: [{ ...record.events[0], type: {} as 'CONSULT' }] }
    await expect(store.keep(broken)).rejects.toThrow()
    expect(await store.counts()).toMatchObject({ articles: 0, actors: 0, statements: 0 })
    expect(await store.keep(record)).toBe('added')
  })

  test('knows whether a text needs reading', async () => {
    const { text } = talks()
    expect(await store.hasText(text.id)).toBe(false)
    await store.keep(talks())
    expect(await store.hasText(text.id)).toBe(true)
    expect(await store.hasText(text.id, READER)).toBe(true)
    expect(await store.hasText(text.id, { ...READER, data: 'bbbb' })).toBe(false)
  })

  test('notes what could not be read, until it can', async () => {
    await store.keepUnread('talks.txt', 'empty file')
    await store.keepUnread('talks.txt', 'empty file')
    expect((await store.unread()).rows).toMatchObject([{ source: 'talks.txt', why: 'empty file' }])
    await store.keep(talks())
    expect((await store.unread()).total).toBe(0)
  })
})

describe('finding', () => {
  beforeEach(async () => {
    await store.keep(talks())
    await store.keep(emptyRecord('Quiet day at the border\n\nNothing happened.', { published: '2026-01-02' }))
  })

  test('statements carry words, speakers and where they stand', async () => {
    const { rows, total } = await store.statements({ form: 'direct' })
    expect(total).toBe(1)
    expect(rows[0].words).toBe('We will not leave the table')
    expect(rows[0].speakers[0].actor).toMatchObject({ name: 'Ilse Varga', key: 'person/ilse-varga' })
    expect(rows[0].cue?.words).toBe('told')
    expect(rows[0].paragraph.words).toMatch(/^“We will not.*first\.$/)
    expect(rows[0].article).toMatchObject({
      title: 'Arland and Borduria to hold talks in Vienna',
      published: '2026-03-10',
    })
  })

  test.each([
    ['a whole name', { actor: 'Ilse Varga' }, 2],
    ['a part of a name, in any case', { actor: 'varga' }, 2],
    ['a ref', { actor: 'person/ilse-varga' }, 2],
    ['a country code', { actor: 'ARL' }, 2],
    ['not a part of a word', { actor: 'Varg' }, 0],
    ['nobody', { actor: '…' }, 0],
    ['a second actor spoken about', { actor: 'Varga', with: 'Borduria' }, 1],
    ['an article by the beginning of its id', { article: talks().text.id.slice(0, 8) }, 2],
    ['an article that is not there', { article: 'nowhere' }, 0],
    ['published after', { from: '2026-04-01' }, 0],
    ['words of the text', { search: 'sanctions' }, 2],
  ])('statements by %s', async (_, filter, total) => {
    expect((await store.statements(filter)).total).toBe(total)
  })

  test.each([
    ['type in any case', { type: 'consult' }, ['meet']],
    ['status', { status: 'happened' }, ['demanded']],
    ['either side', { actor: 'Borduria' }, ['meet', 'demanded']],
    ['place', { country: 'AUT' }, ['meet']],
    ['their own time', { from: '2026-04-15' }, ['meet']],
    ['publication where they have no time', { to: '2026-03-31' }, ['demanded']],
    ['all without a limit', { limit: 0 }, ['meet', 'demanded']],
    ['a page', { limit: 1, offset: 1 }, ['demanded']],
  ])('events by %s', async (_, filter, words) => {
    expect((await store.events(filter)).rows.map(e => e.words)).toEqual(words)
  })

  test('positions by holder, stance and issue', async () => {
    const [row] = (await store.positions({ actor: 'BOR', stance: 'precondition', issue: 'sanction' })).rows
    expect(row).toMatchObject({
      words: 'Arland lift its sanctions first',
      toward: [{ name: 'Arland' }],
      for: 'BOR',
    })
    expect((await store.positions({ issue: '%' })).total).toBe(0)
  })

  test('actors are joined across articles by ref, else by name, country and kind', async () => {
    await store.keep(talks({ published: '2026-05-01' }, ' More.'))
    const { rows, total } = await store.actors()
    expect(total).toBe(3)
    expect(rows.find(a => a.name === 'Borduria')).toMatchObject({
      key: 'borduria|bor|state',
      articles: 2,
      mentions: 4,
      events: 4,
      positions: 2,
      first: '2026-03-10',
      last: '2026-05-01',
    })
    expect((await store.actors({ actor: 'Varga' })).rows).toMatchObject([{ statements: 4, events: 0 }])
  })

  test('articles by actor and date, newest first', async () => {
    expect((await store.articles()).rows.map(a => a.published)).toEqual(['2026-03-10', '2026-01-02'])
    expect((await store.articles({ actor: 'Varga' })).rows).toMatchObject([
      { statements: 2, events: 2, positions: 1, actors: 3 },
    ])
    expect((await store.articles({ to: '2026-02-01' })).total).toBe(1)
  })

  test('an article by any of its names, and a clear refusal where several fit', async () => {
    for (const name of [talks().text.id, talks().article.id, talks().text.id.slice(0, 6)])
      expect((await store.article(name))?.text.id).toBe(talks().text.id)
    expect(await store.article('abc')).toBeNull()
    await store.keep(emptyRecord('One', { source: { name: 'a/x.txt', bytes: 3, format: 'text' } }))
    await store.keep(emptyRecord('Two', { source: { name: 'b/x.txt', bytes: 3, format: 'text' } }))
    expect((await store.article('a/x.txt'))?.text.content).toBe('One')
    await expect(store.article('x.txt')).rejects.toThrow('several articles')
  })

  test('search finds words with their offsets, word forms and phrases, past signs of two units', async () => {
    const { rows } = await store.search('cafe worked')
    const found = rows[0].excerpts.flatMap(e => e.found.map(f => talks().text.content.slice(f.start, f.end)))
    expect(found).toEqual(['Café', 'work'])
    expect((await store.search('"leave the table"')).total).toBe(1)
    expect((await store.search('"table the leave"')).total).toBe(0)
    expect((await store.search('sanct*')).total).toBe(1)
  })

  test.each(['', '"', '*', "a' OR 1", 'NEAR(', '^x:y', '-', '🙂'])(
    'search takes odd input (%j)',
    async words => {
      await expect(store.search(words)).resolves.toBeDefined()
    },
  )
})

test('refuses a file of another program, and says so', async () => {
  const path = join(folder, 'notes.sqlite')
  writeFileSync(path, 'These are my notes, not a database. '.repeat(100))
  await expect(openStore(path)).rejects.toThrow()
})
