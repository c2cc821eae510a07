import { boundToCopy } from '#src/modules/files/rules.ts'
import { listScanKeysAfter, updateScanKey } from '#src/modules/files/store/scans.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'

/**
 * Wraps the keys of copies that wait for the scanner again under the newest main key, for `limit` files after `afterId` ('' at
 * first). Gives the id to go on from, undefined at the end. May run again at any point.
 */
export async function resealScanKeys(
  deps: Pick<AppDeps, 'db' | 'keys'>,
  afterId: string,
  limit: number,
): Promise<string | undefined> {
  const { keys } = deps
  return inTransaction(deps.db, async (db) => {
    const waiting = await listScanKeysAfter(db, afterId, limit)
    for (const { id, scan_copy, scan_key_wrapped: wrapped } of waiting) {
      if (scan_copy === null || wrapped === null || keys.keyIdOf(wrapped) === keys.newestKeyId) continue
      await updateScanKey(db, id, keys.rewrapDataKey(wrapped, boundToCopy(scan_copy)))
    }
    return waiting.length < limit ? undefined : waiting.at(-1)?.id
  })
}
