import type { AppDeps } from '#src/platform/deps.ts'
import type { Config } from '#src/platform/config.ts'
import { boundToCopy } from '#src/modules/files/rules.ts'
import { writeSealed } from '#src/modules/files/store/disk.ts'

export type WaitingScan = {
  readonly scan: 'waiting'
  readonly scan_copy: string
  readonly scan_key_wrapped: Buffer
}

/**
 * A copy for the scanner, under a key of its own: the scan comes later, and the key of a draft is in the writer's hands alone.
 * It goes with the verdict. On disk when this returns.
 */
export async function keepCopy(
  { keys, random, config }: Pick<AppDeps, 'keys' | 'random'> & { readonly config: Pick<Config, 'dataDir'> },
  bytes: Uint8Array,
): Promise<WaitingScan> {
  const id = Buffer.from(random.bytes(16)).toString('base64url')
  const { box, wrapped } = keys.newDataKey(boundToCopy(id))
  await writeSealed(config.dataDir, id, box.seal(bytes, boundToCopy(id)))
  return { scan: 'waiting', scan_copy: id, scan_key_wrapped: wrapped }
}
