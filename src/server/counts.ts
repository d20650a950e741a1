// GET /api/counts: how much the store holds.
import { Hono } from 'hono'
import type { Store } from '../store/store.ts'

export const counts = (store: Store): Hono =>
  new Hono().get('/', async context => context.json(await store.counts()))
