// The characters of a plain text or Markdown file come in; a cleaned draft and what was left out of it go out.
import type { LeftOut } from './article.ts'
import { findEntities, findMojibake } from './characters.ts'
import { parseDay } from './days.ts'
import { applyChanges, type Change, type Draft, startDraft } from './draft.ts'
import { findLeftovers } from './leftovers.ts'
import { findLineEnds, findLineJoins } from './lines.ts'

export interface Plain {
  readonly draft: Draft
  readonly leftOut: readonly LeftOut[]
}

/** Mends characters and lines and takes out what is not the article; undoing the edits gives the source again. */
export function readPlain(source: string): Plain {
  let draft = startDraft(source)
  for (const find of [findLineEnds, findEntities, findMojibake, findComments, findMarkdown, findLineJoins]) {
    draft = applyChanges(draft, find(draft.content))
  }
  return withoutLeftovers(draft)
}

/** Takes the leftovers out of a draft. */
export function withoutLeftovers(draft: Draft): Plain {
  const { content } = draft
  const leftovers = findLeftovers(content)
  const changes = leftovers.map(({ start, end }) => ({ ...withLineBreaks(content, start, end), now: '' }))
  const cleaned = applyChanges(draft, mergeTouching(changes))
  // A post such as "Photo: the two presidents today" is all there is: then it is the article.
  if (!/[\p{L}\p{N}]/u.test(cleaned.content)) return { draft: trimEnds(draft), leftOut: [] }
  return {
    draft: trimEnds(cleaned),
    leftOut: leftovers.map(({ start, end, why }) => ({ text: content.slice(start, end).trim(), why })),
  }
}

/** A whole line goes with the line breaks after it, so that no empty paragraph stays. */
function withLineBreaks(content: string, start: number, end: number): { start: number; end: number } {
  const wholeLine = start === 0 || content[start - 1] === '\n'
  if (!wholeLine) return { start, end }
  const breaks = /^\s*\n/.exec(content.slice(end))?.[0].length ?? 0
  return { start, end: end + breaks }
}

function mergeTouching(changes: readonly Change[]): Change[] {
  const merged: Change[] = []
  for (const change of changes) {
    const last = merged.at(-1)
    if (last !== undefined && last.end >= change.start)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, change.end) }
    else merged.push(change)
  }
  return merged
}

/** Blank lines at both ends of a text say nothing. */
function trimEnds(draft: Draft): Draft {
  const { content } = draft
  if (content.trim() === '') return draft
  const head = content.length - content.trimStart().length
  const tail = content.trimEnd().length
  return applyChanges(draft, [
    { start: 0, end: head, now: '' },
    { start: tail, end: content.length, now: '' },
  ])
}

/** HTML comments, which Markdown files may hold. */
function findComments(content: string): Change[] {
  const changes: Change[] = []
  for (let start = content.indexOf('<!--'); start !== -1; ) {
    const close = content.indexOf('-->', start)
    if (close === -1) break
    const after = close + '-->'.length
    const end = after + (/^\s{0,9}/.exec(content.slice(after, after + 9))?.[0].length ?? 0)
    changes.push({ start, end, now: '' })
    start = content.indexOf('<!--', end)
  }
  return changes
}

/** Marks of Markdown: headings, emphasis around whole words, links, quotation bars. */
function findMarkdown(content: string): Change[] {
  const changes: Change[] = []
  const drop = (start: number, end: number): void => {
    changes.push({ start, end, now: '' })
  }
  for (const match of content.matchAll(/^(?:#{1,6}[ \t]+|>[ \t]?)/gm))
    drop(match.index, match.index + match[0].length)
  for (const match of content.matchAll(/(?<![\w*])(\*\*|__)(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])/g)) {
    drop(match.index, match.index + 2)
    drop(match.index + match[0].length - 2, match.index + match[0].length)
  }
  for (const match of content.matchAll(/(?<!!)\[([^[\]\n]{1,300})\](\(https?:[^)\s]{1,500}\))/g)) {
    drop(match.index, match.index + 1)
    drop(match.index + 1 + match[1].length, match.index + match[0].length)
  }
  return changes
}

/** The day of a line such as "Published: 12 June 2024" among what was left out. */
export function publishedLine(leftOut: readonly LeftOut[]): string | null {
  const lines = leftOut.filter(
    ({ why, text }) => why === 'publication date' && !/^\W*(?:last )?(?:updated|modified)/i.test(text),
  )
  return lines.map(({ text }) => parseDay(text)).find(day => day !== null) ?? null
}
