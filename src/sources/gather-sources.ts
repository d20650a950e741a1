// File names, folders, patterns, addresses and "-" come in; the sources they name go out one after the other, or why one cannot be read.
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import type { Problem } from '../text/problem.ts'
import { fetchPage } from './fetch-page.ts'
import { MAX_BYTES, type Source, tooLarge } from './read-source.ts'

export interface GatherOptions {
  /** Addresses on this machine and in private networks may be read. */
  readonly allowPrivate?: boolean
  /** What "-" reads; the process's standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array | string>
  /** Called once all names are known, before the first source is loaded. */
  readonly onFound?: (count: number) => void
}

export type GatheredSource =
  | { readonly ok: true; readonly source: Source }
  | { readonly ok: false; readonly name: string; readonly problem: Problem }

const ARTICLE_FILES = '**/*.{txt,md,html,htm}'
const STANDARD_INPUT = '-'

type Found =
  | { readonly kind: 'file' | 'address' | 'stdin'; readonly name: string }
  | { readonly kind: 'nothing'; readonly name: string; readonly message: string }

/** Loads one source at a time, in the order of the inputs and sorted within folders and patterns; a file named twice is read once. */
export async function* gatherSources(
  inputs: readonly string[],
  options: GatherOptions = {},
): AsyncIterable<GatheredSource> {
  const found: Found[] = []
  const seen = new Set<string>()
  for (const input of inputs) {
    for (const item of await findInput(input)) {
      if (!seen.has(item.name)) found.push(item)
      seen.add(item.name)
    }
  }
  options.onFound?.(found.length)
  for (const item of found) {
    if (item.kind === 'nothing') yield refuse(item.name, item.message)
    else if (item.kind === 'address') yield await loadAddress(item.name, options)
    else if (item.kind === 'stdin') yield await loadInput(options.stdin ?? process.stdin)
    else yield await loadFile(item.name)
  }
}

const refuse = (name: string, message: string): GatheredSource => ({
  ok: false,
  name,
  problem: { message, where: null },
})

async function findInput(input: string): Promise<Found[]> {
  if (input === STANDARD_INPUT) return [{ kind: 'stdin', name: input }]
  if (/^https?:\/\//i.test(input)) return [{ kind: 'address', name: input }]
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(input))
    return [nothing(input, `${input} was not read: only http and https addresses are.`)]
  const kind = await kindOf(input)
  if (kind === 'file') return [{ kind: 'file', name: input }]
  if (kind === 'folder')
    return findFiles(
      input,
      await glob(ARTICLE_FILES, { cwd: input, caseSensitiveMatch: false, followSymbolicLinks: false }),
      true,
    )
  if (isDynamicPattern(input))
    return findFiles(
      input,
      await glob(input.replaceAll('\\', '/'), { absolute: input.startsWith('/') }),
      false,
    )
  return [nothing(input, `There is no file or folder named ${input}.`)]
}

const nothing = (name: string, message: string): Found => ({ kind: 'nothing', name, message })

function findFiles(input: string, names: readonly string[], folder: boolean): Found[] {
  // A README tells about a folder; it is no article in it.
  const files = names.filter(
    name => !folder || (!/^readme\./i.test(basename(name)) && !name.split('/').includes('node_modules')),
  )
  if (files.length === 0) {
    return [
      nothing(
        input,
        folder
          ? `The folder ${input} holds no .txt, .md, .html or .htm file.`
          : `No file fits the pattern ${input}.`,
      ),
    ]
  }
  return files.toSorted().map(name => ({ kind: 'file', name: folder ? join(input, name) : name }))
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (isFileError(error)) return null
    throw error
  }
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error

async function loadFile(name: string): Promise<GatheredSource> {
  try {
    const { size } = await stat(name)
    if (size > MAX_BYTES) return refuse(name, tooLarge(size))
    return { ok: true, source: { name, bytes: await readFile(name) } }
  } catch (error) {
    if (!isFileError(error)) throw error
    return refuse(
      name,
      `${name} cannot be opened (${error.code}); check that it exists and that you may read it.`,
    )
  }
}

async function loadAddress(
  address: string,
  { allowPrivate = false }: GatherOptions,
): Promise<GatheredSource> {
  const page = await fetchPage(address, { allowPrivate })
  if (!page.ok) return refuse(address, page.message)
  return { ok: true, source: { name: address, bytes: page.bytes, url: page.url, charset: page.charset } }
}

async function loadInput(stdin: AsyncIterable<Uint8Array | string>): Promise<GatheredSource> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    size += bytes.length
    if (size > MAX_BYTES) return refuse(STANDARD_INPUT, tooLarge(size))
    chunks.push(bytes)
  }
  return { ok: true, source: { name: 'standard input', bytes: Buffer.concat(chunks) } }
}
