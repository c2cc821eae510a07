import type { Db } from '#src/platform/db.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { shredFiles } from './jobs.ts'
import type { FileOwner } from './rules.ts'
import { deleteWaiting, updateOwner } from './store/rows.ts'

/**
 * Gives the waiting files of `from` to a message of `to` (which may be the same owner) and says how many they were.
 * Only rows change: the data key must go along. Call it in the transaction that keeps the message.
 */
export const moveFiles = (db: Db, from: FileOwner, to: FileOwner, messageId: string): Promise<number> =>
  updateOwner(db, from, to, messageId)

/** Removes a file that was not sent yet; false when there is none. The bytes go after the transaction, by a job. */
export async function removeFile(deps: Pick<AppDeps, 'db' | 'jobs'>, owner: FileOwner, id: string): Promise<boolean> {
  return (await removeWaiting(deps, owner, id)).length > 0
}

/** Removes all files of an owner that were not sent, for a draft that is given up. */
export async function removeFilesOf(deps: Pick<AppDeps, 'db' | 'jobs'>, owner: FileOwner): Promise<void> {
  await removeWaiting(deps, owner)
}

const removeWaiting = ({ db, jobs }: Pick<AppDeps, 'db' | 'jobs'>, owner: FileOwner, id?: string) =>
  inTransaction(db, async (db) => {
    const ids = await deleteWaiting(db, owner, id)
    if (ids.length > 0) await jobs.enqueue(db, shredFiles, { ids })
    return ids
  })
