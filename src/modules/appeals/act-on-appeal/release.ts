import { record } from '#src/modules/audit/index.ts'
import { findStaff, holdRights, listProtectorIds, listTeamMembers } from '#src/modules/staff/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { criticalRaised } from '#src/modules/appeals/events.ts'
import { mayWorkOn } from '#src/modules/appeals/rules/access.ts'
import { happenings } from '#src/modules/appeals/rules/events.ts'
import { needsTaking } from '#src/modules/appeals/rules/states.ts'
import { lockAppeal, updateAppeal, type AppealRow } from '#src/modules/appeals/store/appeals.ts'
import { insertEvents } from '#src/modules/appeals/store/words.ts'

/**
 * Can this account go on with an appeal it was given? Who is setting a new password can, once that is done. The answer holds
 * until the transaction ends: what is taken away at the same moment is either seen here, or finds the appeal and releases it.
 */
export async function mayHold(
  deps: Pick<AppDeps, 'db' | 'keys'>,
  staffId: string,
  { level, team_id }: Pick<AppealRow, 'level' | 'team_id'>,
): Promise<boolean> {
  await holdRights(deps.db, staffId)
  const account = await findStaff(deps, staffId)
  if (!account || account.state === 'disabled') return false
  const isMember = (await listTeamMembers(deps.db, team_id)).some((member) => member.staffId === staffId)
  const isProtector = (await listProtectorIds(deps.db)).has(staffId)
  const somebody = { role: account.role, teamIds: isMember ? [team_id] : [], isProtector }
  return mayWorkOn(somebody, { level, teamId: team_id })
}

/** Takes an open appeal out of hands that cannot work on it any more; a critical one calls the duty list again. */
export function releaseAppeal(
  deps: Pick<AppDeps, 'db' | 'keys' | 'jobs' | 'clock'>,
  appealId: string,
  staffId: string,
): Promise<void> {
  return inTransaction(deps.db, async (db) => {
    const appeal = await lockAppeal(db, appealId)
    if (!appeal || appeal.state === 'closed' || appeal.assignee_id !== staffId) return
    if (await mayHold({ ...deps, db }, staffId, appeal)) return
    const [now, version] = [deps.clock.now(), appeal.version + 1]
    await insertEvents(db, [
      {
        appeal_id: appealId,
        at: now,
        version,
        what: 'released',
        actor_kind: 'system',
        is_public: happenings.released.isPublic,
        details: JSON.stringify({ staffId }),
      },
    ])
    await updateAppeal(db, appealId, appeal.version, { assignee_id: null })
    const who = { kind: 'system', name: 'appeals.releaseAppeals' } as const
    await record(db, { who, what: 'appeal.released', on: { kind: 'appeal', id: appealId } }, now)
    if (needsTaking({ ...appeal, assignee_id: null }))
      await deps.jobs.emit(db, criticalRaised, { appealId, spell: version })
  })
}
