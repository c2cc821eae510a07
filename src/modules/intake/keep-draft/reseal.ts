import { vaultOf } from '#src/modules/appeals/rules/vault.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { formKeySeal } from './draft.ts'
import { listKeysAfter, updateKeys } from '../store.ts'

/**
 * Wraps the data keys of drafts again under the newest main key, for `limit` drafts after `afterId` ('' at first).
 * Gives the id to go on from, undefined at the end. May run again at any point.
 */
export async function resealDrafts(
  deps: Pick<AppDeps, 'db' | 'keys'>,
  afterId: string,
  limit: number,
): Promise<string | undefined> {
  const { keys } = deps
  return inTransaction(deps.db, async (db) => {
    const drafts = await listKeysAfter(db, afterId, limit)
    for (const { id, data_key, form_key_sealed } of drafts) {
      if (keys.keyIdOf(data_key) === keys.newestKeyId) continue
      await updateKeys(db, id, {
        data_key: keys.rewrapDataKey(data_key, vaultOf(id)),
        form_key_sealed: keys.seal(keys.open(form_key_sealed, formKeySeal(id)), formKeySeal(id)),
      })
    }
    return drafts.length < limit ? undefined : drafts.at(-1)?.id
  })
}
