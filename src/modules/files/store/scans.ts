import type { Db, ReadDb } from '#src/platform/db.ts'

export type ToScan = { readonly scan_copy: string; readonly scan_key_wrapped: Uint8Array }

/** Undefined: it is gone, or has its verdict. */
export async function findToScan(db: ReadDb, id: string): Promise<ToScan | undefined> {
  const row = await db
    .selectFrom('files')
    .select(['scan_copy', 'scan_key_wrapped'])
    .where('id', '=', id)
    .where('scan', '=', 'waiting')
    .executeTakeFirst()
  if (!row || row.scan_copy === null || row.scan_key_wrapped === null) return undefined
  return { scan_copy: row.scan_copy, scan_key_wrapped: row.scan_key_wrapped }
}

/** The oldest first. */
export async function listToScan(db: ReadDb, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('files')
    .select('id')
    .where('scan', '=', 'waiting')
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** False: it did not wait any more. */
export async function updateScanned(db: Db, id: string, scan: 'clean' | 'refused'): Promise<boolean> {
  const result = await db
    .updateTable('files')
    .set({ scan, scan_copy: null, scan_key_wrapped: null })
    .where('id', '=', id)
    .where('scan', '=', 'waiting')
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

export async function readScanState(db: ReadDb): Promise<{ waiting: number; since: Date | undefined }> {
  const row = await db
    .selectFrom('files')
    .select(({ fn }) => [fn.countAll<string | number>().as('waiting'), fn.min('created_at').as('since')])
    .where('scan', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.waiting), since: row.since ?? undefined }
}

export async function listScanKeysAfter(db: ReadDb, afterId: string, limit: number) {
  return db
    .selectFrom('files')
    .select(['id', 'scan_copy', 'scan_key_wrapped'])
    .where('scan', '=', 'waiting')
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function updateScanKey(db: Db, id: string, wrapped: Buffer): Promise<void> {
  await db
    .updateTable('files')
    .set({ scan_key_wrapped: wrapped })
    .where('id', '=', id)
    .where('scan', '=', 'waiting')
    .execute()
}
