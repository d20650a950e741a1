// Bytes of a file or page come in; their characters go out, or a sentence that says why they are no text.
import { readWordLists } from './lists.ts'
import { decodeWindows1252 } from './windows-1252.ts'

export type Decoded =
  | { readonly ok: true; readonly content: string }
  | { readonly ok: false; readonly message: string }

/** A `<meta charset>` has to stand within the first 1024 bytes (HTML standard); some pages put it a little later. */
const META_BYTES = 4096
/** Control characters that no text has; more than this share of the first bytes means data, not text. */
const MAX_CONTROL_SHARE = 0.02
const SAMPLE_BYTES = 8192

const signatures = Object.entries(readWordLists('binary-formats'))

/** Decodes by byte order mark, then the charset the server or the page names, then UTF-8, then Windows-1252. */
export function decode(bytes: Uint8Array, charset: string | null = null): Decoded {
  const format = binaryFormat(bytes)
  if (format !== null) {
    return {
      ok: false,
      message: `This is ${format}, not text. Save the article as .txt or .html and read that.`,
    }
  }
  const marked = byteOrderMark(bytes)
  if (marked !== null) return { ok: true, content: new TextDecoder(marked).decode(bytes) }
  const start = bytes.subarray(0, SAMPLE_BYTES)
  const controls = start.reduce((n, b) => n + (b < 9 || (b > 13 && b < 32 && b !== 27) ? 1 : 0), 0)
  if (controls > start.length * MAX_CONTROL_SHARE) {
    return {
      ok: false,
      message: 'This is binary data, not text. Save the article as .txt or .html and read that.',
    }
  }
  return { ok: true, content: decodeUnmarked(bytes, charset ?? metaCharset(bytes)) }
}

function decodeUnmarked(bytes: Uint8Array, charset: string | null): string {
  // Valid UTF-8 with letters beyond ASCII is hardly ever anything else, whatever the page claims.
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== null) return utf8
  // Browsers read pages that call themselves Latin-1 or ASCII as Windows-1252.
  const western =
    charset === null || /^(?:utf-?8|us-ascii|(?:iso-?8859-1|latin-?1|windows-1252|cp1252))$/i.test(charset)
  return (western ? null : tryDecode(bytes, charset)) ?? decodeWindows1252(bytes)
}

function tryDecode(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function metaCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_BYTES))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null
}

function binaryFormat(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return signatures.find(([, openings]) => openings.some(opening => start.startsWith(opening)))?.[0] ?? null
}
