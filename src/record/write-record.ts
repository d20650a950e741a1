// Entries in, the record as JSON out: claims become plain values, what was inferred is listed with its rule.
import type { Problem } from '../text/problem.ts'
import type { Text } from '../text/text.ts'
import type { Actor, Claim, Event, Position, Relation, Statement } from './entry.ts'
import { eventId, positionId, relationId, statementId } from './entry-id.ts'
import type {
  ArticleRecord,
  EventRecord,
  Inferred,
  PositionRecord,
  RelationRecord,
  StatementRecord,
} from './record.ts'

export interface Entries {
  readonly actors: readonly Actor[]
  readonly relations: readonly Relation[]
  readonly statements: readonly Statement[]
  readonly events: readonly Event[]
  readonly positions: readonly Position[]
  readonly problems: readonly Problem[]
}

const round = (confidence: number): number => Math.round(confidence * 100) / 100

/** The rules behind a field's inferred claims, each once; nothing where all are stated. */
function rulesOf(fields: { readonly [field: string]: readonly Claim<unknown>[] }): Inferred {
  const rules: { [field: string]: string } = {}
  for (const [field, claims] of Object.entries(fields)) {
    const by = [...new Set(claims.filter(c => c.basis === 'inferred').map(c => c.by))]
    if (by.length > 0) rules[field] = by.join(', ')
  }
  return rules
}

const values = <T>(claims: readonly Claim<T>[]): T[] => claims.map(c => c.value)

function writeRelation(text: Text, r: Relation): RelationRecord {
  return {
    id: relationId(text.id, r),
    subject: r.subject,
    relation: r.relation,
    object: r.object,
    qualifier: r.qualifier,
    span: r.span,
    by: r.by,
    confidence: round(r.confidence),
    inferred: {},
    origin: 'machine',
  }
}

function writeStatement(text: Text, s: Statement): StatementRecord {
  return {
    id: statementId(text.id, s),
    form: s.form,
    content: s.content,
    quoted: s.quoted,
    cue: s.cue,
    speakers: s.speakers.map(x => ({ actor: x.claim.value, span: x.span, how: x.how })),
    chain: s.chain,
    addressees: values(s.addressees),
    channel: s.channel,
    about: s.about,
    polarity: s.polarity,
    within: s.within && statementId(text.id, s.within),
    by: s.by,
    confidence: round(s.confidence),
    inferred: rulesOf({ speakers: s.speakers.map(x => x.claim), addressees: s.addressees }),
    origin: 'machine',
  }
}

function writeEvent(text: Text, e: Event): EventRecord {
  return {
    id: eventId(text.id, e),
    type: e.type,
    cameo: e.cameo,
    mode: e.mode,
    contexts: e.contexts,
    actors: values(e.actors),
    recipients: values(e.recipients),
    reciprocal: e.reciprocal,
    trigger: e.trigger,
    also: e.also,
    status: e.status.value,
    background: e.background,
    time: e.time,
    place: e.place,
    attributedTo: e.attributedTo && statementId(text.id, e.attributedTo),
    deniedBy: e.deniedBy,
    doubts: e.doubts,
    by: e.by,
    confidence: round(e.confidence),
    inferred: rulesOf({ actors: e.actors, recipients: e.recipients, status: [e.status] }),
    origin: 'machine',
  }
}

function writePosition(text: Text, p: Position): PositionRecord {
  return {
    id: positionId(text.id, p),
    holders: values(p.holders),
    for: p.for,
    toward: values(p.toward),
    issue: p.issue,
    knownIssue: p.knownIssue,
    stance: p.stance,
    condition: p.condition,
    consequence: p.consequence,
    current: p.current,
    period: p.period,
    spans: p.spans,
    restsOn: p.restsOn.map(entry =>
      entry.kind === 'statement' ? statementId(text.id, entry) : eventId(text.id, entry),
    ),
    by: p.by,
    confidence: round(p.confidence),
    inferred: rulesOf({ holders: p.holders, toward: p.toward }),
    origin: 'machine',
  }
}

/** The record's part that the text gave; `pipeline.ts` adds the article and the reader. */
export function writeEntries(
  text: Text,
  entries: Entries,
): Pick<ArticleRecord, 'actors' | 'relations' | 'statements' | 'events' | 'positions' | 'problems'> {
  return {
    actors: entries.actors,
    relations: entries.relations.map(r => writeRelation(text, r)),
    statements: entries.statements.map(s => writeStatement(text, s)),
    events: entries.events.map(e => writeEvent(text, e)),
    positions: entries.positions.map(p => writePosition(text, p)),
    problems: entries.problems,
  }
}
