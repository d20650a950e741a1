// A text being cleaned: content and the repairs made so far come in, the next repairs are added, and all of them lead back to the source.
import type { Edit } from '../text/text.ts'

export interface Draft {
  readonly content: string
  /** In text order, not overlapping. */
  readonly edits: readonly Edit[]
}

/** Replace `content.slice(start, end)` by `now`. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly now: string
}

export const startDraft = (content: string): Draft => ({ content, edits: [] })

/** The source that a draft was made from. */
export const undoEdits = (draft: Draft): string => sourceOf(draft, 0, draft.content.length, draft.edits)

/** Applies changes (any order, not overlapping); a change that cuts into an earlier edit takes in the whole of it. */
export function applyChanges(draft: Draft, changes: readonly Change[]): Draft {
  const wanted = changes
    .filter(change => draft.content.slice(change.start, change.end) !== change.now)
    .sort((a, b) => a.start - b.start)
  if (wanted.length === 0) return draft
  const edits: Edit[] = []
  let content = ''
  let done = 0
  let next = 0
  const keepUpTo = (end: number): void => {
    for (; next < draft.edits.length && draft.edits[next].at + draft.edits[next].now.length <= end; next++) {
      const edit = draft.edits[next]
      edits.push({ ...edit, at: content.length + edit.at - done })
    }
    content += draft.content.slice(done, end)
    done = end
  }
  for (const change of wanted) {
    if (change.start < done) continue
    const { start, end, now } = widen(draft, next, change)
    // Widening an earlier change may have taken this one in.
    if (start < done) continue
    keepUpTo(start)
    const inside: Edit[] = []
    for (; next < draft.edits.length && draft.edits[next].at < end; next++) inside.push(draft.edits[next])
    edits.push({ at: content.length, was: sourceOf(draft, start, end, inside), now })
    content += now
    done = end
  }
  keepUpTo(draft.content.length)
  return { content, edits }
}

/** Takes in the edits that a change cuts into; those before `next` lie before it. */
function widen(draft: Draft, next: number, change: Change): Change {
  let { start, end, now } = change
  for (let i = next; i < draft.edits.length && draft.edits[i].at < end; i++) {
    const edit = draft.edits[i]
    const editEnd = edit.at + edit.now.length
    if (editEnd <= start) continue
    if (edit.at < start) now = draft.content.slice(edit.at, start) + now
    if (editEnd > end) now += draft.content.slice(end, editEnd)
    start = Math.min(start, edit.at)
    end = Math.max(end, editEnd)
  }
  return { start, end, now }
}

function sourceOf(draft: Draft, start: number, end: number, edits: readonly Edit[]): string {
  let source = ''
  let done = start
  for (const edit of edits) {
    source += draft.content.slice(done, edit.at) + edit.was
    done = edit.at + edit.now.length
  }
  return source + draft.content.slice(done, end)
}
