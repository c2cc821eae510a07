import type { FastifyRequest } from 'fastify'
import { paramOf } from '#src/platform/http/page.ts'

/** The year an address names, where calendars reach. */
export function yearIn(request: FastifyRequest): number | undefined {
  const text = paramOf(request, 'year')
  return /^20\d\d$|^2100$/.test(text) ? Number(text) : undefined
}
