// A word of the tree comes in; the phrases on it go out: prepositions, possessors, what stands behind it with "in" and "between".
import type { Document, Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'

export interface Oblique {
  /** Lower case, several words joined: `with`, `ahead of`; empty for a phrase without one. */
  readonly prep: string
  readonly token: number
}

/** The prepositions of a phrase, as its `case` dependents and their fixed parts give them. */
export function prepositionOf(document: Document, token: number): string {
  const words = dependents(document, token, 'case')
    .filter(t => t.form !== "'s" && t.form !== '’s')
    .flatMap(t => [t, ...dependents(document, t.index, 'fixed')])
  const said = words.map(t => t.form.toLowerCase()).join(' ')
  // "ahead" of "ahead of" often hangs on the verb.
  const before = words.length > 0 ? document.tokens[words[0].index - 1] : undefined
  return before && COMPOUND_HEADS.has(`${before.form.toLowerCase()} ${said}`)
    ? `${before.form.toLowerCase()} ${said}`
    : said
}

export const COMPOUND_HEADS = new Set([
  'ahead of',
  'because of',
  'instead of',
  'out of',
  'prior to',
  'due to',
  'owing to',
])

/** The possessor that stands directly before a noun and its adjectives ("Kim's further demands"), wherever the tree hangs it. */
export function possessorsOf(document: Document, noun: number): Token[] {
  const own = dependents(document, noun, 'nmod:poss')
  if (own.length > 0) return own
  const { sentence } = document.tokens[noun]
  for (let i = noun - 1; i >= 0 && document.tokens[i].sentence === sentence; i--) {
    const token = document.tokens[i]
    if (
      token.form === "'s" ||
      token.form === '’s' ||
      (token.form === "'" && document.tokens[i - 1]?.form.endsWith('s'))
    )
      return token.head >= 0 && token.head < i ? [document.tokens[token.head]] : []
    if (!['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(token.upos)) return []
    if (token.upos === 'NOUN' && token.head !== noun) return []
  }
  return []
}

/** "fighting between two tribes": the head of the phrase right behind a word, wherever the tree hangs it. */
export function betweenAfter({ tokens }: Document, index: number): number | null {
  const next = tokens[index + 1]
  return next?.form === 'between' && next.head > next.index ? next.head : null
}

export function obliquesOf(document: Document, token: number): Oblique[] {
  return dependents(document, token, 'obl', 'nmod')
    .filter(t => t.deprel !== 'nmod:poss' && !t.deprel.endsWith(':tmod') && !t.deprel.endsWith(':unmarked'))
    .flatMap(t => {
      const prep = prepositionOf(document, t.index)
      // "with Iran and with Russia": a conjunct with its own preposition stands for itself.
      const more = dependents(document, t.index, 'conj')
        .map(c => ({ prep: prepositionOf(document, c.index), token: c.index }))
        .filter(c => c.prep !== '' && c.prep !== prep)
      return [{ prep, token: t.index }, ...more]
    })
}

/** Phrases with "in" that follow a noun before its clause goes on, wherever the tree hangs them. */
export function placesAfter(document: Document, noun: number, last = noun): number[] {
  const found: number[] = []
  const { sentence } = document.tokens[noun]
  for (let i = noun + 1; i < document.tokens.length; i++) {
    const token = document.tokens[i]
    const over = token.upos === 'PUNCT' || token.upos === 'VERB' || token.upos === 'AUX'
    if (token.sentence !== sentence || (over && i > last)) break
    if (token.upos === 'ADP' && token.form.toLowerCase() === 'in' && token.head > i) found.push(token.head)
  }
  return found
}
