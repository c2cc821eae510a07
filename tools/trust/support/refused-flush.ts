import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pause } from './child.ts'
import { endsWithUs } from './ending.ts'

export type Trace = {
  /** Whether a flush was refused, within half a minute. */
  refused(): Promise<boolean>
  release(): Promise<void>
}

/** Makes the `when`th flush of each thread of these processes fail, from when strace has hold of them. */
export async function refuse(home: string, pids: readonly number[], when: number): Promise<Trace> {
  const of = pids.flatMap((pid) => ['-p', String(pid)])
  const seen = join(home, 'strace')
  const inject = ['-e', 'trace=fdatasync', '-e', `inject=fdatasync:error=EIO:when=${when}`, '-o', seen]
  const tracer = endsWithUs(spawn('strace', ['-f', ...of, ...inject], { stdio: ['ignore', 'ignore', 'pipe'] }))
  const ended = once(tracer, 'exit')
  await once(tracer.stderr, 'data')
  return {
    async refused() {
      for (let tried = 0; tried < 600; tried++) {
        if (readFileSync(seen, 'utf8').includes('(INJECTED)')) return true
        await pause(50)
      }
      return false
    },
    async release() {
      tracer.kill('SIGINT')
      await ended
    },
  }
}

/** The longest time in which nothing more was counted. */
export function watchPauses(count: () => number): { longest(): number } {
  let longest = 0
  let lastAt = performance.now()
  let before = count()
  const timer = setInterval(() => {
    if (count() === before) return
    const now = performance.now()
    longest = Math.max(longest, now - lastAt)
    lastAt = now
    before = count()
  }, 10)
  return {
    longest() {
      clearInterval(timer)
      return Math.max(longest, performance.now() - lastAt)
    },
  }
}
