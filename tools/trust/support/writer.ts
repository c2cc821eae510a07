import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import pino from 'pino'
import { openDurable } from '#src/platform/database/durable.ts'
import { openServer } from '#src/platform/database/server.ts'
import { prepareDatabase } from '#src/platform/database/prepare.ts'
import { createJobs } from '#src/platform/jobs-pg-boss.ts'
import { LEDGER_TABLES, ledgerJob, writeLedger } from './ledger.ts'

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

async function writeForEver(): Promise<void> {
  for (;;) {
    const key = randomBytes(12).toString('hex')
    try {
      await writeLedger(database.db, jobs, key)
    } catch (error) {
      // Nothing was acknowledged; the person presses again.
      writeSync(2, `${String(error)}\n`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      continue
    }
    writeSync(1, `${key}\n`)
  }
}
await Promise.all(Array.from({ length: 8 }, writeForEver))
