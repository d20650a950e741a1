// Lines of the stream in, their answers out: {"id", "record"} or {"id", "error"}, one for each line and in order.
import type { readSource as ReadSource } from '../pipeline.ts'
import type { ReadPool } from '../read-pool.ts'
import { inOrder } from './in-order.ts'
import { LONGEST_LINE } from './split-lines.ts'
import { note } from './terminal.ts'

type Id = string | number | null

interface Asked {
  readonly id: Id
  readonly content: string
  readonly format: 'txt' | 'html'
  readonly given: Readonly<Record<'published' | 'title' | 'outlet' | 'url', string | null>>
}

interface Tools {
  readonly reader: Pick<ReadPool, 'read' | 'atOnce'>
  readonly readSource: typeof ReadSource
  readonly withText: boolean
}

/** Yields one line of JSON, without its line end, for each line given (null: too long to be read). */
export const answerLines = (lines: AsyncIterable<string | null>, tools: Tools): AsyncGenerator<string> =>
  inOrder(lines, tools.reader.atOnce, async line => JSON.stringify(await answer(line, tools)))

async function answer(line: string | null, tools: Tools): Promise<object> {
  if (line === null)
    return {
      id: null,
      error: `The line is longer than ${LONGEST_LINE} bytes; split it into single articles.`,
    }
  const asked = parse(line)
  if ('error' in asked) return asked
  try {
    return await read(asked, tools)
  } catch (error) {
    // The one place that catches a fault of ours: one article must not end a run over millions, and its line must be answered.
    note(
      `rapport: a fault in Rapport at id ${JSON.stringify(asked.id)}: ${error instanceof Error ? error.stack : error}`,
    )
    return { id: asked.id, error: `A fault in Rapport: ${error instanceof Error ? error.message : error}` }
  }
}

async function read({ id, content, format, given }: Asked, tools: Tools): Promise<object> {
  // The ending of the name says what the content is, whatever it looks like.
  const source = { name: `${id}.${format}`, bytes: new TextEncoder().encode(content) }
  const result = tools.readSource(source, given)
  if (!result.ok) return { id, error: result.problem.message }
  const record = await tools.reader.read(result.article)
  if (tools.withText) return { id, record }
  const { content: _, ...text } = record.text
  return { id, record: { ...record, text } }
}

/** What a line asks for, or the answer that says what is wrong with it. */
function parse(line: string): Asked | { readonly id: Id; readonly error: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return {
      id: null,
      error: 'The line is no JSON; each line must hold one object such as {"id": "1", "text": "…"}.',
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, error: 'The line is no JSON object; it must be one such as {"id": "1", "text": "…"}.' }
  const fields = value as Readonly<Record<string, unknown>>
  const id = typeof fields.id === 'string' || typeof fields.id === 'number' ? fields.id : null
  const error = wrongWith(fields)
  if (error !== null) return { id, error }
  const word = (name: string): string | null => (typeof fields[name] === 'string' ? fields[name] : null)
  const content = word('text') ?? word('html') ?? ''
  const format = word('text') === null ? 'html' : 'txt'
  return {
    id,
    content,
    format,
    given: {
      published: word('published')?.slice(0, 10) ?? null,
      title: word('title'),
      outlet: word('outlet'),
      url: word('url'),
    },
  }
}

function wrongWith(fields: Readonly<Record<string, unknown>>): string | null {
  if (typeof fields.id !== 'string' && typeof fields.id !== 'number')
    return 'The line has no "id", or one that is neither text nor number.'
  const contents = [fields.text, fields.html].filter(content => content !== undefined && content !== null)
  if (contents.length !== 1) return 'The line needs either "text" or "html".'
  if (typeof contents[0] !== 'string') return '"text" or "html" must be a string.'
  const odd = ['published', 'title', 'outlet', 'url'].find(
    name => !['string', 'undefined'].includes(typeof (fields[name] ?? undefined)),
  )
  if (odd !== undefined) return `"${odd}" must be a string or null.`
  if (typeof fields.published === 'string' && !isDay(fields.published))
    return '"published" must be a day such as "2025-08-25".'
  return null
}

/** A day, or a day with its time: only the day counts. */
function isDay(words: string): boolean {
  const day = new Date(words)
  return (
    /^\d{4}-\d{2}-\d{2}(T|$)/.test(words) &&
    !Number.isNaN(day.getTime()) &&
    new Date(words.slice(0, 10)).toISOString().startsWith(words.slice(0, 10))
  )
}
