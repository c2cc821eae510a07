import { done, refused, type Outcome } from './outcome.ts'

/**
 * Runs at most `atOnce` works at a time, keeps at most `waiting` more in order, refuses the rest; and whoever has waited for
 * `patienceMs` in vain.
 */
export function boundedPool(atOnce: number, waiting: number, patienceMs?: number) {
  const queue: (() => void)[] = []
  let running = 0

  /** False: gave up waiting. */
  const turn = () =>
    new Promise<boolean>((resolve) => {
      const call = () => {
        clearTimeout(timer)
        resolve(true)
      }
      const giveUp = () => {
        queue.splice(queue.indexOf(call), 1)
        resolve(false)
      }
      const timer = patienceMs === undefined ? undefined : setTimeout(giveUp, patienceMs)
      queue.push(call)
    })

  const run = async <Value>(work: () => Promise<Value>): Promise<Outcome<Value, 'busy'>> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return refused('busy')
      // The one that finishes hands its place over, so `running` does not change here.
      if (!(await turn())) return refused('busy')
    } else running += 1
    try {
      return done(await work())
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
  /** How many wait for their turn now. */
  return Object.assign(run, { waiting: () => queue.length })
}
