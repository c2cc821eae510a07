import { sql } from 'kysely'
import type { FileOwner } from '#src/modules/files/index.ts'
import type { ReadDb } from '#src/platform/db.ts'
import { UNSENT, unsentOf, type Side } from '#src/modules/appeals/rules/vault.ts'

/** Files of one side of an appeal: those of its messages, and what waits in its forms. The opening is the person's, whoever filed it. */
export async function sumFilesOf(
  db: ReadDb,
  side: Side,
  appealId: string,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const ofStaff = db
    .selectFrom('appeal_messages')
    .select(sql<string>`id::text`.as('id'))
    .where('appeal_id', '=', appealId)
    .where('staff_id', 'is not', null)
  const row = await db
    .selectFrom('files')
    .select(({ fn }) => [
      fn.countAll<string | number>().as('files'),
      fn.sum<string | number | null>('bytes').as('bytes'),
    ])
    .where((file) =>
      file.or([
        file.and([
          file('owner_kind', '=', 'appeal'),
          file('owner_id', '=', appealId),
          file('message_id', side === 'staff' ? 'in' : 'not in', ofStaff),
        ]),
        file.and([file('owner_kind', '=', 'draft'), file('owner_id', 'like', `${unsentOf(side, appealId)}%`)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return { files: Number(row.files), bytes: Number(row.bytes ?? 0) }
}

/** Whose a file of this appeal is: the appeal's own, or that of a form of this side in which it waits. */
export async function findOwnerOfFile(
  db: ReadDb,
  side: Side,
  appealId: string,
  fileId: string,
): Promise<FileOwner | undefined> {
  const row = await db
    .selectFrom('files')
    .select(['owner_kind', 'owner_id'])
    .where('id', '=', fileId)
    .where((file) =>
      file.or([
        file.and([file('owner_kind', '=', 'appeal'), file('owner_id', '=', appealId)]),
        file.and([file('owner_kind', '=', 'draft'), file('owner_id', 'like', `${unsentOf(side, appealId)}%`)]),
      ]),
    )
    .executeTakeFirst()
  return row && { kind: row.owner_kind === 'appeal' ? 'appeal' : 'draft', id: row.owner_id }
}

/** Owners of files that were uploaded for a message before then and never sent. */
export async function listUnsentFileOwners(db: ReadDb, before: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('files')
    .select('owner_id')
    .distinct()
    .where('owner_kind', '=', 'draft')
    .where('owner_id', 'like', `${UNSENT}%`)
    .where('created_at', '<', before)
    .execute()
  return rows.map(({ owner_id }) => owner_id)
}
