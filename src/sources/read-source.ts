// A file, page or stream line comes in as bytes or characters; an Article goes out, or one sentence that says why there is none.
import type { Problem } from '../text/problem.ts'
import type { Span } from '../text/span.ts'
import { makeText, sha256 } from '../text/text.ts'
import type { Article, LeftOut, SourceFormat } from './article.ts'
import { findEntities, findMojibake } from './characters.ts'
import { decode } from './decode.ts'
import { applyChanges, type Draft, startDraft } from './draft.ts'
import { foreignLanguage } from './english.ts'
import { findHeadings } from './headings.ts'
import type { PageMetadata } from './page-metadata.ts'
import { readPage } from './read-page.ts'
import { publishedLine, readPlain } from './read-plain.ts'

export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
  readonly url?: string | null
  /** What the server says the charset is. */
  readonly charset?: string | null
}

/** What is known about an article beside its text; wins over what the text or page says. */
export interface Given {
  readonly published?: string | null
  readonly title?: string | null
  readonly outlet?: string | null
  readonly url?: string | null
}

export type SourceResult =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly name: string; readonly problem: Problem }

/** Larger files are archives, not articles. */
export const MAX_BYTES = 50 * 1024 * 1024
const MEGABYTE = 1024 * 1024
/** A page with fewer words has a headline or a notice at most. */
const MIN_PAGE_WORDS = 25

interface Cleaned {
  readonly format: SourceFormat
  readonly draft: Draft
  readonly leftOut: readonly LeftOut[]
  readonly metadata: PageMetadata | null
  readonly problems: readonly Problem[]
}

/** Reads one source; never throws on what the material holds. */
export function readSource(source: Source, given: Given = {}): SourceResult {
  const refuse = (message: string): SourceResult => ({
    ok: false,
    name: source.name,
    problem: { message, where: null },
  })
  if (source.bytes.length === 0) return refuse('The file is empty; give a file that holds an article.')
  if (source.bytes.length > MAX_BYTES) return refuse(tooLarge(source.bytes.length))
  const decoded = decode(source.bytes, source.charset ?? null)
  if (!decoded.ok) return refuse(decoded.message)
  if (decoded.content.trim() === '')
    return refuse('The file holds no words; give a file that holds an article.')
  const url = given.url ?? source.url ?? null
  const cleaned = isHtml(source.name, decoded.content)
    ? cleanPage(decoded.content, url, given)
    : cleanPlain(decoded.content)
  if (typeof cleaned === 'string') return refuse(cleaned)
  const { content } = cleaned.draft
  if (!/[\p{L}\p{N}]/u.test(content))
    return refuse(
      'No article is left once forms, links and notices are taken out; give the text of an article.',
    )
  const language = foreignLanguage(content)
  if (language !== null)
    return refuse(`The text is not English (it looks like ${language}); only English articles are read.`)
  return { ok: true, article: makeArticle(source, cleaned, { ...given, url }) }
}

/** Reads the text or HTML of a stream line; `name` stands in messages and in the article's source. */
export function readText(content: string, given: Given & { readonly name?: string } = {}): SourceResult {
  return readSource(
    { name: given.name ?? given.url ?? 'text', bytes: new TextEncoder().encode(content) },
    given,
  )
}

/** What to say about a file above `MAX_BYTES` (so that it can be said before the file is loaded). */
export const tooLarge = (bytes: number): string =>
  `The file is too large (${Math.round(bytes / MEGABYTE)} MB; ${MAX_BYTES / MEGABYTE} MB at most); split it into single articles.`

function isHtml(name: string, content: string): boolean {
  if (/\.(?:txt|md)$/i.test(name)) return false
  const opening = content.slice(0, 2000)
  return (
    /^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<article|<div|<p[\s>])/i.test(
      opening.replace(/<!--[\s\S]*?-->/g, ''),
    ) || /\.x?html?$/i.test(name)
  )
}

function cleanPlain(source: string): Cleaned {
  const { draft, leftOut } = readPlain(source)
  return { format: 'text', draft, leftOut, metadata: null, problems: [] }
}

function cleanPage(html: string, url: string | null, given: Given): Cleaned | string {
  const page = tryReadPage(html, url)
  if (page === null)
    return 'The page is nested too deeply to be read; save its article as .txt and read that.'
  const words = page.paragraphs.join(' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words < MIN_PAGE_WORDS)
    return 'No article was found in the page; copy its text into a .txt file and read that.'
  const title = given.title ?? page.metadata.title
  const problems: Problem[] = []
  if (title === null) problems.push({ message: 'The page names no headline.', where: null })
  let draft = startDraft([...(title === null ? [] : [oneLine(title)]), ...page.paragraphs].join('\n\n'))
  for (const find of [findEntities, findMojibake]) draft = applyChanges(draft, find(draft.content))
  return { format: 'html', draft, leftOut: page.leftOut, metadata: { ...page.metadata, title }, problems }
}

function tryReadPage(html: string, url: string | null) {
  try {
    return readPage(html, url)
  } catch (error) {
    // The one way material can make the page reader fail: the stack ends before the nesting does.
    if (error instanceof RangeError) return null
    throw error
  }
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

function makeArticle(source: Source, cleaned: Cleaned, given: Given): Article {
  const { draft, metadata, leftOut } = cleaned
  const title = given.title ?? metadata?.title ?? null
  const headings = findHeadings(draft.content, title)
  const headline: Span | null = metadata?.title == null ? headings.title : firstParagraph(draft.content)
  const { outlet = null, authors = [], modified = null, url = null } = metadata ?? {}
  return {
    id: sha256(source.bytes),
    text: makeText(draft.content, draft.edits),
    title: headline,
    dateline: headings.dateline,
    byline: headings.byline,
    url: given.url ?? url,
    outlet: given.outlet ?? outlet,
    authors,
    published: given.published ?? metadata?.published ?? publishedLine(leftOut) ?? headings.datelineDay,
    modified,
    language: 'en',
    source: { name: source.name, bytes: source.bytes.length, format: cleaned.format },
    leftOut,
    problems: cleaned.problems,
  }
}

const firstParagraph = (content: string): Span => {
  const end = content.indexOf('\n')
  return { start: 0, end: end === -1 ? content.length : end }
}
