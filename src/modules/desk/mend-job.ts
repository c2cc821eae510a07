import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { record } from '#src/modules/audit/index.ts'
import { removeDeadJob, reviveDeadJob } from '#src/platform/dead-jobs.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'

export type JobMove = 'retry' | 'dismiss'

/** Tries a job that failed for good once more, or lets it rest. False: it is gone already. */
export function mendJob(
  { db, jobs, clock }: Pick<AppDeps, 'db' | 'jobs' | 'clock'>,
  { id, move, by }: { readonly id: string; readonly move: JobMove; readonly by: StaffVisitor },
): Promise<boolean> {
  return inTransaction(db, async (db) => {
    const isThere =
      move === 'retry' ? await reviveDeadJob({ db, jobs }, id) : (await removeDeadJob(db, id)) !== undefined
    if (!isThere) return false
    const what = move === 'retry' ? 'job.retried' : 'job.dismissed'
    await record(db, { who: { kind: 'staff', id: by.id }, what, on: { kind: 'job', id } }, clock.now())
    return true
  })
}
