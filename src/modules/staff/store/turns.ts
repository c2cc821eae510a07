import { sql } from 'kysely'
import type { Db } from '#src/platform/db.ts'

// Any number, the same for every process; the second one says for what.
const STAFF_LOCKS = 53_100
const turns = { administrators: 1, teams: 2, duty: 3 } as const

/** Waits until no other transaction changes the same thing; the turn ends with the transaction. */
export async function waitForTurn(db: Db, what: keyof typeof turns): Promise<void> {
  await sql`select pg_advisory_xact_lock(${STAFF_LOCKS}::int, ${turns[what]}::int)`.execute(db)
}
