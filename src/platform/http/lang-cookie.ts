import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLang, type Lang } from '#src/kernel/lang.ts'
import { isServedSecurely, readCookie, setCookie } from './request.ts'

const COOKIE = 'lang'
const YEAR_SECONDS = 365 * 24 * 60 * 60

type Config = { readonly publicUrl: string }

/** The language chosen in this browser, if any was. */
export function chosenLang(request: FastifyRequest, config: Config): Lang | undefined {
  const chosen = readCookie(request, COOKIE, isServedSecurely(config))
  return isLang(chosen) ? chosen : undefined
}

/** The next page that does not say its language is in this one. */
export function rememberLang(request: FastifyRequest, reply: FastifyReply, config: Config, lang: Lang) {
  if (chosenLang(request, config) === lang) return
  setCookie(reply, COOKIE, lang, { isSecure: isServedSecurely(config), maxAgeSeconds: YEAR_SECONDS })
}
