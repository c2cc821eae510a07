import type { FastifyInstance, FastifyRequest } from 'fastify'
import { patterns } from '#src/paths.ts'
import { rateClasses } from '#src/platform/http/route-kinds.ts'
import { PROBE, type Meters } from '#src/platform/metrics/meters.ts'

/**
 * Classes of routes, not routes: who reads the figures learns that the forms fail, and the log says which. Single routes would
 * tell by the minute which page somebody has read.
 */
export const routeClasses: readonly string[] = [...Object.keys(rateClasses), 'staff', 'asset', PROBE, 'none']

const probes: readonly string[] = [patterns.health, patterns.ready]

export function countRequests(app: FastifyInstance, meters: Meters) {
  app.addHook('onResponse', (request, reply, done) => {
    meters.answered(classOf(request), reply.statusCode, reply.elapsedTime / 1000)
    done()
  })
}

function classOf({ is404, routeOptions: { url, config } }: FastifyRequest): string {
  if (is404 || url === undefined) return 'none'
  // Apart, so that a proxy which asks every second does not hide how people fare.
  if (probes.includes(url)) return PROBE
  if (url === patterns.staffHome || url.startsWith(`${patterns.staffHome}/`)) return 'staff'
  return config.cache === 'forever' ? 'asset' : (config.rate ?? 'none')
}
