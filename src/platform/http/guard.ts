import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { may, type Access } from '#src/kernel/roles.ts'
import type { Visitor } from '#src/kernel/visitor.ts'
import { isTokenOf, judgeOrigin } from './csrf.ts'
import { queryOf } from './request.ts'

/** What the app does when somebody may not enter. */
export type Denials = {
  signIn(request: FastifyRequest, reply: FastifyReply): unknown
  openAppeal(request: FastifyRequest, reply: FastifyReply): unknown
  forbidden(request: FastifyRequest, reply: FastifyReply): unknown
}

export type GuardOptions = {
  readonly recognise: (request: FastifyRequest) => Promise<readonly Visitor[]>
  readonly denials: Denials
  readonly ourOrigins: (request: FastifyRequest) => readonly string[]
  readonly csrf: { readonly key: Uint8Array; cookieOf(request: FastifyRequest): string | undefined }
}

/** A route that does not say who may enter keeps the server from starting. */
export function demandPolicies(app: FastifyInstance) {
  app.addHook('onRoute', (route) => {
    const policy = route.config
    if (policy?.access === undefined || !policy.rate || !policy.cache || policy.bodyLimit === undefined)
      throw new Error(
        `${String(route.method)} ${route.url} does not declare access, rate, cache and bodyLimit (platform/http/route-kinds.ts).`,
      )
    route.bodyLimit = policy.bodyLimit
  })
}

/** Session, access, then the origin of a change: in this order, before anything of the body is believed. */
export function guardRoutes(app: FastifyInstance, options: GuardOptions) {
  app.decorateRequest('visitor')
  app.addHook('onRequest', async (request, reply) => {
    request.visitor = { kind: 'anyone' }
    const access = request.routeOptions.config.access
    if (access !== undefined && access !== 'public' && !(await letIn(request, access, options)))
      return deny(request, reply, access, options)
    if (isChange(request) && judgeOrigin(request, options.ourOrigins(request)) === 'foreign')
      return options.denials.forbidden(request, reply)
  })
  app.addHook('preHandler', async (request, reply) => {
    if (!isChange(request) || judgeOrigin(request, options.ourOrigins(request)) !== 'needsToken') return
    if (!isTokenOf(options.csrf.key, options.csrf.cookieOf(request), tokenIn(request.body) ?? queryOf(request, 'csrf')))
      return options.denials.forbidden(request, reply)
  })
}

async function letIn(request: FastifyRequest, access: Access, options: GuardOptions): Promise<boolean> {
  const wanted = access === 'person' ? 'person' : 'staff'
  const visitor = (await options.recognise(request)).find(({ kind }) => kind === wanted)
  if (!visitor) return false
  request.visitor = visitor
  if (access === 'person' || access === 'staff' || access === 'public') return true
  return visitor.kind === 'staff' && may(visitor.role, access)
}

function deny(request: FastifyRequest, reply: FastifyReply, access: Access, { denials }: GuardOptions) {
  if (access === 'person') return denials.openAppeal(request, reply)
  return request.visitor.kind === 'staff' ? denials.forbidden(request, reply) : denials.signIn(request, reply)
}

const isChange = ({ method }: FastifyRequest) => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'

const tokenIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'csrf' in body ? body.csrf : undefined
