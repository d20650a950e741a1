// Killed at any moment, the store is whole: every article is there with all its entries, or not at all.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'libsql'
import { expect, test } from 'vitest'
import { openStore } from '../src/store/open-store.ts'
import { talks } from './store-records.ts'

const WRITER = fileURLToPath(new URL('store-writer.mjs', import.meta.url))
const KILLS = 6

/** Starts a writer, kills it some time after its first article was stored. */
const writeAndKill = (path: string, record: string, start: number, afterMs: number) =>
  new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, [WRITER, path, record, String(start)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs))
    child.on('exit', (code, signal) =>
      signal === 'SIGKILL' ? done() : fail(new Error(`The writer ended by itself (${code}).`)),
    )
  })

test('a kill at any moment leaves whole articles', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-kill-'))
  const path = join(folder, 'killed.sqlite')
  const record = join(folder, 'record.json')
  writeFileSync(record, JSON.stringify(talks()))
  let before = 0
  for (let kill = 0; kill < KILLS; kill++) {
    // Spread over the few milliseconds that one article takes, so that kills fall at different steps.
    await writeAndKill(path, record, kill * 1_000_000, 3 + kill * 7.3 + Math.random() * 10)
    const file = new Sqlite(path)
    expect(file.prepare('PRAGMA integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }])
    expect(file.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    file.prepare("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)").run()
    file.close()
    const store = await openStore(path)
    const { rows, total } = await store.articles({ limit: 0 })
    expect(total).toBeGreaterThan(before)
    before = total
    const whole = { actors: 3, statements: 2, events: 2, positions: 1, problems: 1 }
    for (const row of rows) expect(row).toMatchObject(whole)
    expect((await store.search('sanctions', { limit: 1 })).total).toBe(total)
    await store.close()
  }
  rmSync(folder, { recursive: true })
})
