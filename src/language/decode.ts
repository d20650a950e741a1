// Comes in: the scores of a window. Goes out: for each word of one of its sentences the tags, lemma, head and relation.
import { findLemma, type LemmaKnowledge, mendTense } from './lemmas.ts'
import type { Labels, WindowOutput } from './model.ts'
import { findTree } from './spanning-tree.ts'

/** One word as decoded; `head` counts from the start of the sentence, -1 is the root. */
export interface DecodedWord {
  readonly upos: string
  readonly feats: Readonly<Record<string, string>>
  readonly lemma: string
  readonly head: number
  readonly deprel: string
}

/** Decodes the sentence made of the window's words first…end-1; `forms` are its words. */
export function decodeSentence(
  output: WindowOutput,
  labels: Labels,
  lemmas: LemmaKnowledge,
  forms: readonly string[],
  first: number,
  windowWords: number,
): DecodedWord[] {
  const upos = forms.map((_, i) => labels.upos[highest(output.upos, first + i, labels.upos.length)])
  const heads = findHeads(output, upos, first, windowWords)
  return forms.map((form, i) => {
    const row = first + i
    const read = labels.feats[highest(output.feats, row, labels.feats.length)]
    const feats = mendTense(form, upos[i], read, lemmas.irregular)
    const start = row * labels.lemmas.length
    return {
      upos: upos[i],
      feats,
      lemma: findLemma({ form, upos: upos[i], feats, scores: output.lemma, start }, lemmas),
      head: heads[i],
      deprel: findRelation(output, labels, row, heads[i] < 0 ? 0 : first + heads[i] + 1),
    }
  })
}

/** Column of the highest score in a row. */
function highest(scores: Float32Array, row: number, columns: number): number {
  const start = row * columns
  let best = start
  for (let k = start + 1; k < start + columns; k++) if (scores[k] > scores[best]) best = k
  return best - start
}

// More than any two scores differ by, yet small beside a float's exact range.
const NEVER = 1e4

/** Heads inside the sentence. Where there are words at all, punctuation governs nothing and is not the root. */
function findHeads(
  output: WindowOutput,
  upos: readonly string[],
  first: number,
  windowWords: number,
): number[] {
  const width = windowWords + 1
  const mark = upos.map(tag => tag === 'PUNCT')
  const onlyMarks = !mark.includes(false)
  return findTree(upos.length, (dependent, head) => {
    const score = output.arcs[(first + dependent) * width + (head < 0 ? 0 : first + head + 1)]
    const governsMark = head < 0 ? mark[dependent] : mark[head]
    return governsMark && !onlyMarks ? score - NEVER : score
  })
}

/** Best relation of one arc; `head` is a row of `relationHead` (0 = root), which has the relation "root" to itself. */
function findRelation(output: WindowOutput, labels: Labels, dependent: number, head: number): string {
  if (head === 0) return 'root'
  const { deprels, relationWeights, relationBias } = labels
  const size = relationWeights.length / deprels.length
  // About half of the hidden values are zero: the sums run over the others only.
  const places = new Int32Array(size)
  const values = new Float32Array(size)
  let active = 0
  for (let d = 0; d < size; d++) {
    const sum = output.relationDependent[dependent * size + d] + output.relationHead[head * size + d]
    if (sum <= 0) continue
    places[active] = d
    values[active++] = sum
  }
  let best = -1
  let top = -Infinity
  for (let r = 0; r < deprels.length; r++) {
    let score = relationBias[r]
    const row = r * size
    for (let k = 0; k < active; k++) score += relationWeights[row + places[k]] * values[k]
    if ((best >= 0 && !(score > top)) || deprels[r] === 'root') continue
    top = score
    best = r
  }
  return deprels[best]
}
