import type { Filled } from '#src/kernel/form.ts'
import type { Rating } from '#src/modules/appeals/rules/rating.ts'
import { canReopenUntil } from '#src/modules/appeals/rules/states.ts'

const MINUTE = 60_000

/** How long an opened appeal stays open, and how long at most however often it is extended. */
export const SESSION_MS = 30 * MINUTE
const LONGEST_MS = 12 * 60 * MINUTE

export const sessionEnd = (openedAt: Date, now: Date): Date =>
  new Date(Math.min(now.getTime() + SESSION_MS, openedAt.getTime() + LONGEST_MS))

// Clocks of two processes differ a little. An end farther off means that a clock was set back, and nothing may stay open by it.
const SLACK_MS = MINUTE

export const isSessionOpen = ({ expiresAt }: { readonly expiresAt: Date }, now: Date): boolean => {
  const left = expiresAt.getTime() - now.getTime()
  return left > 0 && left <= SESSION_MS + SLACK_MS
}

export const FREE_TRIES = 5
/** Named in openTexts.slower. */
const LONGEST_DELAY_MS = 3000

/**
 * How long a try waits before it is looked at: five are free, then 1, 2 and at most 3 seconds.
 * It only ever waits and is never refused: a page that said "come back in N seconds" would be a lock that whoever shares the
 * address could keep shut by trying first, and the words would have to be typed twice. Short, because a page that hangs looks
 * broken: at one try each 3 seconds the 44 bits of a secret still last for more than a million years.
 */
export const delayBefore = (tryNumber: number): number =>
  tryNumber <= FREE_TRIES ? 0 : Math.min(LONGEST_DELAY_MS, 1000 * (tryNumber - FREE_TRIES))

/** A form's key: 16 bytes as they stand in the page. */
export const keyToText = (key: Uint8Array): string => Buffer.from(key).toString('base64url')
export const parseKey = (text: unknown): Buffer | undefined =>
  typeof text === 'string' && /^[\w-]{22}$/.test(text) ? Buffer.from(text, 'base64url') : undefined

/** "a…@example.com": enough for its owner to know it, on a screen that others may see. */
export const maskedAddress = (address: string): string => address.replace(/^(.)[^@]*/u, '$1…')

/** Until when what was closed may be opened again; undefined when that time is over. */
export function openAgainUntil({ closedAt }: { readonly closedAt: Date | undefined }, now: Date): Date | undefined {
  const until = closedAt && canReopenUntil(closedAt)
  return until && until >= now ? until : undefined
}

/** Said to be not solved: the way back stands where that was said, and nowhere else on the page. */
export const isToOpenAgain = (
  appeal: { readonly closedAt: Date | undefined; readonly rating: Rating | undefined },
  now: Date,
): boolean => appeal.rating?.score === 'no' && openAgainUntil(appeal, now) !== undefined

/** What the person can do on the page besides writing. `again`: see it in another language with what is being typed. */
export const personActs = ['close', 'rate', 'reopen', 'zone', 'stay', 'leave', 'code', 'confirm', 'again'] as const
export type PersonActName = (typeof personActs)[number]

// Begins with the letters of '{"', ends with 64 bytes: words before and after it are not taken for a part of it.
const COMPACT_JWS = /eyJ[\w-]{7,2000}\.[\w-]{10,4000}\.[\w-]{86}/
const LONGEST_TYPED = 8000

/** The signed text in what was pasted: the text alone, with line breaks of a message, or the whole address that a QR code holds. */
export function tokenIn(typed: string): string | undefined {
  if (typed.length > LONGEST_TYPED) return undefined
  const afterHash = typed.slice(typed.indexOf('#') + 1)
  return COMPACT_JWS.exec(afterHash.replace(/\s/g, ''))?.[0]
}

/** What somebody types on the page of their appeal, by field. */
const typedFields = ['text', 'closeReason', 'reopenReason', 'ratingWords', 'outcome']

/** What was being written: it travels with whatever shows the page again. */
export const keptWords = (filled: Filled): Filled =>
  Object.fromEntries(Object.entries(filled).filter(([field, value]) => typedFields.includes(field) && value !== ''))
