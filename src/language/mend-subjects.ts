// A decoded sentence comes in; out goes the same sentence in which no verb has two subjects side by side, nor one before and one behind it.
import type { DecodedWord } from './decode.ts'
import { childrenOf, firstUnder, hang, isNominal, isSubject, lastUnder } from './decoded-tree.ts'

type Words = readonly DecodedWord[]

const prepositionOf = (words: Words, forms: readonly string[], noun: number): string | null => {
  const at = childrenOf(words, noun).find(
    c => c < noun && words[c].deprel === 'case' && words[c].upos === 'ADP',
  )
  return at === undefined ? null : forms[at].toLowerCase()
}

/** The noun that a phrase with a preposition belongs to: the word right before it, where that stands inside of `subject`. */
function holderBefore(words: Words, subject: number, first: number): number {
  for (let at = first - 1; at > subject; at--) {
    const word = words[at]
    if (word.upos === 'PUNCT' || word.deprel === 'case') continue
    return isNominal(word) ? at : subject
  }
  return subject
}

/** Two subjects before one verb are one phrase: "leader Anna Berg", "police in the town", "she and her envoy", "the envoy, Anna Berg,". */
function joinTwins(words: Words, forms: readonly string[], a: number, b: number): Words {
  if (words[b].upos === 'PRON' || words[a].deprel.includes(':outer')) return words
  const first = firstUnder(words, b)
  const last = lastUnder(words, a)
  if (last >= first) return words
  const preposition = prepositionOf(words, forms, b)
  if (preposition !== null) return hang(words, b, holderBefore(words, a, first), 'nmod')
  const joined = words.some((w, i) => i < b && w.deprel === 'cc' && (w.head === b || (w.head === a && i > a)))
  if (joined) return hang(words, b, a, 'conj')
  if (words[a].upos === 'PRON' || !isNominal(words[a])) return words
  if (/^[’']s?$/.test(forms[first - 1])) return hang(words, a, b, 'nmod:poss')
  if (forms[first - 1] === ',') {
    const listed = childrenOf(words, b).some(c => c > b && words[c].deprel === 'conj')
    return hang(words, b, a, listed ? 'conj' : 'appos')
  }
  if (last !== first - 1) return words
  if (words[b].upos === 'PROPN') return hang(words, a, b, 'nmod:desc')
  return words[a].upos === 'PROPN' ? hang(words, a, b, 'compound') : words
}

/** "Reuters quotes officials", "met Tuesday with leaders": what stands behind a verb that has its subject is another part of the clause. */
function moveBehind(words: Words, forms: readonly string[], verb: number, noun: number): Words {
  const first = firstUnder(words, noun)
  const preposition = prepositionOf(words, forms, noun)
  if (preposition === 'of' || preposition === 'by')
    return isNominal(words[first - 1]) ? hang(words, noun, first - 1, 'nmod') : words
  if (preposition !== null) return hang(words, noun, verb, 'obl')
  const full = childrenOf(words, verb).some(c => /^(?:obj|ccomp|xcomp|cop)/.test(words[c].deprel))
  return first === verb + 1 && !full && words[verb].upos === 'VERB' ? hang(words, noun, verb, 'obj') : words
}

export function mendTwoSubjects(words: Words, forms: readonly string[]): Words {
  let mended = words
  for (let verb = 0; verb < words.length; verb++) {
    const subjects = childrenOf(words, verb).filter(c => isSubject(words[c]))
    for (let k = 1; k < subjects.length; k++) {
      const [a, b] = [subjects[k - 1], subjects[k]]
      if (a > verb) continue
      mended = b < verb ? joinTwins(mended, forms, a, b) : moveBehind(mended, forms, verb, b)
    }
  }
  return mended
}
