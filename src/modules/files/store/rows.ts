import { sql } from 'kysely'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { FileOwner, FileType } from '#src/modules/files/rules.ts'

export type FileRow = {
  readonly id: string
  readonly message_id: string | null
  readonly name_sealed: Uint8Array
  readonly type: FileType
  readonly bytes: number
  readonly scan: 'waiting' | 'clean' | 'refused' | null
}

const columns = ['id', 'message_id', 'name_sealed', 'type', 'bytes', 'scan'] as const

/** Until the transaction ends nobody else counts or adds files of this owner. */
export async function lockOwner(db: Db, owner: FileOwner): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`files ${owner.kind} ${owner.id}`}))`.execute(db)
}

export async function countWaiting(db: ReadDb, owner: FileOwner): Promise<number> {
  const row = await db
    .selectFrom('files')
    .select((select) => select.fn.countAll<string | number>().as('n'))
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .where('message_id', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Of everybody's files that were not sent; the smallest takes a block and a row, too. */
export async function sumWaitingBytes(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('files')
    .select(sql<string | number>`coalesce(sum(greatest(bytes, 16384)), 0)`.as('bytes'))
    .where('message_id', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.bytes)
}

export async function insertFile(
  db: Db,
  owner: FileOwner,
  file: { id: string; name_sealed: Buffer; type: FileType; bytes: number; created_at: Date },
  scan: { scan: 'waiting'; scan_copy: string; scan_key_wrapped: Buffer } | undefined,
): Promise<void> {
  await db
    .insertInto('files')
    .values({ ...file, ...scan, owner_kind: owner.kind, owner_id: owner.id })
    .execute()
}

export async function listFileRows(db: ReadDb, owner: FileOwner): Promise<FileRow[]> {
  return db
    .selectFrom('files')
    .select(columns)
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export async function findFileRow(db: ReadDb, owner: FileOwner, id: string): Promise<FileRow | undefined> {
  return db
    .selectFrom('files')
    .select(columns)
    .where('id', '=', id)
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .executeTakeFirst()
}

/** Only what waits: what was sent belongs to the record. Gives the ids of the bytes that went, those of copies too. */
export async function deleteWaiting(db: Db, owner: FileOwner, id?: string): Promise<string[]> {
  const rows = await db
    .deleteFrom('files')
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .where('message_id', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '=', String(id)))
    .returning(['id', 'scan_copy'])
    .execute()
  return rows.flatMap(({ id, scan_copy }) => (scan_copy === null ? [id] : [id, scan_copy]))
}

export async function updateOwner(db: Db, from: FileOwner, to: FileOwner, messageId: string): Promise<number> {
  const result = await db
    .updateTable('files')
    .set({ owner_kind: to.kind, owner_id: to.id, message_id: messageId })
    .where('owner_kind', '=', from.kind)
    .where('owner_id', '=', from.id)
    .where('message_id', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Which of these are bytes that a row needs: a file's own, unless it was refused, and the copy that waits for the scanner. */
export async function listKnownIds(db: ReadDb, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('files')
    .select(['id', 'scan', 'scan_copy'])
    .where((where) => where.or([where('id', 'in', ids), where('scan_copy', 'in', ids)]))
    .execute()
  return new Set(rows.flatMap(({ id, scan, scan_copy }) => [scan === 'refused' ? [] : [id], scan_copy ?? []].flat()))
}
