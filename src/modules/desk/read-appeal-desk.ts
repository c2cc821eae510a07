import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { getAppealForStaff, type StaffAppeal } from '#src/modules/appeals/index.ts'
import { listNoticesOf } from '#src/modules/notices/index.ts'
import { getPerson, listContacts } from '#src/modules/people/index.ts'
import { listStaffNames, listTeamMembers, listTeams } from '#src/modules/staff/index.ts'
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
  const [person, contacts, notices, teams, members] = await Promise.all([
    getPerson(deps, appeal.personId),
    listContacts(deps, appeal.personId),
    listNoticesOf(deps.db, appeal.id),
    listTeams(deps.db),
    listTeamMembers(deps.db, appeal.teamId),
  ])
  const staffNames = await listStaffNames(deps.db, staffIdsIn(appeal))
  return { appeal, person, contacts, notices, teams, members, staffNames }
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
