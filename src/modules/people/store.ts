import type { Lang } from '#src/kernel/lang.ts'
import { insertMany, type BulkRow } from '#src/platform/bulk.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { ContactKind } from './rules.ts'

export type PersonRow = {
  readonly id: string
  readonly lang: Lang
  readonly time_zone: string
  readonly name_sealed: Uint8Array | null
  readonly pin_sealed: Uint8Array | null
  readonly erased_at: Date | null
}

export type ContactRow = {
  readonly id: string
  readonly person_id: string
  readonly kind: ContactKind
  readonly value_sealed: Uint8Array
  readonly value_hash: string
  readonly is_safe: boolean
  readonly may_call: boolean
  readonly may_message: boolean
  readonly verified_at: Date | null
}

const personColumns = ['id', 'lang', 'time_zone', 'name_sealed', 'pin_sealed', 'erased_at'] as const
const contactColumns = [
  'id',
  'person_id',
  'kind',
  'value_sealed',
  'value_hash',
  'is_safe',
  'may_call',
  'may_message',
  'verified_at',
] as const

export async function insertPerson(
  db: Db,
  person: { lang: Lang; time_zone: string; created_at: Date },
): Promise<string> {
  const row = await db.insertInto('people').values(person).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export const insertPeopleRows = (db: Db, rows: readonly BulkRow<'people'>[]) => insertMany(db, 'people', rows)
export const insertContactRows = (db: Db, rows: readonly BulkRow<'contacts'>[]) => insertMany(db, 'contacts', rows)

export async function updateSealed(
  db: Db,
  id: string,
  sealed: { name_sealed?: Buffer | null; pin_sealed?: Buffer | null; pin_hash?: string | null; erased_at?: Date },
): Promise<void> {
  await db.updateTable('people').set(sealed).where('id', '=', id).execute()
}

export async function updateTimeZone(db: Db, id: string, timeZone: string): Promise<void> {
  await db.updateTable('people').set({ time_zone: timeZone }).where('id', '=', id).execute()
}

export async function findPerson(db: ReadDb, id: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').select(personColumns).where('id', '=', id).executeTakeFirst()
}

/** In the order of their ids, locked: who is erased meanwhile must not come back. */
export const lockPeopleAfter = (db: Db, afterId: string, limit: number): Promise<PersonRow[]> =>
  db
    .selectFrom('people')
    .select(personColumns)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()

export async function upsertContact(
  db: Db,
  contact: Omit<ContactRow, 'id' | 'verified_at' | 'value_sealed'> & { value_sealed: Buffer; created_at: Date },
): Promise<string> {
  const { is_safe, may_call, may_message } = contact
  const row = await db
    .insertInto('contacts')
    .values(contact)
    .onConflict((on) => on.columns(['person_id', 'kind', 'value_hash']).doUpdateSet({ is_safe, may_call, may_message }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function listContactRows(db: ReadDb, personId: string): Promise<ContactRow[]> {
  return db.selectFrom('contacts').select(contactColumns).where('person_id', '=', personId).orderBy('id').execute()
}

export async function findContactRow(db: ReadDb, id: string): Promise<ContactRow | undefined> {
  return db.selectFrom('contacts').select(contactColumns).where('id', '=', id).executeTakeFirst()
}

export async function updateContactSeal(db: Db, id: string, value_sealed: Buffer): Promise<void> {
  await db.updateTable('contacts').set({ value_sealed }).where('id', '=', id).execute()
}

export async function deleteContacts(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('contacts').where('person_id', '=', personId).execute()
}

export async function hasVerifiedContact(db: ReadDb, kind: ContactKind, valueHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('contacts')
    .select('id')
    .where('value_hash', '=', valueHash)
    .where('kind', '=', kind)
    .where('verified_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function listPersonIdsByContact(db: ReadDb, kind: ContactKind, valueHash: string): Promise<string[]> {
  const rows = await db
    .selectFrom('contacts')
    .select('person_id')
    .where('value_hash', '=', valueHash)
    .where('kind', '=', kind)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

export async function listPersonIdsByPin(db: ReadDb, pinHash: string): Promise<string[]> {
  const rows = await db.selectFrom('people').select('id').where('pin_hash', '=', pinHash).orderBy('id').execute()
  return rows.map((row) => row.id)
}

export async function replaceCheck(
  db: Db,
  check: {
    contact_id: string
    token_hash: string
    token_until: Date
    code_hash: string
    code_until: Date
    tries_left: number
  },
): Promise<void> {
  const { contact_id: _, ...renewed } = check
  await db
    .insertInto('contact_checks')
    .values(check)
    .onConflict((on) => on.column('contact_id').doUpdateSet(renewed))
    .execute()
}

export async function findContactByToken(db: ReadDb, tokenHash: string, now: Date): Promise<string | undefined> {
  const row = await db
    .selectFrom('contact_checks')
    .select('contact_id')
    .where('token_hash', '=', tokenHash)
    .where('token_until', '>', now)
    .executeTakeFirst()
  return row?.contact_id
}

/** Takes one of the tries and gives the hash to compare with; undefined when none is left or the time is over. */
export async function takeTry(db: Db, contactId: string, now: Date): Promise<string | undefined> {
  const row = await db
    .updateTable('contact_checks')
    .set((set) => ({ tries_left: set('tries_left', '-', 1) }))
    .where('contact_id', '=', contactId)
    .where('code_until', '>', now)
    .where('tries_left', '>', 0)
    .returning('code_hash')
    .executeTakeFirst()
  return row?.code_hash
}

/** Keeps the first moment of proof: a second tap changes nothing, and gives false. */
export async function markVerified(db: Db, contactId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('contacts')
    .set({ verified_at: now })
    .where('id', '=', contactId)
    .where('verified_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
