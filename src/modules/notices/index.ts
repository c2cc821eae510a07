export { enqueueNotice, type NewNotice } from './enqueue-notice.ts'
export { FIRST_NOTICE, resealNotices } from './reseal-notices.ts'
export { countFailedNotices, hasFailingNotice, listNoticesOf, type NoticeLine } from './store.ts'
export type { NoticeTemplate } from './rules.ts'
