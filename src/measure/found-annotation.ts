// Comes in: a Document (or only its words). Goes out: the annotation that the CoNLL evaluation compares.
import type { Document } from '../language/document.ts'
import type { Word } from '../language/tokens.ts'
import type { Span } from '../text/span.ts'
import type { Annotation, ScoredWord } from './conll-score.ts'
import { withoutBlanks } from './conllu.ts'

/** Offsets of a text → offsets of the text without its blanks. */
export function blankless(content: string): (span: Span) => Span {
  const position = new Int32Array(content.length + 1)
  let at = 0
  for (let i = 0; i < content.length; i++) {
    position[i] = at
    if (!/\s/u.test(content[i])) at++
  }
  position[content.length] = at
  return span => ({ start: position[span.start], end: position[span.end] })
}

/** `words` are the tokeniser's, one for each token of the document: they tell which were written as one. */
export function foundAnnotation(document: Omit<Document, 'judgements'>, words: readonly Word[]): Annotation {
  const place = blankless(document.text.content)
  const groups = joinedGroups(words)
  const scored: ScoredWord[] = document.tokens.map((token, i) => ({
    ...place({ start: words[groups[i].first].start, end: words[groups[i].end - 1].end }),
    multiword: groups[i].end - groups[i].first > 1,
    form: token.form,
    lemma: token.lemma,
    upos: token.upos,
    feats:
      Object.entries(token.feats)
        .map(([name, value]) => `${name}=${value}`)
        .join('|') || '_',
    head: token.head,
    deprel: token.deprel,
  }))
  const tokens = scored.filter((_, i) => groups[i].first === i).map(({ start, end }) => ({ start, end }))
  return {
    characters: withoutBlanks(document.text.content),
    tokens,
    words: scored,
    sentences: document.sentences.map(place),
  }
}

/** For each word the range of words that are written as one with it. */
export function joinedGroups(words: readonly Word[]): { first: number; end: number }[] {
  const groups: { first: number; end: number }[] = []
  for (let first = 0; first < words.length; ) {
    let end = first + 1
    while (end < words.length && words[end].joined) end++
    for (let i = first; i < end; i++) groups.push({ first, end })
    first = end
  }
  return groups
}
