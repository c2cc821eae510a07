import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

/**
 * Refuses a change asked for by a foreign page (OWASP's order): Sec-Fetch-Site where the browser sends it, else Origin,
 * else the token of the form. Old Android browsers and Tor Browser send different sets, so headers decide, not names.
 */
export type CsrfVerdict = 'ours' | 'foreign' | 'needsToken'

export function judgeOrigin(request: FastifyRequest, ourOrigins: readonly string[]): CsrfVerdict {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'ours' : 'foreign'
  const { origin } = request.headers
  if (origin !== undefined) return ourOrigins.includes(origin) ? 'ours' : 'foreign'
  return 'needsToken'
}

/** The token belongs to a random cookie of this browser; nobody who cannot read the cookie can make it. */
export const csrfTokenFor = (key: KeyObject, cookie: string) =>
  createHmac('sha256', key).update(`form\0${cookie}`).digest('base64url')

export function isTokenOf(key: KeyObject, cookie: string | undefined, given: unknown): boolean {
  if (cookie === undefined || typeof given !== 'string') return false
  const expected = Buffer.from(csrfTokenFor(key, cookie))
  const actual = Buffer.from(given)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
