// Document in, entries out: actors first, then what they say, then what they do, then what they want.
import type { ActorWords } from '../knowledge/actor-words.ts'
import type { Acts } from '../knowledge/acts.ts'
import type { Cues } from '../knowledge/cues.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Stances } from '../knowledge/stances.ts'
import type { Document } from '../language/document.ts'
import type { Span } from '../text/span.ts'
import { readActors } from './actors/read-actors.ts'
import { resolveQuotedPronouns } from './actors/resolve-quoted.ts'
import { findEvents } from './events/read-events.ts'
import { findPositions } from './positions/read-positions.ts'
import { findStatements } from './statements/read-statements.ts'
import type { Entries } from './write-record.ts'

/** Facts and word lists that the finders read with. */
export interface Lexicons {
  readonly knowledge: Knowledge
  readonly actorWords: ActorWords
  readonly cues: Cues
  readonly acts: Acts
  readonly stances: Stances
}

/** Where the article's furniture stands in the text. */
export interface Furniture {
  readonly title: Span | null
  readonly dateline: Span | null
  readonly byline: Span | null
}

/** Reads the entries of one Document. */
export function readRecord(document: Document, lexicons: Lexicons, furniture: Furniture): Entries {
  const { knowledge, actorWords, cues, acts, stances } = lexicons
  const named = readActors(document, knowledge, actorWords, furniture)
  const { statements, problems } = findStatements(document, named, cues, furniture)
  const actors = resolveQuotedPronouns(document, named, statements)
  const events = findEvents(document, actors, statements, acts, knowledge, furniture)
  const positions = findPositions(document, actors, statements, events, stances)
  return { actors: actors.list, relations: actors.relations, statements, events, positions, problems }
}
