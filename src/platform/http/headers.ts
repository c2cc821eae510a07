import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { RoutePolicy } from './route-kinds.ts'

const caching: Record<RoutePolicy['cache'], string> = {
  nothing: 'no-store',
  aMinute: 'public, max-age=60, must-revalidate',
  forever: 'public, max-age=31536000, immutable',
}

/** No third-party host, no inline script or style, no framing; nothing of a page is kept unless its route says so. */
export async function setSecurityHeaders(app: FastifyInstance, { isSecure }: { readonly isSecure: boolean }) {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onSend', (request, reply, payload, next) => {
    if (!reply.hasHeader('cache-control')) {
      const isGood = reply.statusCode < 400
      reply.header('cache-control', caching[(isGood && request.routeOptions.config.cache) || 'nothing'])
    }
    next(null, payload)
  })
}
