import { z } from 'zod'
import type { Lang } from '#src/kernel/lang.ts'
import { findAppealFacts, type AppealFacts } from '#src/modules/appeals/index.ts'
import { enqueueNotice } from '#src/modules/notices/index.ts'
import { listDuty, listProtectorIds, listStaffOfRole, listStaffWho } from '#src/modules/staff/index.ts'
import { defineJob } from '#src/platform/jobs.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { inTransaction } from '#src/platform/db.ts'
import { nextCallAt, whomToCall } from './rules/duty.ts'

/**
 * A critical appeal calls the duty list at once, again every 15 minutes until somebody takes it, then the supervisors.
 * Each round has its own dedupe key, so a job that runs twice sends one letter.
 */
export const callDuty = defineJob({
  name: 'desk.callDuty',
  payload: z.object({ appealId: z.string(), round: z.number().int().nonnegative().default(0) }),
  options: { retryLimit: 50, retryDelay: 10, retryDelayMax: 300 },
  async run(deps, { appealId, round }) {
    const appeal = await findAppealFacts(deps.db, appealId)
    const isWaiting = appeal && appeal.state !== 'closed' && appeal.urgency === 'critical' && !appeal.assigneeId
    if (!isWaiting) return
    await callRound(deps, appeal, round)
  },
})

async function callRound(deps: AppDeps, { id: appealId, level }: AppealFacts, round: number) {
  const called = await listCalled(deps, level, round)
  await inTransaction(deps.db, async (db) => {
    for (const { staffId, email, lang } of called) {
      await enqueueNotice(
        { ...deps, db },
        { to: email, lang, template: 'criticalAppeal', appealId, about: `duty:${appealId}:${round}:${staffId}` },
      )
    }
    const startAfter = nextCallAt(round, deps.clock.now())
    if (startAfter) {
      const next = { appealId, round: round + 1 }
      await deps.jobs.enqueue(db, callDuty, next, { startAfter, onlyOne: `${appealId}:${round + 1}` })
    }
  })
}

/** Of a protected appeal only who can open it is called first: a call that ends at a closed door costs a quarter of an hour. */
async function listCalled(deps: AppDeps, level: AppealFacts['level'], round: number) {
  const [duty, supervisors] = await Promise.all([listDuty(deps), listStaffOfRole(deps, 'supervisor')])
  if (level !== 'protected') return whomToCall(round, duty.map(toCall), supervisors.map(toCall))
  const inTeam = await listProtectorIds(deps.db)
  const protectors = (await listStaffWho(deps, 'appealsWork')).filter(({ id }) => inTeam.has(id))
  const onDuty = duty.filter(({ staffId }) => inTeam.has(staffId))
  return whomToCall(round, onDuty.map(toCall), [...protectors, ...supervisors].map(toCall))
}

const toCall = (
  member: { readonly email: string; readonly lang: Lang } & ({ readonly staffId: string } | { readonly id: string }),
) => ({
  staffId: 'staffId' in member ? member.staffId : member.id,
  email: member.email,
  lang: member.lang,
})
