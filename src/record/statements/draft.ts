// A statement before its words are cut and its actors are asked for: token numbers and raw spans, passed between the finders.
import type { Cues, CueVerb } from '../../knowledge/cues.ts'
import type { Document } from '../../language/document.ts'
import type { Span } from '../../text/span.ts'
import type { ActorKind, Polarity, StatementForm } from '../entry.ts'
import type { Quotation } from './read-quotations.ts'

export interface Draft {
  /** Uncut: marks, commas and "that" at the edges may still be there. */
  readonly content: readonly Span[]
  readonly cue: Span | null
  /** The token of the cue that stands for the attribution in the tree, or null. */
  readonly cueToken: number | null
  /** Head tokens of the speakers' phrases. */
  readonly speakers: readonly number[]
  readonly addressees: readonly number[]
  /** Head tokens of those who passed it on. */
  readonly chain: readonly number[]
  /** The noun that names where it was said ("statement"), where the cue itself does. */
  readonly channelToken: number | null
  readonly polarity: Polarity
  /** Said in these very words though no marks stand around them: a post, a turn of a transcript. */
  readonly verbatim?: boolean
  readonly by: string
  readonly confidence: number
}

/** Exact words of a statement. */
export interface Content {
  readonly content: readonly Span[]
  readonly quoted: readonly Span[]
  readonly form: StatementForm
}

/** A draft with its words cut. */
export interface CutDraft extends Content {
  readonly draft: Draft
}

/** What every finder of statements looks at. */
export interface Reading {
  readonly document: Document
  readonly cues: Cues
  readonly quotations: readonly Quotation[]
  readonly dateline: Span | null
  readonly title: Span | null
  /** Kinds of the actors that the token stands for. */
  readonly kindsOf: (token: number) => readonly ActorKind[]
  /** Does this token belong to a mention of an actor? */
  readonly isActor: (token: number) => boolean
  /** For each token the innermost quotation that holds it, or -1. */
  readonly quotationOf: readonly number[]
}

/** A verb of the lexicon standing in the text. */
export interface CueVerbAt {
  readonly token: number
  readonly verb: CueVerb
  readonly span: Span
}

/** A draft by a verb, with what the verb itself tells. */
export const draftOf = (
  at: CueVerbAt,
  content: readonly Span[],
  speakers: readonly number[],
  by: string,
  more: Partial<Draft> = {},
): Draft => ({
  content,
  cue: at.span,
  cueToken: at.token,
  speakers,
  addressees: [],
  chain: [],
  channelToken: null,
  polarity: at.verb.polarity,
  by,
  confidence: 0.9,
  ...more,
})
