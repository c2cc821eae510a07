import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '#src/kernel/clock.ts'
import type { Visitor } from '#src/kernel/visitor.ts'
import { addressOf } from './address.ts'
import { rateClasses } from './route-kinds.ts'
import { createWindowHash } from './window-counter.ts'

const DAY_MS = 86_400_000
// Nobody writes two messages a second; each may bring a picture that is drawn anew.
const MESSAGES_OF_ONE = 120

/** What the limiter knows an address by, for a day. */
export const createAddressHash = (clock: Clock): ((address: string) => string) => createWindowHash(clock, DAY_MS)

/**
 * How often one may ask: by the appeal or the account where the guard has recognised one (which is after this for pages, and
 * before this for posts), last by address, which a dormitory shares. Refusals go to the app's error page as status 429.
 * A post is refused only after its body was read, so that the page can give back what was typed.
 */
export async function limitRequests(
  app: FastifyInstance,
  addressHash: (address: string) => string,
  mostOf = (usual: number) => usual,
) {
  app.addHook('onRoute', (route) => {
    if (route.method === 'POST') route.config = { ...route.config, rateLimit: { hook: 'preValidation' } }
  })
  await app.register(rateLimit, {
    global: true,
    cache: 50_000,
    timeWindow: '1 minute',
    keyGenerator: (request) =>
      `${request.routeOptions.config.rate ?? 'page'} ${knownAs(request.visitor) ?? addressHash(addressOf(request))}`,
    max: ({ visitor, routeOptions: { config } }) =>
      mostOf(
        config.rate === 'message' && visitor?.kind === 'person' ? MESSAGES_OF_ONE : rateClasses[config.rate ?? 'page'],
      ),
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': true,
    },
    errorResponseBuilder: () => Object.assign(new Error('Too many requests from one place.'), { statusCode: 429 }),
  })
}

/** Undefined for a stranger, and where nobody was recognised yet. */
function knownAs(visitor: Visitor | undefined): string | undefined {
  if (visitor?.kind === 'person') return `appeal ${visitor.appealId}`
  return visitor?.kind === 'staff' ? `staff ${visitor.id}` : undefined
}

/**
 * When the server falls behind, requests are refused politely instead of queued. Danger reports are always let in.
 * A post is refused only after its body was read, so that the page can give back what was typed.
 */
export async function shedLoad(
  app: FastifyInstance,
  refuse: (request: FastifyRequest, reply: FastifyReply) => unknown,
  isBusy: () => boolean = () => app.isUnderPressure(),
) {
  await app.register(underPressure, {
    // How long people wait, not how busy we are: a loop that always has something to do answers in milliseconds, and a
    // limit of its use refused whole seconds of requests at ten connections (npm run bench).
    maxEventLoopDelay: 500,
    pressureHandler: () => undefined,
  })
  // Without its styles and scripts a page that was let through is none; they cost next to nothing.
  const isShed = ({ routeOptions: { config } }: FastifyRequest) =>
    config.rate !== 'danger' && config.cache !== 'forever' && isBusy()
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST' && isShed(request)) return refuse(request, reply)
  })
  app.addHook('preHandler', async (request, reply) => {
    if (request.method === 'POST' && isShed(request)) return refuse(request, reply)
  })
}
