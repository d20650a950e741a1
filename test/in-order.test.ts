// Work side by side whose results keep their order, with no more begun than is wanted.
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { inOrder } from '../src/cli/in-order.ts'

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

describe('in order', () => {
  test('the order is that of the items, whichever is done first', async () => {
    const done: number[] = []
    const results: number[] = []
    const work = async (ms: number): Promise<number> => {
      await wait(ms)
      done.push(ms)
      return ms
    }
    for await (const result of inOrder(each([40, 1, 20, 2]), 3, work)) results.push(result)
    expect(results).toEqual([40, 1, 20, 2])
    expect(done[0]).toBe(1)
  })

  test.each([1, 3])('an endless source is asked for no more than %i at once', async atOnce => {
    let asked = 0
    let closed = false
    const endless = (async function* () {
      try {
        for (;;) yield asked++
      } finally {
        closed = true
      }
    })()
    let taken = 0
    for await (const _ of inOrder(endless, atOnce, async item => item)) {
      await wait(1)
      expect(asked - taken).toBeLessThanOrEqual(atOnce)
      if (++taken === 5) break
    }
    expect(closed).toBe(true)
  })

  test('a result goes out while the source is silent', async () => {
    const silent = (async function* () {
      yield 'first'
      await new Promise(() => {})
    })()
    const results = inOrder(silent, 4, async item => item)
    expect(await results.next()).toEqual({ done: false, value: 'first' })
  })

  test('what the work on an item throws comes in its turn', async () => {
    const results = inOrder(each([1, 2, 3]), 3, async item => {
      if (item === 2) throw new Error('two')
      await wait(5)
      return item
    })
    expect((await results.next()).value).toBe(1)
    await expect(results.next()).rejects.toThrow('two')
    expect(await results.next()).toEqual({ done: true, value: undefined })
  })

  test('what the source throws comes after the results before it', async () => {
    const broken = (async function* () {
      yield 1
      throw new Error('torn')
    })()
    const results = inOrder(broken, 3, async item => {
      await wait(5)
      return item
    })
    expect((await results.next()).value).toBe(1)
    await expect(results.next()).rejects.toThrow('torn')
  })

  test('nothing in, nothing out', async () => {
    expect(await inOrder(each([]), 2, async item => item).next()).toEqual({ done: true, value: undefined })
  })
})
