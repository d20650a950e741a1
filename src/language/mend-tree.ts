// A decoded sentence comes in; out goes the same sentence with a trailing subject given to its own verb, and no passive without "be".
// "Iran will return to the talks, its minister said": minister belongs to "said", not beside Iran to "return".
import type { DecodedWord } from './decode.ts'
import { firstUnder, inTurn, isSubject, isUnder } from './decoded-tree.ts'
import { mendAppositions } from './mend-appositions.ts'
import { mendClauses } from './mend-clauses.ts'
import { mendDue, mendTwoComplements } from './mend-complements.ts'
import { mendConjunctions } from './mend-conjunctions.ts'
import { mendForms } from './mend-forms.ts'
import { mendLostSubjects } from './mend-lost-subjects.ts'
import { mendTwoSubjects } from './mend-subjects.ts'
import { mendCalled, mendNouns, mendNumbers, mendParticles } from './mend-words.ts'

const isFiniteVerb = (word: DecodedWord): boolean =>
  word.upos === 'VERB' && (word.feats.VerbForm === 'Fin' || word.feats.Tense === 'Past')

/** Is there nothing but the noun's own phrase and marks between it and the verb? */
const reachesUpTo = (words: readonly DecodedWord[], noun: number, verb: number): boolean =>
  words.slice(noun + 1, verb).every((w, k) => w.upos === 'PUNCT' || isUnder(words, noun + 1 + k, noun))

/** The second subject of an earlier verb whose phrase reaches up to this verb, or -1. */
function strandedSubject(words: readonly DecodedWord[], verb: number): number {
  for (let n = verb - 1; n >= 0; n--) {
    const word = words[n]
    if (!isSubject(word) || word.head < 0 || word.head >= n) continue
    const rival = words.some((w, i) => i < word.head && w.head === word.head && isSubject(w))
    const touches = reachesUpTo(words, n, verb)
    return rival && touches ? n : -1
  }
  return -1
}

/** "Kenya called for a halt.": in a full sentence a subject is passive only where the verb has "be" or "get"; headlines leave it out. */
function mendPassives(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  const isFull = /^[.!?]$/.test(forms.findLast(f => !/^[”"’')\]]$/.test(f)) ?? '')
  if (!isFull) return words
  return words.map(word => {
    if (word.deprel !== 'nsubj:pass' || word.head < 0) return word
    const helped = words.some(w => w.head === word.head && /^aux/.test(w.deprel))
    return helped || words[word.head].deprel !== 'root' ? word : { ...word, deprel: 'nsubj' }
  })
}

/**
 * "Wellington would halt the talks, its minister warned": a phrase after a comma right before the main verb is its subject,
 * though the tree took it for an apposition or a second member inside the reported clause. -1 where there is none.
 */
function trailingTeller(words: readonly DecodedWord[], forms: readonly string[], verb: number): number {
  if (words[verb].deprel !== 'root') return -1
  const told = words.findIndex((w, i) => i < verb && w.head === verb && /^(ccomp|parataxis)/.test(w.deprel))
  if (told < 0) return -1
  let teller = -1
  for (let n = verb - 1; n > told; n--) {
    const isNoun = ['NOUN', 'PROPN'].includes(words[n].upos) && /^(appos|conj|nmod)/.test(words[n].deprel)
    const touches = reachesUpTo(words, n, verb)
    const first = firstUnder(words, n)
    const opens = forms[first - 1] === ',' && words[first].deprel !== 'case'
    if (isNoun && touches && opens && isUnder(words, n, told)) teller = n
  }
  return teller
}

/**
 * "…, its foreign minister, Aminata Sow, said": between commas the name explains the office before it, which is the subject.
 * The office's index, or -1.
 */
function officeBefore(words: readonly DecodedWord[], forms: readonly string[], verb: number): number {
  const name = words.findIndex((w, i) => i < verb && w.head === verb && isSubject(w) && w.upos === 'PROPN')
  if (name < 2 || words[verb].deprel !== 'root' || forms[name - 1] !== ',' || forms[verb - 1] !== ',')
    return -1
  const office = name - 2
  const first = firstUnder(words, office)
  const isOffice =
    words[office].upos === 'NOUN' &&
    /^(appos|conj|nmod)/.test(words[office].deprel) &&
    words[office].head < first
  return isOffice && forms[first - 1] === ',' && words[first].deprel !== 'case' ? office : -1
}

/** Gives such an office its verb and its name. */
function mendOffices(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  const mended = [...words]
  for (let verb = 3; verb < words.length; verb++) {
    const office = officeBefore(words, forms, verb)
    if (office < 0) continue
    const name = office + 2
    mended[office] = { ...words[office], head: verb, deprel: 'nsubj' }
    mended[name] = { ...words[name], head: office, deprel: 'appos' }
  }
  return mended
}

/** "“Talks resume Monday,” Bourita replied": of two subjects the one right before what is said belongs to that. */
function mendSaid(words: readonly DecodedWord[]): readonly DecodedWord[] {
  return words.map((subject, at) => {
    const teller = subject.head
    if (subject.deprel !== 'nsubj' || teller < at) return subject
    const said = words.findIndex(
      (w, i) => i > at && i < teller && w.head === teller && /^(?:ccomp|parataxis)$/.test(w.deprel),
    )
    const own = words.some(w => w.head === said && (isSubject(w) || w.deprel === 'mark'))
    if (said < 0 || words[said].upos !== 'VERB' || own) return subject
    const touches = words.slice(at + 1, said).every((_, k) => isUnder(words, at + 1 + k, said))
    const rival = words.some((w, i) => i > said && i < teller && w.head === teller && isSubject(w))
    return touches && rival ? { ...subject, head: said } : subject
  })
}

/** A subject that hangs on an earlier verb goes to its own. */
function mendSubjects(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  const mended = [...words]
  for (let verb = 1; verb < words.length; verb++) {
    const subjectless = !words.some(w => w.head === verb && isSubject(w))
    if (!isFiniteVerb(words[verb]) || !subjectless) continue
    const stranded = strandedSubject(words, verb)
    const subject = stranded >= 0 ? stranded : trailingTeller(words, forms, verb)
    // A verb inside the subject's own phrase would close a circle.
    if (subject >= 0 && !isUnder(mended, verb, subject))
      mended[subject] = { ...words[subject], head: verb, deprel: 'nsubj' }
  }
  return mended
}

/** Words and their forms in, words out; heads count inside the sentence. */
export const mendTree = inTurn([
  mendNumbers,
  mendNouns,
  mendParticles,
  mendCalled,
  mendSubjects,
  mendLostSubjects,
  mendSaid,
  mendOffices,
  mendAppositions,
  mendClauses,
  mendConjunctions,
  mendDue,
  mendTwoSubjects,
  mendTwoComplements,
  mendPassives,
  mendForms,
])
