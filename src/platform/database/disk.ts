import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dirtyFiles, syncFile, syncFolder } from './dirty-files.ts'
import type { DirtyFiles } from './dirty-files.ts'
import { grouped } from './grouped.ts'

/**
 * PGlite never flushes: it runs with fsync off, and its file system passes no sync on. What it has written lies in the
 * kernel's memory, which a power cut takes. This flushes from outside (trust.md D1–D3).
 */
export type Disk = {
  /** Resolves when everything committed before the call is on the disk. Rejects for ever after the disk refused once. */
  flush(): Promise<void>
  /** What is being flushed just now: reads wait for it, so that nobody is told what a power cut could take back. */
  readonly running: Promise<void> | undefined
  /** Segments of the log written to since the last `settle`. */
  readonly filled: number
  /** Flushes the whole folder: data, then the log, then the control file that points into them. */
  settle(): Promise<void>
}

const SEGMENT = /^[0-9A-F]{24}$/
const CONTROL = 'global/pg_control'

export function diskOf(folder: string, whenBroken: (error: Error) => void): Disk {
  const dirty = dirtyFiles()
  const segments = new Set<string>()
  let broken: Error | undefined
  const unlessBroken = async (work: () => Promise<void>) => {
    if (broken) throw broken
    try {
      await work()
    } catch (error) {
      broken ??= refusal(error)
      whenBroken(broken)
      throw broken
    }
  }
  const log = grouped(() =>
    unlessBroken(async () => {
      for (const segment of await syncLog(join(folder, 'pg_wal'), dirty)) segments.add(segment)
    }),
  )
  return {
    flush: () => log.run(),
    get running() {
      return log.running
    },
    get filled() {
      return segments.size
    },
    settle: () =>
      unlessBroken(async () => {
        await syncData(folder, dirty)
        await log.run()
        // Last: it must never point at what is not there yet.
        await syncFile(join(folder, CONTROL))
        await syncFolder(join(folder, 'global'))
        segments.clear()
      }),
  }
}

// The code of PostgreSQL's io_error: whoever knows how to say "not yet sent" for a server knows it here too.
const refusal = (cause: unknown) =>
  Object.assign(new Error(`The disk did not take the data (${String(cause)}).`), { code: '58030' })

async function syncLog(folder: string, dirty: DirtyFiles): Promise<string[]> {
  const written = readdirSync(folder).filter((name) => SEGMENT.test(name) && dirty.isDirty(join(folder, name)))
  await Promise.all(written.map((name) => syncFile(join(folder, name))))
  if (dirty.isDirty(folder)) await syncFolder(folder)
  return written
}

async function syncData(folder: string, dirty: DirtyFiles): Promise<void> {
  const folders: string[] = []
  const files: string[] = []
  const walk = (path: string) => {
    if (dirty.isDirty(path)) folders.push(path)
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = join(path, entry.name)
      // The log is flushed by `flush`, one at a time; its folder too.
      if (entry.isDirectory() && entry.name !== 'pg_wal') walk(inside)
      else if (entry.isFile() && inside !== join(folder, CONTROL) && dirty.isDirty(inside)) files.push(inside)
    }
  }
  walk(folder)
  const perWorker = Math.ceil(files.length / 4)
  await Promise.all([0, 1, 2, 3].map((worker) => syncAll(files.slice(worker * perWorker, (worker + 1) * perWorker))))
  for (const path of folders) await syncFolder(path)
}

async function syncAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await syncFile(path)
}
