// A decoded sentence comes in; out goes the same sentence with a trailing subject given to its own verb.
// "Iran will return to the talks, its minister said": minister belongs to "said", not beside Iran to "return".
import type { DecodedWord } from './decode.ts'

const isSubject = (word: DecodedWord): boolean => word.deprel === 'nsubj' || word.deprel === 'nsubj:pass'

const isFinite = (word: DecodedWord): boolean =>
  word.upos === 'VERB' && (word.feats.VerbForm === 'Fin' || word.feats.Tense === 'Past')

const isUnder = (words: readonly DecodedWord[], index: number, top: number): boolean => {
  for (let at = index; at >= 0; at = words[at].head) if (at === top) return true
  return false
}

/** The second subject of an earlier verb whose phrase reaches up to this verb, or -1. */
function strandedSubject(words: readonly DecodedWord[], verb: number): number {
  for (let n = verb - 1; n >= 0; n--) {
    const word = words[n]
    if (!isSubject(word) || word.head < 0 || word.head >= n) continue
    const rival = words.some((w, i) => i < word.head && w.head === word.head && isSubject(w))
    const touches = words
      .slice(n + 1, verb)
      .every((w, k) => w.upos === 'PUNCT' || isUnder(words, n + 1 + k, n))
    return rival && touches ? n : -1
  }
  return -1
}

/** Words in, words out; heads count inside the sentence. */
export function mendSubjects(words: readonly DecodedWord[]): readonly DecodedWord[] {
  const mended = [...words]
  for (let verb = 1; verb < words.length; verb++) {
    const subjectless = !words.some(w => w.head === verb && isSubject(w))
    if (!isFinite(words[verb]) || !subjectless) continue
    const subject = strandedSubject(words, verb)
    // A verb inside the subject's own phrase would close a circle.
    if (subject >= 0 && !isUnder(mended, verb, subject))
      mended[subject] = { ...words[subject], head: verb, deprel: 'nsubj' }
  }
  return mended
}
