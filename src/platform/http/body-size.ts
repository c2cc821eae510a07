import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LONGEST_FORM, LONGEST_READ } from './route-kinds.ts'

/**
 * Refuses by its announced length what is larger than the route takes. Fastify's own bodyLimit does not count for multipart:
 * 200 MB were taken in after the 20 MB limit (measured). Up to a cap the body is read and thrown away before the answer, since
 * a browser whose connection is closed while it sends shows no page at all. Chunked bodies, which no browser's form sends, are
 * capped by the stream limits of multipart and by slow-clients.ts.
 */
export function refuseLargeBodies(app: FastifyInstance) {
  app.addHook('onRequest', async (request) => {
    const announced = Number(request.headers['content-length'] ?? 0)
    if (announced <= limitOf(request)) return
    if (announced <= LONGEST_READ) for await (const _ of request.raw);
    throw Object.assign(new Error('The body is larger than this route takes.'), { statusCode: 413 })
  })
}

// A route that takes files takes no larger fields for that: only a multipart body is streamed.
function limitOf({ routeOptions, headers }: FastifyRequest): number {
  const { bodyLimit = LONGEST_FORM } = routeOptions.config
  return /^multipart\//i.test(headers['content-type'] ?? '') ? bodyLimit : Math.min(bodyLimit, LONGEST_FORM)
}
