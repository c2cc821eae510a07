import { may } from '#src/kernel/roles.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import type { AppealLevel } from './states.ts'

export type SeenAppeal = {
  readonly level: AppealLevel
  readonly teamId: string
  readonly assigneeId: string | undefined
}

/** Protected appeals are for the protection team alone, whatever else somebody may do. */
export function maySee(visitor: StaffVisitor, { level, teamId, assigneeId }: SeenAppeal): boolean {
  if (!may(visitor.role, 'appealsRead')) return false
  if (level === 'protected') return visitor.isProtector
  return visitor.teamIds.includes(teamId) || assigneeId === visitor.id || may(visitor.role, 'appealsAllTeams')
}

export const mayWorkOn = (visitor: StaffVisitor, appeal: SeenAppeal): boolean =>
  may(visitor.role, 'appealsWork') && maySee(visitor, appeal)
