import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from './db.ts'
import { defineJob, type Jobs } from './jobs.ts'

export const DEAD_QUEUE = 'dead'

/** A job that failed at every try and waits for somebody to look. */
export type DeadJob = {
  readonly id: string
  readonly job: string
  readonly diedAt: Date
  readonly tries: number
  readonly why: string
}

/** The newest first. For the administrator's page. */
export async function listDeadJobs(db: Db, limit = 50): Promise<DeadJob[]> {
  const found = await sql<DeadJob>`
    select id, source_name as job, created_on as "diedAt", source_retry_count + 1 as tries,
      coalesce(source_output ->> 'message', '') as why
    from pgboss.job where name = ${DEAD_QUEUE} and state = 'created'
    order by created_on desc, id limit ${limit}`.execute(db)
  return found.rows
}

export async function countDeadJobs(db: Db): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from pgboss.job where name = ${DEAD_QUEUE} and state = 'created'`.execute(db)
  return found.rows[0]?.n ?? 0
}

/**
 * Since when the job that is due longest waits for a worker; undefined: none does. Old ones mean that no worker runs.
 * Queue by queue along pg-boss's own index of what is alive (job_i14).
 */
export async function findLatestDue(db: Db, now: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ since: Date | null }>`
    select min(due.since) as since from pgboss.queue cross join lateral (
      select start_after as since from pgboss.job
      where job.name = queue.name and state in ('created', 'retry') and not blocked and start_after < ${now}
      order by start_after limit 1
    ) as due where queue.name <> ${DEAD_QUEUE}`.execute(db)
  return rows[0]?.since ?? undefined
}

/** Takes a job from the dead for good. Undefined: it is not there (any more), somebody else was faster. */
export async function removeDeadJob(db: Db, id: string): Promise<{ readonly job: string } | undefined> {
  const { rows } = await sql<{ job: string }>`
    delete from pgboss.job where name = ${DEAD_QUEUE} and state = 'created' and id = ${id}::uuid
    returning source_name as job`.execute(db)
  return rows[0]
}

/** Puts a dead job back into its queue, to be tried as if it was new. False: not there, or no module has such jobs any more. */
export async function reviveDeadJob(
  { db, jobs }: { readonly db: Db; readonly jobs: Jobs },
  id: string,
): Promise<boolean> {
  const { rows } = await sql<{ job: string; payload: unknown }>`
    delete from pgboss.job where name = ${DEAD_QUEUE} and state = 'created' and id = ${id}::uuid
      and source_name in (select name from pgboss.queue)
    returning source_name as job, data -> 'payload' as payload`.execute(db)
  const [dead] = rows
  if (!dead) return false
  // Its own module parses the payload when it runs.
  const again = defineJob({ name: dead.job, payload: z.unknown(), run: async () => undefined })
  await jobs.enqueue(db, again, dead.payload, { onlyOne: `again ${id}` })
  return true
}

/** What may be kept and logged of an error: its kind, code and words, without an address in them. */
export function failureOf(error: unknown): { name: string; code?: string; message: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: 'unknown' }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { name: error.name, ...code, message: withoutAddresses(error.message.slice(0, 1000)).slice(0, 300) }
}

// Given a piece only: where there is no @, looking for one costs the square of the length.
const withoutAddresses = (text: string) => text.replace(/[^\s<>"']+@[^\s<>"']+/g, '…')
