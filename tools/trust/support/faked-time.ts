import { spawnSync } from 'node:child_process'
import { existsSync, globSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Undefined, with the reason, where programs cannot be given another time: Debian's package `faketime` does it. */
export function whyNoFakedTime(): string | undefined {
  const library = findLibrary()
  if (library === undefined) return 'no libfaketime here (Debian: apt-get install faketime)'
  const env = { ...process.env, LD_PRELOAD: library, FAKETIME: '+370d' }
  const { stdout } = spawnSync(process.execPath, ['-p', 'Date.now()'], { env, encoding: 'utf8' })
  const isMoved = Number(stdout) - performance.timeOrigin > 369 * 24 * 60 * 60_000
  return isMoved ? undefined : 'libfaketime does not move the time of Node here'
}

export type FakedTime = {
  /** For the environment of a program that shall live in this time. */
  readonly environment: Readonly<Record<string, string>>
  /** Seconds that it is ahead of the true time; programs that run see it within a second. */
  set(seconds: number): void
}

/** A time of one's own for programs, kept in a file of `folder`; timers go on by the true time. */
export function makeFakedTime(folder: string, name = 'time'): FakedTime {
  const library = findLibrary()
  if (library === undefined) throw new Error('No libfaketime here.')
  const file = join(folder, name)
  const set = (seconds: number) => {
    // Whole or not at all: it is read while it is written. Other users' programs read it, too.
    writeFileSync(`${file}.new`, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}s`, { mode: 0o644 })
    renameSync(`${file}.new`, file)
  }
  set(0)
  return {
    set,
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  }
}

const findLibrary = (): string | undefined =>
  [...globSync('/usr/lib/*/faketime/libfaketime.so.1'), '/usr/lib/faketime/libfaketime.so.1'].find((path) =>
    existsSync(path),
  )
