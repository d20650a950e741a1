// The Text as the language engine sees it: sentences, tokens with their tree, names, dates. Disposable: it can be computed again.
import type { Span } from '../text/span.ts'
import type { Text } from '../text/text.ts'
import type { Judgements } from './judgements.ts'

/** A syntactic word after Universal Dependencies ("do" "n't"). */
export interface Token extends Span {
  /** Position in `Document.tokens`. */
  readonly index: number
  readonly form: string
  readonly lemma: string
  readonly upos: string
  /** UD features, such as {Tense: 'Past', VerbForm: 'Fin'}. */
  readonly feats: Readonly<Record<string, string>>
  /** Index of the head in `Document.tokens`; -1 for the root of a sentence. */
  readonly head: number
  /** UD relation with its subtype ("nsubj:pass"). */
  readonly deprel: string
  /** Position of its sentence in `Document.sentences`. */
  readonly sentence: number
}

export interface Sentence extends Span {
  readonly index: number
  /** Token range, half-open. */
  readonly firstToken: number
  readonly endToken: number
  /** Position of its paragraph in `Document.paragraphs`. */
  readonly paragraph: number
}

export type EntityType = 'person' | 'organisation' | 'place' | 'other'

/** A name found by the model. */
export interface Entity extends Span {
  readonly type: EntityType
  readonly firstToken: number
  readonly endToken: number
}

export type Grain = 'day' | 'week' | 'month' | 'season' | 'quarter' | 'year' | 'decade' | 'century' | 'time'

/** A time expression, resolved against the publication date where that is needed and known. */
export interface DateExpression extends Span {
  /** ISO dates, inclusive; null where the words cannot be put on a calendar. */
  readonly from: string | null
  readonly to: string | null
  readonly grain: Grain | null
  readonly firstToken: number
  readonly endToken: number
}

export interface Document {
  readonly text: Text
  /** ISO date of publication that dates were resolved against. */
  readonly published: string | null
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly entities: readonly Entity[]
  readonly dates: readonly DateExpression[]
  /** Indices of each token's dependents in text order; same length as `tokens`. */
  readonly children: readonly (readonly number[])[]
  /** What the network thinks of words beside their tree. */
  readonly judgements: Judgements
}
