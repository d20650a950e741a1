// Many drafts in, fewer out: the same holder's same stance on the same issue is one position with several spans.
import type { Span } from '../../text/span.ts'
import { overlaps } from '../../text/span.ts'
import type { Stance } from '../entry.ts'
import type { PositionDraft } from './draft.ts'

/** Where one stretch of words gave two stances, the more specific one stays. */
const RANK: readonly Stance[] = [
  'precondition',
  'warning',
  'refusal',
  'acceptance',
  'offer',
  'demand',
  'objection',
  'endorsement',
]
/** Words in common, of the shorter issue, above which two issues are one. */
const SAME_ISSUE = 0.5

const holdersOf = (d: PositionDraft): string =>
  d.holders
    .map(h => h.value)
    .sort()
    .join(' ')

const wordsOf = (issue: string): Set<string> =>
  new Set(
    issue
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(w => w.length > 3)
      .map(w => w.replace(/(s|ing|ed)$/, '')),
  )

const facesSame = (a: PositionDraft, b: PositionDraft): boolean =>
  a.toward.length === 0 ||
  b.toward.length === 0 ||
  a.toward.some(x => b.toward.some(y => x.value === y.value))

/** Same known issue toward the same side, or half of the shorter issue's words in common. */
function sameIssue(a: PositionDraft, b: PositionDraft): boolean {
  if (a.knownIssue != null && a.knownIssue === b.knownIssue && facesSame(a, b)) return true
  const x = wordsOf(a.issue)
  const y = wordsOf(b.issue)
  const common = [...x].filter(w => y.has(w)).length
  return common > 0 && common / Math.min(x.size, y.size) >= SAME_ISSUE
}

/** Takes out drafts whose words a more specific one of the same holder, or the same one of the state that he speaks for, already has. */
function mostSpecific(drafts: readonly PositionDraft[], { sideOf }: Place): PositionDraft[] {
  const sorted = [...drafts].sort(
    (a, b) => RANK.indexOf(a.stance) - RANK.indexOf(b.stance) || b.confidence - a.confidence,
  )
  const kept: PositionDraft[] = []
  for (const draft of sorted) {
    const isSame = (k: PositionDraft) => k.stance === draft.stance && sideOf(k) === sideOf(draft)
    const rival = kept.some(
      k => overlaps(k.span, draft.span) && (holdersOf(k) === holdersOf(draft) || isSame(k)),
    )
    if (!rival) kept.push(draft)
  }
  return kept.sort((a, b) => a.span.start - b.span.start)
}

/** What the merging must know of a draft beside its words. */
export interface Place {
  readonly isHeadline: (draft: PositionDraft) => boolean
  /** The state that the holders act for, or the holders. */
  readonly sideOf: (draft: PositionDraft) => string
  readonly wordsIn: (span: Span) => string
}

/** "Kenya rejects the accord" in the headline, a Kenyan minister's refusal of the accord in the body. */
function isToldAgain(headline: PositionDraft, draft: PositionDraft, place: Place): boolean {
  if (!place.isHeadline(headline) || place.isHeadline(draft)) return false
  const x = wordsOf(place.wordsIn(headline.span))
  const shared = [...wordsOf(place.wordsIn(draft.span))].some(w => x.has(w))
  return headline.stance === draft.stance && place.sideOf(headline) === place.sideOf(draft) && shared
}

export interface MergedDraft {
  readonly draft: PositionDraft
  readonly spans: readonly Span[]
  readonly tokens: readonly number[]
}

/** Groups in text order. */
export function mergeDrafts(drafts: readonly PositionDraft[], place: Place): MergedDraft[] {
  const merged: { draft: PositionDraft; spans: Span[]; tokens: number[] }[] = []
  for (const draft of mostSpecific(drafts, place)) {
    const old = merged.find(
      m =>
        isToldAgain(m.draft, draft, place) ||
        (m.draft.stance === draft.stance &&
          holdersOf(m.draft) === holdersOf(draft) &&
          sameIssue(m.draft, draft)),
    )
    if (old) {
      old.spans.push(draft.span)
      old.tokens.push(draft.token)
      const fuller = place.isHeadline(old.draft) ? draft : old.draft
      old.draft = {
        ...fuller,
        condition: old.draft.condition ?? draft.condition,
        toward: old.draft.toward.length ? old.draft.toward : draft.toward,
      }
    } else merged.push({ draft, spans: [draft.span], tokens: [draft.token] })
  }
  return merged
}
