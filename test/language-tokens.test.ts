import { describe, expect, it } from 'vitest'
import { makeTokenise } from '../src/language/tokens.ts'
import { loadWordLists } from '../src/language/word-lists.ts'

const tokenise = makeTokenise(loadWordLists())
const cut = (content: string): string =>
  tokenise(content)
    .map(word => content.slice(word.start, word.end))
    .join(' ')

describe('tokenise', () => {
  const cases: [string, string][] = [
    ["They don't know, can't say and won't ask.", "They do n't know , ca n't say and wo n't ask ."],
    ["I'm sure you'll say we've lost.", "I 'm sure you 'll say we 've lost ."],
    ['Trump’s aides couldn’t go.', 'Trump ’s aides could n’t go .'],
    ["She couldn't've known.", "She could n't 've known ."],
    ['We cannot, we are gonna.', 'We can not , we are gon na .'],
    ['The U.S. and the U.N. met at 5 p.m. in D.C.', 'The U.S. and the U.N. met at 5 p.m. in D.C.'],
    ['Mr. Berg met Gen. Lund on Jan. 5, i.e. Monday.', 'Mr. Berg met Gen. Lund on Jan. 5 , i.e. Monday .'],
    ['Resolution No. 5 says no. We say No.', 'Resolution No. 5 says no . We say No .'],
    ['J. R. Berg and I. We left.', 'J. R. Berg and I. We left .'],
    ['It cost $5.5m, or 50% of 1,000.', 'It cost $ 5.5 m , or 50 % of 1,000 .'],
    ['a well-known US-led co-operation', 'a well - known US - led co-operation'],
    [
      'pro-India, Anti-American, re-elected, e-mail, Al-Masri',
      'pro-India , Anti-American , re-elected , e-mail , Al - Masri',
    ],
    ['at 10am, 7:30pm or 16:45 on 2025-08-25', 'at 10 am , 7:30 pm or 16:45 on 2025-08-25'],
    ['9/11 and 11/28/2000 and 3-4 and 2018-2019', '9/11 and 11/28/2000 and 3 - 4 and 2018 - 2019'],
    ["the 1990s, the ’90s and the 80's", "the 1990s , the ’90s and the 80's"],
    ['yes/no and/or', 'yes / no and / or'],
    [
      'See https://example.org/a?b=c, mail a.berg@example.org!',
      'See https://example.org/a?b=c , mail a.berg@example.org !',
    ],
    ['@rapport says #peace now', '@rapport says #peace now'],
    ['Well... no — or –yes… “Go,” he said.', 'Well ... no — or – yes … “ Go , ” he said .'],
    ['«Non», „nein“, ‘no’, "no".', '« Non » , „ nein “ , ‘ no ’ , " no " .'],
    ["the Koreas' leaders and O'Brien", "the Koreas ' leaders and O'Brien"],
    ["'We go,' he said. 'Tis so.", "' We go , ' he said . 'T is so ."],
    ['“The talks”’s end', '“ The talks ” ’s end'],
    ['AT&T and R&D, [sic] (so)', 'AT&T and R&D , [ sic ] ( so )'],
    ['peace 👍🏽🇰🇷 now 👨‍👩‍👧', 'peace 👍🏽 🇰🇷 now 👨‍👩‍👧'],
    ['US$5 bn and €3bn', 'US$ 5 bn and € 3 bn'],
    ['Really?! No!! etc.', 'Really ?! No !! etc .'],
    ['The Erdoğan–Macron call', 'The Erdoğan – Macron call'],
  ]
  it.each(cases)('%s', (content, expected) => expect(cut(content)).toBe(expected))

  it('covers every character that is no blank, in order', () => {
    const content = 'A\u0000b\u200b "c"\tdon\'t…\ud800 ﬁn\u00ad e\u0301 \u2028x'
    const words = tokenise(content)
    let at = 0
    for (const word of words) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is tested.
      expect(content.slice(at, word.start)).toMatch(/^[\s\u0000\u200b]*$/u)
      expect(word.end).toBeGreaterThan(word.start)
      at = word.end
    }
    expect(at).toBe(content.length)
  })

  it('says which words are written as one', () => {
    expect(tokenise("She didn't go to Mali's north at 10am.").map(word => word.joined)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it('takes a megabyte without a blank and a very long word', () => {
    const started = Date.now()
    expect(tokenise('a.b@c-'.repeat(170_000)).length).toBeGreaterThan(1)
    expect(tokenise('x'.repeat(1_000_000))).toHaveLength(1)
    expect(tokenise('.-'.repeat(500_000)).length).toBe(1_000_000)
    expect(Date.now() - started).toBeLessThan(15_000)
  })
})
