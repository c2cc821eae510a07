import type { Lang } from '#src/kernel/lang.ts'
import type { AppealState } from './states.ts'

/**
 * What an operator chooses from, critical ones on top, then by what is due first. `toCall` holds open and closed appeals,
 * `closed` closed ones, the others open ones.
 */
export const queueViews = [
  'new',
  'mine',
  'myTeam',
  'waiting',
  'dueToday',
  'overdue',
  'urgent',
  'toCall',
  'closed',
] as const
export type QueueView = (typeof queueViews)[number]

export type QueueFilter = {
  readonly topicId?: string
  readonly country?: string
  readonly lang?: Lang
  readonly state?: AppealState
  /** One team instead of all that the visitor may see. */
  readonly teamId?: string
}

/** Where the page before ended. */
export type QueueCursor = { readonly group: 0 | 1; readonly at: Date; readonly id: string }

export const QUEUE_PAGE = 50
/** Counts stop here and are shown as "99+": counting all rows would make a page as dear as the table is long. */
export const COUNT_CAP = 100

/** For the address of the next page. */
export const cursorToText = ({ group, at, id }: QueueCursor): string => `${group}.${at.getTime()}.${id}`

// What PostgreSQL and Date write alike.
const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z')

export function parseCursor(text: string): QueueCursor | undefined {
  const [, group, at = '', id = ''] = /^([01])\.(\d{1,15})\.(\d{1,18})$/.exec(text) ?? []
  if (group === undefined || Number(at) > END_OF_TIME) return undefined
  return { group: group === '0' ? 0 : 1, at: new Date(Number(at)), id }
}
