import type { Clock } from '#src/kernel/clock.ts'
import { createAddressHash } from '#src/platform/http/limits.ts'

const DAY_MS = 86_400_000
// Some ten megabytes. Whoever fills it to forget a number's tries has spent 100,000 requests on it.
const KEPT = 100_000

/**
 * Counts tries in memory for a day at most, under keys that are HMACs: nobody can read from it who tried what from where.
 */
export function createTryCounter(clock: Clock) {
  const hash = createAddressHash(clock)
  const tries = new Map<string, number>()
  let day = -1
  const keyOf = (what: string) => {
    const today = Math.floor(clock.now().getTime() / DAY_MS)
    if (today !== day) tries.clear()
    day = today
    return hash(what)
  }
  return {
    /** Counts this try, before it is known to be wrong, so that a hundred at once are a hundred. Gives its number. */
    begin(what: string): number {
      const key = keyOf(what)
      const number = (tries.get(key) ?? 0) + 1
      // Taken out and put in again: the oldest stands first.
      tries.delete(key)
      tries.set(key, number)
      if (tries.size > KEPT) tries.delete(tries.keys().next().value ?? key)
      return number
    },
    /** It was right, or nobody looked at it. */
    forget(what: string) {
      tries.delete(keyOf(what))
    },
  }
}
export type TryCounter = ReturnType<typeof createTryCounter>
