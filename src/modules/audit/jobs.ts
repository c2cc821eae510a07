import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { inTransaction } from '#src/platform/db.ts'
import { defineJob } from '#src/platform/jobs.ts'
import { appendEntries } from './append-entries.ts'
import { signCheckpoint } from './sign-checkpoint.ts'
import { findCheckpoint } from './store/checkpoints.ts'

/** Brings what was committed into the tree. */
export const appendJob = defineJob({
  name: 'audit.append',
  payload: z.object({}),
  options: { every: '* * * * *' },
  run: async (deps) => void (await appendEntries(deps)),
})

/** Every five minutes, so that one run may fail and ten minutes are still kept. */
export const checkpointJob = defineJob({
  name: 'audit.checkpoint',
  payload: z.object({}),
  options: { every: '*/5 * * * *' },
  async run(deps) {
    await appendEntries(deps)
    await inTransaction(deps.db, async (db) => {
      const checkpointId = await signCheckpoint({ ...deps, db })
      if (checkpointId !== undefined) await publishIn(db, checkpointId)
    })
    async function publishIn(db: typeof deps.db, checkpointId: string) {
      await deps.jobs.enqueue(db, keepCheckpointJob, { checkpointId })
      for (const to of deps.mail.isOn ? deps.config.auditMailTo : [])
        await deps.jobs.enqueue(db, mailCheckpointJob, { checkpointId, to })
    }
  },
})

/** Keeps a checkpoint outside the database: in the log and in a file that is only added to. Twice is harmless. */
export const keepCheckpointJob = defineJob({
  name: 'audit.keepCheckpoint',
  payload: z.object({ checkpointId: z.string() }),
  options: { retryLimit: 20, retryDelay: 30, retryDelayMax: 3600 },
  async run({ db, config, log }, { checkpointId }) {
    const checkpoint = await findCheckpoint(db, checkpointId)
    if (!checkpoint) return
    log.info({ checkpoint: checkpoint.note }, 'audit checkpoint')
    const file = await open(join(config.dataDir, 'checkpoints.log'), 'a')
    try {
      await file.appendFile(`${checkpoint.note}\n`)
      await file.datasync()
    } finally {
      await file.close()
    }
  },
})

/** Sends a checkpoint to one of those who hold them outside. */
export const mailCheckpointJob = defineJob({
  name: 'audit.mailCheckpoint',
  payload: z.object({ checkpointId: z.string(), to: z.email() }),
  options: { retryLimit: 20, retryDelay: 60, retryDelayMax: 7200, sendsMail: true },
  async run({ db, mail }, { checkpointId, to }) {
    const checkpoint = await findCheckpoint(db, checkpointId)
    if (!checkpoint) return
    const id = `checkpoint-${checkpoint.size}-${checkpoint.root.toString('hex').slice(0, 16)}`
    await mail.send({ id, to, subject: `Audit checkpoint ${checkpoint.size}`, text: checkpoint.note })
  },
})
