// Two lists and a likeness in; one-to-one pairs out, the most alike first.

export interface Pairing<A, B> {
  readonly pairs: readonly (readonly [A, B])[]
  readonly first: number
  readonly second: number
}

/** Pairs with a likeness of 0 are never made. */
export function pair<A, B>(
  first: readonly A[],
  second: readonly B[],
  like: (a: A, b: B) => number,
): Pairing<A, B> {
  const scored = first
    .flatMap(a => second.map(b => ({ a, b, score: like(a, b) })))
    .filter(s => s.score > 0)
    .sort((x, y) => y.score - x.score)
  const used = new Set<A | B>()
  const pairs: [A, B][] = []
  for (const { a, b } of scored) {
    if (used.has(a) || used.has(b)) continue
    used.add(a).add(b)
    pairs.push([a, b])
  }
  return { pairs, first: first.length, second: second.length }
}

/** F1 of what was found: pairs against both lists. */
export const f1 = (pairs: number, first: number, second: number): number =>
  first + second === 0 ? 1 : (2 * pairs) / (first + second)
