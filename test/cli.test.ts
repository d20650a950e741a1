// The command as a user starts it: what it prints, stores and returns.
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { run } from '../src/cli/run.ts'
import { openStore } from '../src/store/open-store.ts'
import { talks } from './store-records.ts'

const COMMAND = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const ARTICLE = `Japan and Norway to hold talks

OSLO, March 10, 2026 — Japan's foreign minister, Akira Mori, said on Tuesday that he would visit Oslo next month.

“We will not leave the table,” Mori told reporters.
`

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-cli-'))
  const store = await openStore(join(folder, 'kept.sqlite'))
  await store.keep(talks())
  await store.close()
  mkdirSync(join(folder, 'articles'))
  writeFileSync(join(folder, 'articles/talks.txt'), ARTICLE)
  writeFileSync(join(folder, 'articles/empty.txt'), '')
  process.chdir(folder)
})
afterAll(() => {
  process.chdir('/')
  rmSync(folder, { recursive: true })
})

interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command in this process; its arguments are separated by spaces. */
async function rapport(line: string): Promise<Ran> {
  const args = line === '' ? [] : line.split(' ')
  const out = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    vi.spyOn(process[name], 'write').mockImplementation(chunk => {
      out[name] += chunk
      return true
    })
  const status = await run(args)
  vi.restoreAllMocks()
  process.exitCode = 0
  return { status, ...out }
}

/** Runs the command as a process of its own. */
const started = (args: readonly string[], input = ''): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, input, encoding: 'utf8' })

describe('lists', () => {
  test.each([
    ['statements', 'We will not leave the table'],
    ['events', 'CONSULT'],
    ['positions', 'precondition'],
    ['actors', 'person/ilse-varga'],
    ['articles', 'The Arland Courier'],
  ])('%s as a table, JSON, JSON lines and CSV', async (name, words) => {
    const out = async (format: string) =>
      (await rapport(`${name} --db kept.sqlite --format ${format}`)).stdout
    expect(await out('table')).toContain(words)
    const rows = JSON.parse(await out('json'))
    const lines = (await out('jsonl')).trim().split('\n')
    expect(lines.map(line => JSON.parse(line))).toEqual(rows)
    expect((await out('csv')).split('\n')).toHaveLength(rows.length + 2)
  })

  test('filters reach the store, and nothing found is said', async () => {
    const { stdout } = await rapport('events --db kept.sqlite --actor BOR --status planned --format json')
    expect(JSON.parse(stdout)).toHaveLength(1)
    const none = await rapport('events --db kept.sqlite --actor Nobody')
    expect(none.stderr).toContain('Nothing in kept.sqlite fits')
    expect(none.status).toBe(0)
  })

  test('a long list says how to see the rest', async () => {
    const { stderr } = await rapport('events --db kept.sqlite --limit 1')
    expect(stderr).toBe('1 of 2; --limit 0 prints all, --offset 1 the next.\n')
  })

  test('search shows the words found', async () => {
    expect((await rapport('search --db kept.sqlite cafe')).stdout).toContain('*Café* owners')
  })

  test('show prints a stored article, by the beginning of its id', async () => {
    const { stdout } = await rapport(`show ${talks().text.id.slice(0, 8)} --db kept.sqlite`)
    expect(stdout).toContain('[2] event · CONSULT')
    const { stdout: json } = await rapport(`show ${talks().text.id} --db kept.sqlite --json`)
    expect(JSON.parse(json)).toEqual(talks())
  })
})

describe('misuse returns 2 and says what to do', () => {
  test.each([
    ['bogus', 'unknown command'],
    ['read', 'missing required argument'],
    ['events --status perhaps', 'Allowed choices are'],
    ['events --limit x --db kept.sqlite', 'give a whole number'],
    ['events --from yesterday --db kept.sqlite', 'write 2025'],
    ['read a.txt --published 2025-02-30', 'write it as 2025-08-25'],
    ['statements', 'Read something first: rapport read FILE'],
    ['show nothing --db kept.sqlite', 'rapport articles'],
    ['serve --port 99999', 'is no port'],
    ['code', '--stream'],
    ['statements --db articles/talks.txt', 'articles/talks.txt cannot be opened'],
    ['read articles/talks.txt --db nowhere/x.sqlite', 'There is no folder'],
  ])('rapport %s', async (line, words) => {
    const { status, stdout, stderr } = await rapport(line)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('    at ')
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})

describe('reading', () => {
  test('keeps what can be read, reports what cannot, and adds nothing the second time', async () => {
    const first = await rapport('read articles --db read.sqlite --report unread.csv')
    expect(first.status).toBe(1)
    expect(first.stdout).toContain('Japan and Norway to hold talks')
    expect(first.stderr).toContain('The record is in read.sqlite: 1 article,')
    expect(readFileSync(join(folder, 'unread.csv'), 'utf8')).toMatch(/^source,why\narticles\/empty\.txt,/)
    const second = await rapport('read articles/talks.txt --db read.sqlite')
    expect(second.status).toBe(0)
    expect(second.stdout).toContain('already in')
    expect((await rapport('articles --unread --db read.sqlite')).stdout).toContain('articles/empty.txt')
  })

  test('prints the very record that it keeps', async () => {
    const printed = JSON.parse(
      (await rapport('read articles/talks.txt --db same.sqlite --format json')).stdout,
    )
    const shown = JSON.parse((await rapport(`show ${printed.text.id} --db same.sqlite --json`)).stdout)
    expect(shown).toEqual(printed)
  })

  test('stores nothing when asked not to', async () => {
    const { stdout, status } = await rapport('read articles/talks.txt --no-store --format csv')
    expect(status).toBe(0)
    expect(stdout.split('\n')[0]).toContain('kind,id,who')
    expect(existsSync(join(folder, 'rapport.sqlite'))).toBe(false)
  })

  test('a file is shown without a store', async () => {
    expect((await rapport('show articles/talks.txt --why')).stdout).toContain(
      'Japan and Norway to hold talks',
    )
  })

  test('a sentence gives a case', async () => {
    expect((await rapport('case --kind events Japan expelled two diplomats.')).stdout).toMatch(
      /^# .*\n\n> Japan exp/,
    )
  })
})

describe('as a process of its own', () => {
  test('a stream answers every line on standard output alone, and returns 0', () => {
    const { status, stdout } = started(
      ['code', '--stream', '--no-text'],
      `{"id":1,"text":"He left."}\nno\n\n{"id":2}`,
    )
    expect(status).toBe(0)
    const answers = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(answers.map(answer => answer.id)).toEqual([1, null, null, 2])
  })

  test('misuse is the exit code', () => {
    expect(started(['bogus']).status).toBe(2)
  })

  test('a closed pipe ends the command in peace', async () => {
    const child = spawn(process.execPath, [COMMAND, 'code', '--stream'], { cwd: folder })
    let errors = ''
    child.stderr.on('data', chunk => {
      errors += chunk
    })
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => child.stdout.destroy())
    for (let i = 0; i < 50; i++) child.stdin.write(`{"id":${i},"text":"He left Berlin on Monday."}\n`)
    const status = await new Promise(done => child.on('exit', done))
    expect(errors).toBe('')
    expect(status).toBe(0)
  })
})
