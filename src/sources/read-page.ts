// The HTML of a saved or fetched page comes in; the paragraphs of its article, what was left out and what the page says about itself go out.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { LeftOut } from './article.ts'
import { removeFurniture } from './furniture.ts'
import { isAuthorNote, whyLeftOut } from './leftovers.ts'
import { type PageMetadata, readMetadata } from './page-metadata.ts'
import { type PageParagraph, pageParagraphs } from './page-paragraphs.ts'

export interface Page {
  readonly metadata: PageMetadata
  /** Without the headline; empty when the page holds no article. */
  readonly paragraphs: readonly string[]
  readonly leftOut: readonly LeftOut[]
  /** The value of `lang`, such as "en-GB". */
  readonly language: string | null
}

/** A paragraph that is all link is a link to elsewhere. */
const LINK_SHARE = 0.85
/** A list of links may have words between them. */
const ITEM_LINK_SHARE = 0.7
/** Headline, subtitle, byline and date stand within the first paragraphs. */
const HEAD_PARAGRAPHS = 6
/** Notes about authors come last. */
const TAIL_PARAGRAPHS = 6
/** Browsers stop nesting at 512; real pages stay far below. */
const MAX_DEPTH = 1000
const MAX_PULL_QUOTE = 300
/** Shorter paragraphs repeat by chance. */
const MIN_PULL_QUOTE_WORDS = 6
/** Readability takes a shorter candidate for no article and tries again with fewer of its own rules. */
const MIN_CHARACTERS = 300

/** Reads a page; throws a RangeError when its elements are nested too deeply to be walked. */
export function readPage(html: string, url: string | null): Page {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`)
  checkDepth(document.documentElement)
  const metadata = readMetadata(document, url)
  const language = document.documentElement?.getAttribute('lang') ?? null
  const leftOut = removeFurniture(document)
  const body = findBody(document)
  const kept = body === null ? [] : withoutHeadline(pageParagraphs(body), metadata.title)
  const paragraphs: string[] = []
  for (const [i, paragraph] of kept.entries()) {
    const why =
      whyNotArticle(paragraph, i, kept.length) ?? (isPullQuote(paragraph.text, kept) ? 'pull quote' : null)
    if (why === null) paragraphs.push(paragraph.text)
    else leftOut.push({ text: paragraph.text, why })
  }
  return { metadata, paragraphs, leftOut, language }
}

/** Walks without recursion, so that a hostile page cannot end the stack. */
function checkDepth(root: Element): void {
  let depth = 0
  let element: Element | null = root
  while (element !== null) {
    if (element.firstElementChild !== null) {
      element = element.firstElementChild
      depth++
      if (depth > MAX_DEPTH) throw new RangeError('The page is nested too deeply.')
      continue
    }
    while (element !== null && element.nextElementSibling === null) {
      element = element === root ? null : element.parentElement
      depth--
    }
    element = element?.nextElementSibling ?? null
  }
}

function findBody(document: Document): Element | null {
  const options = { charThreshold: MIN_CHARACTERS, serializer: (node: Node) => node }
  return (new Readability<Node>(document, options).parse()?.content as Element | undefined) ?? null
}

function withoutHeadline(paragraphs: readonly PageParagraph[], title: string | null): PageParagraph[] {
  const wanted = title === null ? null : plain(title)
  return paragraphs.filter(({ text }, i) => i >= HEAD_PARAGRAPHS || plain(text) !== wanted)
}

const plain = (words: string): string => (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

function whyNotArticle(paragraph: PageParagraph, i: number, count: number): string | null {
  const { text, linked, item } = paragraph
  if (!/[\p{L}\p{N}]/u.test(text)) return 'no words'
  if (linked >= (item ? ITEM_LINK_SHARE : LINK_SHARE)) return 'related link'
  const why = whyLeftOut(text)
  if (why !== null) return why
  if (i < HEAD_PARAGRAPHS && isPageByline(text)) return 'byline'
  return i >= count - TAIL_PARAGRAPHS && isAuthorNote(text) ? 'author note' : null
}

/** Words of the article set large beside it: they are said in it once. */
function isPullQuote(text: string, all: readonly PageParagraph[]): boolean {
  const words = plain(text)
  if (text.length > MAX_PULL_QUOTE || words.split(' ').length < MIN_PULL_QUOTE_WORDS) return false
  return all.some(other => other.text.length > text.length && ` ${plain(other.text)} `.includes(` ${words} `))
}

/** "By Anna Berg - 18 June 2024 11:04 PM EST", "By", "Anna Berg, Reuters" is too much like a sentence to be dropped. */
const isPageByline = (text: string): boolean =>
  text.length <= 140 &&
  /^(?:by|written by|reported by|from|posted by|author:?)\b/i.test(text) &&
  !/[.!?]["”’]?$/.test(text)
