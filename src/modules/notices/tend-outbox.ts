import { record } from '#src/modules/audit/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { protectedAmong } from './events.ts'
import { jobFor } from './jobs.ts'
import type { NoticeState } from './rules.ts'
import { listOutbox, reviveNotices, type Notice, type OutboxPlace } from './store.ts'

/** `isHidden`: of a protected appeal, and who asks is no protector. It failed, and more is not theirs to know. */
export type SeenNotice = Notice & { readonly isHidden: boolean }

type Asked = {
  readonly state: NoticeState | undefined
  readonly before: OutboxPlace | undefined
  readonly limit: number
  readonly isProtector: boolean
}

// However much of what is hidden lies between, one request reads no more than these; "older" goes on from there.
const MOST_BATCHES = 10

/** A page of the outbox as somebody may see it, newest first; of protected appeals others learn only what failed. */
export async function readOutbox(
  { db, slots }: Pick<AppDeps, 'db' | 'slots'>,
  { state, before, limit, isProtector }: Asked,
): Promise<{ readonly notices: readonly SeenNotice[]; readonly older: OutboxPlace | undefined }> {
  const seen: SeenNotice[] = []
  let place = before
  for (let batches = 0; batches < MOST_BATCHES && seen.length <= limit; batches++) {
    // One more than is shown says whether there is an older page.
    const batch = await listOutbox(db, state, place, limit + 1)
    const ids = batch.flatMap(({ appealId }) => appealId ?? [])
    const found = isProtector ? [] : await Promise.all(slots.of(protectedAmong).map((among) => among(db, ids)))
    const hidden = new Set(found.flat())
    const marked = batch.map((one) => ({ ...one, isHidden: one.appealId !== undefined && hidden.has(one.appealId) }))
    seen.push(...marked.filter((one) => !one.isHidden || one.state === 'failed' || one.state === 'dead'))
    place = batch.at(-1)
    if (batch.length <= limit) return pageOf(seen, limit, undefined)
  }
  return pageOf(seen, limit, place)
}

const pageOf = (seen: readonly SeenNotice[], limit: number, place: OutboxPlace | undefined) => ({
  notices: seen.slice(0, limit),
  older: seen.length > limit ? seen[limit - 1] : place,
})

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
