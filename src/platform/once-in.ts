import type { Clock } from '#src/kernel/clock.ts'

/** True when it was not true for so long: what happens a thousand times a minute is told once. */
export function onceIn(clock: Clock, everyMs: number): () => boolean {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const now = clock.now().getTime()
    if (now - last < everyMs) return false
    last = now
    return true
  }
}
