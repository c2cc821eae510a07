import type { Clock } from '#src/kernel/clock.ts'
import { createWindowCounter } from '#src/platform/http/window-counter.ts'

const DAY_MS = 86_400_000
// Some ten megabytes. Whoever fills it to forget a number's tries has spent 100,000 requests on it.
const KEPT = 100_000

/** Counts tries for a day at most. */
export function createTryCounter(clock: Clock) {
  const tries = createWindowCounter(clock, DAY_MS, { most: KEPT })
  return {
    /** Counts this try, before it is known to be wrong, so that a hundred at once are a hundred. Gives its number. */
    begin: (what: string): number => tries.add(what),
    /** It was right, or nobody looked at it. */
    forget: tries.forget,
  }
}
export type TryCounter = ReturnType<typeof createTryCounter>
