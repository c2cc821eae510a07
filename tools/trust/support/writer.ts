import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import pino from 'pino'
import { openDurable } from '#src/platform/database/durable.ts'
import { openServer } from '#src/platform/database/server.ts'
import { prepareDatabase } from '#src/platform/database/prepare.ts'
import { createJobs } from '#src/platform/jobs-pg-boss.ts'
import { LEDGER_TABLES, ledgerJob, signLedger, writeLedger } from './ledger.ts'

// A process to be killed: writes without end and says each key after it was acknowledged.
// writer.ts embedded DIR [checkpointEveryMs] | writer.ts server URL
const [kind, where = '', checkpointEveryMs = '300000'] = process.argv.slice(2)
const database =
  kind === 'server'
    ? await openServer({ url: where, adminUrl: undefined })
    : await openDurable(where, { lookEveryMs: 250, checkpointEveryMs: Number(checkpointEveryMs) })
await prepareDatabase(database)
const admin = await database.openAdmin()
await admin.script(LEDGER_TABLES)
await admin.close()
const jobs = await createJobs(database, { jobs: [ledgerJob], hears: [] }, pino({ level: 'silent' }))
writeSync(1, 'ready\n')

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function writeForEver(): Promise<void> {
  for (;;) {
    const key = randomBytes(12).toString('hex')
    try {
      await writeLedger(database.db, jobs, key)
    } catch (error) {
      // Nothing was acknowledged; the person presses again.
      writeSync(2, `${String(error)}\n`)
      await pause(50)
      continue
    }
    writeSync(1, `${key}\n`)
  }
}

/** As the audit log's jobs do, only sooner. The blank at its end says that a line came whole. */
async function signForEver(): Promise<void> {
  for (;;) {
    await pause(200)
    try {
      const note = await signLedger(database.db)
      if (note !== undefined) writeSync(1, `note ${Buffer.from(note).toString('base64url')} \n`)
    } catch (error) {
      writeSync(2, `${String(error)}\n`)
    }
  }
}
await Promise.all([signForEver(), ...Array.from({ length: 8 }, writeForEver)])
