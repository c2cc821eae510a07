import { z } from 'zod'
import { defineJob } from '#src/platform/jobs.ts'
import { deleteSealed, deleteSpooledBefore, listStoredBefore } from './store/disk.ts'
import { listKnownIds } from './store/rows.ts'

const HOUR = 60 * 60 * 1000

/** Deletes the bytes of files whose rows are gone. Whatever has a row stays. */
export const shredFiles = defineJob({
  name: 'files.shred',
  payload: z.object({ ids: z.array(z.string()) }),
  async run({ db, config }, { ids }) {
    const known = await listKnownIds(db, ids)
    for (const id of ids) if (!known.has(id)) await deleteSealed(config.dataDir, id)
  },
})

/** Once a night: bytes without a row, left by a stop between writing the file and keeping its row. */
export const sweepFiles = defineJob({
  name: 'files.sweep',
  payload: z.object({}),
  options: { every: '17 21 * * *' },
  async run({ db, config, clock }) {
    const before = new Date(clock.now().getTime() - HOUR)
    for await (const ids of listStoredBefore(config.dataDir, before)) {
      const known = await listKnownIds(db, ids)
      for (const id of ids) if (!known.has(id)) await deleteSealed(config.dataDir, id)
    }
    await deleteSpooledBefore(config.dataDir, new Date(clock.now().getTime() - 24 * HOUR))
  },
})
