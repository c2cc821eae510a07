import { insertMany, reserveIds, type BulkRow } from '#src/platform/bulk.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'

/** All rows of some new appeals; ids come from reserveAppealIds. */
export type AppealRows = {
  readonly appeals: readonly BulkRow<'appeals'>[]
  readonly answers: readonly BulkRow<'appeal_answers'>[]
  readonly messages: readonly BulkRow<'appeal_messages'>[]
  readonly events: readonly BulkRow<'appeal_events'>[]
  readonly clocks: readonly BulkRow<'appeal_clocks'>[]
  readonly closings: readonly BulkRow<'appeal_closings'>[]
  readonly waits: readonly BulkRow<'appeal_pauses'>[]
}

export const reserveAppealIds = (db: Db, count: number) => reserveIds(db, 'appeals', count)
export const reserveMessageIds = (db: Db, count: number) => reserveIds(db, 'appeal_messages', count)

export async function insertAppealRows(db: Db, rows: AppealRows): Promise<void> {
  await insertMany(db, 'appeals', rows.appeals)
  await insertMany(db, 'appeal_answers', rows.answers, ['value'])
  await insertMany(db, 'appeal_messages', rows.messages)
  await insertMany(db, 'appeal_events', rows.events, ['details'])
  await insertMany(db, 'appeal_clocks', rows.clocks)
  await insertMany(db, 'appeal_pauses', rows.waits)
  await insertMany(db, 'appeal_closings', rows.closings)
}

/** How many appeals have this hash in place of a secret's, and whether there are any others. */
export async function countByHash(db: ReadDb, hash: string): Promise<{ these: number; areThereOthers: boolean }> {
  const { these } = await db
    .selectFrom('appeals')
    .select((eb) => eb.fn.countAll<string>().as('these'))
    .where('secret_hash', '=', hash)
    .executeTakeFirstOrThrow()
  const other = await db.selectFrom('appeals').select('id').where('secret_hash', '<>', hash).limit(1).executeTakeFirst()
  return { these: Number(these), areThereOthers: other !== undefined }
}
