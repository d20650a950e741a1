// A row of the API in, its words out; where they are only a few, with some of the text around them.
import type { EventRow, PositionRow, StatementRow } from '../../../src/store/store.ts'

// Below this the words alone ("met") say too little.
const ENOUGH = 40
const BEFORE = 70
const AFTER = 90

export function InContext({
  row,
}: {
  readonly row: Pick<StatementRow | EventRow | PositionRow, 'words' | 'at' | 'paragraph'>
}) {
  const { words, at, paragraph } = row
  if (words.length >= ENOUGH || words !== at.words) return words
  const before = paragraph.words.slice(0, at.start - paragraph.start)
  const after = paragraph.words.slice(at.end - paragraph.start)
  return (
    <>
      <span className="context">{tail(before)}</span>
      <span className="words-found">{words}</span>
      <span className="context">{lead(words, after)}</span>
    </>
  )
}

// Blanks after a full stop and before a capital, where the stop follows a small letter, a digit or a closing mark: "U.S. relations" goes on.
const BETWEEN_SENTENCES = /(?<=[\p{Ll}\p{N}”"’)][.!?]["”’]?|[.!?]["”’])\s+(?=["“‘(]?\p{Lu})/u

/** The end of what stands before: back to the beginning of the sentence, or as much as fits in whole words. */
function tail(text: string): string {
  const sentence = text.split(BETWEEN_SENTENCES).at(-1) ?? ''
  return sentence.length <= BEFORE ? sentence : `… ${sentence.slice(-BEFORE).replace(/^\S*\s/, '')}`
}

function lead(words: string, text: string): string {
  const [whole] = `${words}${text}`.split(BETWEEN_SENTENCES)
  const sentence = whole.slice(words.length)
  return sentence.length <= AFTER ? sentence : `${sentence.slice(0, AFTER).replace(/\s\S*$/, '')} …`
}
