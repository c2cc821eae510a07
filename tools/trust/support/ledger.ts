import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#src/platform/db.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { OpenSession } from '#src/platform/database/session.ts'
import { defineJob } from '#src/platform/jobs.ts'
import type { Jobs } from '#src/platform/jobs.ts'

/**
 * The smallest thing that looks like an appeal coming in: a row with a key of its own, an entry beside it and a job
 * that follows from it, in one transaction.
 */
export const LEDGER_TABLES = `
  create table if not exists trust_rows (key text primary key, words text not null);
  create index if not exists trust_rows_words on trust_rows (words);
  create table if not exists trust_entries (id bigint generated always as identity primary key, key text not null)`

export const ledgerJob = defineJob({
  name: 'trust.follow',
  payload: z.object({ key: z.string() }),
  run: () => Promise.resolve(),
})

export async function writeLedger(db: Db, jobs: Jobs, key: string): Promise<void> {
  await inTransaction(db, async (db) => {
    await sql`insert into trust_rows (key, words) values (${key}, ${`${key} `.repeat(20)}) on conflict do nothing`.execute(
      db,
    )
    await sql`insert into trust_entries (key) values (${key})`.execute(db)
    await jobs.enqueue(db, ledgerJob, { key })
  })
}

export type LedgerFindings = {
  readonly rows: number
  /** Acknowledged, and not there. */
  readonly lost: number
  /** There without its entry or its job, or with two of them. */
  readonly halves: number
}

/** Compares what is there with the keys that were acknowledged. */
export async function checkLedger(session: OpenSession, acknowledged: ReadonlySet<string>): Promise<LedgerFindings> {
  const found = await session.rows<{ key: string; entries: number; jobs: number }>(`
    select r.key,
      (select count(*)::int from trust_entries e where e.key = r.key) as entries,
      (select count(*)::int from pgboss.job j where j.name = 'trust.follow' and j.data -> 'payload' ->> 'key' = r.key) as jobs
    from (select key from trust_rows offset 0) r`)
  const keys = new Set(found.map(({ key }) => key))
  return {
    rows: found.length,
    lost: [...acknowledged].filter((key) => !keys.has(key)).length,
    halves: found.filter(({ entries, jobs }) => entries !== 1 || jobs !== 1).length,
  }
}
