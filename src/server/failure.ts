// A code and a sentence in, the one shape of every HTTP failure out: {"error": {"code", "message"}}.
import type { Context } from 'hono'

export type FailureCode =
  | 'bad-request'
  | 'wrong-host'
  | 'not-found'
  | 'method-not-allowed'
  | 'page-not-built'
  | 'internal'

const STATUS = {
  'bad-request': 400,
  'wrong-host': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'page-not-built': 503,
  internal: 500,
} as const satisfies Record<FailureCode, number>

/** Answers with the failure; `message` is a sentence that says what to do. */
export const fail = (context: Context, code: FailureCode, message: string): Response =>
  context.json({ error: { code, message } }, STATUS[code])
