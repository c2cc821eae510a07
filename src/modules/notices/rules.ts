export const noticeTemplates = [
  'received',
  'question',
  'news',
  'answer',
  'termExtended',
  'closed',
  'contactCode',
  'criticalAppeal',
  'staffInvite',
  'staffReset',
] as const
export type NoticeTemplate = (typeof noticeTemplates)[number]

/**
 * waiting: not tried yet; failed: tried, and will be tried again; dead: given up, shown until someone acts;
 * held: not sent, since too many like it went to an address that nobody confirmed.
 */
export const noticeStates = ['waiting', 'failed', 'sent', 'dead', 'held'] as const
export type NoticeState = (typeof noticeStates)[number]

// The person waits at the screen: these do not stand behind a thousand ordinary letters.
const urgent: readonly NoticeTemplate[] = ['contactCode', 'staffInvite', 'staffReset']

/** Which notices stand behind which; somebody may be in danger before all others. */
export const urgencyOf = (template: NoticeTemplate) =>
  template === 'criticalAppeal' ? 'critical' : urgent.includes(template) ? 'urgent' : 'ordinary'

/** Whoever types another's address into forms must not fill that mailbox: the appeal is there without the letter. */
export const MOST_RECEIVED = 3
export const RECEIVED_MS = 24 * 60 * 60_000

const WEEK = 7 * 24 * 60 * 60_000
const TRIES = 31

/** A server may be away for days: nothing is given up before a week and 30 repeated tries have passed. */
export const isGivenUp = (tries: number, createdAt: Date, now: Date): boolean =>
  tries >= TRIES && now.getTime() - createdAt.getTime() >= WEEK

/** Longer than one try can take, so that a worker that died in the middle is noticed and a living one is not disturbed. */
export const CLAIM_MS = 3 * 60_000

/** What an address can be: one mailbox, and no line break that would begin a header of its own. */
export const isMailbox = (text: string) => /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(text) && text.length <= 254
