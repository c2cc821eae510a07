import type { FastifyInstance } from 'fastify'
import type { Config } from '#src/platform/config.ts'

/**
 * With STAFF_URL the staff pages live on a host of their own, so that a hole in the public part meets another origin
 * (ASVS 3.5.4). On the wrong host an address of the other one is simply not there. Styles and health checks are on both.
 */
export function keepHostsApart(app: FastifyInstance, { staffUrl }: Pick<Config, 'staffUrl'>) {
  if (staffUrl === undefined) return
  const staffHost = new URL(staffUrl).host
  app.addHook('onRequest', async (request, reply) => {
    const isStaffHost = request.host === staffHost
    const { pathname } = new URL(request.url, staffUrl)
    if (isStaffHost && pathname === '/') return reply.redirect('/staff', 303)
    if (isShared(pathname) || isStaffHost === isStaffPath(pathname)) return
    return reply.callNotFound()
  })
}

const isStaffPath = (path: string) => path === '/staff' || path.startsWith('/staff/')
const isShared = (path: string) => /^\/(assets\/|healthz$|readyz$|owner\.css$)/.test(path)
