import type { KeyObject } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { may, type Access } from '#src/kernel/roles.ts'
import type { Visitor } from '#src/kernel/visitor.ts'
import { isTokenOf, judgeOrigin } from './csrf.ts'
import { queryOf } from './request.ts'
import { LONGEST_FORM } from './route-kinds.ts'

type Denial = (request: FastifyRequest, reply: FastifyReply) => unknown

/** What the app does when somebody may not enter. A refused post has been read: what was typed can be given back. */
export type Denials = {
  readonly signIn: Denial
  readonly openAppeal: Denial
  readonly forbidden: Denial
  /** A change asked for by a foreign page, as the browser says. */
  readonly foreign: Denial
  /** A change by a browser that says nothing of where it comes from, without a token that fits. */
  readonly unproved: Denial
}

export type GuardOptions = {
  readonly recognise: (request: FastifyRequest) => Promise<readonly Visitor[]>
  readonly denials: Denials
  readonly ourOrigins: (request: FastifyRequest) => readonly string[]
  readonly csrf: { readonly key: KeyObject; cookieOf(request: FastifyRequest): string | undefined }
}

/** A route that does not say who may enter keeps the server from starting. */
export function demandPolicies(app: FastifyInstance) {
  app.addHook('onRoute', (route) => {
    const policy = route.config
    if (policy?.access === undefined || !policy.rate || !policy.cache || policy.bodyLimit === undefined)
      throw new Error(
        `${String(route.method)} ${route.url} does not declare access, rate, cache and bodyLimit (platform/http/route-kinds.ts).`,
      )
    // What is parsed in one piece stays small where files are streamed too.
    route.bodyLimit = Math.min(policy.bodyLimit, LONGEST_FORM)
  })
}

type Verdict = { readonly refusal: keyof Denials | undefined } | { readonly fault: unknown }
const verdicts = new WeakMap<FastifyRequest, Verdict>()

/** Whether a foreign page asks for this change. Also where something else, a limit or a full server, refuses it first. */
export function isForeign(request: FastifyRequest): boolean {
  const verdict = verdicts.get(request)
  return verdict !== undefined && 'refusal' in verdict && verdict.refusal === 'foreign'
}

/**
 * Origin of a change, session, access: in this order, before anything of the body is believed. A change is judged at once
 * and refused only when its body was read, or what somebody typed for half an hour would be gone with the refusal.
 */
export function guardRoutes(app: FastifyInstance, options: GuardOptions) {
  app.decorateRequest('visitor')
  app.addHook('onRequest', async (request, reply) => {
    request.visitor = { kind: 'anyone' }
    if (isChange(request)) {
      verdicts.set(
        request,
        await judge(request, options).then(
          (refusal) => ({ refusal }),
          (fault: unknown) => ({ fault }),
        ),
      )
      return
    }
    const refusal = await judge(request, options)
    if (refusal) return options.denials[refusal](request, reply)
  })
  app.addHook('preHandler', async (request, reply) => {
    const verdict = verdicts.get(request)
    if (!verdict) return
    if ('fault' in verdict) throw verdict.fault
    const refusal = verdict.refusal ?? (isProved(request, options) ? undefined : 'unproved')
    if (refusal) return options.denials[refusal](request, reply)
  })
}

async function judge(request: FastifyRequest, options: GuardOptions): Promise<keyof Denials | undefined> {
  if (needsOrigin(request) && judgeOrigin(request, options.ourOrigins(request)) === 'foreign') return 'foreign'
  const { access, greets } = request.routeOptions.config
  if (greets) await letIn(request, 'person', options)
  if (access === undefined || access === 'public' || (await letIn(request, access, options))) return undefined
  if (access === 'person') return 'openAppeal'
  return request.visitor.kind === 'staff' ? 'forbidden' : 'signIn'
}

function isProved(request: FastifyRequest, { ourOrigins, csrf }: GuardOptions): boolean {
  if (!needsOrigin(request) || judgeOrigin(request, ourOrigins(request)) !== 'needsToken') return true
  return isTokenOf(csrf.key, csrf.cookieOf(request), tokenIn(request.body) ?? queryOf(request, 'csrf'))
}

async function letIn(request: FastifyRequest, access: Access, options: GuardOptions): Promise<boolean> {
  const wanted = access === 'person' ? 'person' : 'staff'
  const visitor = (await options.recognise(request)).find(({ kind }) => kind === wanted)
  if (!visitor) return false
  request.visitor = visitor
  if (access === 'person' || access === 'staff' || access === 'public') return true
  return visitor.kind === 'staff' && may(visitor.role, access)
}

const isChange = ({ method }: FastifyRequest) => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'

// A foreign page gains nothing by a post that works only with what we sealed.
const needsOrigin = (request: FastifyRequest) => isChange(request) && request.routeOptions.config.handedOver !== true

const tokenIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'csrf' in body ? body.csrf : undefined
