import type { Text } from './lang.ts'
import { weekdayOf, weekdays, yearOf } from './iso-day.ts'
import type { IsoDay, Weekday } from './iso-day.ts'
import { momentOf } from './time-zone.ts'

/** `working` only names a day; it never turns a weekend into a working day. */
export const markKinds = ['nonWorking', 'shortened', 'working'] as const
export type MarkKind = (typeof markKinds)[number]

/** What is said of one day. Days of one holiday share its `holidayId`. */
export type DayMark = {
  readonly holidayId: string
  readonly kind: MarkKind
  readonly name: Text
  /** Expected, not yet published by the ministry. */
  readonly isProvisional: boolean
}

/** Part of a working day between breaks, in minutes since midnight on the clock of the calendar's zone. */
export type WorkingHours = { readonly from: number; readonly to: number }

/** Working time of one country or body: a plain value, read from the database by modules/calendars. */
export type Calendar = {
  readonly country: string
  /** IANA name. */
  readonly timeZone: string
  readonly weekend: readonly Weekday[]
  /** In order, not touching each other; a weekday that is not there is a day off. */
  readonly hours: Readonly<Partial<Record<Weekday, readonly WorkingHours[]>>>
  /** By how many minutes a shortened day ends earlier. */
  readonly shortenedByMinutes: number
  /** A day may carry several; which of them holds is said by `readDay`. */
  readonly marks: ReadonlyMap<IsoDay, readonly DayMark[]>
  /** Later days are provisional; without it, all are. */
  readonly lastPublishedYear: number | undefined
}

export type DayReading = {
  readonly kind: 'worked' | 'shortened' | 'weekend' | 'holiday'
  /** The mark that decided, or that names an ordinary working day. */
  readonly mark: DayMark | undefined
  readonly isProvisional: boolean
}

/** What a day is. Where several things are said of it, the first in this order holds: day off, weekend, shortened, working. */
export function readDay(calendar: Calendar, day: IsoDay): DayReading {
  const marks = calendar.marks.get(day) ?? []
  const markOf = (kind: MarkKind) => marks.find((mark) => mark.kind === kind)
  const isLater = calendar.lastPublishedYear === undefined || yearOf(day) > calendar.lastPublishedYear
  const reading = (kind: DayReading['kind'], mark?: DayMark): DayReading => ({
    kind,
    mark,
    isProvisional: isLater || mark?.isProvisional === true,
  })

  const dayOff = markOf('nonWorking')
  if (dayOff) return reading('holiday', dayOff)
  const weekday = weekdayOf(day)
  if (calendar.weekend.includes(weekday) || !calendar.hours[weekday]?.length) return reading('weekend')
  const shortened = markOf('shortened')
  return shortened ? reading('shortened', shortened) : reading('worked', markOf('working'))
}

export const isWorkingDay = (calendar: Calendar, day: IsoDay): boolean => isWorked(readDay(calendar, day))

export const isWorked = (reading: DayReading): boolean => reading.kind === 'worked' || reading.kind === 'shortened'

/** Hours of this day on the clock of the calendar's zone, breaks left out; none on a day off. */
export function hoursOn(calendar: Calendar, day: IsoDay): readonly WorkingHours[] {
  const reading = readDay(calendar, day)
  const hours = isWorked(reading) ? (calendar.hours[weekdayOf(day)] ?? []) : []
  if (reading.kind !== 'shortened') return hours
  const end = (hours.at(-1)?.to ?? 0) - calendar.shortenedByMinutes
  return hours.filter(({ from }) => from < end).map(({ from, to }) => ({ from, to: Math.min(to, end) }))
}

/** A stretch of time, the end not included. */
export type Span = { readonly from: Date; readonly to: Date }

// A changed calendar moves the deadlines of all open appeals: the same days are asked for a hundred thousand times.
const knownIntervals = new WeakMap<Calendar, Map<IsoDay, readonly Span[]>>()

/** The working time of this day as moments; none on a day off. */
export function workingIntervals(calendar: Calendar, day: IsoDay): readonly Span[] {
  const known = knownIntervals.get(calendar) ?? new Map<IsoDay, readonly Span[]>()
  knownIntervals.set(calendar, known)
  const spans = known.get(day) ?? spansOn(calendar, day)
  known.set(day, spans)
  return spans
}

const spansOn = (calendar: Calendar, day: IsoDay): readonly Span[] =>
  hoursOn(calendar, day)
    .map(({ from, to }) => ({ from: momentOf(calendar.timeZone, day, from), to: momentOf(calendar.timeZone, day, to) }))
    // Hours that lie in the gap of spring hold no time.
    .filter(({ from, to }) => from < to)

/** When work ends on this day. Throws on a day off: nothing can be due at the end of one. */
export function endOfWorkingDay(calendar: Calendar, day: IsoDay): Date {
  const end = workingIntervals(calendar, day).at(-1)?.to
  if (!end) throw new Error(`${day} is a day off in the calendar of ${calendar.country}.`)
  return end
}

/** Cuts the breaks out of a working day. Breaks may be given in any order and must lie inside. Minutes since midnight. */
export function hoursBetween(from: number, to: number, breaks: readonly WorkingHours[]): WorkingHours[] {
  const inOrder = breaks.toSorted((a, b) => a.from - b.from)
  const starts = [from, ...inOrder.map((pause) => pause.to)]
  const ends = [...inOrder.map((pause) => pause.from), to]
  return starts.map((start, index) => ({ from: start, to: ends[index] ?? to })).filter((part) => part.from < part.to)
}

/** The same hours on each of these weekdays. */
export const sameHours = (days: readonly Weekday[], hours: readonly WorkingHours[]): Calendar['hours'] =>
  Object.fromEntries(weekdays.filter((day) => days.includes(day)).map((day) => [day, hours]))

/** Gathers marks by day. */
export function marksByDay(marks: Iterable<readonly [IsoDay, DayMark]>): ReadonlyMap<IsoDay, readonly DayMark[]> {
  const byDay = new Map<IsoDay, DayMark[]>()
  for (const [day, mark] of marks) byDay.set(day, [...(byDay.get(day) ?? []), mark])
  return byDay
}
