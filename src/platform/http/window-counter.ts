import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import type { Clock } from '#src/kernel/clock.ts'

/**
 * What somebody is known by becomes an HMAC under a key that lives one window and only in memory (D18): two tries are known to
 * come from one place, and nobody can find out which. `turned` is called when a window begins.
 */
export function createWindowHash(clock: Clock, windowMs: number, turned = () => {}): (what: string) => string {
  let window = Number.NaN
  let key = newKey()
  return (what) => {
    const now = Math.floor(clock.now().getTime() / windowMs)
    if (now !== window) {
      window = now
      key = newKey()
      turned()
    }
    return createHmac('sha256', key).update(what).digest('base64url').slice(0, 22)
  }
}

// Prepared: bytes would be made into a key at each use, which takes six times as long as the use itself.
const newKey = () => createSecretKey(randomBytes(32))

/** Counts by place, or by whatever else, in memory and for the window that runs. `most`: so many places are remembered. */
export function createWindowCounter(clock: Clock, windowMs: number, { most = Number.POSITIVE_INFINITY } = {}) {
  const counts = new Map<string, number>()
  const keyOf = createWindowHash(clock, windowMs, () => counts.clear())
  return {
    countOf: (what: string): number => counts.get(keyOf(what)) ?? 0,
    /** Gives the count with what was added. */
    add(what: string, number = 1): number {
      const key = keyOf(what)
      const count = (counts.get(key) ?? 0) + number
      // Taken out and put in again: the oldest stands first.
      counts.delete(key)
      counts.set(key, count)
      if (counts.size > most) counts.delete(counts.keys().next().value ?? key)
      return count
    },
    forget: (what: string): void => void counts.delete(keyOf(what)),
  }
}
