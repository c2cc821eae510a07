import { isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'

/**
 * Where a request comes from, as every limit counts it: an IPv4 address as it is, also when it comes dressed as IPv6, and of
 * an IPv6 address its first half, since one household or one rented machine has all 2^64 of the rest.
 */
export const addressOf = (request: FastifyRequest): string => placeOf(request.ip)

/** The same of an address as a socket gives it. */
export function placeOf(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return address
  const groups = groupsOf(plain)
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff')
    return groups
      .slice(6)
      .map((group) => `${Number.parseInt(group, 16) >> 8}.${Number.parseInt(group, 16) & 255}`)
      .join('.')
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** All eight groups, without leading noughts. */
function groupsOf(address: string): string[] {
  // The platform writes each address in one way only, an IPv4 tail as two groups.
  const [front = '', back] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const split = (part: string) => part.split(':').filter((group) => group !== '')
  if (back === undefined) return split(front)
  const missing = 8 - split(front).length - split(back).length
  return [...split(front), ...Array.from({ length: missing }, () => '0'), ...split(back)]
}
