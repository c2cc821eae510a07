import type { KeyObject } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OwnerSettings } from '#src/modules/catalogue/index.ts'
import { ownerStyle } from '#src/modules/catalogue/rules/colours.ts'
import { pickLang } from '#src/language/pick-lang.ts'
import { paths } from '#src/paths.ts'
import { isLang, langs, type Lang } from '#src/kernel/lang.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { csrfTokenFor } from '#src/platform/http/csrf.ts'
import { keepFormCookie } from '#src/platform/http/form-cookie.ts'
import { chosenLang } from '#src/platform/http/lang-cookie.ts'
import { paramOf } from '#src/platform/http/request.ts'

type Options = {
  readonly deps: AppDeps
  readonly settings: () => OwnerSettings
  readonly assets: PageContext['assets']
  readonly csrfKey: KeyObject
}

/** Gives every request its `page`: language, owner, assets and the token of its forms. */
export function offerPageContext(app: FastifyInstance, options: Options) {
  app.decorateRequest('page', {
    getter() {
      const made = pages.get(this)
      if (made) return made
      const page = pageOf(this, options)
      pages.set(this, page)
      return page
    },
  })
  app.addHook('onRequest', (request, reply, next) => {
    replies.set(request, reply)
    next()
  })
}

const pages = new WeakMap<FastifyRequest, PageContext>()
const replies = new WeakMap<FastifyRequest, FastifyReply>()

function pageOf(request: FastifyRequest, options: Options): PageContext {
  const { deps, assets, csrfKey } = options
  const settings = options.settings()
  const { visitor } = request
  let token: string | undefined
  return {
    lang: langOf(request, deps.config),
    alternates: alternatesOf(request),
    isRehearsal: deps.config.mode === 'rehearsal',
    serviceName: settings.serviceName,
    serviceSubtitle: settings.serviceSubtitle,
    ownerName: settings.ownerName,
    look: {
      brand: settings.colours.brand,
      css: ownerStyle(settings.colours) === undefined ? undefined : paths.ownerStyle(),
    },
    assets,
    // Read only by pages that hold a form: nobody else is given the cookie it belongs to. A browser that says where this
    // request comes from will say it of the form too, and needs neither.
    get csrfToken() {
      const reply = replies.get(request)
      if (request.headers['sec-fetch-site'] !== undefined || !reply) return undefined
      token ??= csrfTokenFor(csrfKey, keepFormCookie(deps, request, reply))
      return token
    },
    staff: visitor?.kind === 'staff' ? staffOn(visitor, deps) : undefined,
  }
}

const staffOn = ({ name, role, expiresAt }: StaffVisitor, { clock }: AppDeps): PageContext['staff'] => ({
  name,
  role,
  endsInSeconds: expiresAt && Math.floor((expiresAt.getTime() - clock.now().getTime()) / 1000),
})

function langOf(request: FastifyRequest, config: AppDeps['config']): Lang {
  const inAddress = paramOf(request, 'lang')
  if (isLang(inAddress)) return inAddress
  const first = request.url.split('/', 2)[1]?.split('?')[0]
  if (isLang(first)) return first
  if (request.visitor?.kind === 'staff') return request.visitor.lang
  const wished = chosenLang(request, config) ?? pickLang(request.headers['accept-language'])
  return wished ?? (request.url.startsWith('/staff') ? 'ru' : 'ky')
}

// Only a page that can be asked for by GET has the same page in another language.
function alternatesOf(request: FastifyRequest): PageContext['alternates'] {
  const rest = /^\/(?:ky|ru|en)(?<rest>[/?].*)?$/.exec(request.url)
  if (!rest || request.method !== 'GET') return undefined
  const tail = rest.groups?.['rest'] ?? ''
  return { ky: `/ky${tail}`, ru: `/ru${tail}`, en: `/en${tail}` } satisfies Record<(typeof langs)[number], string>
}
