import { record } from '#src/modules/audit/index.ts'
import { boundToCopy } from '#src/modules/files/rules.ts'
import { readSealed } from '#src/modules/files/store/disk.ts'
import { findToScan, updateScanned } from '#src/modules/files/store/scans.ts'
import { inTransaction, type Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { askClamd } from './clamd-client.ts'

type Deps = Pick<AppDeps, 'db' | 'keys' | 'clock' | 'log' | 'config'>

/**
 * Asks the scanner about one file and keeps the verdict; of a refused one only the row stays, and the act is written down.
 * `shred` is given, in the same transaction, the ids of bytes that are needed no more. A file that is gone or was scanned is
 * left alone. False: the scanner cannot be asked, the file waits on.
 */
export async function scanFile(
  deps: Deps,
  id: string,
  shred: (db: Db, ids: readonly string[]) => Promise<void>,
): Promise<boolean> {
  const { config, keys, clock, log } = deps
  const waiting = await findToScan(deps.db, id)
  if (!waiting || !config.clamdAddress) return config.clamdAddress !== undefined
  const { scan_copy: copy, scan_key_wrapped: wrapped } = waiting
  const box = keys.unwrapDataKey(wrapped, boundToCopy(copy))
  const bytes = box.open(await readSealed(config.dataDir, copy), boundToCopy(copy))
  const verdict = await askClamd(config.clamdAddress, bytes).catch((error: unknown) => {
    log.warn(
      { err: error },
      'The virus scanner cannot be asked; files wait and cannot be opened. Does clamd run at CLAMD_ADDRESS?',
    )
    return undefined
  })
  if (verdict === undefined) return false
  await inTransaction(deps.db, async (db) => {
    if (!(await updateScanned(db, id, verdict))) return
    if (verdict === 'refused') {
      const who = { kind: 'system', name: 'clamd' } as const
      await record(db, { who, what: 'file.refused', on: { kind: 'file', id } }, clock.now())
    }
    await shred(db, verdict === 'refused' ? [copy, id] : [copy])
  })
  return true
}
