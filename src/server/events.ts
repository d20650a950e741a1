// GET /api/events: a filter in, one page of events out, each with its words.
import { Hono } from 'hono'
import type { Store } from '../store/store.ts'
import { listing } from './listing.ts'

export const events = (store: Store): Hono => new Hono().get('/', listing(store.events))
