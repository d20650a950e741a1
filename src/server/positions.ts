// GET /api/positions: a filter in, one page of positions out, each with its words.
import { Hono } from 'hono'
import type { Store } from '../store/store.ts'
import { listing } from './listing.ts'

export const positions = (store: Store): Hono => new Hono().get('/', listing(store.positions))
