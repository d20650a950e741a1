// Items come in one by one, each is worked on beside others, and what comes of them goes out in the order of the items.

/**
 * Works on at most `atOnce` items at a time, those whose result nobody has taken yet included: an endless source is asked
 * for no more. A result goes out as soon as those before it are out, even while the source is silent.
 * Throws what the source or the work on an item throws, once the results before it are out.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const source = items[Symbol.asyncIterator]()
  const begun: Promise<R>[] = []
  let asking: Promise<void> | null = null
  let ended = false
  const begin = (result: Promise<R>): void => {
    result.catch(() => {}) // thrown below, when it is its turn
    begun.push(result)
  }
  const ask = async (): Promise<void> => {
    try {
      const next = await source.next()
      if (next.done) ended = true
      else begin(work(next.value))
    } catch (error) {
      ended = true
      begin(Promise.reject(error))
    }
    asking = null
  }
  try {
    while (!ended || begun.length > 0) {
      if (!ended && begun.length < atOnce) asking ??= ask()
      const first = begun[0]?.then(result => ({ result }))
      const done = await Promise.race([asking, first].filter(promise => promise != null))
      if (!done) continue
      begun.shift()
      yield done.result
    }
  } finally {
    // A source that is being waited for would have to answer first: who stops early need not wait for it.
    if (!ended && asking === null) await source.return?.()
  }
}
