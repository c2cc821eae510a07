import { done, refused, type Outcome } from './outcome.ts'

/** Runs at most `atOnce` works at a time, keeps at most `waiting` more in order, refuses the rest. */
export function boundedPool(atOnce: number, waiting: number) {
  const queue: (() => void)[] = []
  let running = 0

  return async <Value>(work: () => Promise<Value>): Promise<Outcome<Value, 'busy'>> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return refused('busy')
      // The one that finishes hands its place over, so `running` does not change here.
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running += 1
    try {
      return done(await work())
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
