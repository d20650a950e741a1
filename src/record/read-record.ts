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
import type { Actor, ActorId, Claim } from './entry.ts'
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

type Found = Pick<Entries, 'relations' | 'statements' | 'events' | 'positions'>

/** Ids of all actors that some entry names. */
function actorsIn({ relations, statements, events, positions }: Found): ReadonlySet<ActorId> {
  const values = (claims: readonly Claim<ActorId>[]) => claims.map(c => c.value)
  return new Set([
    ...relations.flatMap(r => [r.subject, r.object]),
    ...statements.flatMap(s => [
      ...values(s.speakers.map(x => x.claim)),
      ...values(s.addressees),
      ...s.about,
      ...s.chain.flatMap(c => c.actor ?? []),
    ]),
    ...events.flatMap(e => [
      ...values(e.actors),
      ...values(e.recipients),
      ...(e.deniedBy ? [e.deniedBy] : []),
      ...e.doubts.map(d => d.by),
    ]),
    ...positions.flatMap(p => [...values(p.holders), ...values(p.toward)]),
  ])
}

/** People in general ("families", "officials") stay only where an entry speaks of them. */
const dropBystanders = (actors: readonly Actor[], named: ReadonlySet<ActorId>): Actor[] =>
  actors.filter(
    a =>
      named.has(a.id) ||
      !(['group', 'unnamed', 'body'].includes(a.kind) && a.country === null && a.ref === null),
  )

/** Reads the entries of one Document. */
export function readRecord(document: Document, lexicons: Lexicons, furniture: Furniture): Entries {
  const { knowledge, actorWords, cues, acts, stances } = lexicons
  const named = readActors(document, knowledge, actorWords, furniture)
  const { statements, problems, actors: speaking } = findStatements(document, named, cues, furniture)
  const actors = resolveQuotedPronouns(document, speaking, statements)
  const events = findEvents(document, actors, statements, acts, knowledge, furniture)
  const positions = findPositions(document, actors, statements, events, stances)
  const kept = dropBystanders(
    actors.list,
    actorsIn({ statements, events, positions, relations: actors.relations }),
  )
  return { actors: kept, relations: actors.relations, statements, events, positions, problems }
}
