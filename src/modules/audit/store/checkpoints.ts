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

/** When the log was signed last, and the oldest act that no signature covers yet. */
export async function readSigning(
  db: ReadDb,
): Promise<{ readonly signedAt: Date | undefined; readonly unsignedSince: Date | undefined }> {
  const last = await findLastCheckpoint(db)
  const inTree = await db
    .selectFrom('audit_leaves as l')
    .innerJoin('audit_entries as e', 'e.id', 'l.entry_id')
    .select('e.at')
    .where('l.position', '=', String(last?.size ?? 0))
    .executeTakeFirst()
  // In the tree they stand in order of commit, waiting in order of their ids: nearly the order of time.
  const waiting = await db
    .selectFrom('audit_waiting as w')
    .innerJoin('audit_entries as e', 'e.id', 'w.entry_id')
    .select('e.at')
    .orderBy('w.entry_id')
    .limit(1)
    .executeTakeFirst()
  return { signedAt: last?.at, unsignedSince: inTree?.at ?? waiting?.at }
}
