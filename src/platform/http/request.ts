import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PageContext } from '#src/kernel/page.ts'
import type { PersonVisitor, StaffVisitor, Visitor } from '#src/kernel/visitor.ts'
import type { RoutePolicy } from './route-kinds.ts'

declare module 'fastify' {
  interface FastifyContextConfig extends Partial<RoutePolicy> {}
  interface FastifyRequest {
    /** What a page needs to know of this request; made by the app. */
    readonly page: PageContext
    /** Who stands behind this request; only recognised where the route is not public. */
    visitor: Visitor
  }
}

/** The member of staff behind a request of a staff route: the guard has let nobody else in. */
export function staffOf(request: FastifyRequest): StaffVisitor {
  if (request.visitor.kind !== 'staff') throw new Error('A staff route was reached without its guard.')
  return request.visitor
}

/** The person behind a request of a route with access `person`. */
export function personOf(request: FastifyRequest): PersonVisitor {
  if (request.visitor.kind !== 'person') throw new Error('An appeal page was reached without its guard.')
  return request.visitor
}

/** Values of the address, as strings: `paramOf(request, 'step')`. */
export function paramOf(request: FastifyRequest, name: string): string {
  return stringIn(request.params, name) ?? ''
}

/** One value of the query, or undefined; a repeated one counts as missing. */
export function queryOf(request: FastifyRequest, name: string): string | undefined {
  return stringIn(request.query, name)
}

function stringIn(holder: unknown, name: string): string | undefined {
  if (typeof holder !== 'object' || holder === null) return undefined
  const value: unknown = Object.entries(holder).find(([key]) => key === name)?.[1]
  // Without NUL, which PostgreSQL refuses in text.
  return typeof value === 'string' ? value.replaceAll('\0', '') : undefined
}

/** Whether this was thrown because a multipart body was cut off, is none, or holds more than we read; not all such errors bear a status. */
export const isBrokenBody = (error: unknown): boolean =>
  error instanceof Error &&
  (/end of multipart data|boundary|needle/i.test(error.message) ||
    ('code' in error && /^FST_(MP_PREMATURE_CLOSE|PROTO_VIOLATION|\w+_LIMIT)$/.test(String(error.code))))

/** Cookies of ours: never readable by scripts, never sent from foreign pages, only over https where the portal is served so. */
export function setCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  options: { readonly isSecure: boolean; readonly maxAgeSeconds?: number },
) {
  const { isSecure, maxAgeSeconds } = options
  reply.setCookie(cookieName(name, isSecure), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  })
}

export const readCookie = (request: FastifyRequest, name: string, isSecure: boolean): string | undefined =>
  request.cookies[cookieName(name, isSecure)]

export function dropCookie(reply: FastifyReply, name: string, isSecure: boolean) {
  reply.clearCookie(cookieName(name, isSecure), { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure })
}

// A browser takes a __Host- cookie only over https, from this host alone.
const cookieName = (name: string, isSecure: boolean) => (isSecure ? `__Host-${name}` : name)

export const isServedSecurely = (config: { readonly publicUrl: string }) => config.publicUrl.startsWith('https:')
