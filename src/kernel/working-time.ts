import { endOfWorkingDay, isWorked, readDay, workingIntervals } from './calendar.ts'
import type { Calendar, DayReading, Span } from './calendar.ts'
import { joinDays } from './counting.ts'
import type { OneDay, CountedStep } from './counting.ts'
import { addDays } from './iso-day.ts'
import type { IsoDay } from './iso-day.ts'
import { closedPauses, lengthOf, stoppedSince, withoutPauses } from './pauses.ts'
import type { Pause } from './pauses.ts'
import { MINUTE_MS, dayAt, momentOf } from './time-zone.ts'

/** How long something may take. `hour24x7` runs day and night, the others on the calendar. */
export type Target = { readonly value: number; readonly unit: 'hour24x7' | 'workingHour' | 'workingDay' }

/** What an addition gives: the result, how it was counted, and whether an unpublished calendar was used on the way. */
export type CountedMoment = {
  readonly at: Date
  readonly counting: readonly CountedStep[]
  readonly isProvisional: boolean
  /** The clock stands still: `at` is the earliest it can be, as if the clock went on at once. */
  readonly isPaused: boolean
}

// A calendar with more days in a row without any work is a mistake, and counting on it would never end.
const LONGEST_REST = 400

/**
 * The n-th working day after `from`: the day after is day 1, whether or not `from` is a working day
 * (rules kg-appeal-registration and kg-appeal-answer, `countEntryDay` unknown, the later day holds).
 */
export function addWorkingDays(calendar: Calendar, from: IsoDay, days: number) {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is not a number of days.`)
  const counted: OneDay[] = []
  let isProvisional = false
  let day = from
  let rest = 0
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    const reading = readDay(calendar, day)
    const amount = isWorked(reading) ? 1 : 0
    left -= amount
    rest = keepFinite(calendar, amount, rest)
    isProvisional ||= reading.isProvisional
    counted.push({ day, why: reading.kind, mark: reading.mark, amount })
  }
  return { day, counting: joinDays('day', counted), isProvisional }
}

/**
 * The moment when so many minutes of working time have passed since `from`. Pauses do not count, whatever their order or overlap.
 * The earliest such moment: an hour that ends with the working day is due in the evening, not next morning.
 */
export const addWorkingMinutes = (calendar: Calendar, from: Date, minutes: number, pauses: readonly Pause[] = []) =>
  addTime(calendar, from, minutes * MINUTE_MS, pauses, (day) => {
    const reading = readDay(calendar, day)
    return { ...reading, why: reading.kind, spans: workingIntervals(calendar, day) }
  })

/** Hours that run day and night. The calendar gives only the zone in which the counted days are named. */
export const addHours24x7 = (calendar: Calendar, from: Date, hours: number, pauses: readonly Pause[] = []) =>
  addTime(calendar, from, hours * 60 * MINUTE_MS, pauses, (day) => {
    const midnight = (of: IsoDay) => momentOf(calendar.timeZone, of, 0)
    const spans = [{ from: midnight(day), to: midnight(addDays(day, 1)) }]
    return { why: 'aroundTheClock', mark: undefined, isProvisional: false, spans }
  })

/** Working minutes from one moment to a later one; 0 when it is not later. A fraction where seconds are. */
export const workingMinutesBetween = (calendar: Calendar, from: Date, to: Date): number =>
  workingMsWithin(calendar, { from, to }) / MINUTE_MS

/**
 * When something that started at `from` is due. A target in working days is due when work ends on the n-th day,
 * shortened days respected. Pauses add exactly the working time (for `hour24x7`: the time) that they took away.
 */
export function dueAfter(calendar: Calendar, from: Date, target: Target, pauses: readonly Pause[] = []): CountedMoment {
  if (target.unit === 'hour24x7') return addHours24x7(calendar, from, target.value, pauses)
  if (target.unit === 'workingHour') return addWorkingMinutes(calendar, from, target.value * 60, pauses)
  return endOfDayAfter(calendar, from, target.value, pauses)
}

function endOfDayAfter(calendar: Calendar, start: Date, days: number, pauses: readonly Pause[]): CountedMoment {
  const { day, counting, isProvisional } = addWorkingDays(calendar, dayAt(calendar.timeZone, start), days)
  const end = days === 0 ? start : endOfWorkingDay(calendar, day)
  const lost = closedPauses(pauses, start)
    .filter((pause) => pause.from < end)
    .map((pause) => ({ from: pause.from, to: earlierOf(pause.to, end) }))
    .map((pause) => ({ pause, ms: workingMsWithin(calendar, pause) }))
    .filter(({ ms }) => ms > 0)
  const longer = addWorkingMinutes(calendar, end, sum(lost.map(({ ms }) => ms)) / MINUTE_MS, pauses)

  const waited = lost.map(({ pause, ms }) => waitedStep(calendar, pause, ms))
  // The evening of the day that was counted last holds no time to add: a line about it would say nothing.
  const added = longer.counting.filter((step) => step.why !== 'afterHours')
  return {
    at: longer.at,
    counting: [...counting, ...waited, ...added],
    isProvisional: isProvisional || longer.isProvisional,
    isPaused: isStoppedBefore(pauses, longer.at),
  }
}

function waitedStep({ timeZone }: Calendar, pause: Span, ms: number): CountedStep {
  const minutes = ms / MINUTE_MS
  const days = { from: dayAt(timeZone, pause.from), to: dayAt(timeZone, pause.to) }
  return { ...days, why: 'pause', mark: undefined, unit: 'minute', amount: 0, total: 0, pausedMinutes: minutes }
}

type TimeOfDay = Pick<DayReading, 'mark' | 'isProvisional'> & {
  readonly why: OneDay['why']
  readonly spans: readonly Span[]
}

/** Walks from day to day and takes from each what time it has, until nothing is left to take. */
function addTime(
  calendar: Calendar,
  start: Date,
  ms: number,
  pauses: readonly Pause[],
  timeOf: (day: IsoDay) => TimeOfDay,
): CountedMoment {
  if (!(ms >= 0)) throw new RangeError(`${ms} ms cannot be counted.`)
  const closed = closedPauses(pauses, start)
  const counted: OneDay[] = []
  let isProvisional = false
  let at = start
  let rest = 0
  let day = dayAt(calendar.timeZone, start)
  for (let left = ms; left > 0; day = addDays(day, 1)) {
    const time = timeOf(day)
    const ahead = time.spans
      .filter((span) => span.to > start)
      .map((span) => ({ ...span, from: laterOf(span.from, start) }))
    const taken = take(ahead, closed, left)
    left -= taken.ms
    at = taken.at ?? at
    rest = keepFinite(calendar, time.spans.length, rest)
    isProvisional ||= time.isProvisional
    const isStanding = taken.ms === 0 && (ahead.length > 0 || isInsideOne(closed, calendar.timeZone, day))
    counted.push(oneDay(day, time, taken, isStanding))
  }
  return { at, counting: joinDays('minute', counted), isProvisional, isPaused: isStoppedBefore(pauses, at) }
}

type Taken = { readonly at: Date | undefined; readonly ms: number; readonly pausedMs: number }

/** Takes up to so many milliseconds out of the spans, pauses left out, and says when the last of them passed. */
function take(spans: readonly Span[], pauses: readonly Span[], most: number): Taken {
  let left = most
  let at: Date | undefined
  for (const part of spans.flatMap((span) => withoutPauses(span, pauses))) {
    if (left === 0) break
    const ms = Math.min(lengthOf([part]), left)
    at = new Date(part.from.getTime() + ms)
    left -= ms
  }
  const end = left === 0 ? at : undefined
  const passed = end
    ? spans.filter(({ from }) => from < end).map((span) => ({ ...span, to: earlierOf(span.to, end) }))
    : spans
  return { at, ms: most - left, pausedMs: lengthOf(passed) - (most - left) }
}

function oneDay(day: IsoDay, time: TimeOfDay, { ms, pausedMs }: Taken, isStanding: boolean): OneDay {
  // A weekend inside a pause belongs to the pause: a wait of months stays one line.
  if (isStanding) return { day, why: 'pause', amount: 0, pausedMinutes: pausedMs / MINUTE_MS }
  const isOver = ms === 0 && time.spans.length > 0
  return {
    day,
    why: isOver ? 'afterHours' : time.why,
    mark: time.mark,
    amount: ms / MINUTE_MS,
    pausedMinutes: pausedMs / MINUTE_MS,
  }
}

const isInsideOne = (pauses: readonly Span[], timeZone: string, day: IsoDay) =>
  pauses.some(({ from, to }) => from <= momentOf(timeZone, day, 0) && to >= momentOf(timeZone, addDays(day, 1), 0))

function workingMsWithin(calendar: Calendar, { from, to }: Span): number {
  let ms = 0
  const last = dayAt(calendar.timeZone, to)
  for (let day = dayAt(calendar.timeZone, from); day <= last; day = addDays(day, 1)) {
    for (const span of workingIntervals(calendar, day)) {
      ms += Math.max(0, Math.min(span.to.getTime(), to.getTime()) - Math.max(span.from.getTime(), from.getTime()))
    }
  }
  return ms
}

function isStoppedBefore(pauses: readonly Pause[], at: Date): boolean {
  const since = stoppedSince(pauses)
  return since !== undefined && since < at
}

function keepFinite(calendar: Calendar, work: number, rest: number): number {
  if (work > 0) return 0
  if (rest >= LONGEST_REST) throw new Error(`The calendar of ${calendar.country} holds no working time.`)
  return rest + 1
}

const laterOf = (a: Date, b: Date) => (a > b ? a : b)
const earlierOf = (a: Date, b: Date) => (a < b ? a : b)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
