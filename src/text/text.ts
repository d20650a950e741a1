// A piece of source material after cleaning: its characters never change again.
import { createHash } from 'node:crypto'
import type { Span } from './span.ts'

/** One repair made before the Text existed: at `at` the source had `was` where the Text has `now`. */
export interface Edit {
  /** Offset in the Text's content, UTF-16 units. */
  readonly at: number
  readonly was: string
  readonly now: string
}

export interface Text {
  /** sha256 of `content` in UTF-8, hexadecimal. */
  readonly id: string
  readonly content: string
  readonly edits: readonly Edit[]
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** Makes a Text out of cleaned content and the repairs that led to it. */
export const makeText = (content: string, edits: readonly Edit[] = []): Text => ({
  id: sha256(content),
  content,
  edits,
})

/** The words a span stands on. */
export const wordsAt = (text: Text, span: Span): string => text.content.slice(span.start, span.end)
