// The language of a text: its words come in, "English" or the name of what it looks like instead goes out.
import { readWordLists } from './lists.ts'

/** Below this many words a text is taken as English unless its letters are not Latin. */
const MIN_WORDS = 25
/** English news has 28 % to 45 % of the listed words, headlines alone fewer; another language must have clearly more. */
const CLEAR_LEAD = 1.5
const MIN_LATIN_SHARE = 0.6

const lists = Object.entries(readWordLists('english')).map(([name, words]) => ({
  name,
  words: new Set(words),
}))

/** Null for English; for anything else a name such as "French", or "another script". */
export function foreignLanguage(content: string): string | null {
  const letters = content.match(/\p{L}/gu)?.length ?? 0
  const latin = content.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (letters > 0 && latin / letters < MIN_LATIN_SHARE) return 'another script'
  const words = content.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < MIN_WORDS) return null
  const shares = lists.map(({ name, words: known }) => ({
    name,
    share: words.filter(word => known.has(word)).length / words.length,
  }))
  const english = shares.find(({ name }) => name === 'English')?.share ?? 0
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a))
  if (best.name === 'English') return null
  return best.share >= english * CLEAR_LEAD ? best.name : null
}
