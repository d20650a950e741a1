// A name as some text spells it comes in; the spelling under which names are kept goes out ("Erdoğan" and "Erdogan" alike).

const PLAIN = /^[\x20-\x7e]*$/
const MARKS = /\p{Mn}/gu
/** Letters that have no decomposition in Unicode but are written plainly in English news. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  ə: 'a',
  Ə: 'A',
}
const LETTER = /[ıłŁøØđĐßæÆəƏ]/g
const APOSTROPHE = /[‘’ʼʻ`´′]/g
const HYPHEN = /[‐‑‒–]/g
const SPACE = /\s+/g

export const foldName = (words: string): string => {
  if (PLAIN.test(words)) return words
  return words
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(LETTER, letter => LETTERS[letter] ?? letter)
    .replace(APOSTROPHE, "'")
    .replace(HYPHEN, '-')
    .replace(SPACE, ' ')
}
