/** A day of the calendar without zone or time, `2026-03-05`. Law counts in these; moments are `Date`. */
export type IsoDay = `${number}-${number}-${number}`

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

export const DAY_MS = 86_400_000

const hasShape = (text: string): text is IsoDay => /^[1-9]\d{3}-\d\d-\d\d$/.test(text)

/** Gives undefined for anything but a real day between the years 1000 and 9999: 30 February is none. */
export function parseIsoDay(text: string): IsoDay | undefined {
  if (!hasShape(text)) return undefined
  const time = utcOfDay(text)
  return !Number.isNaN(time) && dayFromUtc(time) === text ? text : undefined
}

/** Midnight of the day in UTC, in milliseconds: a number to count with, not a moment in the life of anybody. */
export const utcOfDay = (day: IsoDay): number => Date.parse(`${day}T00:00:00Z`)

/** Throws for years before 1000 and after 9999: no calendar of ours reaches there. */
export function dayFromUtc(time: number): IsoDay {
  const day = new Date(time).toISOString().slice(0, 10)
  if (!hasShape(day)) throw new RangeError(`${day} is beyond our calendars.`)
  return day
}

export const addDays = (day: IsoDay, days: number): IsoDay => dayFromUtc(utcOfDay(day) + days * DAY_MS)

/** How many days lie from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: IsoDay, to: IsoDay): number => (utcOfDay(to) - utcOfDay(from)) / DAY_MS

export const yearOf = (day: IsoDay): number => Number(day.slice(0, 4))

export function weekdayOf(day: IsoDay): Weekday {
  // 1 January 1970 was a Thursday. The remainder is made positive for days before it.
  const index = (((utcOfDay(day) / DAY_MS + 3) % 7) + 7) % 7
  return weekdays[index] ?? 'monday'
}

/** Every day from the first to the last, both included; none when the last is earlier. */
export function daysFromTo(first: IsoDay, last: IsoDay): IsoDay[] {
  const count = Math.max(0, daysBetween(first, last) + 1)
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}
