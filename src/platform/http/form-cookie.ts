import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppDeps } from '#src/platform/deps.ts'
import { isServedSecurely, readCookie, setCookie } from './request.ts'

const FORM_COOKIE = 'form'

export const formCookieOf = (deps: Pick<AppDeps, 'config'>, request: FastifyRequest): string | undefined =>
  readCookie(request, FORM_COOKIE, isServedSecurely(deps.config))

type Deps = Pick<AppDeps, 'config' | 'random'>

const given = new WeakMap<FastifyRequest, string>()

/** A random word that this browser keeps until it is closed or left by the quick exit; set where there is none yet. */
export function keepFormCookie(deps: Deps, request: FastifyRequest, reply: FastifyReply): string {
  const known = formCookieOf(deps, request) ?? given.get(request)
  if (known !== undefined) return known
  const fresh = Buffer.from(deps.random.bytes(16)).toString('base64url')
  // An answer sets it once, whoever asks for it.
  given.set(request, fresh)
  setCookie(reply, FORM_COOKIE, fresh, { isSecure: isServedSecurely(deps.config) })
  return fresh
}

export const BROWSER_BYTES = 32
const hashOf = (cookie: string) => createHash('sha256').update(cookie).digest()

/** What is sealed into a form so that its answer is repeated to this browser alone, and not after a quick exit. */
export const markBrowser = (deps: Deps, request: FastifyRequest, reply: FastifyReply): Buffer =>
  hashOf(keepFormCookie(deps, request, reply))

/** The same as letters, of a browser that sent its cookie along; undefined where it takes none, or was left by the quick exit. */
export function browserOf(deps: Pick<AppDeps, 'config'>, request: FastifyRequest): string | undefined {
  const cookie = formCookieOf(deps, request)
  return cookie === undefined ? undefined : hashOf(cookie).toString('hex')
}

export function isSameBrowser(deps: Pick<AppDeps, 'config'>, request: FastifyRequest, mark: Uint8Array): boolean {
  const cookie = formCookieOf(deps, request)
  return cookie !== undefined && hashOf(cookie).equals(mark)
}
