import { z } from 'zod'
import { enqueueNotice } from '#src/modules/notices/index.ts'
import { listDuty, listProtectorIds, listStaffOfRole, listStaffWho } from '#src/modules/staff/index.ts'
import { defineJob } from '#src/platform/jobs.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { inTransaction, type Db } from '#src/platform/db.ts'
import { CALL_EVERY_MS, dueCalls, lettersOf, nextLookAt } from './rules/duty.ts'
import { beginSpell, listWaitingCalls, markCalled, waitForCallsTurn } from './store.ts'

/**
 * Critical appeals that nobody has call the duty list at once, again every 15 minutes until somebody takes them, then the
 * supervisors: one letter to each, whatever the number. With an appeal in its payload a new spell begins; without one it
 * only looks. The timetable is for a look that was lost: an alarm must not hang on one job.
 */
export const callDuty = defineJob({
  name: 'desk.callDuty',
  payload: z.object({ appealId: z.string(), spell: z.number().int() }).or(z.object({})),
  options: { retryLimit: 50, retryDelay: 10, retryDelayMax: 300, every: '*/5 * * * *' },
  run: (deps, payload) =>
    inTransaction(deps.db, async (db) => {
      const now = deps.clock.now()
      await waitForCallsTurn(db)
      if ('appealId' in payload) await beginSpell(db, payload.appealId, payload.spell, now)
      await callNow({ ...deps, db }, now)
      const startAfter = nextLookAt(await listWaitingCalls(db), now)
      if (startAfter) await deps.jobs.enqueue(db, callDuty, {}, { startAfter, onlyOne: `at ${startAfter.getTime()}` })
    }),
})

async function callNow(deps: AppDeps & { readonly db: Db }, now: Date): Promise<void> {
  const waiting = await listWaitingCalls(deps.db)
  const due = dueCalls(waiting, now)
  if (due.length === 0) return
  for (const { to, about, waiting: count } of lettersOf(waiting, due, await listOnCall(deps))) {
    const [first] = about
    await enqueueNotice(deps, {
      to: to.email,
      lang: to.lang,
      template: 'criticalAppeal',
      params: { count: String(count) },
      about: `duty:${now.getTime()}:${to.staffId}`,
      ...(about.length === 1 && first !== undefined ? { appealId: first } : {}),
    })
  }
  const called = due.map(({ appealId }) => appealId)
  await markCalled(deps.db, called, now, new Date(now.getTime() + CALL_EVERY_MS))
}

async function listOnCall(deps: AppDeps) {
  const duty = await listDuty(deps)
  const inTeam = await listProtectorIds(deps.db)
  const members = await listStaffWho(deps, 'appealsWork')
  const supervisors = await listStaffOfRole(deps, 'supervisor')
  const withStaffId = (list: typeof members) => list.map(({ id, email, lang }) => ({ staffId: id, email, lang }))
  return {
    duty: duty.map(({ staffId, email, lang }) => ({ staffId, email, lang })),
    supervisors: withStaffId(supervisors),
    protectors: withStaffId(members.filter(({ id }) => inTeam.has(id))),
  }
}
