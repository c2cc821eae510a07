import { hoursOn, isWorked, readDay, type Calendar, type DayReading } from '#src/kernel/calendar.ts'
import { addDays, daysFromTo, parseIsoDay, weekdayOf, weekdays, yearOf, type IsoDay } from '#src/kernel/iso-day.ts'

export type DayCell = DayReading & {
  readonly day: IsoDay
  readonly date: number
  /** Minutes since midnight, on a working day. */
  readonly endsAt: number | undefined
}
/** Monday to Sunday; undefined beside the month. */
export type Week = readonly (DayCell | undefined)[]

/** The twelve months of a year as weeks, January first. */
export const monthsOf = (calendar: Calendar, year: number): readonly (readonly Week[])[] =>
  Array.from({ length: 12 }, (_, month) => weeksOf(calendar, firstOf(year, month)))

function weeksOf(calendar: Calendar, first: IsoDay): readonly Week[] {
  const month = first.slice(0, 7)
  const start = addDays(first, -weekdays.indexOf(weekdayOf(first)))
  const weeks = Array.from({ length: 6 }, (_, week) =>
    daysFromTo(addDays(start, week * 7), addDays(start, week * 7 + 6)).map((day) =>
      day.startsWith(month) ? cellOf(calendar, day) : undefined,
    ),
  )
  return weeks.filter((week) => week.some((cell) => cell !== undefined))
}

const cellOf = (calendar: Calendar, day: IsoDay): DayCell => ({
  ...readDay(calendar, day),
  day,
  date: Number(day.slice(8)),
  endsAt: hoursOn(calendar, day).at(-1)?.to,
})

export type YearSummary = {
  readonly year: number
  readonly workingDays: number
  readonly markedDays: number
  readonly isPublished: boolean
}

export function summaryOf(calendar: Calendar, year: number): YearSummary {
  const days = daysFromTo(firstOf(year, 0), addDays(firstOf(year + 1, 0), -1))
  return {
    year,
    workingDays: days.filter((day) => isWorked(readDay(calendar, day))).length,
    markedDays: days.filter((day) => calendar.marks.has(day)).length,
    isPublished: calendar.lastPublishedYear !== undefined && year <= calendar.lastPublishedYear,
  }
}

/** Years worth showing: from the first that has marks to the one after the last that is known or current. */
export function yearsOf(calendar: Calendar, currentYear: number): readonly number[] {
  const marked = [...calendar.marks.keys()].map(yearOf)
  const first = Math.min(currentYear, ...marked)
  const last = Math.max(currentYear, calendar.lastPublishedYear ?? 0, ...marked) + 1
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function firstOf(year: number, month: number): IsoDay {
  const day = parseIsoDay(`${year}-${String(month + 1).padStart(2, '0')}-01`)
  if (!day) throw new RangeError(`There is no year ${year}.`)
  return day
}
