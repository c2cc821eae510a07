import type { Db, ReadDb } from '#src/platform/db.ts'

export type StoredCheckpoint = {
  readonly id: string
  readonly size: number
  readonly root: Buffer
  readonly note: string
  readonly at: Date
}

export async function insertCheckpoint(
  db: Db,
  { size, root, note, at }: Omit<StoredCheckpoint, 'id'>,
): Promise<string> {
  const { id } = await db
    .insertInto('audit_checkpoints')
    .values({ size, root, note, at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findCheckpoint(db: ReadDb, id: string): Promise<StoredCheckpoint | undefined> {
  const row = await db.selectFrom('audit_checkpoints').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, size: Number(row.size) }
}

export async function findLastCheckpoint(db: ReadDb): Promise<StoredCheckpoint | undefined> {
  const row = await db.selectFrom('audit_checkpoints').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst()
  return row && { ...row, size: Number(row.size) }
}

export async function listCheckpoints(db: ReadDb): Promise<readonly StoredCheckpoint[]> {
  const rows = await db.selectFrom('audit_checkpoints').selectAll().orderBy('size').execute()
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}
