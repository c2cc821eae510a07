import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { writeCheckpoint } from './rules/checkpoint.ts'
import { rootOf } from './rules/tree.ts'
import { findLastCheckpoint, insertCheckpoint } from './store/checkpoints.ts'
import { lockTree, readFrontier } from './store/tree.ts'

/** The name under which the log is known outside: a host without scheme, as C2SP asks. */
export const originOf = ({ publicUrl }: { readonly publicUrl: string }) => `${new URL(publicUrl).host}/audit`

/** Signs the tree as it stands when it has grown since the last time. Gives the checkpoint's id, or undefined. */
export async function signCheckpoint({
  db,
  clock,
  config,
  keys,
}: Pick<AppDeps, 'db' | 'clock' | 'config' | 'keys'>): Promise<string | undefined> {
  return inTransaction(db, async (db) => {
    await lockTree(db)
    const frontier = await readFrontier(db)
    const last = await findLastCheckpoint(db)
    if (frontier.size <= (last?.size ?? 0)) return undefined
    const root = rootOf(frontier)
    const checkpoint = { origin: originOf(config), size: frontier.size, root }
    const note = writeCheckpoint(checkpoint, keys.audit.publicKey, (text) => keys.audit.sign(text))
    return insertCheckpoint(db, { size: frontier.size, root, note, at: clock.now() })
  })
}
