// A decoded sentence comes in; out goes the same sentence in which "after", "before" and the like lead in a clause where a verb follows their noun.
import type { DecodedWord } from './decode.ts'
import { childrenOf, firstUnder, isNominal, isSubject, lastUnder } from './decoded-tree.ts'

const CONJUNCTIONS = new Set(['after', 'before', 'since', 'until', 'till', 'as', 'because', 'while', 'once'])
const CLAUSES = /^(?:advcl|conj|parataxis|ccomp|acl)/

/** The verb of the clause that goes on right behind a phrase: auxiliaries and adverbs may stand before it. */
function verbBehind(words: readonly DecodedWord[], last: number): number {
  let at = last + 1
  while (words[at] && ['AUX', 'ADV', 'PART'].includes(words[at].upos)) at++
  return words[at]?.upos === 'VERB' ? at : -1
}

function hasTense(words: readonly DecodedWord[], verb: number): boolean {
  const { VerbForm } = words[verb].feats
  return VerbForm === 'Fin' || childrenOf(words, verb).some(c => c < verb && words[c].upos === 'AUX')
}

/** "attacked after a strike killed four": the strike killed them; read as "after a strike" the verb has no subject. */
export function mendConjunctions(
  words: readonly DecodedWord[],
  forms: readonly string[],
): readonly DecodedWord[] {
  let mended = words
  for (let noun = 1; noun < words.length; noun++) {
    const { head, deprel } = mended[noun]
    if (!isNominal(mended[noun]) || !/^(?:obl|nmod)/.test(deprel) || head < 0) continue
    const first = firstUnder(mended, noun)
    if (mended[first]?.head !== noun || !CONJUNCTIONS.has(forms[first].toLowerCase())) continue
    const verb = verbBehind(mended, lastUnder(mended, noun))
    if (verb < 0 || !hasTense(mended, verb) || !CLAUSES.test(mended[verb].deprel)) continue
    if (![head, noun].includes(mended[verb].head) && head !== verb) continue
    if (childrenOf(mended, verb).some(c => isSubject(mended[c]))) continue
    const above = mended[verb].head === noun ? head : mended[verb].head
    const passive = mended[verb].feats.Voice === 'Pass'
    mended = mended.map((word, i) => {
      if (i === verb) return { ...word, head: above, deprel: 'advcl' }
      if (i === noun) return { ...word, head: verb, deprel: passive ? 'nsubj:pass' : 'nsubj' }
      return i === first ? { ...word, head: verb, deprel: 'mark', upos: 'SCONJ' } : word
    })
  }
  return mended
}
