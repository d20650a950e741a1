// The built page in a real Chromium over the real server and store: marks, cards, keys, filters, search, hostile text.
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Running } from '../src/server/serve.ts'
import { serve } from '../src/server/serve.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { northernQuotas } from '../web/fixtures/northern-quotas.ts'
import { hostileArticle, hostOfferArticle, quietArticle } from '../web/fixtures/short-articles.ts'
import { readingOf } from '../web/src/reader/items.ts'

const BROWSERS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const executablePath = BROWSERS.find(path => path && existsSync(path))
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

if (!executablePath)
  console.warn(
    'NOT RUN: the page in a browser. No Chromium was found; install it or name it in the variable CHROMIUM.',
  )

describe.skipIf(!executablePath)(
  `the page in a browser${executablePath ? '' : ' (NOT RUN: no Chromium)'}`,
  () => {
    let store: Store
    let running: Running
    let browser: Browser
    let page: Page
    /** What no test may cause: errors, refusals by the content security policy, requests to elsewhere. */
    let trouble: string[]

    beforeAll(async () => {
      const outDir = mkdtempSync(join(tmpdir(), 'page-'))
      const root = fileURLToPath(new URL('../web/', import.meta.url))
      // As npm run build makes it, and not as the test runner's own setting would.
      vi.stubEnv('NODE_ENV', 'production')
      await build({ root, logLevel: 'silent', build: { outDir, emptyOutDir: true } })
      vi.unstubAllEnvs()
      store = await openStore(':memory:')
      for (const record of [northernQuotas, hostOfferArticle, hostileArticle, quietArticle])
        await store.keep(record)
      running = await serve({ store, port: 0, page: pathToFileURL(`${outDir}/`) })
      browser = await chromium.launch({ executablePath, args: ARGS })
    }, 120_000)

    afterAll(async () => {
      await browser?.close()
      await running?.close()
      await store?.close()
    })

    beforeEach(async () => {
      page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      page.setDefaultTimeout(20_000)
      trouble = []
      page.on('pageerror', error => trouble.push(error.message))
      page.on('console', message => {
        if (['error', 'warning'].includes(message.type())) trouble.push(message.text())
      })
      page.on('request', request => {
        if (!request.url().startsWith(running.url)) trouble.push(`asked for ${request.url()}`)
      })
      page.on('dialog', dialog => {
        trouble.push(`dialog ${dialog.message()}`)
        void dialog.dismiss()
      })
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', event =>
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
        )
      })
    })

    afterEach(async () => {
      await page.close()
      expect(trouble).toEqual([])
    })

    const open = async (hash = ''): Promise<void> => {
      await page.goto(`${running.url}${hash}`)
      await page.waitForSelector(hash === '' || hash.includes('articles') ? '.article' : 'h1')
    }
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const openCard = () => page.locator('.card.open')
    const openEntry = () => openCard().getAttribute('data-entry')
    const cards = () => page.locator('.card').count()
    const items = readingOf(northernQuotas).items
    const { content } = northernQuotas.text

    it('marks every entry on its exact words', async () => {
      await open()
      const marked = await page.evaluate(() => {
        const words: Record<string, string> = {}
        for (const element of document.querySelectorAll<HTMLElement>('[data-entries]'))
          for (const id of element.dataset.entries?.split(' ') ?? [])
            words[id] = (words[id] ?? '') + element.textContent
        return words
      })
      const expected = items.map(item => [
        item.id,
        item.spans.map(span => content.slice(span.start, span.end)).join(''),
      ])
      expect(marked).toEqual(Object.fromEntries(expected))
      expect(await page.locator('.article h1').textContent()).toBe(
        'Norway and Iceland to Reopen Talks on Northern Fishing Quotas',
      )
    })

    it('shows how an event stands by its line', async () => {
      await open()
      const style = (words: string) =>
        page
          .locator('.seg.ev', { hasText: words })
          .first()
          .evaluate(element => getComputedStyle(element).textDecoration)
      expect(await style('meeting')).toMatch(/underline.*solid|underline(?!.*(dashed|dotted))/)
      expect(await style('meet in Reykjavik')).toContain('dashed')
      expect(await style('close its ports')).toContain('dotted')
      expect(await style('boarded')).toContain('line-through')
    })

    it('places one card an entry beside the words, none over another', async () => {
      await open()
      await expect.poll(cards).toBe(items.length)
      await press('j', 'j', 'j', 'j', 'j', 'j')
      await page.waitForTimeout(400)
      const boxes = await page
        .locator('.card')
        .evaluateAll(all => all.map(card => card.getBoundingClientRect().toJSON()))
      for (let n = 1; n < boxes.length; n++) expect(boxes[n].top).toBeGreaterThanOrEqual(boxes[n - 1].bottom)
      const card = await openCard().boundingBox()
      const words = await page.locator('.seg.active').first().boundingBox()
      expect(Math.abs((card?.y ?? 0) - (words?.y ?? 1e6))).toBeLessThan(40)
    })

    it('opens the card of the words that are clicked', async () => {
      await open()
      await page.locator('.seg', { hasText: 'boarded' }).click()
      const text = await openCard().innerText()
      for (const part of [
        'Coerce',
        'denied',
        'boarded',
        'Jon Hallsson',
        'Norwegian officials',
        'doubted the account',
        'July 2025',
        'demonym',
        '84 %',
      ])
        expect(text).toContain(part)
      expect(decodeURIComponent(page.url())).toContain(await openEntry())
      await page.locator('.seg.active').click()
      expect(await openCard().innerText()).toContain('a report')
    })

    it('moves by keys from entry to entry and article to article', async () => {
      await open()
      await press('j')
      await expect.poll(openEntry).toBe(items[0].id)
      await press('j', 'ArrowDown', 'k')
      await expect.poll(openEntry).toBe(items[1].id)
      await press('Enter')
      await page.waitForFunction(() => document.activeElement?.closest('.card.open') !== null)
      await press('Escape')
      await expect.poll(() => openCard().count()).toBe(0)
      await press('n')
      await page.waitForSelector('.article h1:has-text("Brussels")')
      await press('p')
      await page.waitForSelector('.article h1:has-text("Norway")')
      await press('?')
      await page.waitForSelector('dialog[open]')
      await press('Escape')
      await page.waitForSelector('dialog', { state: 'detached' })
    })

    it('filters by kind, actor and status', async () => {
      await open()
      await press('1')
      await expect.poll(cards).toBe(northernQuotas.events.length + northernQuotas.positions.length)
      await expect.poll(() => page.locator('.seg.st').count()).toBe(0)
      await press('1', '2')
      await expect.poll(() => page.locator('.seg.ev').count()).toBe(0)
      await page.getByRole('button', { name: 'Show all' }).click()
      await page.getByLabel('Actor').selectOption({ label: 'Erik Moen (NOR) – 1' })
      await expect.poll(cards).toBe(1)
      await page.getByLabel('Actor').selectOption('')
      await page.getByLabel('Status of events').selectOption('denied')
      expect(await page.locator('.card').innerText()).toContain('boarded')
      await expect.poll(cards).toBe(1)
    })

    it('leads from an address to an article and its entry', async () => {
      const position = northernQuotas.positions[1]
      await open(`#/articles/${northernQuotas.text.id.slice(0, 16)}/${encodeURIComponent(position.id)}`)
      await expect.poll(openEntry).toBe(position.id)
      expect(await openCard().innerText()).toContain('if the catch was not cut by a fifth')
    })

    it('searches all texts', async () => {
      await open()
      await press('/')
      await page.keyboard.type('satellite')
      await press('Enter')
      await page.waitForSelector('.results li')
      expect(await page.locator('mark').allTextContents()).toEqual(['satellite'])
      await page.locator('.results a').click()
      await page.waitForSelector('.article h1:has-text("Norway")')
    })

    it('lists events of all articles and leads from a line to the words', async () => {
      await open('#/events')
      await page.waitForSelector('tbody tr')
      expect(await page.locator('tbody tr').count()).toBe(15)
      await page.getByLabel('Status').selectOption('denied')
      await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1)
      expect(page.url()).toContain('status=denied')
      expect(await page.locator('td.words').innerText()).toBe(
        'Hallsson denied a report that Iceland had boarded a Norwegian vessel in July.',
      )
      await page.locator('td.words a').click()
      await page.waitForSelector('.card.open')
      expect(await page.locator('.seg.active').textContent()).toBe('boarded')
    })

    it('keeps a dossier of every actor', async () => {
      await open('#/actors')
      await page.getByRole('link', { name: /Jon Hallsson/ }).click()
      await page.waitForSelector('.lines li')
      await page.waitForFunction(() => document.querySelectorAll('.lines li').length >= 11)
      const text = await page.locator('.dossier').innerText()
      for (const part of [
        'in 2 articles',
        'That did not happen,',
        'meet in Reykjavik',
        'Norway cut its catch before any meeting',
      ])
        expect(text).toContain(part)
      await page.locator('.line-words', { has: page.getByText('meet in Reykjavik', { exact: true }) }).click()
      await page.waitForSelector('.card.open')
    })

    it('shows hostile text as text', async () => {
      await open(`#/articles/${hostileArticle.text.id.slice(0, 16)}`)
      await press('j', 'j')
      expect(await openCard().innerText()).toContain('</p><script>')
      const shown = (
        await page.locator('.article > h1, .article > p:not(.source-line)').allTextContents()
      ).join('\n\n')
      expect(shown).toBe(hostileArticle.text.content)
      expect(await page.locator('.reader :is(script, img, iframe, b, i)').count()).toBe(0)
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0)
      for (const hash of ['#/statements', '#/actors', '#/search?words=hostile']) {
        await page.goto(`${running.url}${hash}`)
        await page.waitForSelector('tbody tr, .results li')
        expect(await page.locator('#page :is(script, img, iframe, b, i)').count()).toBe(0)
      }
      expect(await page.evaluate(() => 'hostile' in window)).toBe(false)
    })

    it('says so where nothing was found', async () => {
      await open(`#/articles/${quietArticle.text.id.slice(0, 16)}`)
      expect(await page.locator('.article').innerText()).toContain('Nothing was found in this article')
      await page.goto(`${running.url}#/positions?issue=whales`)
      await page.waitForSelector('.teach-note')
    })

    it('keeps one card at the foot of a narrow window', async () => {
      await page.setViewportSize({ width: 420, height: 800 })
      await open()
      expect(await page.locator('.card').first().isVisible()).toBe(false)
      await press('j', 'j')
      expect(await openCard().isVisible()).toBe(true)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect(wide).toBe(false)
    })
  },
)
