// GET /api/statements: a filter in, one page of statements out, each with its words.
import { Hono } from 'hono'
import type { Store } from '../store/store.ts'
import { listing } from './listing.ts'

export const statements = (store: Store): Hono => new Hono().get('/', listing(store.statements))
