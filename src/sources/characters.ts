// Text with broken characters comes in ("isnâ€™t", "&rsquo;"); the changes that mend them go out. Only unambiguous ones are mended.
import type { Change } from './draft.ts'
import { readWordLists } from './lists.ts'
import { decodeWindows1252, windows1252Byte } from './windows-1252.ts'

const named = new Map(
  Object.entries(readWordLists('entities')).flatMap(([char, names]) =>
    names.map(name => [name, char] as const),
  ),
)

/** What the second and later bytes of a UTF-8 character look like when read as Windows-1252 or Latin-1. */
const TRAIL =
  '[\\u0080-\\u00BF\\u0152\\u0153\\u0160\\u0161\\u0178\\u017D\\u017E\\u0192\\u02C6\\u02DC\\u2013-\\u201E\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203A\\u20AC\\u2122]'
/** Leads of Latin letters, Cyrillic pairs, punctuation, emoji and the byte order mark. Others (É” in “CAFÉ”) may be real text. */
const MOJIBAKE = new RegExp(
  `[Â-Å]${TRAIL}|(?:[ÐÑ]${TRAIL}){2,}|â${TRAIL}{2}|ï»¿|ï¿½|ð${TRAIL}{3}|â(?:€|\u0080)(?!${TRAIL})`,
  'gu',
)
const WHOLE_RUN = new RegExp(`[\u00C0-\u00FF](?:${TRAIL}|[\u00C0-\u00FF])*`, 'gu')
/** A text spoiled twice needs two rounds; a third one has been seen in the wild, more have not. */
const MAX_ROUNDS = 3

/** HTML character references: `&ldquo;` `&#39;` `&#x2019;`. */
export function findEntities(content: string): Change[] {
  const changes: Change[] = []
  for (const match of content.matchAll(/&(?:#(\d{2,7})|#x([\da-f]{2,6})|([a-z]\w{1,7}));/gi)) {
    const char = match[3] === undefined ? numbered(match[1], match[2]) : named.get(match[3])
    if (char !== undefined)
      changes.push({ start: match.index, end: match.index + match[0].length, now: char })
  }
  return changes
}

function numbered(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  // Pages write Windows-1252 numbers (&#147;) for quotation marks; every browser reads them so.
  if (code >= 0x80 && code < 0xa0) return decodeWindows1252(new Uint8Array([code]))
  if (code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined
  return String.fromCodePoint(code)
}

/** UTF-8 that was read as Windows-1252 or Latin-1, once or more: "â€œ" is “, "JosÃ©" is José. */
export function findMojibake(content: string): Change[] {
  const changes: Change[] = []
  for (const run of content.matchAll(WHOLE_RUN)) {
    const now = mend(run[0])
    if (now !== run[0]) changes.push(...smallest(run.index, run[0], now))
  }
  return changes
}

function mend(run: string): string {
  let now = run
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = now.replace(MOJIBAKE, sequence => decodeBytes(sequence) ?? sequence)
    if (next === now) break
    now = next
  }
  return now
}

function decodeBytes(sequence: string): string | null {
  // A closing mark (E2 80 9D) whose last byte, a control character, got lost on the way.
  if (sequence === 'â€' || sequence === 'â\u0080') return '”'
  const bytes = [...sequence].map(windows1252Byte).filter(byte => byte !== null)
  if (bytes.length < sequence.length) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function smallest(at: number, was: string, now: string): Change[] {
  let start = 0
  while (start < was.length && start < now.length && was[start] === now[start]) start++
  return [{ start: at + start, end: at + was.length, now: now.slice(start) }]
}
