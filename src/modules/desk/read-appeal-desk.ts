import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { getAppealForStaff, type StaffAppeal } from '#src/modules/appeals/index.ts'
import { listNoticesOf } from '#src/modules/notices/index.ts'
import { getPerson, listContacts } from '#src/modules/people/index.ts'
import { listStaffNames, listTeamMembers, listTeams } from '#src/modules/staff/index.ts'
import { readTogether } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import type { AppealDesk } from './rules/appeal-desk.ts'

/** Undefined when there is no such appeal or it is not the visitor's: the two are never told apart. Records the opening. */
export async function readAppealDesk(
  deps: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  visitor: StaffVisitor,
  appealId: string,
): Promise<AppealDesk | undefined> {
  const appeal = await getAppealForStaff(deps, visitor, appealId)
  if (!appeal) return undefined
  return readTogether(deps.db, async (db) => {
    const [person, contacts, notices, teams, members, staffNames] = await Promise.all([
      getPerson({ ...deps, db }, appeal.personId),
      listContacts({ ...deps, db }, appeal.personId),
      listNoticesOf(db, appeal.id),
      listTeams(db),
      listTeamMembers(db, appeal.teamId),
      listStaffNames(db, staffIdsIn(appeal)),
    ])
    return { appeal, person, contacts, notices, teams, members, staffNames }
  })
}

const staffIdsIn = ({ assigneeId, filedBy, messages, events }: StaffAppeal): string[] => {
  const inDetails = events.flatMap(({ details }) =>
    typeof details['staffId'] === 'string' ? [details['staffId']] : [],
  )
  const ids = [
    assigneeId,
    filedBy,
    ...messages.map(({ staffId }) => staffId),
    ...events.map(({ staffId }) => staffId),
    ...inDetails,
  ]
  return [...new Set(ids.filter((id) => id !== undefined))]
}
