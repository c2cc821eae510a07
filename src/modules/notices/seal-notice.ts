import { z } from 'zod'
import type { Keyring } from '#src/platform/keyring.ts'
import type { Notice } from './store.ts'

type Params = Readonly<Record<string, string>>

// The words are part of what is sealed: changed, no older notice opens.
export const addressSeal = (addressHash: string) => `notice address ${addressHash}`
export const paramsSeal = (addressHash: string) => `notice params ${addressHash}`

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
