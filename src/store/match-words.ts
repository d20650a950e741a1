// Words as a person types them in, a full-text query out: all must occur; "in quotes" as a phrase, word* as a beginning.

/** Never throws on odd input; words without a letter or digit are left out, and none at all match nothing. */
export function matchOf(words: string): string {
  const parts = words.match(/"[^"]*"\*?|[^\s"]+/gu) ?? []
  const wanted = parts.flatMap(part => {
    const bare = part.replace(/["*]/g, ' ').trim()
    if (!/[\p{L}\p{N}]/u.test(bare)) return []
    return [`"${bare}"${part.endsWith('*') ? ' *' : ''}`]
  })
  return wanted.length > 0 ? wanted.join(' AND ') : '""'
}
