// A position in the making: what one predicate or statement gives, before like ones are merged.

import type { Stances } from '../../knowledge/stances.ts'
import type { Document, Token } from '../../language/document.ts'
import type { Span } from '../../text/span.ts'
import type { ActorIndex } from '../actors/actor-index.ts'
import type { ActorId, Claim, Event, Stance, Statement } from '../entry.ts'

export interface PositionDraft {
  readonly holders: readonly Claim<ActorId>[]
  readonly toward: readonly Claim<ActorId>[]
  readonly stance: Stance
  readonly issue: string
  /** The known issue that the words speak of, or null; filled in before merging. */
  readonly knownIssue?: string | null
  readonly span: Span
  readonly condition: Span | null
  readonly consequence: Span | null
  /** The word the stance is read from. */
  readonly token: number
  readonly by: string
  readonly confidence: number
}

/** All that the position finders read from. */
export interface PositionInput {
  readonly document: Document
  readonly actors: ActorIndex
  readonly statements: readonly Statement[]
  readonly events: readonly Event[]
  readonly stances: Stances
  /** The innermost statement with speakers whose content holds the token, or null. */
  readonly toldBy: (token: Token) => Statement | null
}
