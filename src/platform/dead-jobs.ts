import { sql } from 'kysely'
import type { Db } from './db.ts'

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

/** What may be kept and logged of an error: its kind, code and words, without an address in them. */
export function failureOf(error: unknown): { name: string; code?: string; message: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: 'unknown' }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { name: error.name, ...code, message: withoutAddresses(error.message.slice(0, 1000)).slice(0, 300) }
}

// Given a piece only: where there is no @, looking for one costs the square of the length.
const withoutAddresses = (text: string) => text.replace(/[^\s<>"']+@[^\s<>"']+/g, '…')
