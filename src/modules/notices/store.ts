import type { ReadDb } from '#src/platform/db.ts'
import type { NoticeState, NoticeTemplate } from './rules.ts'

/** Delivery of one notice, as the pages of an appeal show it. */
export type NoticeLine = {
  readonly id: string
  readonly template: NoticeTemplate
  readonly state: NoticeState
  readonly tries: number
  readonly createdAt: Date
  readonly sentAt: Date | undefined
  readonly lastError: string | undefined
}

/** Notices about one appeal, oldest first. */
export function listNoticesOf(_db: ReadDb, _appealId: string): Promise<readonly NoticeLine[]> {
  throw new Error('Not built yet.')
}

/** For the administrator's first page. Stops counting at 1,000: no page counts rows without end. */
export function countFailedNotices(_db: ReadDb): Promise<{ readonly failed: number; readonly dead: number }> {
  throw new Error('Not built yet.')
}
