import type { StaffVisitor } from '#src/kernel/visitor.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { UrgencyId } from '#src/modules/catalogue/index.ts'
import type { Clock } from '#src/kernel/clock.ts'
import type { Db } from '#src/platform/db.ts'
import type { AppealNumber } from './rules/number.ts'
import type { QueueCursor, QueueFilter, QueueView } from './rules/queues.ts'
import type { AppealKind, AppealLevel, AppealState } from './rules/states.ts'

export type QueueRow = {
  readonly id: string
  readonly number: AppealNumber
  readonly kind: AppealKind
  readonly state: AppealState
  readonly level: AppealLevel
  readonly urgency: UrgencyId
  readonly topicId: string
  readonly country: string
  readonly lang: Lang
  readonly teamId: string
  readonly assigneeId: string | undefined
  readonly submittedAt: Date
  /** Undefined: no clock runs. */
  readonly dueAt: Date | undefined
  readonly isUnread: boolean
  readonly needsCall: boolean
}

export type QueuePage = { readonly rows: readonly QueueRow[]; readonly next: QueueCursor | undefined }

/** One page of 50 of what the visitor may see. "Today" is the service's day (Asia/Bishkek, from the settings). */
export function listQueue(
  _deps: { readonly db: Db; readonly clock: Clock },
  _visitor: StaffVisitor,
  _view: QueueView,
  _filter: QueueFilter = {},
  _cursor?: QueueCursor,
): Promise<QueuePage> {
  throw new Error('Not built yet.')
}

/** How many in each view, at most COUNT_CAP each ("99+"). `closed` is not counted. */
export function countQueues(
  _deps: { readonly db: Db; readonly clock: Clock },
  _visitor: StaffVisitor,
): Promise<Readonly<Record<Exclude<QueueView, 'closed'>, number>>> {
  throw new Error('Not built yet.')
}
