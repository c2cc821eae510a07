import type { Clock } from '#src/kernel/clock.ts'
import { onceFor } from '#src/kernel/once-for.ts'
import { createWindowCounter } from '#src/platform/http/window-counter.ts'

/** Forms that may be begun from one place in an hour: three times what a full dormitory sends (trust.md S15). */
export const MOST_BEGUN = 1000
const HOUR_MS = 3_600_000

const begunBy = onceFor((clock: Clock) => createWindowCounter(clock, HOUR_MS))

/**
 * Counts a form that is about to be begun. Throws what becomes the page "too many": each form lies on the disk for thirty
 * days, and calls for help lie on the same. They begin no form.
 */
export function countBegun(clock: Clock, place: string): void {
  const begun = begunBy(clock)
  if (begun.countOf(place) >= MOST_BEGUN)
    throw Object.assign(new Error('Too many forms from one place.'), { statusCode: 429 })
  begun.add(place)
}
