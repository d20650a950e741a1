// Comes in: a word without blanks. Goes out: the lengths of the UD words in it ("couldn't've" → could, n't, 've).
import type { WordLists } from './word-lists.ts'

const NEGATION = /^(\p{L}+)(n['’`]t)$/iu
const CLITIC = /^(.*[\p{L}\p{N}.])(['’`](?:s|m|d|re|ve|ll))$/iu
const DECADE = /^\d*0['’]s$/u
const UNIT = /^([\d.,:]*\d)(\p{L}[\p{L}.]*)$/u

/** Lengths of the two words in one written without an apostrophe ("cannot"), or null. */
export function cutContraction(word: string, lists: WordLists): number[] | null {
  const first = lists.contractions.get(word.toLowerCase().replace('’', "'"))
  return first ? [first, word.length - first] : null
}

/** Length of the number before a unit ("10am", "5km"), or 0. */
export function cutUnit(word: string, lists: WordLists): number {
  const found = UNIT.exec(word)
  const known = found && (lists.units.has(found[2]) || lists.units.has(found[2].toLowerCase()))
  return known ? found[1].length : 0
}

/** Lengths of the host and its clitics; one length where there is no clitic. */
export function cutClitics(word: string, lists: WordLists): number[] {
  const tails: number[] = []
  let host = word
  while (!DECADE.test(host) && !lists.whole.has(host.toLowerCase().replace('’', "'"))) {
    const found = NEGATION.exec(host) ?? CLITIC.exec(host)
    if (!found) break
    tails.unshift(found[2].length)
    host = found[1]
  }
  return [host.length, ...tails]
}
