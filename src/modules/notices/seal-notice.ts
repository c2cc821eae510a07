import { z } from 'zod'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { Keyring } from '#src/platform/keyring.ts'
import { lockSealsAfter, updateSeals, type Notice } from './store.ts'

type Params = Readonly<Record<string, string>>

// The words are part of what is sealed: changed, no older notice opens.
const addressSeal = (addressHash: string) => `notice address ${addressHash}`
const paramsSeal = (addressHash: string) => `notice params ${addressHash}`

/** Address and parameters as the table keeps them, bound to the address: put into another row they do not open. */
export function sealNotice(keys: Keyring, to: string, params: Params | undefined) {
  const addressHash = keys.lookup('notice.address', to.toLowerCase())
  return {
    address: keys.seal(to, addressSeal(addressHash)),
    addressHash,
    params: params && keys.seal(JSON.stringify(params), paramsSeal(addressHash)),
  }
}

const paramsSchema = z.record(z.string(), z.string())

export function openNotice(keys: Keyring, { address, addressHash, params }: Notice): { to: string; params: Params } {
  return {
    to: keys.open(address, addressSeal(addressHash)).toString(),
    params: params ? paramsSchema.parse(JSON.parse(keys.open(params, paramsSeal(addressHash)).toString())) : {},
  }
}

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
