// Comes in: the word lists. Goes out: the sticky patterns of the tokeniser, each tried at one place of a chunk.
import type { WordLists } from './word-lists.ts'

export interface Patterns {
  /** Web and mail addresses, file names, handles, hashtags. */
  readonly addresses: readonly RegExp[]
  /** Numbers with signs inside, acronyms with full stops, emoji. */
  readonly wholes: readonly RegExp[]
  /** "'em", "'90s": an apostrophe that opens a word. */
  readonly elision: RegExp
  readonly word: RegExp
  /** Punctuation: a run of one sign, or a single sign. */
  readonly mark: RegExp
  readonly smileyStart: RegExp
}

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const ADDRESS_SIGNS = '[^\\s<>"“”‘’]'
const PICTURE = '\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})*'

export function makePatterns(lists: WordLists): Patterns {
  const domain = `(?:${lists.domains.join('|')})`
  const ending = `(?:${lists.fileEndings.join('|')})`
  return {
    addresses: [
      new RegExp(`(?:https?|ftp)://${ADDRESS_SIGNS}+`, 'iuy'),
      new RegExp(`www\\.${ADDRESS_SIGNS}+`, 'iuy'),
      /(?:mailto:)?[\w.+%-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})*/uy,
      new RegExp(
        `[A-Za-z0-9][\\w-]{0,62}(?:\\.[\\w-]{1,62}){0,5}\\.${domain}(?:/${ADDRESS_SIGNS}*)?(?![\\p{L}\\d.]\\p{L})(?![\\p{L}\\d])`,
        'uy',
      ),
      new RegExp(`[\\w#][\\w#-]{0,80}\\.${ending}(?![\\p{L}\\d])`, 'iuy'),
      // alt.animals.dog
      /[a-z]{1,20}(?:\.[a-z]{2,20}){2,5}(?![\p{L}\d])/uy,
      /@\w{2,40}/uy,
      /#\p{L}[\p{L}\p{M}\d_]{1,60}/uy,
    ],
    wholes: [
      // 2025-08-25, 713-555-0143, 555-0143, 98104-1900
      /\d+(?:-\d+){2,}(?![\p{L}\d])|\d{3}-\d{4}(?![\p{L}\d-])|\d{5}-\d{4}(?![\p{L}\d-])/uy,
      // +44
      /\+\d{1,4}(?![\p{L}\d])/uy,
      // 11/28/2000, 713/555-0143, and the day 9/11 or 4/05 but not the half 1/2
      /\d{1,4}\/\d{1,2}\/\d{1,4}(?![\p{L}\d/])|\d{3}\/\d{3}-\d{4}|(?:0?[1-9]|1[0-2])\/(?:0[1-9]|[12]\d|3[01])(?![\p{L}\d/])/uy,
      // 10:30, 7:30:15
      /\d{1,2}:\d{2}(?::\d{2})?(?![\p{L}\d])/uy,
      // 1,000.50 and 3.5 and .5, no unit after them
      /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)*(?![\p{L}\d]|['’]s|[.,:]\d)|\.\d+(?![\p{L}\d])/uy,
      // U.S. and U.S.A and Ph.D. and p.m and p.m.
      /(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}\d])\.?|(?:\p{L}\.){2,}(?![\p{L}\d])|Ph\.D\.?/uy,
      // US$, HK$
      /(?:US|HK|NZ|AU|CA|[UACRS])\$/uy,
      // w/ and w/o
      /w\/(?:(?:o|out)(?![\p{L}\d]))?/uy,
      new RegExp(`\\p{Regional_Indicator}{2}|[#*\\d]\\uFE0F?\\u20E3|${PICTURE}(?:\\u200D${PICTURE})*`, 'uy'),
    ],
    elision:
      /(?<![\p{L}\p{N}])['’](?:(?:s|re|ve|ll)(?![\p{L}\d])|(?:tis|twas|em|til|till|cause|bout|round|n)(?![\p{L}\d])|\d0s(?![\p{L}\d])|\d\d(?![\p{L}\d'’”]))/iuy,
    word: /\d{1,2}:\d{2}[apAP]\.?[mM]?\.?(?![\p{L}\d])|\d+[apAP]\.[mM]\.?(?![\p{L}\d])|(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)[\p{L}\p{M}\p{N}]*(?:['’]s(?![\p{L}\d]))?|\p{Lu}{1,5}(?:&\p{Lu}{1,5})+(?:['’]s)?(?![\p{L}\d])|[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_\u00ad\u200c\u200d]*(?:['’`]\p{L}[\p{L}\p{M}\p{N}_]*)*/uy,
    mark: /\.{2,}|-{2,}|[—–―]+|[.!?…]{2,}|''|``|’’|‘’|<<+|>>+|\*{2,}|\${2,}|={2,}|~{2,}|\+{2,}|_{2,}|#{2,}|[\s\S]/uy,
    smileyStart: new RegExp(
      `[${[...new Set(lists.smileys.map(s => quote(s[0]).replace('^', '\\^')))].join('').replace('-', '\\-')}]`,
      'u',
    ),
  }
}
