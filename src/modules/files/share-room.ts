import { boundedPool } from '#src/kernel/bounded-pool.ts'
import type { Clock } from '#src/kernel/clock.ts'
import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'
import { onceFor } from '#src/kernel/once-for.ts'
import { refused, type Outcome } from '#src/kernel/outcome.ts'
import type { ReadDb } from '#src/platform/db.ts'
import type { Disk } from '#src/platform/disk.ts'
import { createWindowCounter } from '#src/platform/http/window-counter.ts'
import { hasRoom, MOST_OF_A_PLACE } from './rules.ts'
import { sumWaitingBytes } from './store/rows.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

// One picture at a time: two would be too much memory on the smallest machine. Whoever waits longer than this would have the
// connection closed under them while their picture is drawn (server.ts), and is told before that to come again.
const PATIENCE_MS = 7_000
const oneAtATime = boundedPool(1, 20, PATIENCE_MS)
const WAITING_OF_A_PLACE = 2
// By the place itself: the connection that waits tells it just as long.
const waiting = new Map<string, number>()

/** Draws a picture when it is its turn. `place`: of several that come from one, two wait, so that others come to theirs. */
export async function inTurn<Value>(
  place: string | undefined,
  work: () => Promise<Value>,
): Promise<Outcome<Value, 'busy'>> {
  if (place === undefined) return oneAtATime(work)
  const now = waiting.get(place) ?? 0
  if (now > WAITING_OF_A_PLACE) return refused('busy')
  waiting.set(place, now + 1)
  try {
    return await oneAtATime(work)
  } finally {
    const left = (waiting.get(place) ?? 0) - 1
    if (left > 0) waiting.set(place, left)
    else waiting.delete(place)
  }
}

// Of each portal: what came from each place in the hour that runs, and what waits in all, as it was counted last.
const roomOf = onceFor((clock: Clock) => ({
  sent: createWindowCounter(clock, HOUR_MS),
  known: { at: Number.NEGATIVE_INFINITY, bytes: 0 },
}))

/**
 * Whether another upload may be taken in: the database writes to the same disk, and a full one takes no call for help either.
 * What waits in all is counted once a minute, and what has come since is added.
 */
export async function findRoom(
  deps: { readonly db: ReadDb; readonly clock: Clock; readonly disk: Disk; readonly dataDir: string },
  place: string | undefined,
): Promise<Outcome<void, 'noRoom' | 'enoughFromHere'>> {
  const { db, clock, disk, dataDir } = deps
  const room = roomOf(clock)
  if (place !== undefined && room.sent.countOf(place) + MAX_FILE_BYTES > MOST_OF_A_PLACE)
    return refused('enoughFromHere')
  const now = clock.now().getTime()
  if (Math.abs(now - room.known.at) > MINUTE_MS) room.known = { at: now, bytes: await sumWaitingBytes(db) }
  return hasRoom({ ...(await disk(dataDir)), waiting: room.known.bytes })
    ? { ok: true, value: undefined }
    : refused('noRoom')
}

/** To be called with each upload that was kept. */
export function countIn(clock: Clock, place: string | undefined, bytes: number) {
  const { known, sent } = roomOf(clock)
  known.bytes += bytes
  if (place !== undefined) sent.add(place, bytes)
}
