// The HTTP server, route by route and without a port: answers, filters, refusals, protection, description.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApp } from '../src/server/app.ts'
import { CONDITION_NAMES } from '../src/server/filter.ts'
import { openapi } from '../src/server/openapi.ts'
import { serve } from '../src/server/serve.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { northernQuotas } from '../web/fixtures/northern-quotas.ts'
import { hostileArticle, hostOfferArticle, quietArticle } from '../web/fixtures/short-articles.ts'

let store: Store
let app: ReturnType<typeof makeApp>
let page: URL

beforeAll(async () => {
  store = await openStore(':memory:')
  for (const record of [northernQuotas, hostOfferArticle, hostileArticle, quietArticle])
    await store.keep(record)
  await store.keepUnread('broken.html', 'The page holds no article.')
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Rapport</title>')
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {}')
  writeFileSync(join(folder, '.secret.json'), '{}')
  page = pathToFileURL(`${folder}/`)
  app = makeApp(store, page)
})

afterAll(() => store.close())

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const json = async (path: string) => (await get(path)).json()

describe('answers', () => {
  it('gives the record of an article as it was read', async () => {
    expect(await json(`/api/articles/${northernQuotas.text.id}`)).toEqual(
      JSON.parse(JSON.stringify(northernQuotas)),
    )
    expect((await json(`/api/articles/${northernQuotas.text.id.slice(0, 12)}`)).text.id).toBe(
      northernQuotas.text.id,
    )
  })

  it('lists articles, statements, events, positions, actors', async () => {
    expect((await json('/api/articles')).total).toBe(4)
    expect((await json('/api/statements')).total).toBe(16)
    expect((await json('/api/events')).total).toBe(15)
    expect((await json('/api/positions')).total).toBe(7)
    expect((await json('/api/actors?actor=Claire Dumont')).rows[0].articles).toBe(2)
    expect((await json('/api/unread')).rows[0].source).toBe('broken.html')
    expect((await json('/api/counts')).articles).toBe(4)
  })

  it('filters and pages', async () => {
    const denied = await json('/api/events?status=denied&country=isl')
    expect(denied.rows.map((row: { words: string }) => row.words)).toEqual(['boarded'])
    const paged = await json('/api/statements?limit=2&offset=1&form=')
    expect([paged.rows.length, paged.total]).toEqual([2, 16])
  })

  it('searches texts', async () => {
    const found = await json('/api/search?words=satellite')
    expect(found.rows[0].article.id).toBe(northernQuotas.text.id)
  })
})

describe('failures', () => {
  const failures: readonly { path: string; code: string; status: number; init?: RequestInit }[] = [
    { path: '/api/events?status=unsure', code: 'bad-request', status: 400 },
    { path: '/api/events?colour=red', code: 'bad-request', status: 400 },
    { path: '/api/events?limit=100000', code: 'bad-request', status: 400 },
    { path: '/api/events?from=yesterday', code: 'bad-request', status: 400 },
    { path: '/api/search', code: 'bad-request', status: 400 },
    { path: '/api/search?words=a&limit=x', code: 'bad-request', status: 400 },
    { path: '/api/counts', code: 'wrong-host', status: 403, init: { headers: { host: 'attacker.example' } } },
    {
      path: '/',
      code: 'wrong-host',
      status: 403,
      init: { headers: { host: 'localhost.attacker.example:4880' } },
    },
    { path: '/api/articles/ffffffffff', code: 'not-found', status: 404 },
    { path: '/api/nothing', code: 'not-found', status: 404 },
    { path: '/nothing.js', code: 'not-found', status: 404 },
    { path: '/.secret.json', code: 'not-found', status: 404 },
    { path: '/assets/..%2f.secret.json', code: 'not-found', status: 404 },
    { path: '/api/articles', code: 'method-not-allowed', status: 405, init: { method: 'POST' } },
    { path: '/', code: 'method-not-allowed', status: 405, init: { method: 'DELETE' } },
  ]

  it.each(failures)('$path is refused with $status $code', async ({ path, code, status, init }) => {
    const answer = await app.request(path, init)
    expect(answer.status).toBe(status)
    expectFailure(await answer.json(), code)
  })

  it('says that the page has not been built', async () => {
    const answer = await makeApp(store, new URL('nowhere/', page)).request('/')
    expect(answer.status).toBe(503)
    expectFailure(await answer.json(), 'page-not-built')
  })

  it('keeps its own mistakes to itself', async () => {
    const broken: Store = { ...store, counts: () => Promise.reject(new Error('secret path /home')) }
    const printed: unknown[] = []
    const original = console.error
    console.error = (...words) => printed.push(...words)
    const answer = await makeApp(broken, page).request('/api/counts')
    console.error = original
    expect(answer.status).toBe(500)
    const body = await answer.json()
    expectFailure(body, 'internal')
    expect(JSON.stringify(body)).not.toContain('secret')
    expect(printed).toHaveLength(1)
  })
})

function expectFailure(body: unknown, code: string): void {
  expect(body).toEqual({ error: { code, message: expect.stringMatching(/\S.*\.$/) } })
}

describe('protection', () => {
  it.each(['localhost', 'localhost:4880', '127.0.0.1:80', '[::1]:4880'])('answers to %s', async host => {
    expect((await get('/api/counts', { host })).status).toBe(200)
  })

  it.each(['/', '/api/counts', '/api/nothing', '/openapi.json', '/assets/index-abc.js'])(
    'closes %s to others',
    async path => {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      )
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  it('lets the browser keep hashed files only', async () => {
    expect((await get('/assets/index-abc.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache')
    expect((await get('/api/counts')).headers.get('cache-control')).toBe('no-cache')
  })
})

describe('description', () => {
  it('describes every route, and no other', () => {
    const routes = app.routes
      .filter(route => route.method === 'GET' && !route.path.includes('*'))
      .map(route => route.path.replace(/:(\w+)/g, '{$1}').replace(/(?<=.)\/$/, ''))
    expect([...new Set(routes)].sort()).toEqual(Object.keys(openapi.paths).sort())
  })

  it('is told to people as well, in docs/http.md', () => {
    const told = readFileSync(new URL('../docs/http.md', import.meta.url), 'utf8')
    for (const path of Object.keys(openapi.paths)) expect(told).toContain(`GET ${path}`)
    for (const condition of CONDITION_NAMES) expect(told).toContain(`\`${condition}\``)
  })

  it.each([
    ['/api/articles', '/api/articles'],
    ['/api/articles/{id}', `/api/articles/${northernQuotas.text.id}`],
    ['/api/statements', '/api/statements'],
    ['/api/events', '/api/events'],
    ['/api/positions', '/api/positions'],
    ['/api/actors', '/api/actors'],
    ['/api/search', '/api/search?words=talks'],
    ['/api/counts', '/api/counts'],
    ['/api/unread', '/api/unread'],
  ] as const)('%s answers with exactly the fields it describes', async (path, address) => {
    const schema = openapi.paths[path].get.responses[200] as {
      content: { 'application/json': { schema: object } }
    }
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    const valid = ajv.compile({
      ...schema.content['application/json'].schema,
      components: closed(openapi.components),
    })
    valid(await json(address))
    expect(valid.errors ?? []).toEqual([])
  })
})

/** The same schemas, none of which allows a field that it does not name. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return 'properties' in inner ? { ...inner, additionalProperties: false } : inner
}

describe('serving', () => {
  it('serves on a free port of this machine and stops', async () => {
    const running = await serve({ store, port: 0, page })
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect((await fetch(`${running.url}api/counts`)).status).toBe(200)
    await running.close()
    await expect(fetch(`${running.url}api/counts`)).rejects.toThrow()
  })

  it('says what to do when the port asked for is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    await expect(serve({ store, port, page })).rejects.toThrow(/is taken.*name another port/)
    other.close()
  })

  it('takes the next free port when none was asked for', async () => {
    const first = await serve({ store, page })
    const second = await serve({ store, page })
    expect(second.url).not.toBe(first.url)
    await Promise.all([first.close(), second.close()])
  })

  it('serves to this machine only', async () => {
    await expect(serve({ store, port: 0, host: '0.0.0.0' })).rejects.toThrow(/this machine only/)
  })
})
