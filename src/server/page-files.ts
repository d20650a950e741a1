// A path in, the built page's file out; hashed assets may be kept by the browser for good, the entry page never unasked.
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Handler } from 'hono'
import { fail } from './failure.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

// Only what the build writes: no dot files, no way up.
const FILE_PATH = /^\/(?:[\w-]+\/)*[\w-][\w.-]*$/

/** `folder` is the built page's folder, ending in a slash. */
export const pageFiles =
  (folder: URL): Handler =>
  async context => {
    const path = context.req.path === '/' ? '/index.html' : context.req.path
    const type = TYPES[extname(path)]
    const bytes = type && FILE_PATH.test(path) ? await bytesOf(new URL(`.${path}`, folder)) : null
    if (bytes)
      return context.body(bytes, 200, {
        'content-type': type,
        'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
    if (path === '/index.html')
      return fail(
        context,
        'page-not-built',
        'The page has not been built yet; run “npm run build” in the project folder.',
      )
    return fail(
      context,
      'not-found',
      'There is nothing at this address; the page is at / and the API is described at /openapi.json.',
    )
  }

async function bytesOf(file: URL): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code))
    )
      return null
    throw error
  }
}
