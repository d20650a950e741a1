// GET /api/unread: a filter in, one page of the sources that could not be read out, each with the reason.
import { Hono } from 'hono'
import type { Store } from '../store/store.ts'
import { listing } from './listing.ts'

export const unread = (store: Store): Hono => new Hono().get('/', listing(store.unread))
