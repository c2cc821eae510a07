export { enqueueNotice, type NewNotice } from './enqueue-notice.ts'
export { countFailedNotices, listNoticesOf, type NoticeLine } from './store.ts'
export type { NoticeTemplate } from './rules.ts'
