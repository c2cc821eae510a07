import type { Clock } from '#src/kernel/clock.ts'

const MINUTE_MS = 60_000
/** Nobody fills in a screen a second; who does is no person, and must not use up what a whole dormitory shares. */
const POSTS_A_MINUTE = 60

/** Counts what is posted to each draft, in memory and for the minute that runs. */
export function createPostCounter(clock: Clock) {
  const posts = new Map<string, number>()
  let minute = -1
  /** False when this draft has had its share of the minute. */
  return (draftId: string): boolean => {
    const now = Math.floor(clock.now().getTime() / MINUTE_MS)
    if (now !== minute) posts.clear()
    minute = now
    const count = (posts.get(draftId) ?? 0) + 1
    posts.set(draftId, count)
    return count <= POSTS_A_MINUTE
  }
}

export type PostCounter = ReturnType<typeof createPostCounter>
