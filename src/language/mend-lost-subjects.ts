// A decoded sentence comes in; out goes the same sentence in which the noun right before a finite verb without a subject is its subject.
import type { DecodedWord } from './decode.ts'
import { childrenOf, isNominal, isUnder } from './decoded-tree.ts'

type Words = readonly DecodedWord[]

const SUBJECTS = /^(?:nsubj|csubj|expl)/
const CLAUSES = /^(?:root|ccomp|parataxis|advcl)$/

const hasTense = (words: Words, verb: number): boolean =>
  (words[verb].feats.VerbForm === 'Fin' && words[verb].feats.Mood !== 'Imp') ||
  childrenOf(words, verb).some(
    c => c < verb && words[c].deprel.startsWith('aux') && words[c].feats.VerbForm === 'Fin',
  )

/** Where the verb with its auxiliaries and adverbs begins. */
function startOf(words: Words, verb: number): number {
  let start = verb
  while (start > 0 && words[start - 1].head === verb && /^(?:aux|advmod)/.test(words[start - 1].deprel))
    start--
  return start
}

/** "…, but states such as Chad | oppose it": the widest phrase before the verb that a comma and a conjunction open; -1 where there is none. */
function openedPhrase(words: Words, forms: readonly string[], verb: number, last: number): number {
  let found = -1
  for (let at = last; at >= 0 && isNominal(words[at]); at = words[at].head) {
    if (isUnder(words, verb, at)) return found
    const opener = childrenOf(words, at).find(c => c < at && words[c].deprel === 'cc')
    if (words[at].deprel === 'conj' && opener !== undefined && forms[opener - 1] === ',') found = at
  }
  return found
}

/** "Chad, Togo and other states | have called for it": a list that stands as the clause, with its verb below it. */
function takeOver(words: Words, verb: number, start: number): Words {
  const list = words[verb].head
  const opened = childrenOf(words, verb).some(c => words[c].deprel === 'cc')
  if (words[verb].deprel !== 'conj' || list < 0 || opened || !isNominal(words[list])) return words
  const last = words.findLastIndex((_, i) => i < start && isUnder(words, i, list) && !isUnder(words, i, verb))
  if (!CLAUSES.test(words[list].deprel) || last !== start - 1 || words[last].upos === 'PUNCT') return words
  const { head, deprel } = words[list]
  return words.map((w, i) => {
    if (i === verb) return { ...w, head, deprel }
    if (i === list) return { ...w, head: verb, deprel: 'nsubj' }
    return w.head === list && i > verb ? { ...w, head: verb } : w
  })
}

export function mendLostSubjects(words: Words, forms: readonly string[]): Words {
  let mended = words
  for (let verb = 1; verb < words.length; verb++) {
    const isVerb = mended[verb].upos === 'VERB' && !mended[verb].deprel.startsWith('acl')
    if (!isVerb || !hasTense(mended, verb)) continue
    if (childrenOf(mended, verb).some(c => SUBJECTS.test(mended[c].deprel))) continue
    const start = startOf(mended, verb)
    const subject = openedPhrase(mended, forms, verb, start - 1)
    if (subject < 0) mended = takeOver(mended, verb, start)
    else
      mended = mended.map((w, i) => {
        if (i === subject) return { ...w, head: verb, deprel: 'nsubj' }
        return w.head === subject && /^(?:cc|punct)$/.test(w.deprel) && i < subject ? { ...w, head: verb } : w
      })
  }
  return mended
}
