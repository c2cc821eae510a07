import { record } from '#src/modules/audit/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { jobFor } from './jobs.ts'
import { reviveNotices } from './store.ts'

/** Tries one again at once, or all that were given up. Gives how many. */
export async function retryNotices(
  { db, jobs, clock }: Pick<AppDeps, 'db' | 'jobs' | 'clock'>,
  { which, staffId }: { readonly which: { readonly id: string } | 'allDead'; readonly staffId: string },
): Promise<number> {
  return inTransaction(db, async (db) => {
    const revived = await reviveNotices(db, which)
    for (const { id, template } of revived) {
      // A key of its own: the job that waits for its next try may do so for hours.
      await jobs.enqueue(db, jobFor(template), { id }, { onlyOne: `again ${id}` })
      await record(
        db,
        { who: { kind: 'staff', id: staffId }, what: 'notice.retried', on: { kind: 'notice', id } },
        clock.now(),
      )
    }
    return revived.length
  })
}
