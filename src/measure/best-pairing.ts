// Comes in: a table of likenesses, rows by columns. Goes out: the greatest sum that pairs of one row and one column each can have (Kuhn–Munkres).

/** All rows have the same length; likenesses are 0 or more. */
export function bestPairing(likeness: readonly (readonly number[])[]): number {
  if (likeness.length === 0 || likeness[0].length === 0) return 0
  const wide = likeness[0].length >= likeness.length ? likeness : turned(likeness)
  const columnOf = pairRows(wide)
  return columnOf.reduce((sum, column, row) => sum + wide[row][column], 0)
}

const turned = (table: readonly (readonly number[])[]): number[][] =>
  table[0].map((_, column) => table.map(row => row[column]))

/** The column of each row; the shortest augmenting path for one row after another, over costs of minus likeness. */
function pairRows(table: readonly (readonly number[])[]): number[] {
  const [rows, columns] = [table.length, table[0].length]
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 1)
  /** Row of each column, counted from 1; 0 is free. Column 0 holds the row that is being placed. */
  const rowOf = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const before = new Int32Array(columns + 1)
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const done = new Uint8Array(columns + 1)
    rowOf[0] = row
    let at = 0
    do {
      done[at] = 1
      let [next, least] = [0, Number.POSITIVE_INFINITY]
      for (let column = 1; column <= columns; column++) {
        if (done[column]) continue
        const cost = -table[rowOf[at] - 1][column - 1] - rowPrice[rowOf[at]] - columnPrice[column]
        if (cost < slack[column]) {
          slack[column] = cost
          before[column] = at
        }
        if (slack[column] < least) [next, least] = [column, slack[column]]
      }
      for (let column = 0; column <= columns; column++) {
        if (done[column]) {
          rowPrice[rowOf[column]] += least
          columnPrice[column] -= least
        } else slack[column] -= least
      }
      at = next
    } while (rowOf[at] !== 0)
    for (; at !== 0; at = before[at]) rowOf[at] = rowOf[before[at]]
  }
  const columnOf = new Array<number>(rows)
  for (let column = 1; column <= columns; column++)
    if (rowOf[column] > 0) columnOf[rowOf[column] - 1] = column - 1
  return columnOf
}
