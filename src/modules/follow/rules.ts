const MINUTE = 60_000

/** How long an opened appeal stays open, and how long at most however often it is extended. */
export const SESSION_MS = 30 * MINUTE
const LONGEST_MS = 12 * 60 * MINUTE

export const sessionEnd = (openedAt: Date, now: Date): Date =>
  new Date(Math.min(now.getTime() + SESSION_MS, openedAt.getTime() + LONGEST_MS))

export const FREE_TRIES = 5
const LONGEST_DELAY_MS = 15_000

/**
 * How long a try waits before it is looked at: five are free, then 1, 2, 4, 8 and at most 15 seconds.
 * It only ever waits and is never refused: who knows the words gets in, whatever others do.
 * (15: the server closes a connection that is silent for 20 seconds.)
 */
export const delayBefore = (tryNumber: number): number =>
  tryNumber <= FREE_TRIES ? 0 : Math.min(LONGEST_DELAY_MS, 1000 * 2 ** (tryNumber - FREE_TRIES - 1))

/** A form's key: 16 bytes as they stand in the page. */
export const keyToText = (key: Uint8Array): string => Buffer.from(key).toString('base64url')
export const parseKey = (text: unknown): Buffer | undefined =>
  typeof text === 'string' && /^[\w-]{22}$/.test(text) ? Buffer.from(text, 'base64url') : undefined

/** "a…@example.com": enough for its owner to know it, on a screen that others may see. */
export const maskedAddress = (address: string): string => address.replace(/^(.)[^@]*/u, '$1…')

/** What the person can do on the page besides writing. */
export const personActs = ['close', 'reopen', 'zone', 'stay', 'leave', 'code', 'confirm'] as const
export type PersonActName = (typeof personActs)[number]
