import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { stdTimeFunctions } from 'pino'
import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'
import type { Config } from '../config.ts'
import { refuseLargeBodies } from './body-size.ts'
import { closeStalledBodies, shareConnections } from './slow-clients.ts'
import { compressAnswers } from './compress.ts'
import { demandPolicies } from './guard.ts'
import { setSecurityHeaders } from './headers.ts'
import { isServedSecurely } from './request.ts'
import { LONGEST_FORM } from './route-kinds.ts'

const partLimits = {
  files: 1,
  fields: 5,
  fieldSize: 1024,
  // One byte more than we take: cut there, what is left of a longer one is still too big, and never kept for a whole one.
  fileSize: MAX_FILE_BYTES + 1,
  headerPairs: 20,
  // It names a field and a file: 4 KB are more than both can need. (The plug-in's types lack this one.)
  headerSize: 4096,
}

/** How long a client may take, in milliseconds. Fastify's own defaults leave slow ones connected for ever (trust.md D8). */
const patience = {
  head: 8_000,
  betweenRequests: 10_000,
  silence: 20_000,
  /** In which a body must move a little. */
  span: 20_000,
  lookedAtEvery: 2_000,
}

/**
 * An empty server with everything that is no feature: limits of time and size, headers, cookies, bodies.
 * `pace`: a test's seconds may be shorter than ours.
 */
export async function createServer(config: Config, { pace = 1 } = {}): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: 128 * 1024,
    connectionTimeout: patience.silence * pace,
    keepAliveTimeout: patience.betweenRequests * pace,
    http: {
      headersTimeout: patience.head * pace,
      connectionsCheckingInterval: patience.lookedAtEvery * pace,
      maxHeaderSize: 16_384,
    },
    // What arrives on an open connection while we stop is still answered, in our own words; none is taken in anew.
    return503OnClosing: false,
    // SIGTERM: finish what was accepted, then let idle connections go.
    forceCloseConnections: 'idle',
    // A person can read this id out to an operator; it says nothing about the person.
    genReqId: shortId,
    // Longer than any head we take (maxHeaderSize): the router's own refusal would be no page of ours.
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) =>
      isReadable(url) ? url : `${/^\/(?:ky|ru|en)(?=\/)/.exec(url)?.[0] ?? ''}/unreadable`,
    logger: loggerOptions(config),
    logController: new LogController({ disableRequestLogging: true }),
  })
  app.server.maxConnections = 2_000
  if (config.trustProxy.length === 0) shareConnections(app)
  demandPolicies(app)
  closeStalledBodies(app, patience.span * pace)
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: LONGEST_FORM })
  await app.register(multipart, {
    // Its reader finds a file too big and says so; what is thrown would look like a torn one.
    throwFileSizeLimit: false,
    limits: partLimits,
  })
  compressAnswers(app)
  await setSecurityHeaders(app, { isSecure: isServedSecurely(config) })
  // After the headers: its refusals are pages too.
  refuseLargeBodies(app)
  return app
}

// Node draws these 128 at a time; a draw for each request was a twentieth of a kept page's time.
const shortId = () => randomUUID().slice(0, 8) + randomUUID().slice(0, 2)

/** An address that cannot be decoded would be answered by the router itself, in its own words; so it becomes one nobody has. */
function isReadable(url: string): boolean {
  try {
    // What is wrong in the query hurts nobody: its reader takes it as it is.
    decodeURI(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** What a log line may hold: an allow-list, so that a body, an address or a number of an appeal cannot slip in. */
function loggerOptions(config: Config): NonNullable<FastifyServerOptions['logger']> {
  if (config.logLevel === 'silent') return false
  return {
    level: config.logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,

    serializers: {
      req: (request) => ({ id: request.id, method: request.method, route: request.routeOptions.url ?? 'none' }),
      res: (reply) => ({ status: reply.statusCode }),
      err: (error: Error) => ({ type: error.name, message: error.name, stack: framesOf(error), code: codeOf(error) }),
    },
  }
}

// An error's message may quote what somebody typed: only where it happened is kept.
const framesOf = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n')
const codeOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : '')
