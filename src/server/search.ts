// GET /api/search?words=…: words in, the articles whose text holds them out, best first, with the paragraphs.
import { Hono } from 'hono'
import type { Store } from '../store/store.ts'
import { fail } from './failure.ts'
import { readFilter } from './filter.ts'

export const search = (store: Store): Hono =>
  new Hono().get('/', async context => {
    const { words = '', ...rest } = context.req.query()
    if (words.trim() === '')
      return fail(context, 'bad-request', 'Say what to search for: /api/search?words=sanctions.')
    const filter = readFilter(rest)
    if ('wrong' in filter) return fail(context, 'bad-request', filter.wrong)
    return context.json(await store.search(words, filter))
  })
