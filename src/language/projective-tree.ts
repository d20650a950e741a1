// Comes in: the scores of all arcs of one sentence. Goes out: the heads of the best tree with one root whose arcs do not cross.

/** `score(dependent, head)` of words 0…n-1; head -1 is the root. */
export type ArcScore = (dependent: number, head: number) => number

/** Spans of words s…t as a flat table; words are 1…n. */
interface Chart {
  readonly size: number
  /** Best sums: an arc between both ends (Open) or a head at one end with all its dependents on that side (Done). */
  readonly leftOpen: Float64Array
  readonly rightOpen: Float64Array
  readonly leftDone: Float64Array
  readonly rightDone: Float64Array
  /** Where each best sum was split. */
  readonly openAt: Int32Array
  readonly leftAt: Int32Array
  readonly rightAt: Int32Array
}

/** Eisner's algorithm, O(n³); the root takes part in one arc only. Scores that are no numbers give some tree. */
export function projectiveTree(n: number, score: ArcScore): number[] {
  if (n === 0) return []
  const chart = startChart(n)
  for (let width = 1; width < n; width++)
    for (let s = 1; s + width <= n; s++) fillSpan(chart, s, s + width, score)
  const { size, leftDone, rightDone } = chart
  const asRoot = (r: number) => leftDone[size + r] + rightDone[r * size + n] + score(r - 1, -1)
  let root = 1
  for (let r = 2; r <= n; r++) if (asRoot(r) > asRoot(root)) root = r
  return readHeads(chart, n, root)
}

function startChart(n: number): Chart {
  const size = n + 1
  const sums = () => new Float64Array(size * size)
  // Splits start at the span's left end, so that reading back ends even where no sum was a number.
  const splits = (shift: number) => {
    const table = new Int32Array(size * size)
    for (let s = 1; s < size; s++) table.fill(s + shift, s * size, (s + 1) * size)
    return table
  }
  return {
    size,
    leftOpen: sums(),
    rightOpen: sums(),
    leftDone: sums(),
    rightDone: sums(),
    openAt: splits(0),
    leftAt: splits(0),
    rightAt: splits(1),
  }
}

function fillSpan(chart: Chart, s: number, t: number, score: ArcScore): void {
  const { size, leftOpen, rightOpen, leftDone, rightDone, openAt, leftAt, rightAt } = chart
  const at = s * size + t
  let top = -Infinity
  for (let m = s; m < t; m++) {
    const value = rightDone[s * size + m] + leftDone[(m + 1) * size + t]
    if (value <= top || Number.isNaN(value)) continue
    top = value
    openAt[at] = m
  }
  leftOpen[at] = top + score(s - 1, t - 1)
  rightOpen[at] = top + score(t - 1, s - 1)
  leftDone[at] = -Infinity
  rightDone[at] = -Infinity
  for (let m = s; m < t; m++) {
    const left = leftDone[s * size + m] + leftOpen[m * size + t]
    if (left > leftDone[at]) {
      leftDone[at] = left
      leftAt[at] = m
    }
    const right = rightOpen[s * size + m + 1] + rightDone[(m + 1) * size + t]
    if (right > rightDone[at]) {
      rightDone[at] = right
      rightAt[at] = m + 1
    }
  }
}

function readHeads({ size, openAt, leftAt, rightAt }: Chart, n: number, root: number): number[] {
  const heads = new Array<number>(n).fill(-1)
  const tasks: [kind: 'leftDone' | 'rightDone' | 'leftOpen' | 'rightOpen', s: number, t: number][] = [
    ['leftDone', 1, root],
    ['rightDone', root, n],
  ]
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const [kind, s, t] = task
    const at = s * size + t
    if (s === t) continue
    if (kind === 'leftDone') tasks.push(['leftDone', s, leftAt[at]], ['leftOpen', leftAt[at], t])
    else if (kind === 'rightDone') tasks.push(['rightOpen', s, rightAt[at]], ['rightDone', rightAt[at], t])
    else {
      if (kind === 'leftOpen') heads[s - 1] = t - 1
      else heads[t - 1] = s - 1
      tasks.push(['rightDone', s, openAt[at]], ['leftDone', openAt[at] + 1, t])
    }
  }
  return heads
}

/** Do two arcs cross, the root's included? */
export function arcsCross(heads: readonly number[]): boolean {
  const arcs = heads.map((head, i) => (head < i ? [head, i] : [i, head]))
  return arcs.some(([a, b]) => arcs.some(([c, d]) => a < c && c < b && b < d))
}
