// Comes in: a word without blanks. Goes out: the lengths of the UD words in it ("couldn't've" → could, n't, 've).
import type { WordLists } from './word-lists.ts'

const NEGATION = /^(\p{L}+)(n['’`]t)$/iu
const CLITIC = /^(.*[\p{L}\p{N}.])(['’`](?:s|m|d|re|ve|ll))$/iu
const DECADE = /^\d*0['’]s$/u
const UNIT = /^([\d.,]+)(\p{L}[\p{L}.]*)$/u

/** Parts of a word that hides two without an apostrophe ("cannot", "10am"), or null. */
export function cutAt(word: string, lists: WordLists): number[] | null {
  const first = lists.contractions.get(word.toLowerCase())
  if (first) return [first, word.length - first]
  const unit = UNIT.exec(word)
  if (unit && (lists.units.has(unit[2]) || lists.units.has(unit[2].toLowerCase())))
    return [unit[1].length, unit[2].length]
  return null
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
