// An http or https address comes in; the bytes of the page go out, or a sentence that says why not. Private networks are refused.
import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { isPrivateAddress } from './addresses.ts'

export interface FetchOptions {
  /** Pages on this machine and in the local network may be read. */
  readonly allowPrivate?: boolean
}

export type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly url: string; readonly charset: string | null }
  | { readonly ok: false; readonly message: string }

const MAX_PAGE_BYTES = 10 * 1024 * 1024
const TIME_LIMIT_MS = 20_000
const MAX_REDIRECTS = 5
const READABLE = ['text/html', 'text/plain', 'application/xhtml+xml']
const PRIVATE_CODE = 'EPRIVATE'
const HEADERS = {
  accept: `${READABLE.join(', ')};q=0.9`,
  'user-agent': 'rapport (reads one article for its user)',
  'accept-language': 'en',
}

/** Fetches one page: at most 10 MB, 20 seconds and five redirects; never throws for what the network does. */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const agent = new Agent({
    connect: { lookup: guardedLookup(options.allowPrivate === true) },
    maxHeaderSize: 64 * 1024,
  })
  const signal = AbortSignal.timeout(TIME_LIMIT_MS)
  try {
    return await follow(address, options.allowPrivate === true, agent, signal)
  } catch (error) {
    return { ok: false, message: explain(error, address) }
  } finally {
    await agent.destroy()
  }
}

async function follow(
  address: string,
  allowPrivate: boolean,
  agent: Agent,
  signal: AbortSignal,
): Promise<Fetched> {
  let url = address
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const problem = whyRefused(url, allowPrivate)
    if (problem !== null) return { ok: false, message: problem }
    const response = await request(url, { dispatcher: agent, signal, headers: HEADERS })
    const location = response.headers.location
    if (response.statusCode >= 300 && response.statusCode < 400 && typeof location === 'string') {
      discard(response)
      url = new URL(location, url).href
      continue
    }
    return readResponse(response, url)
  }
  return { ok: false, message: `${address} was not read: it redirects more than ${MAX_REDIRECTS} times.` }
}

/** Names are checked when they are resolved; a bare address never is, so it is checked here. */
function whyRefused(address: string, allowPrivate: boolean): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    return `${address} was not read: only http and https addresses are.`
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return !allowPrivate && isIP(host) !== 0 && isPrivateAddress(host) ? refusal(address) : null
}

const refusal = (address: string): string =>
  `${address} was not read: it lies on this machine or in a private network. Allow private addresses to read it all the same.`

/** The address that is checked is the one that is connected to, so a name cannot change in between. */
function guardedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0)
      if (!allowPrivate && addresses.some(({ address }) => isPrivateAddress(address))) {
        return callback(Object.assign(new Error('private address'), { code: PRIVATE_CODE }), '', 0)
      }
      if (options.all === true) return callback(null, addresses)
      callback(null, addresses[0].address, addresses[0].family)
    })
  }
}

/** Throws the rest of an answer away; a body that is cut off reports that as an error, which is what is wanted here. */
function discard(response: Awaited<ReturnType<typeof request>>): void {
  response.body.on('error', () => {})
  response.body.destroy()
}

async function readResponse(response: Awaited<ReturnType<typeof request>>, url: string): Promise<Fetched> {
  const fail = (why: string): Fetched => {
    discard(response)
    return { ok: false, message: `${url} was not read: ${why}.` }
  }
  if (response.statusCode !== 200) return fail(`the server answered with status ${response.statusCode}`)
  const type = String(response.headers['content-type'] ?? 'text/html')
  const mime = type.split(';')[0].trim().toLowerCase()
  if (!READABLE.includes(mime)) return fail(`it is ${mime}, and only web pages and plain texts are read`)
  const tooLarge = `it is larger than ${MAX_PAGE_BYTES / 1024 / 1024} MB`
  if (Number(response.headers['content-length'] ?? 0) > MAX_PAGE_BYTES) return fail(tooLarge)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > MAX_PAGE_BYTES) return fail(tooLarge)
    chunks.push(chunk)
  }
  return {
    ok: true,
    bytes: Buffer.concat(chunks),
    url,
    charset: /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ?? null,
  }
}

/** Network failures in plain words; anything else is a fault of ours and is thrown on. */
function explain(error: unknown, address: string): string {
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? String(error.code) : error.name
  if (code === PRIVATE_CODE) return refusal(address)
  if (error.name === 'TimeoutError')
    return `${address} was not read: it did not answer within ${TIME_LIMIT_MS / 1000} seconds.`
  const reasons: Readonly<Record<string, string>> = {
    ENOTFOUND: 'no server has this name',
    EAI_AGAIN: 'the name could not be looked up; is there a network connection?',
    ECONNREFUSED: 'the server refused the connection',
    ECONNRESET: 'the server closed the connection',
  }
  if (!/^(?:E[A-Z_]+|UND_ERR_\w+|ERR_TLS\w*|CERT_\w+|DEPTH_\w+|SELF_\w+|UNABLE_\w+|HPE_\w+)$/.test(code))
    throw error
  return `${address} was not read: ${reasons[code] ?? `the connection failed (${code})`}.`
}
