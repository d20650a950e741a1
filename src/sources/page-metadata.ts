// A page comes in; what it says about its article goes out: headline, outlet, authors, dates, address.
import { isoDay, parseDay } from './days.ts'

export interface PageMetadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly url: string | null
}

type Json = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /article|posting|report|review|liveblog|webpage$/i
/** A headline and the page's own title are the same when they share this part of their words. */
const MIN_SHARED = 0.5
const DAY_MS = 24 * 60 * 60 * 1000
/** Site names are short; a longer part after " | " belongs to the headline. */
const MAX_SITE_NAME = 40

/** Reads JSON-LD, meta elements, time elements and the address, in this order of trust. `url`: where the page came from. */
export function readMetadata(document: Document, url: string | null): PageMetadata {
  const data = linkedData(document)
  const article =
    data.find(item => types(item).some(type => ARTICLE_TYPE.test(type) && type !== 'WebPage')) ?? null
  const any = article ?? data.find(item => types(item).includes('WebPage')) ?? null
  const address = meta(document, ['og:url']) ?? attribute(document, 'link[rel=canonical]', 'href')
  const outlet =
    meta(document, ['og:site_name']) ?? nameOf(article?.publisher) ?? meta(document, ['application-name'])
  return {
    title: readTitle(document, textOf(article?.headline), outlet),
    outlet,
    authors: readAuthors(document, article),
    published: readPublished(document, any, url ?? address),
    modified:
      dayOf(any?.dateModified) ??
      parsed(meta(document, ['article:modified_time', 'og:updated_time', 'last-modified'])),
    url: url ?? (address !== null && /^https?:/.test(address) ? address : null),
  }
}

function linkedData(document: Document): Json[] {
  const found: Json[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    collect(parseJson(script.textContent ?? ''), found)
  }
  return found
}

/** Null for what is no JSON: pages often hold broken JSON-LD, and the rest of the page still serves. */
function parseJson(source: string): unknown {
  try {
    return JSON.parse(
      source.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '').replace(/[\n\r\t]+/g, ' '),
    )
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function collect(value: unknown, found: Json[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, found)
  else if (isJson(value)) {
    found.push(value)
    collect(value['@graph'], found)
    collect(value.mainEntity, found)
  }
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const types = (item: Json): string[] => [item['@type']].flat().filter(type => typeof type === 'string')
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? tidy(value) : null
const nameOf = (value: unknown): string | null => {
  const first = Array.isArray(value) ? value[0] : value
  return textOf(first) ?? (isJson(first) ? textOf(first.name) : null)
}
const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim()
const parsed = (words: string | null): string | null => (words === null ? null : parseDay(words))
const dayOf = (value: unknown): string | null => parsed(textOf(value))

function meta(document: Document, names: readonly string[]): string | null {
  for (const name of names) {
    for (const key of ['property', 'name', 'itemprop']) {
      const content = attribute(document, `meta[${key}="${name}"]`, 'content')
      if (content !== null) return content
    }
  }
  return null
}

const attribute = (document: Document, selector: string, name: string): string | null =>
  textOf(document.querySelector(selector)?.getAttribute(name))

function readTitle(document: Document, headline: string | null, outlet: string | null): string | null {
  const named = headline ?? meta(document, ['og:title', 'twitter:title'])
  const page = textOf(document.querySelector('title')?.textContent)
  const headings = [...document.querySelectorAll('h1')]
    .map(h => textOf(h.textContent))
    .filter(h => h !== null)
  const told = named ?? page
  const heading = headings.find(h => told !== null && sharedWords(h, told) >= MIN_SHARED)
  if (heading !== undefined) return heading
  if (headings.length === 1 && named === null && page === null) return headings[0]
  return told === null ? null : withoutSiteName(told, outlet)
}

function sharedWords(a: string, b: string): number {
  const [left, right] = [a, b].map(words => new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu)))
  const shared = [...left].filter(word => right.has(word)).length
  return left.size < 2 ? 0 : shared / Math.max(left.size, 1)
}

function withoutSiteName(title: string, outlet: string | null): string {
  const parts = /^(.{10,}?)\s+[|–—»·:-]+\s+([^|–—»·]+)$/u.exec(title)
  if (parts === null || parts[2].length > MAX_SITE_NAME) return title
  const isSite =
    title.includes(' | ') ||
    (outlet !== null && sharedWords(outlet, parts[2]) >= MIN_SHARED) ||
    parts[2] === outlet
  return isSite ? parts[1] : title
}

function readAuthors(document: Document, article: Json | null): string[] {
  const listed = [article?.author]
    .flat()
    .map(nameOf)
    .filter(name => name !== null)
  const metas = [...document.querySelectorAll('meta[name=author], meta[property="article:author"]')].map(e =>
    textOf(e.getAttribute('content')),
  )
  const names = (listed.length > 0 ? listed : metas.filter(name => name !== null))
    .map(name => name.replace(/^by\s+/i, ''))
    .filter(name => !/^https?:|[@/]/.test(name) && name.length < 80)
  return [...new Set(names)]
}

function readPublished(document: Document, data: Json | null, url: string | null): string | null {
  const inUrl = dayInUrl(url)
  const told =
    dayOf(data?.datePublished) ??
    dayOf(data?.dateCreated) ??
    parsed(meta(document, PUBLISHED_NAMES)) ??
    parsed(attribute(document, 'time[pubdate], [itemprop=datePublished][datetime]', 'datetime')) ??
    parsed(attribute(document, 'article time[datetime], header time[datetime]', 'datetime')) ??
    parsed(attribute(document, 'time[datetime]', 'datetime')) ??
    parsed(
      textOf(
        document.querySelector('[itemprop=datePublished], article time, header time, time')?.textContent,
      ),
    )
  // Times are often given in UTC, and the address has the day that the newsroom had: the one that "on Monday" counts from.
  if (told !== null && inUrl !== null && Math.abs(Date.parse(told) - Date.parse(inUrl)) <= DAY_MS)
    return inUrl
  return told ?? inUrl ?? dayInElements(document)
}

const PUBLISHED_NAMES = [
  'article:published_time', 'og:published_time', 'datePublished', 'date', 'pubdate', 'publishdate', 'publish-date', 'publish_date',
  'parsely-pub-date', 'sailthru.date', 'dc.date', 'DC.date.issued', 'dcterms.created', 'dcterms.date', 'cXenseParse:recs:publishtime',
  'article.published', 'published_at', 'publication_date', 'citation_publication_date', 'originalpublicationdate', 'timestamp', 'displaydate',
] // biome-ignore format: one name after the other reads best in rows

function dayInUrl(url: string | null): string | null {
  const match = /\/((?:19|20)\d\d)[/-]?(\d\d|[a-z]{3})[/-]?(\d\d)(?=[/-]|\b)/i.exec(url ?? '')
  if (match === null) return null
  const month = Number(match[2])
  return Number.isNaN(month)
    ? parseDay(`${match[3]} ${match[2]} ${match[1]}`)
    : isoDay(Number(match[1]), month, Number(match[3]))
}

/** "Published 12 June 2024" in an element whose class speaks of a date. */
function dayInElements(document: Document): string | null {
  const maxLength = 120
  const selector =
    '[class*=publish], [class*=date], [class*=Date], [class*=timestamp], [class*=posted], [class*=byline], [class*=dateline]'
  for (const element of document.querySelectorAll(selector)) {
    const words = textOf(element.textContent)
    const day = words === null || words.length > maxLength ? null : parseDay(words)
    if (day !== null) return day
  }
  return null
}
