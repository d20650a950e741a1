// How the page cuts a text at overlapping marks, places cards, and names views in its address.
import { describe, expect, it } from 'vitest'
import { actorKey } from '../src/store/fold.ts'
import { northernQuotas } from '../web/fixtures/northern-quotas.ts'
import { keyOf } from '../web/src/reader/actor-names.tsx'
import { follow, placeCards } from '../web/src/reader/card-places.ts'
import { readingOf } from '../web/src/reader/items.ts'
import { paragraphsOf, segmentsOf } from '../web/src/reader/segments.ts'
import { hashOf, readRoute } from '../web/src/route.ts'
import { bucketsOf } from '../web/src/tables/buckets.ts'

const mark = (name: string, start: number, end: number) => ({ name, span: { start, end } })
const shown = (within: { start: number; end: number }, marks: ReturnType<typeof mark>[]) =>
  segmentsOf(within, marks).map(s => `${s.start}-${s.end} ${s.marks.map(m => m.name).join('+')}`.trim())

describe('segments', () => {
  it('cuts at every border of overlapping marks', () => {
    expect(shown({ start: 0, end: 20 }, [mark('a', 2, 10), mark('b', 6, 14), mark('c', 6, 8)])).toEqual([
      '0-2',
      '2-6 a',
      '6-8 a+b+c',
      '8-10 a+b',
      '10-14 b',
      '14-20',
    ])
  })

  it('keeps to the paragraph and ignores empty marks and marks elsewhere', () => {
    expect(shown({ start: 10, end: 20 }, [mark('a', 5, 12), mark('b', 30, 40), mark('c', 15, 15)])).toEqual([
      '10-12 a',
      '12-20',
    ])
  })

  it('puts together to the text itself', () => {
    const { content } = northernQuotas.text
    const marks = readingOf(northernQuotas).items.flatMap(item => item.spans.map(span => ({ span })))
    for (const paragraph of paragraphsOf(content)) {
      const words = segmentsOf(paragraph, marks).map(s => content.slice(s.start, s.end))
      expect(words.join('')).toBe(content.slice(paragraph.start, paragraph.end))
    }
  })

  it('finds paragraphs of any line ending and leaves blank ones out', () => {
    expect(paragraphsOf('One.\r\n\r\nTwo.\n  \nThree.')).toEqual([
      { start: 0, end: 4 },
      { start: 8, end: 12 },
      { start: 16, end: 22 },
    ])
  })
})

describe('cards', () => {
  const cards = [
    { wanted: 0, height: 50 },
    { wanted: 10, height: 50 },
    { wanted: 20, height: 80 },
    { wanted: 400, height: 50 },
  ]

  it('never overlap', () => {
    for (const open of [-1, 0, 1, 2, 3]) {
      const tops = placeCards(cards, open)
      for (let n = 1; n < cards.length; n++)
        expect(tops[n]).toBeGreaterThanOrEqual(tops[n - 1] + cards[n - 1].height)
      expect(tops[0]).toBeGreaterThanOrEqual(0)
    }
  })

  it('leave the open one beside its words where the ones above have room', () => {
    expect(placeCards(cards, 3)[3]).toBe(400)
    expect(
      placeCards(
        [
          { wanted: 100, height: 50 },
          { wanted: 120, height: 50 },
        ],
        1,
      ),
    ).toEqual([64, 120])
  })

  it('follow the text between the nearest pairs', () => {
    const pairs = [
      { from: 100, to: 100 },
      { from: 200, to: 400 },
    ]
    expect([follow(pairs, 150), follow(pairs, 50), follow(pairs, 250), follow([], 7)]).toEqual([
      250, 50, 450, 7,
    ])
  })
})

describe('events over time', () => {
  const event = (from: string | null, more: object = {}) => ({
    type: 'CONSULT' as const,
    status: 'happened' as const,
    background: false,
    time: from ? { span: { start: 0, end: 0, words: '' }, from, to: from, grain: 'day' } : null,
    article: { published: '2025-09-18' },
    ...more,
  })

  it('are counted by day, by month, by year, without gaps', () => {
    expect(bucketsOf([event('2025-09-20'), event(null)]).map(b => b.from)).toEqual([
      '2025-09-18',
      '2025-09-19',
      '2025-09-20',
    ])
    expect(bucketsOf([event('2025-05-31'), event('2025-09-01')]).map(b => b.to)).toEqual([
      '2025-05-31',
      '2025-06-30',
      '2025-07-31',
      '2025-08-31',
      '2025-09-30',
    ])
    expect(bucketsOf([event('2011-02-01'), event('2025-09-01')])).toHaveLength(15)
    expect(bucketsOf([])).toEqual([])
  })

  it('keep cooperation from conflict, and leave out what was denied or has no date', () => {
    const [bucket] = bucketsOf([
      event(null),
      event(null, { status: 'planned' }),
      event(null, { type: 'SANCTION' }),
      event(null, { status: 'denied' }),
      event(null, { background: true }),
    ])
    expect(bucket.cooperation).toEqual({ happened: 1, ahead: 1 })
    expect(bucket.conflict).toEqual({ happened: 1, ahead: 0 })
  })
})

describe('addresses', () => {
  it.each([
    '#/articles/0123456789abcdef/statement%3Aab12',
    '#/articles/0123456789abcdef',
    '#/articles',
    '#/events?status=denied&actor=Jon+Hallsson',
    '#/actors/jon%20hallsson%7Cisl%7Cperson',
    '#/search?words=catch+data',
  ])('%s leads to itself', hash => {
    expect(hashOf(readRoute(hash))).toBe(hash)
  })

  it('falls back to the articles', () => {
    expect(readRoute('#/nothing/here')).toEqual({ view: 'article', article: null, entry: null })
    expect(readRoute('#/articles/%E0%A4%A').view).toBe('article')
  })

  it('names actors as the store does', () => {
    const odd = { ref: null, name: 'Éva D’Arcy-Ñu', country: 'FRA', kind: 'person' as const }
    for (const actor of [
      ...northernQuotas.actors,
      odd,
      { ...odd, ref: 'person/x' },
      { ...odd, country: null },
    ])
      expect(keyOf(actor)).toBe(actorKey(actor))
  })
})
