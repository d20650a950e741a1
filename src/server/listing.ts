// A resource's way to find rows in, the handler that answers GET with one page of them out.
import type { Handler } from 'hono'
import type { Filter, Page } from '../store/store.ts'
import { fail } from './failure.ts'
import { readFilter } from './filter.ts'

export const listing =
  <T>(find: (filter: Filter) => Promise<Page<T>>): Handler =>
  async context => {
    const filter = readFilter(context.req.query())
    if ('wrong' in filter) return fail(context, 'bad-request', filter.wrong)
    return context.json(await find(filter))
  }
