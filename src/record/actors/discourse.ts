// The actors met so far while a text is read from front to back, and how one of them is found again.
import type { KnownActor } from '../../knowledge/knowledge.ts'
import type { ActorKind, MentionHow } from '../entry.ts'
import type { TokenRange } from './candidate.ts'

export interface HeldOffice {
  /** `foreign minister`. */
  readonly words: string
  /** ISO 3166-1 alpha-3 or the key of an organisation or person; null when the text does not say. */
  readonly of: string | null
  /** Country of what the office is of: the state itself, or that of the body ("Senate leader"). */
  readonly country: string | null
  readonly former: boolean
  readonly qualifier: string | null
  readonly code: string | null
  readonly kind: 'office' | 'role' | 'kin' | 'tie' | 'group'
  readonly range: TokenRange
}

export interface DraftMention extends TokenRange {
  readonly how: MentionHow
  readonly inferredBy: string | null
}

/** An actor in the making. */
export interface Draft {
  /** Same key, same actor: `country/KOR`, `person/…`, `name:anna berg`, `office:foreign minister@VNM`. */
  readonly key: string
  name: string
  kind: ActorKind
  known: KnownActor | null
  /** Stated or known country, before offices are weighed. */
  country: string | null
  code: string | null
  gender: 'male' | 'female' | null
  readonly plural: boolean
  /** Words of a person's name, lower case, for surnames. */
  readonly nameWords: readonly string[]
  readonly offices: HeldOffice[]
  readonly mentions: DraftMention[]
  /** Surnames that already stood alone for this person. */
  readonly shortForms: Set<string>
}

/** What a candidate turned out to be. */
export interface Resolution {
  readonly drafts: readonly Draft[]
  readonly how: MentionHow
  readonly inferredBy: string | null
}

export const newDraft = (key: string, name: string, kind: ActorKind, given: Partial<Draft> = {}): Draft => ({
  key,
  name,
  kind,
  known: null,
  country: null,
  code: null,
  gender: null,
  plural: false,
  nameWords: [],
  offices: [],
  mentions: [],
  shortForms: new Set(),
  ...given,
})

/** All drafts by key, in order of their first mention. */
export interface Discourse {
  readonly drafts: Map<string, Draft>
}

export const openDiscourse = (): Discourse => ({ drafts: new Map() })

/** The draft of that key, made on first use. */
export function recall(discourse: Discourse, draft: () => Draft, key: string): Draft {
  const old = discourse.drafts.get(key)
  if (old) return old
  const made = draft()
  discourse.drafts.set(key, made)
  return made
}

export const lastMention = (draft: Draft): DraftMention | null =>
  draft.mentions[draft.mentions.length - 1] ?? null

/** Drafts that pass the test, the one mentioned last first. */
export const byRecency = (discourse: Discourse, fits: (draft: Draft) => boolean): Draft[] =>
  [...discourse.drafts.values()]
    .filter(d => d.mentions.length > 0 && fits(d))
    .sort((a, b) => lastMention(b)!.first - lastMention(a)!.first)

export const isPerson = (draft: Draft): boolean =>
  draft.kind === 'person' || (draft.kind === 'unnamed' && !draft.plural)

/** Do two offices mean the same ("minister" said of a foreign minister)? */
export const sameOffice = (asked: string, held: string): boolean =>
  asked === held || held.endsWith(` ${asked}`) || (asked === 'premier' && held === 'prime minister')

/** The country an office or person stands for: from offices in the text that still hold, then from what is known. */
export const countryOf = (draft: Draft): string | null =>
  draft.offices.find(o => !o.former && o.country !== null && (o.kind === 'office' || o.kind === 'role'))
    ?.country ?? draft.country

/** Is it an ISO 3166-1 alpha-3 code, and not the key of an organisation or person? */
export const isCountry = (key: string): boolean => /^[A-Z]{3}$/.test(key)
