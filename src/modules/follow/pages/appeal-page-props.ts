import type { Filled, FormError } from '#src/kernel/form.ts'
import type { PageContext } from '#src/kernel/page.ts'
import type { Appeal, AppealFile } from '#src/modules/appeals/index.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import type { Team } from '#src/modules/staff/index.ts'
import type { DoneName } from '../texts/appeal.ts'

export type AppealPageProps = {
  page: PageContext
  appeal: Appeal
  catalogue: Catalogue
  team: Team | undefined
  /** To name the teams it was handed to; empty when it never was. */
  teams: readonly Team[]
  /** Where letters about it go, if any may. */
  email: { readonly address: string; readonly isVerified: boolean } | undefined
  /** By whose clock the person reads times. */
  zone: string
  /** Of the entry in the audit log, as the receipt has it. */
  mark: string
  now: Date
  /** When the page closes by itself. */
  endsAt: Date
  messageKey: string
  messageFiles: readonly AppealFile[]
  actKey: string
  errors: readonly FormError[]
  filled: Filled
  done: DoneName | undefined
}
