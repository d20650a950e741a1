// Names as they are compared: lower case, without diacritics and punctuation.

export const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The key that joins an actor across articles: its ref where there is one, else name, country and kind. */
export const actorKey = (actor: {
  readonly ref: string | null
  readonly name: string
  readonly country: string | null
  readonly kind: string
}): string => actor.ref ?? `${fold(actor.name)}|${actor.country?.toLowerCase() ?? ''}|${actor.kind}`
