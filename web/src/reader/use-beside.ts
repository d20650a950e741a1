// The shown entries and the open one in, the places of their cards out: measured from the words, kept beside them while scrolling.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { follow, placeCards } from './card-places.ts'
import type { Item } from './items.ts'

interface Places {
  readonly tops: readonly number[]
  readonly height: number
}

interface Beside extends Places {
  readonly textPane: RefObject<HTMLDivElement | null>
  readonly cardsPane: RefObject<HTMLElement | null>
  readonly onScroll: () => void
}

// Where the open entry comes to stand: high enough that what follows can be read on.
const EYE_LEVEL = 0.3
// Below this the card under it would be cut off.
const LOW = 0.72
const MARGIN = 24

export function useBeside(items: readonly Item[], active: string | null): Beside {
  const textPane = useRef<HTMLDivElement>(null)
  const cardsPane = useRef<HTMLElement>(null)
  const wanted = useRef<readonly number[]>([])
  const [places, setPlaces] = useState<Places>({ tops: [], height: 0 })

  const measure = useCallback(() => {
    if (!textPane.current || !cardsPane.current) return
    const words = wordTops(textPane.current, items)
    const cards = [...cardsPane.current.querySelectorAll<HTMLElement>('.card')].map(card => card.offsetHeight)
    const tops = placeCards(
      items.map((_, n) => ({ wanted: words[n], height: cards[n] ?? 0 })),
      items.findIndex(item => item.id === active),
    )
    wanted.current = words
    setPlaces({ tops, height: Math.max(0, ...tops.map((top, n) => top + (cards[n] ?? 0))) })
  }, [items, active])

  useLayoutEffect(measure, [measure])
  useResize(textPane, measure)

  const onScroll = useCallback(() => {
    if (!textPane.current || !cardsPane.current) return
    const { scrollTop, clientHeight, scrollHeight } = textPane.current
    const pairs = wanted.current.map((from, n) => ({ from, to: places.tops[n] ?? from }))
    const at = items.findIndex(item => item.id === active)
    // The open card keeps to its words; without one, the tops meet at the top of the text and the ends at its end.
    const eye =
      at >= 0
        ? Math.min(Math.max(wanted.current[at] - scrollTop, MARGIN), clientHeight - MARGIN)
        : clientHeight * (scrollTop / Math.max(1, scrollHeight - clientHeight))
    cardsPane.current.scrollTop = follow(pairs, scrollTop + eye) - eye
  }, [items, active, places])

  useEffect(() => {
    const at = items.findIndex(item => item.id === active)
    const pane = textPane.current
    if (at < 0 || !pane || places.tops.length !== items.length) return
    const top = wanted.current[at]
    if (top < pane.scrollTop + MARGIN || top > pane.scrollTop + pane.clientHeight * LOW)
      pane.scrollTop = top - pane.clientHeight * EYE_LEVEL
    onScroll()
  }, [items, active, places, onScroll])

  return { textPane, cardsPane, onScroll, ...places }
}

/** The distance of each entry's first words from the top of the text; an entry without words in sight keeps its neighbour's. */
function wordTops(pane: HTMLElement, items: readonly Item[]): readonly number[] {
  const origin = pane.getBoundingClientRect().top - pane.scrollTop
  const first = new Map<string, number>()
  for (const element of pane.querySelectorAll<HTMLElement>('[data-first]')) {
    const top = (element.getClientRects()[0]?.top ?? element.getBoundingClientRect().top) - origin
    for (const id of element.dataset.first?.split(' ') ?? []) if (!first.has(id)) first.set(id, top)
  }
  let last = 0
  return items.map(item => {
    last = first.get(item.id) ?? last
    return last
  })
}

function useResize(pane: RefObject<HTMLElement | null>, measure: () => void): void {
  useEffect(() => {
    if (!pane.current) return
    const observer = new ResizeObserver(measure)
    observer.observe(pane.current)
    return () => observer.disconnect()
  }, [pane, measure])
}
