// A page comes in; the elements that are not its article (captions, menus, forms, related links) are taken out of it and listed with the reason.
import type { LeftOut } from './article.ts'
import { readList } from './lists.ts'

/** An element with more than this share of the page's paragraphs holds the article, whatever its class says. */
const MAX_SHARE = 0.25
/** A caption or a teaser is not longer than this; what is longer is looked at line by line. */
const MAX_LENGTH = 2500
const MAX_CAPTION = 700
const MAX_FIGURE = 900
/** An embedded post comes with a line of its network's own words at most. */
const MAX_EMBED = 60
/** What is listed as left out is shown to people: enough to recognise it. */
const MAX_SHOWN = 300

const { selectors, words } = readFurniture(readList('furniture'))

/** Changes the page: call it once, before the article is looked for. */
export function removeFurniture(document: Document): LeftOut[] {
  const leftOut: LeftOut[] = []
  const total = proseLength(document.body ?? document.documentElement)
  const remove = (element: Element, why: string): void => {
    if (!element.isConnected || element === document.body || element === document.documentElement) return
    const text = clean(element.textContent)
    if (!mayGo(element, text, why, total)) return
    if (text !== '') leftOut.push({ text: text.slice(0, MAX_SHOWN), why })
    element.remove()
  }
  for (const element of document.querySelectorAll(
    'script, style, noscript, template, iframe, svg, object, embed',
  )) {
    element.remove()
  }
  keepPosts(document)
  for (const [why, list] of selectors)
    for (const element of document.querySelectorAll(list)) remove(element, why)
  for (const element of document.querySelectorAll('[class], [id]')) {
    const why = whyByWords(element)
    if (why !== null) remove(element, why)
  }
  for (const element of document.querySelectorAll('figure')) {
    if (
      clean(element.textContent).length <= MAX_FIGURE &&
      element.querySelector('blockquote, table, p + p') === null
    ) {
      remove(element, 'caption')
    }
  }
  return leftOut
}

/** A post in an article is a statement; its wrapper ("social-embed") and its links must not make it look like furniture. */
function keepPosts(document: Document): void {
  for (const quote of document.querySelectorAll('blockquote')) {
    const length = clean(quote.textContent).length
    let outermost: Element = quote
    while (outermost.parentElement !== null && isWrapper(outermost.parentElement, length))
      outermost = outermost.parentElement
    quote.removeAttribute('class')
    quote.removeAttribute('id')
    for (const link of quote.querySelectorAll('a')) link.replaceWith(...link.childNodes)
    if (outermost !== quote) outermost.replaceWith(quote)
  }
}

const isWrapper = (element: Element, length: number): boolean =>
  !/^(?:BODY|HTML|MAIN|ARTICLE)$/i.test(element.nodeName) &&
  clean(element.textContent).length <= length + MAX_EMBED

function mayGo(element: Element, text: string, why: string, total: number): boolean {
  if (text.length > (why === 'caption' ? MAX_CAPTION : MAX_LENGTH)) return false
  // Posts stand in blockquotes, and posts are statements.
  if (element.querySelector('h1, article, blockquote') !== null || element.matches('blockquote')) return false
  if (element.matches('h1, article, main, [itemprop=articleBody]')) return false
  return proseLength(element) <= total * MAX_SHARE
}

/** Characters in paragraphs long enough to be prose. */
function proseLength(root: Element): number {
  const minProse = 80
  let length = 0
  for (const paragraph of root.querySelectorAll('p')) {
    const size = clean(paragraph.textContent).length
    if (size >= minProse) length += size
  }
  return length
}

function whyByWords(element: Element): string | null {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`
  const parts = names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return words.find(([, list]) => parts.some(part => list.has(part)))?.[0] ?? null
}

const clean = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()

function readFurniture(content: unknown) {
  const { selectors, words } = content as {
    selectors: Record<string, string[]>
    words: Record<string, string[]>
  }
  return {
    selectors: Object.entries(selectors).map(([why, list]) => [why, list.join(', ')] as const),
    words: Object.entries(words).map(([why, list]) => [why, new Set(list)] as const),
  }
}
