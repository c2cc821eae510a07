import { sql } from 'kysely'
import pino from 'pino'
import { expect, test } from 'vitest'
import { openTestDatabase } from '#test/support/database.ts'
import { createJobs } from '#src/platform/jobs-pg-boss.ts'
import { checkLedger, LEDGER_TABLES, ledgerJob, signLedger, writeLedger } from './ledger.ts'

test('a log that lost what was signed before the cut is found, also where no row is missing', async () => {
  const database = await openTestDatabase()
  const { db } = database
  const admin = await database.openAdmin()
  await admin.script(LEDGER_TABLES)
  await admin.close()
  const jobs = await createJobs(database, { jobs: [ledgerJob], hears: [] }, pino({ level: 'silent' }))
  for (const key of ['one', 'two', 'three']) await writeLedger(db, jobs, key)
  const note = await signLedger(db)
  const told = { keys: new Set(['one', 'two', 'three']), notes: [note ?? ''] }
  expect(await checkLedger(database, told)).toEqual({ rows: 3, lost: 0, halves: 0, unsound: 0 })
  await sql`alter table audit_checkpoints disable trigger user`.execute(db)
  await sql`delete from audit_checkpoints`.execute(db)
  expect(await checkLedger(database, told)).toEqual({ rows: 3, lost: 0, halves: 0, unsound: 1 })
  await jobs.stop()
  await database.close()
})
