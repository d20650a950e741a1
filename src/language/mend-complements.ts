// A decoded sentence comes in; out goes the same sentence in which of two clauses told behind one verb ("said A … B") one belongs to the other.
import type { DecodedWord } from './decode.ts'
import { childrenOf, firstUnder, isSubject } from './decoded-tree.ts'

type Words = readonly DecodedWord[]

/** Words that open a clause beside another one. */
const BESIDE =
  /^(?:when|while|whilst|although|though|if|unless|until|till|after|before|because|since|as|where|whereas|once|in|with|by|for|than)$/

interface Place {
  readonly head: number
  readonly deprel: string
}

/** The word that opens a clause: its conjunction, or the first "when" of it. */
function openingOf(words: Words, forms: readonly string[], clause: number): string {
  const first = childrenOf(words, clause).find(
    c => c < clause && (words[c].deprel === 'mark' || words[c].deprel === 'advmod'),
  )
  const at = first ?? firstUnder(words, clause)
  return words[at].deprel === 'mark' || /^(?:when|where|whether|while)$/i.test(forms[at])
    ? forms[at].toLowerCase()
    : ''
}

/** Where the later of two clauses belongs, or the earlier one below the later; null where nothing tells. */
function placesOf(
  words: Words,
  forms: readonly string[],
  a: number,
  b: number,
): readonly [number, Place] | null {
  const has = (at: number, test: (word: DecodedWord) => boolean): boolean =>
    childrenOf(words, at).some(c => test(words[c]))
  if (has(b, w => w.deprel === 'cc')) return [b, { head: a, deprel: 'conj' }]
  const opening = openingOf(words, forms, b)
  if (opening === 'that' || opening === 'whether') return [b, { head: a, deprel: 'ccomp' }]
  if (opening === 'to') {
    const close =
      forms[a + 1]?.toLowerCase() === 'to' || has(a, w => w.deprel === 'obj' || w.deprel === 'iobj')
    return [b, { head: a, deprel: close ? 'xcomp' : 'advcl' }]
  }
  if (BESIDE.test(opening)) return [b, { head: a, deprel: 'advcl' }]
  if (BESIDE.test(openingOf(words, forms, a))) return [a, { head: b, deprel: 'advcl' }]
  const bare = words[a].upos === 'VERB' && words[b].upos === 'ADJ' && firstUnder(words, b) === a + 1
  return bare && !has(b, isSubject) ? [b, { head: a, deprel: 'xcomp' }] : null
}

export function mendTwoComplements(words: Words, forms: readonly string[]): Words {
  let mended = words
  for (let verb = 0; verb < words.length; verb++) {
    const told = childrenOf(words, verb).filter(c => c > verb && words[c].deprel === 'ccomp')
    if (told.length !== 2) continue
    const [at, place] = placesOf(words, forms, told[0], told[1]) ?? []
    if (at !== undefined) mended = mended.map((w, i) => (i === at ? { ...w, ...place } : w))
  }
  return mended
}
