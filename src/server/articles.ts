// GET /api/articles: a filter in, one page of articles out; GET /api/articles/{id}: the article's record.
import { Hono } from 'hono'
import type { Store } from '../store/store.ts'
import { fail } from './failure.ts'
import { listing } from './listing.ts'

export const articles = (store: Store): Hono =>
  new Hono().get('/', listing(store.articles)).get('/:id', async context => {
    const record = await store.article(context.req.param('id'))
    if (record) return context.json(record)
    return fail(context, 'not-found', 'The record holds no article of this name.')
  })
