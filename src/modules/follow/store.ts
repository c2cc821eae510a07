import type { Db, ReadDb } from '#src/platform/db.ts'

export type SessionRow = {
  readonly id: string
  readonly appealId: string
  readonly openedAt: Date
  readonly expiresAt: Date
}

type NewSession = {
  readonly tokenHash: string
  readonly appealId: string
  readonly openedAt: Date
  readonly expiresAt: Date
}

export async function insertSession(db: Db, { tokenHash, appealId, openedAt, expiresAt }: NewSession): Promise<string> {
  const { id } = await db
    .insertInto('person_sessions')
    .values({ token_hash: tokenHash, appeal_id: appealId, opened_at: openedAt, expires_at: expiresAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findSession(db: ReadDb, tokenHash: string): Promise<SessionRow | undefined> {
  const row = await db
    .selectFrom('person_sessions')
    .select(['id', 'appeal_id', 'opened_at', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row && sessionFrom(row)
}

export async function getSession(db: ReadDb, id: string): Promise<SessionRow> {
  const row = await db
    .selectFrom('person_sessions')
    .select(['id', 'appeal_id', 'opened_at', 'expires_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return sessionFrom(row)
}

const sessionFrom = (row: { id: string; appeal_id: string; opened_at: Date; expires_at: Date }): SessionRow => ({
  id: row.id,
  appealId: row.appeal_id,
  openedAt: row.opened_at,
  expiresAt: row.expires_at,
})

export async function updateSession(db: Db, id: string, change: { expires_at: Date }) {
  await db.updateTable('person_sessions').set(change).where('id', '=', id).execute()
}

/** Gives the appeal it had opened; undefined when it had ended. */
export async function deleteSession(db: Db, tokenHash: string): Promise<string | undefined> {
  const row = await db
    .deleteFrom('person_sessions')
    .where('token_hash', '=', tokenHash)
    .returning('appeal_id')
    .executeTakeFirst()
  return row?.appeal_id
}

export async function deleteEnded(db: Db, before: Date) {
  await db.deleteFrom('person_sessions').where('expires_at', '<', before).execute()
}
