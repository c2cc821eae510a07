import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { Schema } from '#src/platform/schema.ts'

export type AppealRow = Selectable<Schema['appeals']>
export type NewAppealRow = Insertable<Schema['appeals']>
export type AppealChange = Updateable<Schema['appeals']>

export const findAppeal = (db: ReadDb, id: string): Promise<AppealRow | undefined> =>
  db.selectFrom('appeals').selectAll().where('id', '=', id).executeTakeFirst()

/** The row, and nobody else changes it until the transaction ends. Always the first lock of an act (appeal → person). */
export const lockAppeal = (db: Db, id: string): Promise<AppealRow | undefined> =>
  db.selectFrom('appeals').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const findAppealByFormKey = (db: ReadDb, sha256: Uint8Array): Promise<AppealRow | undefined> =>
  db.selectFrom('appeals').selectAll().where('form_key_sha256', '=', Buffer.from(sha256)).executeTakeFirst()

/** Which of these vaults are an appeal's, and whether its secret was proved. */
export async function listProofs(
  db: ReadDb,
  vaults: readonly string[],
): Promise<{ vault: string; isProved: boolean }[]> {
  if (vaults.length === 0) return []
  const rows = await db
    .selectFrom('appeals')
    .select(['vault', 'secret_proved_at'])
    .where('vault', 'in', [...vaults])
    .execute()
  return rows.map((row) => ({ vault: row.vault, isProved: row.secret_proved_at !== null }))
}

/**
 * Just what proving a secret needs; for a number that is not there, no id and `decoy`. One row of the same columns either
 * way: 0.03 ms less for none could be told from 5,000 pairs of tries (trust goal S8).
 */
export const findSecretHash = (
  db: ReadDb,
  number: string,
  decoy: string,
): Promise<{ id: string | null; secretHash: string }> =>
  db
    .selectFrom(sql`(values (1))`.as<'one'>(sql`one (row)`))
    .leftJoin('appeals', (join) => join.on('appeals.number', '=', number))
    .select(['appeals.id', sql<string>`coalesce(appeals.secret_hash, ${decoy})`.as('secretHash')])
    .executeTakeFirstOrThrow()

export const findAppealIdByNumber = (db: ReadDb, number: string) =>
  db.selectFrom('appeals').select(['id', 'level', 'team_id']).where('number', '=', number).executeTakeFirst()

/** Gives the id; undefined when the number or the form key is taken already. */
export async function insertAppeal(db: Db, row: NewAppealRow): Promise<string | undefined> {
  const inserted = await db
    .insertInto('appeals')
    .values(row)
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

/** Changes the version that was locked, and only that. */
export async function updateAppeal(db: Db, id: string, version: number, change: AppealChange): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('appeals')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error('The appeal was changed without its lock.')
}

/** What is no act of anybody: due times after a changed calendar, the proof of the secret. */
export const updateAppealSilently = (db: Db, id: string, change: AppealChange) =>
  db.updateTable('appeals').set(change).where('id', '=', id).execute()

export const markProved = (db: Db, id: string, at: Date) =>
  db
    .updateTable('appeals')
    .set({ secret_proved_at: at })
    .where('id', '=', id)
    .where('secret_proved_at', 'is', null)
    .executeTakeFirst()

/** Ids of open appeals after this one, in order of id, for jobs that walk over all of them. */
export async function listOpenIds(db: ReadDb, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('appeals')
    .select('id')
    .where('id', '>', after)
    .where('state', '<>', 'closed')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** What one member of staff has now. */
export async function listOpenIdsOf(db: ReadDb, staffId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('appeals')
    .select('id')
    .where('assignee_id', '=', staffId)
    .where('state', '<>', 'closed')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Appeals of a team, open or closed, whose person should be phoned. */
export async function listIdsToCall(db: ReadDb, teamId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('appeals')
    .select('id')
    .where('team_id', '=', teamId)
    .where('call_since', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function countOpenOf(db: ReadDb, teamId: string): Promise<number> {
  const { n } = await db
    .selectFrom('appeals')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('team_id', '=', teamId)
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Those of these appeals that only protectors may see. */
export async function listProtectedAmong(db: ReadDb, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('appeals')
    .select('id')
    .where('id', 'in', [...ids])
    .where('level', '=', 'protected')
    .execute()
  return rows.map(({ id }) => id)
}

/** Wrapped data keys of appeals after this one, in order of id; each locked, so that sealing waits for its new wrapping. */
export const listDataKeys = (db: Db, after: string, limit: number) =>
  db
    .selectFrom('appeals')
    .select(['id', 'vault', 'data_key'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()
