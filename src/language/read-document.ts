// Comes in: a Text. Goes out: its Document: paragraphs, sentences, words with their tree, names, dates.
import type { Span } from '../text/span.ts'
import type { Text } from '../text/text.ts'
import { findDates } from './dates.ts'
import { type DecodedWord, decodeSentence } from './decode.ts'
import type { Document, Entity, Sentence, Token } from './document.ts'
import { findNames, type NameRange } from './entities.ts'
import { type Judgements, makeJudgements, type Stretch } from './judgements.ts'
import { mendNames } from './mend-names.ts'
import { mendTree } from './mend-tree.ts'
import type { LanguageModel } from './model.ts'
import { findParagraphs } from './paragraphs.ts'
import type { Word } from './tokens.ts'
import { findSentences, makeWindow, type Opening } from './windows.ts'

export { type LanguageModel, loadModel } from './model.ts'

// Marks that end what stands before them; straight ones may do either.
const CLOSING = /^[”’)\]}]+$/u
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}’'-]*$/u

interface ReadSentence {
  /** Index of its first word in the Text. */
  readonly first: number
  readonly words: readonly DecodedWord[]
  readonly names: readonly NameRange[]
}

/**
 * Reads one Text, whatever it holds; the same Text gives the same Document.
 * `context.published` is the ISO date of publication that dates such as "on Monday" are resolved against, or null;
 * behind `context.dateline` ("KYIV, March 4 —") a sentence begins.
 */
export async function readDocument(
  model: LanguageModel,
  text: Text,
  context: { readonly published: string | null; readonly dateline?: Span | null },
): Promise<Document> {
  const paragraphs = findParagraphs(text.content)
  const words = model.tokenise(text.content)
  const paragraphOf = findParagraphOf(words, paragraphs)
  const forms = words.map(word => text.content.slice(word.start, word.end))
  const lead = findLead(words, context.dateline ?? null)
  const openings = words.map((word, i) =>
    openingOf(text.content, words[i - 1], word, i === lead || paragraphOf[i] !== paragraphOf[i - 1]),
  )
  const { sentences, stretches } = await readSentences(model, forms, openings)
  const judgements = makeJudgements(stretches, model.heads)
  return assemble(text, context.published, { paragraphs, words, forms, paragraphOf, sentences, judgements })
}

/** The first word behind the dateline, or -1. */
const findLead = (words: readonly Word[], dateline: Span | null): number =>
  dateline === null ? -1 : words.findIndex(word => word.start >= dateline.end)

/** The paragraph each word stands in. */
function findParagraphOf(words: readonly Word[], paragraphs: readonly Span[]): number[] {
  let paragraph = 0
  return words.map(word => {
    while (paragraph < paragraphs.length - 1 && paragraphs[paragraph + 1].start <= word.start) paragraph++
    return paragraph
  })
}

/** Inside a line no sentence ends with a comma, nor begins small right behind a word. */
function isInside(content: string, before: Word, word: Word): boolean {
  const between = content.slice(before.start, word.start)
  return (
    /^,[^\n\r]*$/.test(between) ||
    (/^[\p{L}'’-]+ $/u.test(between) && /^\p{Ll}/u.test(content.slice(word.start, word.start + 2)))
  )
}

function openingOf(content: string, before: Word | undefined, word: Word, opensOne: boolean): Opening {
  if (before === undefined || opensOne) return 'always'
  if (word.joined || isInside(content, before, word)) return 'never'
  if (CLOSING.test(content.slice(word.start, word.end))) return 'passes on'
  return WORD.test(content.slice(before.start, before.end)) ? 'hardly' : 'may'
}

/** Window after window; each begins where the last whole sentence ended. */
async function readSentences(
  model: LanguageModel,
  forms: readonly string[],
  openings: readonly Opening[],
): Promise<{ sentences: ReadSentence[]; stretches: Stretch[] }> {
  const pieces = forms.map(form => model.cutWord(form))
  const sentences: ReadSentence[] = []
  const stretches: Stretch[] = []
  for (let at = 0; at < forms.length; ) {
    const window = makeWindow(pieces, at, model)
    const output = await model.run(window.input)
    const { starts, next } = findSentences(window, output, openings)
    starts.forEach((first, k) => {
      const end = starts[k + 1] ?? next
      const own = forms.slice(first, end)
      const inWindow = first - window.first
      const decoded = decodeSentence(
        output,
        model.labels,
        model.lemmas,
        own,
        inWindow,
        window.end - window.first,
      )
      const names = findNames(output.entity, model.labels.entities, inWindow, end - window.first)
      const words = mendTree(decoded, own)
      sentences.push({ first, words, names: mendNames(names, { forms: own, words }, model.names) })
    })
    stretches.push({ first: at, end: next, windowFirst: window.first, scores: output.heads })
    at = next
  }
  return { sentences, stretches }
}

interface Parts {
  readonly paragraphs: readonly Span[]
  readonly words: readonly Word[]
  readonly forms: readonly string[]
  readonly paragraphOf: readonly number[]
  readonly sentences: readonly ReadSentence[]
  readonly judgements: Judgements
}

function assemble(text: Text, published: string | null, parts: Parts): Document {
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  const entities: Entity[] = []
  const children: number[][] = parts.words.map(() => [])
  for (const { first, words, names } of parts.sentences) {
    const end = first + words.length
    const stretch = (from: number, to: number) => ({
      start: parts.words[from].start,
      end: parts.words[to - 1].end,
      firstToken: from,
      endToken: to,
    })
    words.forEach((word, i) => {
      const index = first + i
      const head = word.head < 0 ? -1 : first + word.head
      const { start, end } = parts.words[index]
      if (head >= 0) children[head].push(index)
      tokens.push({ start, end, index, form: parts.forms[index], ...word, head, sentence: sentences.length })
    })
    for (const name of names)
      entities.push({ ...stretch(first + name.first, first + name.end), type: name.type })
    sentences.push({ ...stretch(first, end), index: sentences.length, paragraph: parts.paragraphOf[first] })
  }
  const { paragraphs, judgements } = parts
  const dates = findDates({ text, tokens, sentences, published })
  return { text, published, paragraphs, sentences, tokens, entities, dates, children, judgements }
}
