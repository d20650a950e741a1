// Every request in, refused unless it is addressed to this machine; every answer out, with the headers that keep the page closed to others.
import type { MiddlewareHandler } from 'hono'
import { fail } from './failure.ts'

// A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); its requests then carry that name as Host.
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i

export const LOOPBACK_ADDRESSES = ['127.0.0.1', 'localhost', '::1'] as const

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

export const protect: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? new URL(context.req.url).host
  const refusal = LOOPBACK_HOST.test(host)
    ? null
    : fail(
        context,
        'wrong-host',
        'This server answers only to localhost, 127.0.0.1 and [::1]; open it under one of these names.',
      )
  if (refusal) context.res = refusal
  else await next()
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value)
}
