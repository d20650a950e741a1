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
      <span className="context">{lead(after)}</span>
    </>
  )
}

// A mark after a small letter, a digit or a closing quotation mark, before a capital: "U.S. relations" goes on.
const SENTENCE_END = /(?<=[\p{Ll}\p{N}”"’)][.!?]["”’]?|[.!?]["”’])\s+(?=["“‘(]?\p{Lu})/u

/** The end of what stands before: back to the beginning of the sentence, or as much as fits in whole words. */
function tail(text: string): string {
  const sentence = text.split(SENTENCE_END).at(-1) ?? ''
  return sentence.length <= BEFORE ? sentence : `… ${sentence.slice(-BEFORE).replace(/^\S*\s/, '')}`
}

function lead(text: string): string {
  const [sentence] = text.split(SENTENCE_END)
  return sentence.length <= AFTER ? sentence : `${sentence.slice(0, AFTER).replace(/\s\S*$/, '')} …`
}
