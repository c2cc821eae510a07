import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

/** What the server ends with after the disk refused a flush (src/platform/database/durable.ts); EX_IOERR of sysexits.h. */
export const DISK_REFUSED = 74
const usualPauses = [1, 2, 5, 10, 30, 60].map((seconds) => seconds * 1000)
/** Who ran so long has got over it: the next pause is a short one again. */
const CALM_MS = 10 * 60_000

/**
 * Runs a program and gives the code it ends with. Where that says that the disk refused, the program is started again,
 * after pauses that grow: a disk that was full or away may be back. SIGINT and SIGTERM are passed on, and end a pause.
 */
export async function keepRunning(file, args, { pausesMs = usualPauses, say = console.error, ...options } = {}) {
  let child
  let isEnding = false
  const ending = new AbortController()
  const passOn = (signal) => {
    isEnding = true
    ending.abort()
    // Ctrl-C reaches the whole group by itself; a second one would tell the server not to finish what it accepted.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  process.on('SIGINT', passOn).on('SIGTERM', passOn)
  try {
    for (let tries = 0; ; tries++) {
      const startedAt = performance.now()
      child = spawn(file, args, { stdio: 'inherit', ...options })
      const code = await endOf(child)
      if (code !== DISK_REFUSED || isEnding) return code
      if (performance.now() - startedAt > CALM_MS) tries = 0
      const pause = pausesMs[Math.min(tries, pausesMs.length - 1)]
      say(`The disk refused to take data. Starting again in ${pause / 1000} s.`)
      await setTimeout(pause, undefined, { signal: ending.signal }).catch(() => {})
      if (isEnding) return code
    }
  } finally {
    process.off('SIGINT', passOn).off('SIGTERM', passOn)
  }
}

const endOf = (child) =>
  new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
