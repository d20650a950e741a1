// The public names of the package: what a program that reads with Rapport may import.

import type { ReaderOptions } from './pipeline.ts'
import { openReader, readSource, readText } from './pipeline.ts'
import type { ArticleRecord } from './record/record.ts'
import type { Given } from './sources/read-source.ts'

export type { Reader, ReaderOptions } from './pipeline.ts'
export { gatherSources, openReader, readSource, readText } from './pipeline.ts'
export type {
  Actor,
  EventStatus,
  EventType,
  Mention,
  Polarity,
  Stance,
  StatementForm,
} from './record/entry.ts'
export type {
  ArticleRecord,
  EventRecord,
  PositionRecord,
  RelationRecord,
  StatementRecord,
} from './record/record.ts'
export type { Article } from './sources/article.ts'
export { openStore } from './store/open-store.ts'
export type { Store } from './store/store.ts'
export type { Problem } from './text/problem.ts'
export type { Span } from './text/span.ts'

/**
 * Reads one article given as text or as the bytes of a file, and closes the reader again.
 * For many articles use `openReader`, which loads the model once.
 * Throws with a sentence that says why when the material cannot be read (empty, not English, no article in the page).
 */
export async function read(
  material: string | { readonly name: string; readonly bytes: Uint8Array },
  options: Given & ReaderOptions = {},
): Promise<ArticleRecord> {
  const source = typeof material === 'string' ? readText(material, options) : readSource(material, options)
  if (!source.ok) throw new Error(source.problem.message)
  const reader = await openReader(options)
  try {
    return await reader.read(source.article)
  } finally {
    await reader.close()
  }
}
