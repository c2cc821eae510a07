import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { dropCookie, isServedSecurely, readCookie, setCookie } from '#src/platform/http/request.ts'
import { findVisitor } from '../sign-in.ts'

const COOKIE = 'staff'

type Deps = Pick<AppDeps, 'config'>

export const sessionTokenOf = (request: FastifyRequest, { config }: Deps) =>
  readCookie(request, COOKIE, isServedSecurely(config))

export const giveSession = (reply: FastifyReply, { config }: Deps, token: string) =>
  setCookie(reply, COOKIE, token, { isSecure: isServedSecurely(config) })

export const takeSession = (reply: FastifyReply, { config }: Deps) =>
  dropCookie(reply, COOKIE, isServedSecurely(config))

const DEVICE_COOKIE = 'device'
const REMEMBERED_SECONDS = 180 * 24 * 3600

export const markOf = (request: FastifyRequest, { config }: Deps) =>
  readCookie(request, DEVICE_COOKIE, isServedSecurely(config))

/** Stays when its owner signs out: it opens nothing. */
export const giveMark = (reply: FastifyReply, { config }: Deps, mark: string) =>
  setCookie(reply, DEVICE_COOKIE, mark, { isSecure: isServedSecurely(config), maxAgeSeconds: REMEMBERED_SECONDS })

/** Who is signed in behind this request, if anybody. */
export async function recogniseStaff(request: FastifyRequest, deps: AppDeps): Promise<StaffVisitor | undefined> {
  const token = sessionTokenOf(request, deps)
  return token === undefined ? undefined : findVisitor(deps, token)
}
