import { weekdays, type Weekday } from '#src/kernel/iso-day.ts'
import type { Calendar, WorkingHours } from '#src/kernel/calendar.ts'
import { timeOfDay } from '#src/language/dates.ts'

const span = /(\d{1,2})[:.](\d\d)\s*[-–—]\s*(\d{1,2})[:.](\d\d)/g
const MOST_SPANS = 6

/** "09:00–12:30, 13:30–18:00", as staff type it, in order of time; an empty text is a day off. Undefined: not to be understood. */
export function parseHours(typed: string): readonly WorkingHours[] | undefined {
  if (typed.replace(span, '').replace(/[\s,;]/g, '') !== '') return undefined
  const parts = [...typed.matchAll(span)].map(([, ...numbers]) => numbers.map(Number))
  const hours = parts.map(([fromHour = 99, fromMinute = 99, toHour = 99, toMinute = 99]) => ({
    from: fromMinute < 60 ? fromHour * 60 + fromMinute : Number.NaN,
    to: toMinute < 60 ? toHour * 60 + toMinute : Number.NaN,
  }))
  const isInOrder = hours.every(({ from, to }, place) => from < to && to <= 1440 && (hours[place - 1]?.to ?? -1) < from)
  return isInOrder && hours.length <= MOST_SPANS ? hours : undefined
}

export const hoursText = (hours: readonly WorkingHours[] | undefined): string =>
  (hours ?? []).map(({ from, to }) => `${timeOfDay(from)}–${timeOfDay(to)}`).join(', ')

/** A shortened day must still hold work: else something could be due at the end of a day that has none. */
export const leavesWork = (hours: Calendar['hours'], shortenedByMinutes: number): boolean =>
  Object.values(hours).every((parts) => (parts.at(-1)?.to ?? 0) - shortenedByMinutes > (parts[0]?.from ?? 0))

export const sameHoursIn = (one: Calendar['hours'], other: Calendar['hours']): boolean =>
  weekdays.every((day) => hoursText(one[day]) === hoursText(other[day]))

export type HoursRow = { readonly days: readonly Weekday[]; readonly text: string }

/** Weekdays that follow each other with the same hours, together: Monday to Friday 09:00–18:00. */
export function hoursByRun(hours: Calendar['hours']): HoursRow[] {
  const rows: HoursRow[] = []
  for (const day of weekdays) {
    const text = hoursText(hours[day])
    const last = rows.at(-1)
    if (last?.text === text) rows[rows.length - 1] = { days: [...last.days, day], text }
    else rows.push({ days: [day], text })
  }
  return rows
}
