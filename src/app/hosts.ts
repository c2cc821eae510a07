import type { FastifyInstance } from 'fastify'
import { patterns } from '#src/paths.ts'
import type { Config } from '#src/platform/config.ts'

/**
 * With STAFF_URL the staff pages live on a host of their own, so that a hole in the public part meets another origin
 * (ASVS 3.5.4). On the wrong host an address of the other one is simply not there. Styles and health checks are on both.
 * Asked is the route, not the address: that one can be written in many ways (/%73taff). And the Host as it came to us: what
 * else says under which name we were called, a client can say too, so a proxy in front must pass Host on.
 */
export function keepHostsApart(app: FastifyInstance, { staffUrl }: Pick<Config, 'staffUrl'>) {
  if (staffUrl === undefined) return
  const staffHost = new URL(staffUrl).host
  app.addHook('onRequest', async (request, reply) => {
    const { url: route } = request.routeOptions
    // Of no route: the page that says so comes by itself.
    if (request.is404 || route === undefined) return
    const isStaffHost = request.headers.host?.toLowerCase() === staffHost
    if (isStaffHost && route === patterns.root) return reply.redirect('/staff', 303)
    if (isShared(route) || isStaffHost === isOfStaff(route)) return
    return reply.callNotFound()
  })
}

const isOfStaff = (route: string) => route === patterns.staffHome || route.startsWith(`${patterns.staffHome}/`)
const shared: readonly string[] = [patterns.assets, patterns.health, patterns.ready, patterns.ownerStyle]
const isShared = (route: string) => shared.includes(route)
