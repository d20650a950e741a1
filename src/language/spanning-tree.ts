// Comes in: the scores of all arcs of one sentence. Goes out: the heads of the best tree with one root.
import { type ArcScore, arcsCross, projectiveTree } from './projective-tree.ts'

export type { ArcScore } from './projective-tree.ts'

// English arcs cross in one sentence of thirty: crossing ones must be so much likelier (a factor of e^6).
const CROSSING_PRICE = 6

/**
 * Heads of the best tree: -1 for its one root. The best head of each word where these already form a tree, else
 * the maximum spanning tree (Chu-Liu/Edmonds) with one root; where its arcs cross, the best tree without crossings
 * unless it is far less likely.
 */
export function findTree(n: number, score: ArcScore): number[] {
  const heads = Array.from({ length: n }, (_, i) => bestHead(n, i, score))
  const tree = isTree(heads) ? heads : spanningTree(n, score)
  if (!arcsCross(tree)) return tree
  const straight = projectiveTree(n, score)
  return total(tree, score) - total(straight, score) > CROSSING_PRICE ? tree : straight
}

const total = (heads: readonly number[], score: ArcScore): number =>
  heads.reduce((sum, head, dependent) => sum + score(dependent, head), 0)

function bestHead(n: number, dependent: number, score: ArcScore): number {
  let best = -1
  let highest = score(dependent, -1)
  for (let head = 0; head < n; head++) {
    if (head === dependent) continue
    const value = score(dependent, head)
    if (value > highest) {
      highest = value
      best = head
    }
  }
  return best
}

/** One root, and every word leads to it. */
export function isTree(heads: readonly number[]): boolean {
  let roots = 0
  const state = new Uint8Array(heads.length) // 0 unseen, 1 on the way, 2 leads to the root
  for (let i = 0; i < heads.length; i++) {
    if (heads[i] < 0) roots++
    let at = i
    while (at >= 0 && state[at] === 0) {
      state[at] = 1
      at = heads[at]
    }
    if (at >= 0 && state[at] === 1) return false
    for (at = i; at >= 0 && state[at] === 1; at = heads[at]) state[at] = 2
  }
  return roots === 1
}

/** Exact, in O(n³) at worst: rare sentences only come here. */
function spanningTree(n: number, score: ArcScore): number[] {
  // Node 0 is the root, word i is node i + 1; weight[dependent][head].
  const size = n + 1
  let low = Infinity
  let high = -Infinity
  const weight = Array.from({ length: size }, (_, dependent) => {
    const row = new Float64Array(size).fill(-Infinity)
    if (dependent === 0) return row
    for (let head = 0; head < size; head++) {
      if (head === dependent) continue
      row[head] = score(dependent - 1, head - 1)
      low = Math.min(low, row[head])
      high = Math.max(high, row[head])
    }
    return row
  })
  // So dear that a second root never pays.
  const price = (high - low) * size + 1
  for (let dependent = 1; dependent < size; dependent++) weight[dependent][0] -= price
  return maximumTree(weight)
    .slice(1)
    .map(head => head - 1)
}

/** Chu-Liu/Edmonds by contraction; `weight[dependent][head]`, node 0 the root, every other pair finite. */
function maximumTree(weight: readonly Float64Array[]): number[] {
  const size = weight.length
  const heads = weight.map((row, dependent) => (dependent === 0 ? -1 : highest(row)))
  const cycle = findCycle(heads)
  if (cycle.length === 0) return heads

  const inCycle = new Set(cycle)
  const kept = heads.map((_, node) => node).filter(node => !inCycle.has(node))
  const merged = kept.length // number of the node that stands for the cycle
  const cycleTotal = cycle.reduce((sum, node) => sum + weight[node][heads[node]], 0)
  const smaller = Array.from({ length: merged + 1 }, () => new Float64Array(merged + 1).fill(-Infinity))
  const entering: number[] = [] // for each kept head: where it enters the cycle
  const leaving: number[] = [] // for each kept dependent: from which node of the cycle
  kept.forEach((node, k) => {
    kept.forEach((head, h) => {
      if (node !== 0 && node !== head) smaller[k][h] = weight[node][head]
    })
    entering[k] = best(cycle, into => weight[into][node] - weight[into][heads[into]])
    smaller[merged][k] = cycleTotal + weight[entering[k]][node] - weight[entering[k]][heads[entering[k]]]
    if (node === 0) return
    leaving[k] = best(cycle, from => weight[node][from])
    smaller[k][merged] = weight[node][leaving[k]]
  })

  const found = maximumTree(smaller)
  const result = new Array<number>(size).fill(-1)
  for (const node of cycle) result[node] = heads[node]
  kept.forEach((node, k) => {
    if (node !== 0) result[node] = found[k] === merged ? leaving[k] : kept[found[k]]
  })
  result[entering[found[merged]]] = kept[found[merged]]
  return result
}

const highest = (row: Float64Array): number => {
  let top = 0
  for (let i = 1; i < row.length; i++) if (row[i] > row[top]) top = i
  return top
}

const best = (nodes: readonly number[], value: (node: number) => number): number => {
  let top = nodes[0]
  for (const node of nodes) if (value(node) > value(top)) top = node
  return top
}

function findCycle(heads: readonly number[]): number[] {
  const seenIn = new Int32Array(heads.length).fill(-1)
  for (let start = 1; start < heads.length; start++) {
    let at = start
    while (at > 0 && seenIn[at] < 0) {
      seenIn[at] = start
      at = heads[at]
    }
    if (at > 0 && seenIn[at] === start) {
      const cycle = [at]
      for (let next = heads[at]; next !== at; next = heads[next]) cycle.push(next)
      return cycle
    }
  }
  return []
}
