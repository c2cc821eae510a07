import { closeSync, constants, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { fromPglite } from 'pg-boss'
import type { Db as IDatabase } from 'pg-boss'
import { durableDialect } from './durable-dialect.ts'
import { embedded, openPglite, sessionOn } from './embedded.ts'
import { becomeOwner } from './ownership.ts'
import type { Database } from './open.ts'
import { readTemplate } from './template-file.ts'
import { diskOf } from './disk.ts'
import type { Disk } from './disk.ts'

/** How often a checkpoint is made: after so many log segments of 16 MB, so that a start after a crash reads little, or after so long. */
export type Upkeep = { readonly segments: number; readonly lookEveryMs: number; readonly checkpointEveryMs: number }
const usualUpkeep: Upkeep = { segments: 3, lookEveryMs: 5_000, checkpointEveryMs: 5 * 60_000 }

export type DurableDatabase = Database & Required<Pick<Database, 'owner' | 'snapshot'>>

/**
 * The embedded database in `dataDir`, for this process alone, with every answered change on the disk.
 * Throws with a message for the administrator when another process has it or the folder is damaged.
 * `from`: what a new folder is filled with; the built template by itself.
 */
export async function openDurable(
  dataDir: string,
  { from = readTemplate(), ...changed }: Partial<Upkeep> & { readonly from?: Blob | 'nothing' | undefined } = {},
): Promise<DurableDatabase> {
  const owner = await becomeOwner(dataDir)
  try {
    const folder = join(dataDir, 'pg')
    if (!existsSync(folder)) await createFolder(dataDir, folder, from)
    const pglite = await openFolder(folder)
    const disk = diskOf(folder, endProcess)
    // What an earlier process wrote and a crash left in the kernel's memory; and what recovery wrote just now.
    await disk.settle()
    const upkeep = keepUp(pglite, disk, { ...usualUpkeep, ...changed })
    const settle = async () => {
      await pglite.exec('checkpoint')
      await disk.settle()
    }
    return {
      ...embedded(pglite, {
        dialect: durableDialect(pglite, disk),
        queue: durableQueue(pglite, disk),
        admin: sessionOn(pglite, () => disk.flush()),
        settle,
        async close() {
          await upkeep.stop()
          await disk.settle()
          await owner.release()
        },
      }),
      owner,
      snapshot: (to) => copyAtRest(pglite, folder, to),
    }
  } catch (error) {
    await owner.release()
    throw error
  }
}

// Made beside its place and moved there when it is whole and on the disk: a folder younger than its first sync does
// not open after a power cut.
async function createFolder(dataDir: string, folder: string, from: Blob | 'nothing' | undefined): Promise<void> {
  const made = `${folder}.new`
  rmSync(made, { recursive: true, force: true })
  const pglite = await openPglite({ folder: made, dump: from === 'nothing' ? undefined : from })
  await pglite.close()
  await diskOf(made, () => {}).settle()
  renameSync(made, folder)
  const parent = openSync(dataDir, 'r')
  fsyncSync(parent)
  closeSync(parent)
}

// Nobody writes while it is copied; of the log only what a start needs, so that this takes a moment.
async function copyAtRest(pglite: PGlite, folder: string, to: string): Promise<void> {
  await pglite.exec('checkpoint')
  const { rows } = await pglite.query<{ first: string }>(
    'select pg_walfile_name(redo_lsn) as first from pg_control_checkpoint()',
  )
  const first = rows[0]?.first ?? ''
  const isNeeded = (path: string) =>
    basename(path) !== 'postmaster.pid' && !(basename(dirname(path)) === 'pg_wal' && basename(path) < first)
  await pglite.runExclusive(() =>
    cp(folder, to, { recursive: true, filter: isNeeded, mode: constants.COPYFILE_FICLONE }),
  )
}

async function openFolder(folder: string): Promise<PGlite> {
  // Without this file PGlite would make a new database over the old one.
  if (!existsSync(join(folder, 'PG_VERSION'))) throw damaged(folder)
  // We hold the owner's lock, so whoever left this is dead.
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  try {
    const pglite = await openPglite({ folder })
    await pglite.query('select 1')
    return pglite
  } catch (error) {
    throw damaged(folder, error)
  }
}

const damaged = (folder: string, cause?: unknown) =>
  new Error(
    `The embedded database in ${folder} is damaged and does not open. Move the folder away, keep it for whoever may ` +
      'repair it, and restore the newest backup: mekendesh restore DIR.',
    { cause },
  )

function durableQueue(pglite: PGlite, disk: Disk): IDatabase {
  const plain = fromPglite(pglite)
  return {
    ...plain,
    async executeSql(text, values) {
      const result = await plain.executeSql(text, values)
      await disk.flush()
      return result
    },
  }
}

// A single process has no checkpointer and no vacuum of its own.
function keepUp(pglite: PGlite, disk: Disk, every: Upkeep): { stop(): Promise<void> } {
  let work: Promise<void> | undefined
  let sinceCheckpoint = 0
  const checkpoint = async () => {
    sinceCheckpoint = 0
    // First what can be flushed before it, so that the control file is ahead of the data for as short as possible.
    await disk.settle()
    await pglite.exec('checkpoint')
    await disk.settle()
  }
  const timer = setInterval(() => {
    sinceCheckpoint += every.lookEveryMs
    const isDue = disk.filled >= every.segments || (sinceCheckpoint >= every.checkpointEveryMs && disk.filled > 0)
    if (!isDue || work) return
    work = checkpoint()
      .catch(() => {})
      .finally(() => {
        work = undefined
      })
  }, every.lookEveryMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await work
    },
  }
}

// As PostgreSQL: after a failed flush nothing the kernel says about the file can be trusted, a new start reads the disk.
function endProcess(error: Error): void {
  console.error(
    `${error.message} The portal stops with code 74; nothing it confirmed is lost. ` +
      'Look for free space and for errors of the disk (dmesg); whoever started it starts it again.',
  )
  setTimeout(() => process.exit(74), 200).unref()
}
