import type { Filled, FormError } from '#src/kernel/form.ts'
import { may } from '#src/kernel/roles.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import type { Act, StaffAppeal } from '#src/modules/appeals/index.ts'
import { acts, canAct } from '#src/modules/appeals/rules/states.ts'
import type { NoticeLine } from '#src/modules/notices/index.ts'
import type { Contact, Person } from '#src/modules/people/index.ts'
import type { Team, TeamMember } from '#src/modules/staff/index.ts'

/** An appeal with everything its staff page shows beside it. */
export type AppealDesk = {
  readonly appeal: StaffAppeal
  readonly person: Person
  readonly contacts: readonly Contact[]
  readonly notices: readonly NoticeLine[]
  readonly teams: readonly Team[]
  /** Of the appeal's team: whom it can be given to. */
  readonly members: readonly TeamMember[]
  readonly staffNames: ReadonlyMap<string, string>
}

/** Is the form of this act on the page now? Asks the same table as the verbs. */
export const isOffered = (act: string, appeal: StaffAppeal, visitor: StaffVisitor): boolean =>
  isAct(act) &&
  may(visitor.role, 'appealsWork') &&
  canAct(act, appeal.state, 'staff') &&
  (act !== 'extend' || appeal.extendableTo !== undefined) &&
  (act !== 'take' || appeal.assigneeId !== visitor.id) &&
  (act !== 'protect' || appeal.level !== 'protected')

const isAct = (name: string): name is Act => Object.hasOwn(acts, name)

/** What a failed act leaves on the page: which form it was, what is wrong, what was typed. */
export type FailedAct = {
  readonly act: string
  readonly errors: readonly FormError[]
  readonly filled: Filled
  /** It was refused because of what others did meanwhile, not because of what was typed. */
  readonly isStale: boolean
}

/** The version the failed form was made with: what came after it is news to its writer. */
export function seenVersion({ filled }: FailedAct): number {
  const version = Number(filled['version'])
  return Number.isInteger(version) && version > 0 ? version : Number.POSITIVE_INFINITY
}
