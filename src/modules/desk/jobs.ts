import { z } from 'zod'
import { enqueueNotice } from '#src/modules/notices/index.ts'
import { listDuty, listProtectorIds, listStaffOfRole, listStaffWho } from '#src/modules/staff/index.ts'
import { defineJob } from '#src/platform/jobs.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { inTransaction, type Db } from '#src/platform/db.ts'
import { aboutDue, CALL_EVERY_MS, isCallTime, lettersOf, nextLookAt, shownAsOf } from './rules/duty.ts'
import { beginSpell, gatherCalls, listWaitingCalls, markCalled, readCallTimes, waitForCallsTurn } from './store.ts'

/**
 * Critical appeals that nobody has call the duty list at once, again every 15 minutes until somebody takes them, then the
 * supervisors: one letter to each, whatever the number. With an appeal in its payload a new spell begins; every look takes in
 * all that waits, so that an alarm hangs neither on one job nor on those before it in the queue.
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
      await gatherCalls(db, now)
      if (isCallTime(await readCallTimes(db), now)) await callNow({ ...deps, db }, now)
      const startAfter = nextLookAt(await readCallTimes(db), now)
      if (startAfter) await deps.jobs.enqueue(db, callDuty, {}, { startAfter, onlyOne: `at ${startAfter.getTime()}` })
    }),
})

async function callNow(deps: AppDeps & { readonly db: Db }, now: Date): Promise<void> {
  const waiting = await listWaitingCalls(deps.db)
  const due = aboutDue(waiting, now)
  for (const { to, about, waiting: count } of lettersOf(waiting, due, await listOnCall(deps))) {
    const shownAs = shownAsOf(about, waiting)
    await enqueueNotice(deps, {
      to: to.email,
      lang: to.lang,
      template: 'criticalAppeal',
      params: { count: String(count) },
      about: `duty:${now.getTime()}:${to.staffId}`,
      ...(shownAs === undefined ? {} : { appealId: shownAs }),
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
