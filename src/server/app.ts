// A store in, the HTTP application out: the API under /api, its description at /openapi.json, the page everywhere else.
import { Hono } from 'hono'
import type { Store } from '../store/store.ts'
import { actors } from './actors.ts'
import { articles } from './articles.ts'
import { counts } from './counts.ts'
import { events } from './events.ts'
import { fail } from './failure.ts'
import { openapi } from './openapi.ts'
import { pageFiles } from './page-files.ts'
import { positions } from './positions.ts'
import { protect } from './protection.ts'
import { search } from './search.ts'
import { statements } from './statements.ts'
import { unread } from './unread.ts'

const BUILT_PAGE = new URL('../../dist/web/', import.meta.url)

/** `page` is the folder of the built page, ending in a slash. Answers can be had with `app.request()`, without a port. */
export function makeApp(store: Store, page: URL = BUILT_PAGE): Hono {
  const app = new Hono()
  app.use(protect)
  app.use('/api/*', async (context, next) => {
    await next()
    context.header('cache-control', 'no-cache')
  })
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '*', context =>
    fail(context, 'method-not-allowed', 'This server only reads: use GET.'),
  )
  app.route('/api/articles', articles(store))
  app.route('/api/statements', statements(store))
  app.route('/api/events', events(store))
  app.route('/api/positions', positions(store))
  app.route('/api/actors', actors(store))
  app.route('/api/search', search(store))
  app.route('/api/counts', counts(store))
  app.route('/api/unread', unread(store))
  app.get('/openapi.json', context => context.json(openapi))
  app.get('*', pageFiles(page))
  app.notFound(context => fail(context, 'not-found', 'There is nothing at this address.'))
  app.onError((error, context) => {
    console.error(error)
    return fail(
      context,
      'internal',
      'The server made a mistake; what went wrong is printed where it was started.',
    )
  })
  return app
}
