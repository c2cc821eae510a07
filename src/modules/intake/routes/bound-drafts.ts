import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '#src/kernel/clock.ts'

/** Forms that may be begun from one place in an hour: three times what a full dormitory sends (trust.md S15). */
export const MOST_BEGUN = 1000
const HOUR_MS = 3_600_000

// Places are known by a mark under a key that only this process has, and forgotten with the hour.
const key = randomBytes(32)
let hour = { number: -1, begun: new Map<string, number>() }

/**
 * Counts a form that is about to be begun. Throws what becomes the page "too many": each form lies on the disk for thirty
 * days, and calls for help lie on the same. They begin no form.
 */
export function countBegun(clock: Clock, place: string): void {
  const number = Math.floor(clock.now().getTime() / HOUR_MS)
  if (number !== hour.number) hour = { number, begun: new Map() }
  const mark = createHmac('sha256', key).update(place).digest('base64url')
  const begun = hour.begun.get(mark) ?? 0
  if (begun >= MOST_BEGUN) throw Object.assign(new Error('Too many forms from one place.'), { statusCode: 429 })
  hour.begun.set(mark, begun + 1)
}
