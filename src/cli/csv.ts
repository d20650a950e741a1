// Cells in, lines of comma-separated values out (RFC 4180, with line feeds).

export type Cell = string | number | boolean | null

const quote = (cell: Cell): string => {
  const words = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(quote).join(',')}\n`
