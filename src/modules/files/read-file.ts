import type { ReadDb } from '#src/platform/db.ts'
import type { Config } from '#src/platform/config.ts'
import type { Box } from '#src/platform/keyring.ts'
import { boundToBytes, boundToName } from './accept-file.ts'
import { isOpen, type FileOwner, type FileType, type Scan } from './rules.ts'
import { readSealed } from './store/disk.ts'
import { findFileRow, listFileRows, type FileRow } from './store/rows.ts'

export type FileEntry = {
  readonly id: string
  /** Made harmless when it was taken in (rules.ts displayName). */
  readonly name: string
  readonly type: FileType
  readonly bytes: number
  readonly scan: Scan
  /** Undefined: waits to be sent with the next message. */
  readonly messageId: string | undefined
}

/** All files of an owner in the order they came, names opened under the owner's data key. */
export async function listFiles(db: ReadDb, owner: FileOwner, box: Box): Promise<FileEntry[]> {
  const rows = await listFileRows(db, owner)
  return rows.map((row) => entryFrom(row, box))
}

/** One file of this owner with its bytes, or undefined when the owner has no such file, or none that may be opened. Throws when it was altered or lost. */
export async function readFile(
  { db, config }: { readonly db: ReadDb; readonly config: Pick<Config, 'dataDir'> },
  owner: FileOwner,
  id: string,
  box: Box,
): Promise<{ name: string; type: FileType; bytes: Buffer } | undefined> {
  const row = await findFileRow(db, owner, id)
  if (!row) return undefined
  const { name, type, scan } = entryFrom(row, box)
  if (!isOpen(scan)) return undefined
  return { name, type, bytes: box.open(await readSealed(config.dataDir, id), boundToBytes(id)) }
}

const entryFrom = (row: FileRow, box: Box): FileEntry => ({
  id: row.id,
  name: box.open(row.name_sealed, boundToName(row.id)).toString(),
  type: row.type,
  bytes: row.bytes,
  scan: row.scan ?? undefined,
  messageId: row.message_id ?? undefined,
})
