// Chunks of bytes in, one line of UTF-8 text after another out; the source waits while a line is being worked on.

/** A line longer than this is no article; it is passed on as null and never held in memory. */
export const LONGEST_LINE = 64 * 1024 * 1024
const NEWLINE = 0x0a

/** A last line without its end counts; an end without a further line does not. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array): void => {
    length += part.length
    if (length <= LONGEST_LINE) parts.push(part)
    else parts = []
  }
  const finish = (): string | null => {
    const line = length > LONGEST_LINE ? null : Buffer.concat(parts).toString('utf8').replace(/\r$/, '')
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at))
      from = at + 1
      yield finish()
    }
    if (from < chunk.length) take(chunk.subarray(from))
  }
  if (length > 0) yield finish()
}
