// How the words let an act stand comes in; where the network is sure whether it is background, that goes out with it.
import type { Document } from '../../language/document.ts'
import { isOfTheseDays } from './read-background.ts'
import type { Standing } from './read-tense.ts'

/** From this probability on an act is background. */
const PAST = 0.85
/** Up to this probability it is none, where only a noun had made it so. */
const NEW = 0.15

export function weighBackground(document: Document, head: number, standing: Standing): Standing {
  const past = document.judgements.background(head)
  // What may or will be lies before nothing; a single sentence tells the news.
  const isOpen = standing.status !== 'happened' || document.sentences.length === 1
  if (past >= PAST && !isOpen && !isOfTheseDays(document, head)) return { ...standing, background: true }
  return past <= NEW && standing.weak ? { ...standing, background: false } : standing
}
