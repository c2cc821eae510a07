import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '#src/kernel/clock.ts'
import { encodingFor } from './compress.ts'

const KEEP_MS = 60_000
// Plain addresses are few. Those with a query push only each other out: whoever makes them up does not empty the rest.
const MOST = 200
const MOST_WITH_QUERY = 100
/** What our own links ask kept pages for. With anything else the page is made and forgotten. */
const known: readonly string[] = ['kind', 'topic', 'lost']

type Kept = {
  readonly until: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

const keptHeaders = ['content-type', 'content-encoding', 'cache-control', 'vary'] as const

/**
 * Routes marked `kept` answer everybody who brings no session alike: such an answer is made once a minute, compressed well,
 * and given to all. Whoever has a cookie other than the language's gets a page of their own. Another `edition` of what the
 * pages are made from ends them all.
 */
export function keepPages(app: FastifyInstance, { clock, edition }: { readonly clock: Clock; edition: () => unknown }) {
  const plain = new Map<string, Kept>()
  const queried = new Map<string, Kept>()
  const pagesFor = ({ url }: FastifyRequest) => (url.includes('?') ? queried : plain)
  let ofEdition = edition()

  app.addHook('onRequest', async (request, reply) => {
    if (ofEdition !== edition()) {
      plain.clear()
      queried.clear()
      ofEdition = edition()
    }
    if (!isForAll(request)) return
    const kept = pagesFor(request).get(keyOf(request))
    if (kept && kept.until > clock.now().getTime()) return reply.headers(kept.headers).send(kept.body)
  })

  app.addHook('onSend', (request, reply, payload, next) => {
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (isWhole && reply.statusCode === 200 && isForAll(request) && !hasOwnCookie(reply.getHeader('set-cookie'))) {
      const key = keyOf(request)
      const pages = pagesFor(request)
      const now = clock.now().getTime()
      if ((pages.get(key)?.until ?? 0) <= now) {
        const [oldest] = pages.keys()
        if (pages.size >= (pages === plain ? MOST : MOST_WITH_QUERY) && oldest !== undefined) pages.delete(oldest)
        const headers = keptHeaders.flatMap((name) => {
          const value = reply.getHeader(name)
          return value === undefined ? [] : [[name, String(value)] as const]
        })
        pages.delete(key)
        pages.set(key, { until: now + KEEP_MS, headers: Object.fromEntries(headers), body: payload })
      }
    }
    next(null, payload)
  })
}

const isForAll = (request: FastifyRequest): boolean =>
  request.routeOptions.config.kept === true &&
  request.method === 'GET' &&
  Object.keys(request.query ?? {}).every((name) => known.includes(name)) &&
  Object.keys(request.cookies).every((name) => isLanguage(name))

const isLanguage = (cookie: string) => cookie === 'lang' || cookie === '__Host-lang'

const hasOwnCookie = (setCookie: string | number | string[] | undefined): boolean =>
  [setCookie ?? []].flat().some((line) => !isLanguage(String(line).split('=')[0] ?? ''))

// Browsers that do not say where a change comes from are given a token with each form: another page.
const keyOf = (request: FastifyRequest): string =>
  `${encodingFor(request)} ${request.headers['sec-fetch-site'] === undefined ? 'token' : 'plain'} ${request.url}`
