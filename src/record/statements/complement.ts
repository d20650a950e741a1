// What a verb of saying governs to its right: the shape shared by those who look for it.
import type { Frame } from '../../knowledge/cues.ts'
import type { Token } from '../../language/document.ts'
import { dependents, isRelation } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import type { Reading } from './draft.ts'

export interface Complement {
  readonly frame: Frame | 'preposition'
  readonly content: readonly Span[]
  readonly addressees: readonly number[]
  /** The last token of a cue of several words ("called for"). */
  readonly cueEnd: number | null
}

export const found = (
  frame: Complement['frame'],
  content: readonly Span[],
  addressees: readonly number[] = [],
  cueEnd: number | null = null,
): Complement => ({ frame, content, addressees, cueEnd })

export const isInfinitive = (reading: Reading, t: Token): boolean =>
  (isRelation(t.deprel, 'xcomp') || isRelation(t.deprel, 'ccomp') || isRelation(t.deprel, 'advcl')) &&
  dependents(reading.document, t.index, 'mark').some(m => m.lemma === 'to')
