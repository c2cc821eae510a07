import type { ExpressionBuilder } from 'kysely'
import type { Lang } from '#src/kernel/lang.ts'
import type { AppealKind } from '#src/modules/appeals/index.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { Schema } from '#src/platform/schema.ts'
import type { Step } from './rules/steps.ts'

export type DraftRow = {
  readonly id: string
  readonly data_key: Uint8Array
  readonly form_key_sealed: Uint8Array
  readonly content_sealed: Uint8Array
  readonly kind: AppealKind
  readonly lang: Lang
  readonly channel: 'web' | 'phone' | 'visit'
  readonly filed_by: string | null
  readonly updated_at: Date
  readonly sent_at: Date | null
  /** Hash of the browser's form cookie. */
  readonly sent_from: string | null
}

type NewDraftRow = Omit<DraftRow, 'sent_at' | 'sent_from' | 'data_key' | 'form_key_sealed' | 'content_sealed'> & {
  data_key: Buffer
  form_key_sealed: Buffer
  content_sealed: Buffer
  token_hash: string
  step: Step
  created_at: Date
}

const columns = [
  'id',
  'data_key',
  'form_key_sealed',
  'content_sealed',
  'kind',
  'lang',
  'channel',
  'filed_by',
  'updated_at',
  'sent_at',
  'sent_from',
] as const

/** One that was sent is found whenever it was changed: it is what the receipt is shown from again. */
const isKept = (notBefore: Date) => (of: ExpressionBuilder<Schema, 'drafts'>) =>
  of.or([of('drafts.updated_at', '>=', notBefore), of('drafts.sent_at', 'is not', null)])

export async function insertDraft(db: Db, draft: NewDraftRow): Promise<void> {
  await db.insertInto('drafts').values(draft).execute()
}

export async function findDraftByToken(db: ReadDb, tokenHash: string, notBefore: Date): Promise<DraftRow | undefined> {
  return db
    .selectFrom('drafts')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where(isKept(notBefore))
    .executeTakeFirst()
}

/** The draft that this token was given for on a further device, with whose that device is. */
export async function findDraftByDevice(
  db: ReadDb,
  tokenHash: string,
  notBefore: Date,
): Promise<(DraftRow & { is_own: boolean }) | undefined> {
  return db
    .selectFrom('draft_devices')
    .innerJoin('drafts', 'drafts.id', 'draft_devices.draft_id')
    .select([...columns, 'draft_devices.is_own'])
    .where('draft_devices.token_hash', '=', tokenHash)
    .where(isKept(notBefore))
    .executeTakeFirst()
}

export async function findDraftById(db: ReadDb, id: string, notBefore: Date): Promise<DraftRow | undefined> {
  return db.selectFrom('drafts').select(columns).where('id', '=', id).where(isKept(notBefore)).executeTakeFirst()
}

export async function insertDevice(
  db: Db,
  device: { token_hash: string; draft_id: string; is_own: boolean; made_at: Date },
): Promise<void> {
  await db.insertInto('draft_devices').values(device).execute()
}

export async function deleteDevices(db: Db, draftId: string): Promise<void> {
  await db.deleteFrom('draft_devices').where('draft_id', '=', draftId).execute()
}

export async function insertCode(db: Db, code: { lookup: string; draft_sealed: Buffer; made_at: Date }): Promise<void> {
  await db.insertInto('draft_codes').values(code).execute()
}

export async function findCode(db: ReadDb, lookup: string, notBefore: Date): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('draft_codes')
    .select('draft_sealed')
    .where('lookup', '=', lookup)
    .where('made_at', '>=', notBefore)
    .executeTakeFirst()
  return row?.draft_sealed
}

export async function deleteCodesBefore(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('draft_codes').where('made_at', '<', before).execute()
}

/** False when no draft that is filed for somebody has this token. */
export async function replaceToken(db: Db, from: string, to: string): Promise<boolean> {
  const row = await db
    .updateTable('drafts')
    .set({ token_hash: to })
    .where('token_hash', '=', from)
    .where('filed_by', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The row, held until the transaction ends: two screens saved at once come one after the other. */
export async function lockDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  return db.selectFrom('drafts').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function updateDraft(
  db: Db,
  id: string,
  changed: {
    kind?: AppealKind
    data_key?: Buffer
    content_sealed?: Buffer
    step?: Step
    updated_at?: Date
    sent_at?: Date
    sent_from?: string | null
    token_hash?: string
  },
): Promise<void> {
  await db.updateTable('drafts').set(changed).where('id', '=', id).execute()
}

export async function deleteDraft(db: Db, id: string): Promise<void> {
  await db.deleteFrom('drafts').where('id', '=', id).execute()
}

export async function listDraftsBefore(
  db: ReadDb,
  before: Date,
  limit: number,
): Promise<Pick<DraftRow, 'id' | 'channel' | 'sent_at'>[]> {
  return db
    .selectFrom('drafts')
    .select(['id', 'channel', 'sent_at'])
    .where('updated_at', '<', before)
    .orderBy('updated_at')
    .limit(limit)
    .execute()
}

/** Each locked: a draft that is emptied meanwhile gets another data key. */
export async function listKeysAfter(
  db: Db,
  afterId: string,
  limit: number,
): Promise<Pick<DraftRow, 'id' | 'data_key' | 'form_key_sealed'>[]> {
  return db
    .selectFrom('drafts')
    .select(['id', 'data_key', 'form_key_sealed'])
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()
}

export async function updateKeys(
  db: Db,
  id: string,
  keys: { data_key: Buffer; form_key_sealed: Buffer },
): Promise<void> {
  await db.updateTable('drafts').set(keys).where('id', '=', id).execute()
}
