import { createHmac, randomBytes } from 'node:crypto'
import { boundedPool } from '#src/kernel/bounded-pool.ts'
import type { Clock } from '#src/kernel/clock.ts'
import { MAX_FILE_BYTES } from '#src/kernel/file-size.ts'
import { refused, type Outcome } from '#src/kernel/outcome.ts'
import type { ReadDb } from '#src/platform/db.ts'
import type { Disk } from '#src/platform/disk.ts'
import { hasRoom, MOST_OF_A_PLACE } from './rules.ts'
import { sumWaitingBytes } from './store/rows.ts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

// One picture at a time: two would be too much memory on the smallest machine. Whoever waits longer than this would have the
// connection closed under them while their picture is drawn (server.ts), and is told before that to come again.
const PATIENCE_MS = 7_000
const oneAtATime = boundedPool(1, 20, PATIENCE_MS)
const WAITING_OF_A_PLACE = 2
const waiting = new Map<string, number>()

/** Draws a picture when it is its turn. `place`: of several that come from one, two wait, so that others come to theirs. */
export async function inTurn<Value>(
  place: string | undefined,
  work: () => Promise<Value>,
): Promise<Outcome<Value, 'busy'>> {
  if (place === undefined) return oneAtATime(work)
  const mine = markOf(place)
  const now = waiting.get(mine) ?? 0
  if (now > WAITING_OF_A_PLACE) return refused('busy')
  waiting.set(mine, now + 1)
  try {
    return await oneAtATime(work)
  } finally {
    const left = (waiting.get(mine) ?? 0) - 1
    if (left > 0) waiting.set(mine, left)
    else waiting.delete(mine)
  }
}

// Places are known by a mark under a key that only this process has.
const key = randomBytes(32)
const markOf = (place: string) => createHmac('sha256', key).update(place).digest('base64url')

let hour = { number: -1, sent: new Map<string, number>() }
let known = { at: Number.NEGATIVE_INFINITY, bytes: 0 }

/**
 * Whether another upload may be taken in: the database writes to the same disk, and a full one takes no call for help either.
 * What waits in all is counted once a minute, and what has come since is added.
 */
export async function findRoom(
  deps: { readonly db: ReadDb; readonly clock: Clock; readonly disk: Disk; readonly dataDir: string },
  place: string | undefined,
): Promise<Outcome<void, 'noRoom' | 'enoughFromHere'>> {
  const { db, clock, disk, dataDir } = deps
  const now = clock.now().getTime()
  if (place !== undefined && sentFrom(place, now) + MAX_FILE_BYTES > MOST_OF_A_PLACE) return refused('enoughFromHere')
  if (Math.abs(now - known.at) > MINUTE_MS) known = { at: now, bytes: await sumWaitingBytes(db) }
  return hasRoom({ ...(await disk(dataDir)), waiting: known.bytes })
    ? { ok: true, value: undefined }
    : refused('noRoom')
}

/** To be called with each upload that was kept. */
export function countIn(clock: Clock, place: string | undefined, bytes: number) {
  known.bytes += bytes
  if (place === undefined) return
  const sent = sentFrom(place, clock.now().getTime())
  hour.sent.set(markOf(place), sent + bytes)
}

function sentFrom(place: string, now: number): number {
  const number = Math.floor(now / HOUR_MS)
  if (number !== hour.number) hour = { number, sent: new Map() }
  return hour.sent.get(markOf(place)) ?? 0
}
