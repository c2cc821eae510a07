import { closeSync, fdatasync, fsync, openSync, statSync } from 'node:fs'
import { promisify } from 'node:util'
import { systemClock } from '#src/platform/clock.ts'

/** Coarser than the clock of any file system: a file written within it may be written again with the same time. */
const SAME_TIME_MS = 100n

type Mark = { readonly inode: bigint; readonly written: bigint; readonly isSure: boolean }

export type DirtyFiles = {
  /** Whether it may have been written since it was last asked about; whoever asks syncs it then. */
  isDirty(path: string): boolean
}

/** Remembers by inode and time of writing what was synced already. */
export function dirtyFiles(): DirtyFiles {
  const marks = new Map<string, Mark>()
  return {
    isDirty(path) {
      const { ino, mtimeNs } = statSync(path, { bigint: true })
      const before = marks.get(path)
      if (before?.isSure && before.inode === ino && before.written === mtimeNs) return false
      const age = BigInt(systemClock.now().getTime()) - mtimeNs / 1_000_000n
      marks.set(path, { inode: ino, written: mtimeNs, isSure: age > SAME_TIME_MS || age < -SAME_TIME_MS })
      return true
    },
  }
}

const datasync = promisify(fdatasync)
const fullsync = promisify(fsync)

export const syncFile = (path: string): Promise<void> => synced(path, 'r+', datasync)

/** A new file is not there after a power cut unless its name is on the disk too. */
export const syncFolder = (path: string): Promise<void> => synced(path, 'r', fullsync)

async function synced(path: string, flags: string, sync: (file: number) => Promise<void>): Promise<void> {
  let file: number
  try {
    file = openSync(path, flags)
  } catch (error) {
    // A segment that was recycled, or a table that was dropped, since we looked.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  try {
    await sync(file)
  } finally {
    closeSync(file)
  }
}
