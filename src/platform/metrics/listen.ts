import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { EXPOSITION_TYPE } from './exposition.ts'

export type MetricsDoor = { readonly port: number; close(): Promise<void> }

/** A scrape is one small request: whoever is slower than this is no Prometheus. */
const PATIENCE_MS = 10_000
const MOST_CONNECTIONS = 20

/**
 * Gives the figures at an address of their own, so that no proxy rule stands between the public and them, a worker has them
 * too, and they answer while the portal refuses (decision 9). Undefined: switched off, or the address cannot be had; figures
 * are not worth stopping a portal for.
 */
export async function offerMetrics(
  { metricsListen, metricsToken }: Pick<Config, 'metricsListen' | 'metricsToken'>,
  read: () => Promise<string>,
  log: Log,
): Promise<MetricsDoor | undefined> {
  if (!metricsListen) return undefined
  const server = createServer({ requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS }, (request, response) => {
    // Nobody who scrapes each quarter of a minute needs the connection to stay.
    response.setHeader('connection', 'close')
    answer(request, response, { metricsToken, read }).catch((error: unknown) => {
      log.error({ err: error }, 'The figures for Prometheus could not be read. The portal itself goes on.')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.maxConnections = MOST_CONNECTIONS
  const failure = await new Promise<Error | undefined>((resolve) => {
    server.once('error', resolve)
    server.listen(metricsListen.port, metricsListen.host, () => resolve(undefined))
  })
  if (failure) {
    log.error(
      { err: failure },
      'METRICS_LISTEN cannot be listened on, so there are no figures for Prometheus. The portal itself goes on. Is another process there? Each needs an address of its own.',
    )
    return undefined
  }
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : metricsListen.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Answering = { readonly metricsToken: string | undefined; readonly read: () => Promise<string> }

async function answer(request: IncomingMessage, response: ServerResponse, { metricsToken, read }: Answering) {
  const say = (status: number, text: string, headers = {}) =>
    response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store', ...headers }).end(text)
  // Before anything else: who may not read hears nothing of what is here.
  if (metricsToken !== undefined && !isSame(request.headers.authorization, `Bearer ${metricsToken}`))
    return say(401, 'a token is needed\n', { 'www-authenticate': 'Bearer' })
  if (request.url !== '/metrics' || request.method !== 'GET') return say(404, 'GET /metrics\n')
  return say(200, await read(), { 'content-type': EXPOSITION_TYPE })
}

// Hashed first: timingSafeEqual wants one length, and the length of a token is nobody's business either.
const isSame = (given: string | undefined, wanted: string) => timingSafeEqual(digest(given ?? ''), digest(wanted))
const digest = (text: string) => createHash('sha256').update(text).digest()
