import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { kgCalendar } from '#test/support/kg-calendar.ts'
import { sameHours } from './calendar.ts'
import type { Calendar, Span } from './calendar.ts'
import { addDays, parseIsoDay, weekdayOf, weekdays } from './iso-day.ts'
import type { IsoDay } from './iso-day.ts'
import type { CountedStep } from './counting.ts'
import { addHours24x7, addWorkingDays, addWorkingMinutes, dueAfter, workingMinutesBetween } from './working-time.ts'

// The fast code leaps from day to day. Beside it stands this model, slow and plain: it looks at one minute after the other.

const MINUTE = 60_000
type Pauses = readonly Span[]
type Local = { readonly day: IsoDay; readonly minute: number }
type LocalOf = (moment: number) => Local

const minuteOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
const days = Array.from({ length: 2000 }, (_, index) => addDays('2025-12-01', index))
// Bishkek: six hours ahead of UTC, all the year round.
const bishkekTime: LocalOf = (moment) => {
  const minutes = (moment - Date.parse('2025-11-30T18:00Z')) / MINUTE
  return { day: days[Math.floor(minutes / 1440)] ?? '1000-01-01', minute: minutes % 1440 }
}
const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' })
const berlinTime: LocalOf = (moment) => {
  const text = swedish.format(moment)
  return { day: parseIsoDay(text.slice(0, 10)) ?? '1000-01-01', minute: minuteOf(text.slice(11)) }
}

function isWorkingMinute(calendar: Calendar, { day, minute }: Local): boolean {
  const hours = calendar.hours[weekdayOf(day)] ?? []
  if (!hours.some((part) => part.from <= minute && minute < part.to)) return false
  if (calendar.weekend.includes(weekdayOf(day))) return false
  const kinds = (calendar.marks.get(day) ?? []).map((mark) => mark.kind)
  if (kinds.includes('nonWorking')) return false
  const end = Math.max(...hours.map((part) => part.to))
  return minute < end - (kinds.includes('shortened') ? calendar.shortenedByMinutes : 0)
}

const isPaused = (pauses: Pauses, moment: number) =>
  pauses.some(({ from, to }) => from.getTime() <= moment && moment < to.getTime())

function addSlowly(calendar: Calendar, localOf: LocalOf, from: Date, minutes: number, pauses: Pauses = []): Date {
  let moment = from.getTime()
  for (let left = minutes; left > 0; moment += MINUTE) {
    if (isWorkingMinute(calendar, localOf(moment)) && !isPaused(pauses, moment)) left -= 1
  }
  return new Date(moment)
}

function countSlowly(calendar: Calendar, localOf: LocalOf, from: Date, to: Date): number {
  let count = 0
  for (let moment = from.getTime(); moment < to.getTime(); moment += MINUTE) {
    if (isWorkingMinute(calendar, localOf(moment))) count += 1
  }
  return count
}

const momentFrom = (first: string, days: number) =>
  fc.integer({ min: 0, max: days * 1440 }).map((minutes) => new Date(Date.parse(first) + minutes * MINUTE))
// Runs of holidays in May, the ends of the years 2026 and 2027, and 29 February 2028 are all hit often.
const anyStart = fc.oneof(
  momentFrom('2026-01-01T00:00Z', 1000),
  momentFrom('2026-04-24T00:00Z', 20),
  momentFrom('2026-12-25T00:00Z', 20),
  momentFrom('2028-02-25T00:00Z', 8),
)
// A pause is told by when after the start it begins (it may begin before) and how long it lasts.
const anyPauses = fc.array(
  fc.record({
    after: fc.integer({ min: -3000, max: 15_000 }),
    lasts: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 20_000 })),
  }),
  { maxLength: 4 },
)
const pausesFrom = (start: Date, told: readonly { after: number; lasts: number }[]): Pauses =>
  told.map(({ after, lasts }) => {
    const from = start.getTime() + after * MINUTE
    return { from: new Date(from), to: new Date(from + lasts * MINUTE) }
  })
const anyCase = fc.tuple(anyStart, anyPauses).map(([start, told]) => ({ start, pauses: pausesFrom(start, told) }))

/** Working minutes of the pauses between two moments, each counted once. */
function pausedBetween(pauses: Pauses, from: Date, to: Date): number {
  let count = 0
  for (let moment = from.getTime(); moment < to.getTime(); moment += MINUTE) {
    if (isPaused(pauses, moment) && isWorkingMinute(kgCalendar, bishkekTime(moment))) count += 1
  }
  return count
}

test('working minutes end where the slow model ends', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 0, max: 3000 }), ({ start, pauses }, minutes) => {
      const { at } = addWorkingMinutes(kgCalendar, start, minutes, pauses)
      expect(at).toEqual(addSlowly(kgCalendar, bishkekTime, start, minutes, pauses))
    }),
    { numRuns: 100 },
  )
})

test('working time between two moments is what the slow model counts', () => {
  fc.assert(
    fc.property(anyStart, fc.integer({ min: 0, max: 30_000 }), (start, later) => {
      const end = new Date(start.getTime() + later * MINUTE)
      expect(workingMinutesBetween(kgCalendar, start, end)).toBe(countSlowly(kgCalendar, bishkekTime, start, end))
    }),
    { numRuns: 60 },
  )
})

test('a target in working days: the end of that day, and pauses add exactly their working time', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 1, max: 14 }), ({ start, pauses }, value) => {
      const target = { value, unit: 'workingDay' } as const
      const unpaused = dueAfter(kgCalendar, start, target).at
      const { at } = dueAfter(kgCalendar, start, target, pauses)
      const budget = countSlowly(kgCalendar, bishkekTime, start, unpaused)
      expect(at).toEqual(addSlowly(kgCalendar, bishkekTime, start, budget, pauses))
      expect(at >= unpaused && at > start).toBe(true)
      expect(workingMinutesBetween(kgCalendar, start, at)).toBe(budget + pausedBetween(pauses, start, at))
    }),
    { numRuns: 50 },
  )
})

test('working days are counted one by one, the day after is day 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 40 }), (later, days) => {
      const from = addDays('2026-01-01', later)
      let day = from
      for (let left = days; left > 0;) {
        day = addDays(day, 1)
        if (isWorkingMinute(kgCalendar, { day, minute: 600 })) left -= 1
      }
      expect(addWorkingDays(kgCalendar, from, days).day).toBe(day)
    }),
  )
})

test('hours round the clock: as much time passes as was asked for, pauses left out, never before the start', () => {
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 0, max: 100 }), ({ start, pauses }, hours) => {
      const { at } = addHours24x7(kgCalendar, start, hours, pauses)
      let moment = start.getTime()
      for (let left = hours * 60; left > 0; moment += MINUTE) if (!isPaused(pauses, moment)) left -= 1
      expect(at).toEqual(new Date(moment))
    }),
    { numRuns: 100 },
  )
})

test('the counting leaves out no day, tells none twice, and its amounts add up', () => {
  const unbroken = (steps: readonly CountedStep[]) =>
    steps.every((step, index) => index === 0 || step.from === addDays(steps[index - 1]?.to ?? step.from, 1))
  fc.assert(
    fc.property(anyCase, fc.integer({ min: 1, max: 5000 }), ({ start, pauses }, amount) => {
      const time = addWorkingMinutes(kgCalendar, start, amount, pauses)
      expect(unbroken(time.counting)).toBe(true)
      expect(time.counting[0]?.from).toBe(bishkekTime(start.getTime()).day)
      expect(time.counting.at(-1)).toMatchObject({ to: bishkekTime(time.at.getTime()).day, total: amount })
      expect(time.counting.reduce((sum, step) => sum + step.amount, 0)).toBe(amount)
      const paused = time.counting.reduce((sum, step) => sum + step.pausedMinutes, 0)
      expect(paused).toBe(pausedBetween(pauses, start, time.at))

      const days = addWorkingDays(kgCalendar, bishkekTime(start.getTime()).day, (amount % 30) + 1)
      expect(unbroken(days.counting)).toBe(true)
      expect(days.counting.at(-1)).toMatchObject({ to: days.day, total: (amount % 30) + 1 })
    }),
    { numRuns: 60 },
  )
})

test('Berlin: a body that works at night keeps its hours over both changes of clocks', () => {
  const nights: Calendar = {
    ...kgCalendar,
    country: 'DE',
    timeZone: 'Europe/Berlin',
    weekend: ['wednesday'],
    hours: sameHours(weekdays, [
      { from: 30, to: 100 },
      { from: 200, to: 600 },
    ]),
  }
  const nearChange = fc.oneof(momentFrom('2026-03-27T00:00Z', 3), momentFrom('2026-10-23T00:00Z', 3))
  fc.assert(
    fc.property(nearChange, anyPauses, fc.integer({ min: 0, max: 2500 }), (start, told, minutes) => {
      const pauses = pausesFrom(start, told)
      const { at } = addWorkingMinutes(nights, start, minutes, pauses)
      expect(at).toEqual(addSlowly(nights, berlinTime, start, minutes, pauses))
    }),
    { numRuns: 60 },
  )
})
