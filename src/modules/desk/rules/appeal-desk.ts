import type { Filled, FormError } from '#src/kernel/form.ts'
import type { Appeal } from '#src/modules/appeals/index.ts'
import type { NoticeLine } from '#src/modules/notices/index.ts'
import type { Contact, Person } from '#src/modules/people/index.ts'
import type { Team, TeamMember } from '#src/modules/staff/index.ts'

/** An appeal with everything its staff page shows beside it. */
export type AppealDesk = {
  readonly appeal: Appeal
  readonly person: Person
  readonly contacts: readonly Contact[]
  readonly notices: readonly NoticeLine[]
  readonly teams: readonly Team[]
  /** Of the appeal's team: whom it can be given to. */
  readonly members: readonly TeamMember[]
  readonly staffNames: ReadonlyMap<string, string>
}

/** What a failed act leaves on the page: which form it was, what is wrong, what was typed. */
export type FailedAct = {
  readonly act: string
  readonly errors: readonly FormError[]
  readonly filled: Filled
  /** Somebody else changed the appeal meanwhile. */
  readonly isStale: boolean
}
