import type { Insertable, Selectable } from 'kysely'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { Schema } from '#src/platform/schema.ts'

export type MessageRow = Selectable<Schema['appeal_messages']>
export type AnswerRow = Selectable<Schema['appeal_answers']>
export type EventRow = Selectable<Schema['appeal_events']>
export type NewMessageRow = Insertable<Schema['appeal_messages']>
export type NewAnswerRow = Insertable<Schema['appeal_answers']>
export type NewEventRow = Insertable<Schema['appeal_events']>

export async function insertMessage(db: Db, row: NewMessageRow): Promise<string> {
  const { id } = await db.insertInto('appeal_messages').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function insertAnswers(db: Db, rows: readonly NewAnswerRow[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('appeal_answers')
      .values([...rows])
      .execute()
}

export async function insertEvents(db: Db, rows: readonly NewEventRow[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('appeal_events')
      .values([...rows])
      .execute()
}

export const listMessages = (db: ReadDb, appealId: string): Promise<MessageRow[]> =>
  db.selectFrom('appeal_messages').selectAll().where('appeal_id', '=', appealId).orderBy('id').execute()

export const listAnswers = (db: ReadDb, appealId: string): Promise<AnswerRow[]> =>
  db.selectFrom('appeal_answers').selectAll().where('appeal_id', '=', appealId).execute()

export const listEvents = (db: ReadDb, appealId: string): Promise<EventRow[]> =>
  db.selectFrom('appeal_events').selectAll().where('appeal_id', '=', appealId).orderBy('id').execute()

/** Was this act done already? A form key of another appeal is nobody's here. */
export async function hasEventOf(db: ReadDb, appealId: string, formKey: Uint8Array): Promise<boolean> {
  const row = await db
    .selectFrom('appeal_events')
    .select('id')
    .where('form_key', '=', Buffer.from(formKey))
    .where('appeal_id', '=', appealId)
    .executeTakeFirst()
  return row !== undefined
}

export const sealMessage = (db: Db, id: string, sealed: Uint8Array) =>
  db.updateTable('appeal_messages').set({ body: null, body_sealed: sealed }).where('id', '=', id).execute()

export const sealAnswer = (db: Db, appealId: string, questionId: string, sealed: Uint8Array) =>
  db
    .updateTable('appeal_answers')
    .set({ value: null, value_sealed: sealed })
    .where('appeal_id', '=', appealId)
    .where('question_id', '=', questionId)
    .execute()

export const sealWords = (db: Db, id: string, sealed: Uint8Array) =>
  db.updateTable('appeal_events').set({ words: null, words_sealed: sealed }).where('id', '=', id).execute()

export const updateDetails = (
  db: Db,
  id: string,
  columns: { readonly details: string; readonly rules_sealed: Uint8Array | null },
) => db.updateTable('appeal_events').set(columns).where('id', '=', id).execute()
