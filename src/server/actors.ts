// GET /api/actors: a filter in, one page of actors across all articles out.
import { Hono } from 'hono'
import type { Store } from '../store/store.ts'
import { listing } from './listing.ts'

export const actors = (store: Store): Hono => new Hono().get('/', listing(store.actors))
