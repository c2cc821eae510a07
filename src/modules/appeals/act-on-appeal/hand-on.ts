import { record } from '#src/modules/audit/index.ts'
import { holdTeam } from '#src/modules/staff/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { lastTeamFor } from '#src/modules/appeals/rules/access.ts'
import { happenings } from '#src/modules/appeals/rules/events.ts'
import { lockAppeal, updateAppeal } from '#src/modules/appeals/store/appeals.ts'
import { insertEvents } from '#src/modules/appeals/store/words.ts'

/** Gives the call that a closed team owes somebody to a team that makes it. Nothing happens when it was made, or the team is open again. */
export function handOnCall(deps: Pick<AppDeps, 'db' | 'clock'>, appealId: string, from: string): Promise<void> {
  return inTransaction(deps.db, async (db) => {
    const appeal = await lockAppeal(db, appealId)
    if (!appeal || appeal.team_id !== from || appeal.call_since === null) return
    const team = await holdTeam(db, from)
    if (team?.isActive === true) return
    const [now, version] = [deps.clock.now(), appeal.version + 1]
    const teamId = lastTeamFor(appeal.level)
    await insertEvents(db, [
      {
        appeal_id: appealId,
        at: now,
        version,
        what: 'handed',
        actor_kind: 'system',
        is_public: happenings.handed.isPublic,
        details: JSON.stringify({ teamId, from }),
      },
    ])
    await updateAppeal(db, appealId, appeal.version, { team_id: teamId, assignee_id: null })
    const who = { kind: 'system', name: 'appeals.handOnCalls' } as const
    const fields = ['assignee_id', 'team_id']
    await record(db, { who, what: 'appeal.handed', on: { kind: 'appeal', id: appealId }, fields }, now)
  })
}
