import type { Random } from '#src/kernel/clock.ts'
import type { Weighted } from './mix.ts'

/** Dice whose throws follow from a seed: the same seed, the same throws. For made-up data, never for keys. */
export type Dice = Random & {
  /** From 0 up to, not including, 1. */
  next(): number
  /** From `from` up to, not including, `to`. */
  between(from: number, to: number): number
  chance(share: number): boolean
  one<Of>(list: readonly [Of, ...Of[]] | readonly Of[]): Of
  weighted<Of>(list: Weighted<Of>): Of
}

/** Of a run and one appeal of it, so that an appeal does not depend on those made before. */
export function diceOf(seed: number, place: number): Dice {
  // Mulberry32, spread over both numbers by a multiplicative hash.
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(place + 1, 0xc2b2ae35)) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const one = <Of>(list: readonly Of[]): Of => {
    const drawn = list[Math.floor(next() * list.length)]
    if (drawn === undefined) throw new Error('There is nothing to draw from.')
    return drawn
  }
  return {
    next,
    between: (from, to) => from + next() * (to - from),
    chance: (share) => next() < share,
    one,
    weighted(list) {
      let left = next() * list.reduce((all, [, weight]) => all + weight, 0)
      const drawn = list.find(([, weight]) => (left -= weight) < 0)
      return (drawn ?? one(list))[0]
    },
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
  }
}
