import { z } from 'zod'
import type { ReadDb } from '#src/platform/db.ts'
import { defineJob } from '#src/platform/jobs.ts'
import { deleteSealed, deleteSpooledBefore, listStoredBefore } from './store/disk.ts'
import { deleteDrawn, listDrawnBefore } from './store/drawn.ts'
import { listKnownIds } from './store/rows.ts'

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

async function deleteUnknown(db: ReadDb, dataDir: string, ids: readonly string[]): Promise<void> {
  const known = await listKnownIds(db, ids)
  for (const id of ids) {
    if (known.has(id)) continue
    await deleteSealed(dataDir, id)
    await deleteDrawn(dataDir, id)
  }
}
