import { sql } from 'kysely'
import { z } from 'zod'
import { appendEntries } from '#src/modules/audit/append-entries.ts'
import { record, verifyAudit } from '#src/modules/audit/index.ts'
import { signCheckpoint } from '#src/modules/audit/sign-checkpoint.ts'
import { findCheckpoint } from '#src/modules/audit/store/checkpoints.ts'
import { systemClock } from '#src/platform/clock.ts'
import { readConfig } from '#src/platform/config.ts'
import type { Database } from '#src/platform/database/open.ts'
import type { Db } from '#src/platform/db.ts'
import { inTransaction } from '#src/platform/db.ts'
import { defineJob } from '#src/platform/jobs.ts'
import type { Jobs } from '#src/platform/jobs.ts'
import { newKeyFileText, parseKeyFile } from '#src/platform/key-file.ts'
import { keyringFrom } from '#src/platform/keyring.ts'

/**
 * The smallest thing that looks like an appeal coming in: a row with a key of its own, its entry in the audit log and a job
 * that follows from it, in one transaction.
 */
export const LEDGER_TABLES = `
  create table if not exists trust_rows (key text primary key, words text not null);
  create index if not exists trust_rows_words on trust_rows (words)`

/** The audit log's key is one for whoever writes and whoever looks afterwards: it goes to the writer by its environment. */
export const ledgerEnvironment = { TRUST_KEYS: process.env['TRUST_KEYS'] ?? newKeyFileText() }
const keys = keyringFrom(parseKeyFile(ledgerEnvironment.TRUST_KEYS))

export const ledgerJob = defineJob({
  name: 'trust.follow',
  payload: z.object({ key: z.string() }),
  run: () => Promise.resolve(),
})

const ACT = 'trust.written'

export async function writeLedger(db: Db, jobs: Jobs, key: string): Promise<void> {
  await inTransaction(db, async (db) => {
    await sql`insert into trust_rows (key, words) values (${key}, ${`${key} `.repeat(20)}) on conflict do nothing`.execute(
      db,
    )
    await record(db, { who: { kind: 'public' }, what: ACT, on: { kind: 'row', id: key } }, systemClock.now())
    await jobs.enqueue(db, ledgerJob, { key })
  })
}

/** Brings the entries into the audit log's tree and signs it as it stands; the note is for whoever keeps it outside. */
export async function signLedger(db: Db): Promise<string | undefined> {
  const read = readConfig({ LOG_LEVEL: 'silent' })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  await appendEntries({ db })
  const id = await signCheckpoint({ db, clock: systemClock, config: read.config, keys })
  return id === undefined ? undefined : (await findCheckpoint(db, id))?.note
}

/** What was told to somebody outside, and must be there. */
export type Told = { readonly keys: ReadonlySet<string>; readonly notes: readonly string[] }

export type LedgerFindings = {
  readonly rows: number
  /** Acknowledged, and not there. */
  readonly lost: number
  /** There without its entry or its job, or with two of them. */
  readonly halves: number
  /** What is wrong with the audit log, against its own checkpoints and those that were told. */
  readonly unsound: number
}

/** Compares what is there with what was told. */
export async function checkLedger(database: Database, told: Told): Promise<LedgerFindings> {
  const session = await database.openAdmin()
  const found = await session.rows<{ key: string; entries: number; jobs: number }>(`
    select r.key,
      (select count(*)::int from audit_entries e where e.on_kind = 'row' and e.on_id = r.key and e.what = '${ACT}') as entries,
      (select count(*)::int from pgboss.job j where j.name = 'trust.follow' and j.data -> 'payload' ->> 'key' = r.key) as jobs
    from (select key from trust_rows offset 0) r`)
  await session.close()
  const { problems } = await verifyAudit(
    { db: database.db, keys },
    told.notes.length > 0 ? told.notes.join('\n') : undefined,
  )
  const there = new Set(found.map(({ key }) => key))
  return {
    rows: found.length,
    lost: [...told.keys].filter((key) => !there.has(key)).length,
    halves: found.filter(({ entries, jobs }) => entries !== 1 || jobs !== 1).length,
    unsound: problems.length,
  }
}
