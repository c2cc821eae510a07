import { may } from '#src/kernel/roles.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import type { Team } from '#src/modules/staff/index.ts'

/** The teams whose appeals a reader of queues may look at one by one; who has but one has nothing to choose. */
export function teamsOffered(
  { role, teamIds, isProtector }: Pick<StaffVisitor, 'role' | 'teamIds' | 'isProtector'>,
  teams: readonly Team[],
): readonly Team[] {
  const seesAll = may(role, 'appealsAllTeams')
  const theirs = teams.filter(
    ({ id, kind }) => (seesAll || teamIds.includes(id)) && (kind === 'ordinary' || isProtector),
  )
  return theirs.length > 1 ? theirs : []
}
