// Comes in: characters. Goes out: where each UD word stands ("can|not", "Trump|’s", "$|5", "well|-|known").
import type { Span } from '../text/span.ts'
import { cutClitics, cutContraction, cutUnit } from './clitics.ts'
import { makePatterns, type Patterns } from './token-patterns.ts'
import type { WordLists } from './word-lists.ts'

export interface Word extends Span {
  /** Written as one with the word before it and only read as two ("n't" after "do"). */
  readonly joined: boolean
}

export type Tokenise = (content: string) => Word[]

// Between blanks; control characters and the zero-width space count as blanks, they are never part of a word.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they occur in real texts.
const CHUNK = /[^\s\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff]+/gu
// Addresses are looked for in chunks up to this length only, so that a megabyte without a blank costs no more than any other.
const LONGEST_ADDRESS = 600
const CACHED_CHUNKS = 50_000
const LONGEST_CACHED = 40

/** Pieces of one chunk, relative to it: start, end, joined (0 or 1), flat. */
type Cuts = number[]

/** Makes the tokeniser; it remembers the chunks it has cut before. */
export function makeTokenise(lists: WordLists): Tokenise {
  const patterns = makePatterns(lists)
  const known = new Map<string, Cuts>()
  return content => {
    const words: Word[] = []
    const chunks = [...content.matchAll(CHUNK)]
    for (let i = 0; i < chunks.length; i++) {
      const chunk = chunks[i][0]
      const from = chunks[i].index
      const next = chunks[i + 1]
      const follower = next && !hasLineBreak(content, from + chunk.length, next.index) ? next[0] : ''
      // The words after it decide only about a full stop at the end.
      const key = chunk.includes('.') ? `${chunk} ${kindOf(follower)}` : chunk
      let cuts = chunk.length <= LONGEST_CACHED ? known.get(key) : undefined
      if (!cuts) {
        cuts = cutChunk(chunk, follower, lists, patterns)
        if (known.size >= CACHED_CHUNKS) known.clear()
        if (chunk.length <= LONGEST_CACHED) known.set(key, cuts)
      }
      for (let k = 0; k < cuts.length; k += 3)
        words.push({ start: from + cuts[k], end: from + cuts[k + 1], joined: cuts[k + 2] === 1 })
    }
    return words
  }
}

function hasLineBreak(content: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (content[i] === '\n') return true
  return false
}

type Follower = 'nothing' | 'digit' | 'capital' | 'other'

function kindOf(follower: string): Follower {
  if (follower === '') return 'nothing'
  if (/^\d/.test(follower)) return 'digit'
  return /^["'“‘(]*\p{Lu}/u.test(follower) ? 'capital' : 'other'
}

function cutChunk(chunk: string, follower: string, lists: WordLists, patterns: Patterns): Cuts {
  const cuts: Cuts = []
  const addresses = chunk.length <= LONGEST_ADDRESS
  const after = kindOf(follower)
  let at = 0
  while (at < chunk.length) {
    const special = findSpecial(chunk, at, addresses, lists, patterns)
    if (special > at) {
      cuts.push(at, special, 0)
      at = special
      continue
    }
    const end = findWord(chunk, at, patterns, lists)
    if (end === at) {
      const mark = matchEnd(patterns.mark, chunk, at) || at + 1
      cuts.push(at, mark, isPossessive(chunk, at, mark) ? 1 : 0)
      at = mark
      continue
    }
    const stop = chunk[end] === '.' && keepsStop(chunk, at, end, after, lists) ? end + 1 : end
    pushWord(cuts, chunk, at, stop, lists)
    at = stop
  }
  return cuts
}

/** The bare apostrophe of "the Koreas' leaders". */
const isPossessive = (chunk: string, at: number, end: number): boolean =>
  end === at + 1 && /^\p{L}+s['’]/iu.test(chunk.slice(0, end)) && chunk.slice(0, at).search(/['’‘]/u) < 0

/** End of an address, smiley, number or acronym that begins here, or `at`. */
function findSpecial(chunk: string, at: number, addresses: boolean, lists: WordLists, p: Patterns): number {
  if (addresses && atBoundary(chunk, at)) {
    for (const pattern of p.addresses) {
      const end = matchEnd(pattern, chunk, at)
      if (end) return trimAddress(chunk, at, end)
    }
    const smiley = p.smileyStart.test(chunk[at]) && lists.smileys.find(s => chunk.startsWith(s, at))
    if (smiley && !/[\p{L}\d]/u.test(chunk[at + smiley.length] ?? '')) return at + smiley.length
  }
  for (const pattern of p.wholes) {
    const end = matchEnd(pattern, chunk, at)
    if (end) return end
  }
  return at
}

const atBoundary = (chunk: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(chunk[at - 1])

const trimAddress = (chunk: string, at: number, end: number): number => {
  const trimmed = chunk.slice(at, end).replace(/[.,;:!?'"’”)\]>]+$/u, '')
  return at + trimmed.length
}

function matchEnd(pattern: RegExp, chunk: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(chunk) ? pattern.lastIndex : 0
}

/** End of the plain word that begins here ("Qaeda", "O'Brien", "AT&T", "co-operate"), or `at`. */
function findWord(chunk: string, at: number, p: Patterns, lists: WordLists): number {
  const end = matchEnd(p.elision, chunk, at) || matchEnd(p.word, chunk, at)
  if (!end) return at
  if (chunk[end] !== '-' || !lists.prefixes.has(chunk.slice(at, end).toLowerCase())) return end
  // "Inter-Services" is a name of two words, "Anti-American" is one.
  const names = /^\p{Lu}.*-\p{Lu}/u.test(chunk.slice(at, end + 2))
  if (names && !lists.openPrefixes.has(chunk.slice(at, end).toLowerCase())) return end
  return matchEnd(p.word, chunk, end + 1) || end
}

/** Does the full stop at `end` belong to the word before it? */
function keepsStop(chunk: string, at: number, end: number, after: Follower, lists: WordLists): boolean {
  const word = chunk.slice(at, end)
  if (chunk.startsWith('..', end + 1)) return false
  const rest = chunk.slice(end + 1)
  const closes = rest === '' || /^[)\]"'’”,;:?!.]/u.test(rest)
  if (!closes && !/^[\p{L}\d-]/u.test(rest)) return false
  const follower = rest === '' ? after : kindOf(rest)
  if (/^\p{Lu}$/u.test(word)) return follower !== 'nothing' && (word !== 'I' || follower === 'capital')
  if (lists.beforeNumber.has(word)) return follower === 'digit'
  if (lists.insideSentence.has(word.toLowerCase())) return follower === 'other' || follower === 'digit'
  return isAbbreviation(word, lists)
}

function isAbbreviation(word: string, lists: WordLists): boolean {
  if (lists.abbreviations.has(word)) return true
  const usual = word.length > 1 && word === word.toUpperCase() ? word[0] + word.slice(1).toLowerCase() : word
  if (lists.abbreviations.has(usual) && usual.length > 2) return true
  return word[0] === word[0].toUpperCase() && ['vs', 'approx'].includes(word.toLowerCase())
}

function pushWord(cuts: Cuts, chunk: string, at: number, end: number, lists: WordLists): void {
  const word = chunk.slice(at, end)
  const unit = cutUnit(word, lists)
  if (unit) {
    cuts.push(at, at + unit, 0, at + unit, end, 0)
    return
  }
  const lengths = cutContraction(word, lists) ?? cutClitics(word, lists)
  let start = at
  lengths.forEach((length, i) => {
    cuts.push(start, start + length, i === 0 ? 0 : 1)
    start += length
  })
}
