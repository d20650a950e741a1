// Where the words stand and how tall the cards are in, where each card goes out: none overlap, the open one stays beside its words.

export interface Card {
  /** Top of its words in the text column, in pixels. */
  readonly wanted: number
  readonly height: number
}

const GAP = 6

/** Cards in the order of the words; `open` is the index of the open card or -1. Tops are 0 or more. */
export function placeCards(cards: readonly Card[], open = -1): readonly number[] {
  if (open < 0) return downward(cards, 0)
  const above = upward(cards.slice(0, open), cards[open].wanted)
  // The cards above need room: where there is too little, all move down and the column scrolls instead.
  const shift = Math.max(0, -(above[0] ?? 0))
  const below = downward(cards.slice(open), cards[open].wanted)
  return [...above, ...below].map(top => top + shift)
}

function downward(cards: readonly Card[], from: number): number[] {
  let free = from
  return cards.map(({ wanted, height }) => {
    const top = Math.max(wanted, free)
    free = top + height + GAP
    return top
  })
}

/** Places from the top as usual, then lifts whatever would reach into `limit`. */
function upward(cards: readonly Card[], limit: number): number[] {
  const tops = downward(cards, 0)
  let free = limit
  for (let n = cards.length - 1; n >= 0; n--) {
    tops[n] = Math.min(tops[n], free - GAP - cards[n].height)
    free = tops[n]
  }
  return tops
}

/** Reads a position in one column off a position in the other, between the two nearest of the pairs (sorted by `from`). */
export function follow(pairs: readonly { readonly from: number; readonly to: number }[], at: number): number {
  const next = pairs.findIndex(pair => pair.from >= at)
  if (pairs.length === 0) return at
  if (next === 0) return Math.max(0, pairs[0].to - (pairs[0].from - at))
  if (next < 0) {
    const last = pairs[pairs.length - 1]
    return last.to + (at - last.from)
  }
  const [a, b] = [pairs[next - 1], pairs[next]]
  const share = b.from === a.from ? 0 : (at - a.from) / (b.from - a.from)
  return a.to + share * (b.to - a.to)
}
