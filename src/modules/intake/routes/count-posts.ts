import type { Clock } from '#src/kernel/clock.ts'
import { createWindowCounter } from '#src/platform/http/window-counter.ts'

const MINUTE_MS = 60_000
/** Nobody fills in a screen a second; who does is no person, and must not use up what a whole dormitory shares. */
const POSTS_A_MINUTE = 60

/** Counts what is posted to each draft: false when it has had its share of the minute. */
export function createPostCounter(clock: Clock): (draftId: string) => boolean {
  const posts = createWindowCounter(clock, MINUTE_MS)
  return (draftId) => posts.add(draftId) <= POSTS_A_MINUTE
}

export type PostCounter = ReturnType<typeof createPostCounter>
