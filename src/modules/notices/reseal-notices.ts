import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { addressSeal, paramsSeal } from './seal-notice.ts'
import { lockSealsAfter, updateSeals } from './store.ts'

/** Where a walk over all notices begins: before every id. */
export const FIRST_NOTICE = '00000000-0000-0000-0000-000000000000'

/**
 * Seals again under the newest main key what an older one sealed, for `limit` notices after `afterId` (FIRST_NOTICE at
 * first). Gives the id to go on from, undefined at the end. May run again at any point.
 */
export async function resealNotices(
  deps: Pick<AppDeps, 'db' | 'keys'>,
  afterId: string,
  limit: number,
): Promise<string | undefined> {
  const { keys } = deps
  const again = (sealed: Uint8Array, boundTo: string) => keys.seal(keys.open(sealed, boundTo), boundTo)
  return inTransaction(deps.db, async (db) => {
    const notices = await lockSealsAfter(db, afterId, limit)
    for (const { id, address, address_hash, params } of notices) {
      if (keys.keyIdOf(address) === keys.newestKeyId) continue
      await updateSeals(db, id, {
        address: again(address, addressSeal(address_hash)),
        params: params && again(params, paramsSeal(address_hash)),
      })
    }
    return notices.length < limit ? undefined : notices.at(-1)?.id
  })
}
