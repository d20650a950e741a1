// What `rapport read` is asked and what becomes of a source. Types only.
import type { Kept } from '../store/store.ts'
import type { Format } from './list.ts'

export interface ReadOptions {
  readonly db: string
  readonly format: Format
  readonly store: boolean
  readonly published?: string
  readonly report?: string
  readonly allowPrivate?: boolean
  readonly threads?: number
  readonly actors?: readonly string[]
}

export interface Unread {
  readonly name: string
  readonly why: string
}

/** `read` – read, and not stored because nobody wants it stored. */
export type Outcome = Kept | 'read'
