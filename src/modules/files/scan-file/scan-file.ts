import { record } from '#src/modules/audit/index.ts'
import { boundToCopy } from '#src/modules/files/rules.ts'
import { readSealed } from '#src/modules/files/store/disk.ts'
import { findToScan, updateScanned, type ToScan } from '#src/modules/files/store/scans.ts'
import { inTransaction, type Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { askClamd, ClamdAway, type Verdict } from './clamd-client.ts'

type Deps = Pick<AppDeps, 'db' | 'keys' | 'clock' | 'log' | 'config'>

/**
 * Asks the scanner about one file and keeps the verdict; of a refused one only the row stays, and the act is written down.
 * `shred` is given, in the same transaction, the ids of bytes that are needed no more. A file that is gone or was scanned is
 * left alone. `away`: the scanner cannot be asked about any file. `failed`: it has no verdict on this one. Either way it waits on.
 */
export async function scanFile(
  deps: Deps,
  id: string,
  shred: (db: Db, ids: readonly string[]) => Promise<void>,
): Promise<'done' | 'away' | 'failed'> {
  const { clock } = deps
  const waiting = await findToScan(deps.db, id)
  if (!waiting) return 'done'
  const verdict = await verdictOn(deps, waiting)
  if (verdict === 'away' || verdict === 'failed') return verdict
  const { scan_copy: copy } = waiting
  await inTransaction(deps.db, async (db) => {
    if (!(await updateScanned(db, id, verdict))) return
    if (verdict === 'refused') {
      const who = { kind: 'system', name: 'clamd' } as const
      await record(db, { who, what: 'file.refused', on: { kind: 'file', id } }, clock.now())
    }
    await shred(db, verdict === 'refused' ? [copy, id] : [copy])
  })
  return 'done'
}

async function verdictOn(
  { config, keys, log }: Deps,
  { scan_copy: copy, scan_key_wrapped: wrapped }: ToScan,
): Promise<Verdict | 'away' | 'failed'> {
  if (!config.clamdAddress) return 'away'
  try {
    const box = keys.unwrapDataKey(wrapped, boundToCopy(copy))
    const bytes = box.open(await readSealed(config.dataDir, copy), boundToCopy(copy))
    return await askClamd(config.clamdAddress, bytes)
  } catch (error) {
    if (error instanceof ClamdAway) {
      log.warn(
        { err: error },
        'The virus scanner cannot be asked; files wait and cannot be opened. Does clamd run at CLAMD_ADDRESS?',
      )
      return 'away'
    }
    log.warn(
      { err: error },
      'The virus scanner has no verdict on one file, which waits and cannot be opened; others are not held up by it. Is its StreamMaxLength 10 MB at least?',
    )
    return 'failed'
  }
}
