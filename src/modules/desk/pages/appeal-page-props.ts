import type { PageContext } from '#src/kernel/page.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import type { AppealFile } from '#src/modules/appeals/index.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import type { QueueCounts } from '#src/ui/staff-nav.ts'
import type { AppealDesk, FailedAct } from '../rules/appeal-desk.ts'
import type { DoneAct } from './done-banner.tsx'

export type AppealPageProps = {
  page: PageContext
  desk: AppealDesk
  visitor: StaffVisitor
  counts: QueueCounts
  now: Date
  /** Made with this page: a second tap on any of its forms changes nothing. */
  formKey: string
  /** Uploaded with the form that is shown again. */
  messageFiles: readonly AppealFile[]
  catalogue: Catalogue
  /** The act that was just done. */
  done: DoneAct | undefined
  failed: FailedAct | undefined
}
