// A decoded sentence comes in; out goes the same sentence in which of two clauses told behind one verb ("said A … B") one belongs to the other.
import type { DecodedWord } from './decode.ts'
import { childrenOf, firstUnder, hang, isSubject } from './decoded-tree.ts'

type Words = readonly DecodedWord[]

/** Words that open a clause beside another one. */
const BESIDE =
  /^(?:when|while|whilst|although|though|if|unless|until|till|after|before|because|since|as|where|whereas|once|in|with|by|for|than)$/

/** Which of the two is hung elsewhere, and where. */
interface Place {
  readonly at: number
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
function placeOf(words: Words, forms: readonly string[], a: number, b: number): Place | null {
  const has = (at: number, test: (word: DecodedWord) => boolean): boolean =>
    childrenOf(words, at).some(c => test(words[c]))
  if (has(b, w => w.deprel === 'cc')) return { at: b, head: a, deprel: 'conj' }
  const opening = openingOf(words, forms, b)
  if (opening === 'that' || opening === 'whether') return { at: b, head: a, deprel: 'ccomp' }
  if (opening === 'to') {
    const close =
      forms[a + 1]?.toLowerCase() === 'to' || has(a, w => w.deprel === 'obj' || w.deprel === 'iobj')
    return { at: b, head: a, deprel: close ? 'xcomp' : 'advcl' }
  }
  if (BESIDE.test(opening)) return { at: b, head: a, deprel: 'advcl' }
  if (BESIDE.test(openingOf(words, forms, a))) return { at: a, head: b, deprel: 'advcl' }
  const bare = words[a].upos === 'VERB' && words[b].upos === 'ADJ' && firstUnder(words, b) === a + 1
  return bare && !has(b, isSubject) ? { at: b, head: a, deprel: 'xcomp' } : null
}

/** Verbs that take such a clause more often than any clause of time does. */
const TELLING = new Set(['say', 'add', 'warn', 'insist', 'claim', 'argue', 'believe', 'think', 'suggest'])

/** "…, Berg said, although diplomats said that was unlikely": what stands right behind the second teller is told by that one. */
function mendTellers(words: Words): Words {
  return words.map((told, at) => {
    const first = firstUnder(words, at)
    const teller = words[first - 1]
    if (told.deprel !== 'ccomp' || first - 1 <= told.head || teller?.upos !== 'VERB') return told
    const own = childrenOf(words, first - 1)
    const says =
      TELLING.has(teller.lemma.toLowerCase()) &&
      /^(?:advcl|conj|parataxis)/.test(teller.deprel) &&
      own.some(c => c > told.head && c < first && isSubject(words[c])) &&
      !own.some(c => /^(?:ccomp|xcomp|obj)/.test(words[c].deprel))
    return says ? { ...told, head: first - 1 } : told
  })
}

/** "is expected to press him to sign": of two infinitives below one verb the second belongs to the first. */
function mendTwoInfinitives(words: Words, forms: readonly string[]): Words {
  const infinitives = words.flatMap((w, i) =>
    w.deprel === 'xcomp' && childrenOf(words, i).some(c => c < i && forms[c].toLowerCase() === 'to')
      ? [i]
      : [],
  )
  return infinitives.reduce<Words>((mended, second) => {
    const first = infinitives.find(i => i < second && words[i].head === words[second].head)
    const joined = childrenOf(words, second).some(c => words[c].deprel === 'cc')
    if (first === undefined || words[first].head > first || joined) return mended
    const object = childrenOf(words, first).some(c => c > first && words[c].deprel === 'obj')
    return hang(mended, second, first, object ? 'xcomp' : 'advcl')
  }, words)
}

/** "It demands that Chad withdraw": a clause with "that" and a subject of its own is no bare infinitive. */
const mendThatClauses = (words: Words, forms: readonly string[]): Words =>
  words.map((word, at) => {
    if (word.deprel !== 'xcomp') return word
    const own = childrenOf(words, at)
    const that = own.some(c => words[c].deprel === 'mark' && forms[c].toLowerCase() === 'that')
    return that && own.some(c => isSubject(words[c])) ? { ...word, deprel: 'ccomp' } : word
  })

export function mendTwoComplements(decoded: Words, forms: readonly string[]): Words {
  const words = mendThatClauses(mendTwoInfinitives(mendTellers(decoded), forms), forms)
  let mended = words
  for (let verb = 0; verb < words.length; verb++) {
    const told = childrenOf(words, verb).filter(c => c > verb && words[c].deprel === 'ccomp')
    if (told.length !== 2) continue
    const found = placeOf(words, forms, told[0], told[1])
    if (found !== null) mended = hang(mended, found.at, found.head, found.deprel)
  }
  return mended
}

/** "was due to receive the envoy", "is due to be signed": an adjective and what it is due to do, where the tree takes "due to" for a preposition. */
export function mendDue(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  const due = forms.findIndex((f, i) => f.toLowerCase() === 'due' && forms[i + 1] === 'to')
  let verb = due + 2
  while (words[verb]?.upos === 'AUX') verb++
  if (due < 1 || words[verb]?.upos !== 'VERB' || words[due].head !== verb) return words
  if (words[verb].deprel === 'amod') return words
  const taken = /^(?:mark|case)$/.test(words[due].deprel) || words[due + 1].deprel === 'fixed'
  if (!taken) return words
  const { head, deprel } = words[verb]
  return words.map((word, i) => {
    if (i === due) return { ...word, head, deprel }
    if (i === due + 1) return { ...word, head: verb, deprel: 'mark', upos: 'PART' }
    if (i === verb) return { ...word, head: due, deprel: 'xcomp' }
    const kept = i < due && word.head === verb
    return kept ? { ...word, head: due, deprel: word.upos === 'AUX' ? 'cop' : word.deprel } : word
  })
}
