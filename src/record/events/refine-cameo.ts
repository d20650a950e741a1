// A trigger comes in; its CAMEO code goes out, made finer by the act told inside it ("agreed to meet" is 036, "demanded the release" 1053).
import type { Acts } from '../../knowledge/acts.ts'
import type { Document } from '../../language/document.ts'
import { matterOf } from './clause.ts'
import type { Trigger } from './match-pattern.ts'
import { bestMatch } from './match-pattern.ts'

/** How far below the outer act its matter may stand. */
const DEPTH = 3

export function refineCameo(document: Document, lexicon: Acts, trigger: Trigger): string {
  const { act, head } = trigger
  const table = lexicon.refine[act.type]
  // A code finer than its root is the lexicon's own decision.
  if (!table || act.cameo.length > 3 || !act.cameo.endsWith('0')) return act.cameo
  for (const token of matterOf(document, head, DEPTH)) {
    const inner = bestMatch(document, token, lexicon.acts)?.pattern
    if (!inner) continue
    const start = [4, 3, 2].map(n => inner.cameo.slice(0, n)).find(code => table[code] !== undefined)
    if (start !== undefined) return table[start]
  }
  return act.cameo
}
