import { createHash } from 'node:crypto'
import type { Clock, Random } from '#src/kernel/clock.ts'

/** A clock that stands still until a test moves it. */
export type FakeClock = Clock & { set(at: Date | string): void; advance(ms: number): void }

export function fakeClock(start: Date | string): FakeClock {
  let now = new Date(start)
  return {
    now: () => new Date(now),
    set: (at) => void (now = new Date(at)),
    advance: (ms) => void (now = new Date(now.getTime() + ms)),
  }
}

/** Bytes that look random and are the same in every run with the same seed. */
export function seededRandom(seed: string): Random {
  let count = 0
  return {
    bytes(length) {
      const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
        createHash('sha256').update(`${seed} ${count++}`).digest(),
      )
      return Buffer.concat(blocks).subarray(0, length)
    },
  }
}
