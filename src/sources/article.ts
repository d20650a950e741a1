// What a source gives: one Text and what is known about the article it holds.
import type { Problem } from '../text/problem.ts'
import type { Span } from '../text/span.ts'
import type { Text } from '../text/text.ts'

export type SourceFormat = 'text' | 'html'

/** A stretch of the source that is not the article, and why it was left out. */
export interface LeftOut {
  readonly text: string
  readonly why: string
}

export interface Article {
  /** sha256 of the source bytes, hexadecimal. */
  readonly id: string
  /** Headline included, leftovers excluded. Paragraphs are separated by a blank line. */
  readonly text: Text
  readonly title: Span | null
  readonly dateline: Span | null
  readonly byline: Span | null
  readonly url: string | null
  readonly outlet: string | null
  readonly authors: readonly string[]
  /** ISO date (YYYY-MM-DD), or null: never guessed. */
  readonly published: string | null
  readonly modified: string | null
  /** BCP 47 code of the article's language; 'en' is the one that is read. */
  readonly language: string
  readonly source: { readonly name: string; readonly bytes: number; readonly format: SourceFormat }
  readonly leftOut: readonly LeftOut[]
  readonly problems: readonly Problem[]
}
