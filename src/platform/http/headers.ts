import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { RoutePolicy } from './route-kinds.ts'

const caching: Record<RoutePolicy['cache'], string> = {
  nothing: 'no-store',
  aMinute: 'public, max-age=60, must-revalidate',
  forever: 'public, max-age=31536000, immutable',
}

const unsendable = /[^\x21-\x7e]+/gu

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join(';')

const permissions = 'camera=(), geolocation=(), microphone=()'

/** Lets this one page play the voice notes that it shows. */
export const allowPlaying = (reply: FastifyReply) =>
  reply.header('content-security-policy', `${contentPolicy};media-src 'self'`)

/** Lets this one page ask for the microphone, and play what it recorded before it is sent, and what was. */
export const allowRecording = (reply: FastifyReply) =>
  reply
    .header('permissions-policy', permissions.replace('microphone=()', 'microphone=(self)'))
    .header('content-security-policy', `${contentPolicy};media-src 'self' blob:`)

/** Lets the forms of this one page lead to another host of ours, too. */
export const allowFormsTo = (reply: FastifyReply, url: string) =>
  reply.header(
    'content-security-policy',
    contentPolicy.replace("form-action 'self'", `form-action 'self' ${new URL(url).origin}`),
  )

/** No third-party host, no inline script or style, no framing; nothing of a page is kept unless its route says so. */
export async function setSecurityHeaders(app: FastifyInstance, { isSecure }: { readonly isSecure: boolean }) {
  await app.register(helmet, {
    // Written by ourselves: helmet would put the same words together for every answer.
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', (_request, reply, next) => {
    reply.header('content-security-policy', contentPolicy).header('permissions-policy', permissions)
    next()
  })
  app.addHook('onSend', (request, reply, payload, next) => {
    // A part of the address that was asked for may come back in it, and a header holds no such letters.
    const to = reply.getHeader('location')
    if (typeof to === 'string' && to.search(unsendable) >= 0)
      reply.header('location', to.toWellFormed().replace(unsendable, encodeURIComponent))
    if (!reply.hasHeader('cache-control')) {
      const isGood = reply.statusCode < 400
      reply.header('cache-control', caching[(isGood && request.routeOptions.config.cache) || 'nothing'])
    }
    next(null, payload)
  })
}
