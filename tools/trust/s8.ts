import { startPortal } from '#test/support/portal.ts'
import type { GoalOptions, GoalResult } from './support/goal.ts'
import { cheapHasher, guess, guessFromDump, replaceHasher, timePairs } from './support/guessing.ts'

/**
 * S8: guessing receipts at the door, by the clock, and out of a stolen dump.
 * `isBroken` lies the key file beside the dump: then every weak secret in it is found.
 */
export async function s8({ isBroken = false, isQuick = false }: GoalOptions = {}): Promise<GoalResult> {
  const size = isQuick
    ? { guesses: 1_000, numbers: 5, pairs: 60, planted: 10 }
    : { guesses: 100_000, numbers: 20, pairs: 5_000, planted: 1_000 }
  const portal = await startPortal()
  try {
    const { hasher } = portal.deps
    const dump = await guessFromDump(portal, size.planted, isBroken)
    const times = await timePairs(portal, size.pairs)
    replaceHasher(portal, cheapHasher)
    const door = await guess(portal, size)
    replaceHasher(portal, hasher)

    // A short run on a busy machine is no measurement: there only the sizes count, and the same work is shown by test.
    const isSameTime = isQuick || (Math.abs(times.difference) <= 1 && times.p >= 0.01)
    return {
      goal: 'S8',
      figure: [
        `${door.opened} opened by ${size.guesses} guesses, ${door.shutOut} of ${size.numbers} owners shut out`,
        `times of "no such number" and "wrong words" differ by ${times.difference.toFixed(2)} ms in the median of ${size.pairs} pairs (p = ${times.p.toFixed(2)}), ${times.sizes} size`,
        `${dump.found} of ${size.planted} weak secrets found in a dump`,
      ].join('; '),
      target: '0 opened, 0 shut out; at most 1 ms, p ≥ 0.01, one size; 0 found',
      pass: door.opened + door.shutOut + dump.found === 0 && dump.isPlanted && times.sizes === 1 && isSameTime,
    }
  } finally {
    await portal.close()
  }
}
