import type { IsoDay } from '#src/kernel/iso-day.ts'

/**
 * What a person answered to a triage question, by the question's type: yesno "yes"/"no" (true and false are read so too),
 * choice, country, mission: an id; multi: ids; number: a number; date: "2026-03-05"; datetime: "2026-03-05T14:30" on the clock
 * of the person's zone, or with Z or an offset; daterange {from, to}, '' where an end was left open; money {amount, currency};
 * file is never an answer here.
 */
export type Answer =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly from: string; readonly to: string }
  | { readonly amount: number; readonly currency: string }

/** By question id; common questions (country, inDanger, onBehalf …) included. */
export type Answers = Readonly<Record<string, Answer>>

/** When and where the answers are read: `withinHours` and `withinDays` count from here, `timeZone` is the person's. */
export type ReadingMoment = { readonly now: Date; readonly timeZone: string; readonly today: IsoDay }

/** What was stored, checked again: a row may have been written by an older portal. */
export function readAnswer(stored: unknown): Answer | undefined {
  if (typeof stored === 'string' || typeof stored === 'number' || typeof stored === 'boolean') return stored
  if (Array.isArray(stored)) return stored.filter((one) => typeof one === 'string')
  if (typeof stored !== 'object' || stored === null) return undefined
  const has = new Map<string, unknown>(Object.entries(stored))
  const [from, to, amount, currency] = ['from', 'to', 'amount', 'currency'].map((name) => has.get(name))
  if (typeof from === 'string' && typeof to === 'string') return { from, to }
  return typeof amount === 'number' && typeof currency === 'string' ? { amount, currency } : undefined
}
