import { z } from 'zod'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { defineJob } from '#src/platform/jobs.ts'
import { scanFile } from './scan-file/scan-file.ts'
import { deleteSealed, deleteSpooledBefore, listStoredBefore } from './store/disk.ts'
import { deleteDrawn, listDrawnBefore } from './store/drawn.ts'
import { listKnownIds } from './store/rows.ts'
import { listToScan } from './store/scans.ts'

const HOUR = 60 * 60 * 1000

/** Deletes the bytes of files whose rows are gone, and what was drawn of them. Whatever has a row stays. */
export const shredFiles = defineJob({
  name: 'files.shred',
  payload: z.object({ ids: z.array(z.string()) }),
  async run({ db, config }, { ids }) {
    await deleteUnknown(db, config.dataDir, ids)
  },
})

/** Once a night: bytes without a row, left by a stop between writing the file and keeping its row. */
export const sweepFiles = defineJob({
  name: 'files.sweep',
  payload: z.object({}),
  options: { every: '17 21 * * *' },
  async run({ db, config, clock }) {
    const before = new Date(clock.now().getTime() - HOUR)
    for await (const ids of listStoredBefore(config.dataDir, before)) await deleteUnknown(db, config.dataDir, ids)
    for await (const ids of listDrawnBefore(config.dataDir, before)) await deleteUnknown(db, config.dataDir, ids)
    await deleteSpooledBefore(config.dataDir, new Date(clock.now().getTime() - 24 * HOUR))
  },
})

const shredBy =
  ({ jobs }: Pick<AppDeps, 'jobs'>) =>
  (db: Db, ids: readonly string[]) =>
    jobs.enqueue(db, shredFiles, { ids: [...ids] })

/** Asks the virus scanner as soon as a file is there. Where it cannot be asked the file waits for `scanWaiting`. */
export const scanNewFile = defineJob({
  name: 'files.scan',
  payload: z.object({ id: z.string() }),
  options: { atOnce: 2 },
  async run(deps, { id }) {
    await scanFile(deps, id, shredBy(deps))
  },
})

/** What waits since the scanner could not be asked. Where it still cannot the round ends: the next is in a minute. */
export const scanWaiting = defineJob({
  name: 'files.scanWaiting',
  payload: z.object({}),
  options: { every: '* * * * *' },
  async run(deps) {
    if (!deps.config.clamdAddress) return
    for (const id of await listToScan(deps.db, 500)) if ((await scanFile(deps, id, shredBy(deps))) === 'away') return
  },
})

async function deleteUnknown(db: ReadDb, dataDir: string, ids: readonly string[]): Promise<void> {
  const known = await listKnownIds(db, ids)
  for (const id of ids) {
    if (known.has(id)) continue
    await deleteSealed(dataDir, id)
    await deleteDrawn(dataDir, id)
  }
}
