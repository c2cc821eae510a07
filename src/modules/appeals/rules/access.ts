import { may } from '#src/kernel/roles.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import { INTAKE_TEAM, PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import type { AppealLevel } from './states.ts'

/** What decides which appeals somebody sees. */
type Rights = Pick<StaffVisitor, 'role' | 'teamIds' | 'isProtector'>
export type SeenAppeal = {
  readonly level: AppealLevel
  readonly teamId: string
}

/**
 * The team decides, not who it was given to: whoever left a team sees its appeals no more, from the next request on.
 * Protected appeals are for the protection team alone, whatever else somebody may do.
 */
export function maySee(visitor: Rights, { level, teamId }: SeenAppeal): boolean {
  if (!may(visitor.role, 'appealsRead')) return false
  if (level === 'protected') return visitor.isProtector
  return visitor.teamIds.includes(teamId) || may(visitor.role, 'appealsAllTeams')
}

export const mayWorkOn = (visitor: Rights, appeal: SeenAppeal): boolean =>
  may(visitor.role, 'appealsWork') && maySee(visitor, appeal)

/** Where an appeal goes whose own team was closed: these two never are. */
export const lastTeamFor = (level: AppealLevel): string => (level === 'protected' ? PROTECTION_TEAM : INTAKE_TEAM)
