export const noticeTemplates = [
  'received',
  'question',
  'answer',
  'termExtended',
  'closed',
  'contactCode',
  'criticalAppeal',
  'staffInvite',
  'staffReset',
] as const
export type NoticeTemplate = (typeof noticeTemplates)[number]

/** waiting: not tried yet; failed: tried, and will be tried again; dead: given up, shown until someone acts. */
export const noticeStates = ['waiting', 'failed', 'sent', 'dead'] as const
export type NoticeState = (typeof noticeStates)[number]
