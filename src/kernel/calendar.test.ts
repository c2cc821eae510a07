import { expect, test } from 'vitest'
import { kgCalendar } from '#test/support/kg-calendar.ts'
import {
  endOfWorkingDay,
  hoursBetween,
  hoursOn,
  isWorkingDay,
  marksByDay,
  readDay,
  workingIntervals,
} from './calendar.ts'
import type { DayMark, MarkKind } from './calendar.ts'

const mark = (kind: MarkKind): DayMark => ({
  holidayId: kind,
  kind,
  name: { ky: kind, ru: kind, en: kind },
  isProvisional: false,
})

test('where several things are said of a day, the first in order holds: day off, weekend, shortened, working', () => {
  const marks = marksByDay([
    ['2026-06-01', mark('working')],
    ['2026-06-01', mark('shortened')],
    ['2026-06-02', mark('shortened')],
    ['2026-06-02', mark('nonWorking')],
    ['2026-06-06', mark('working')],
    ['2026-06-07', mark('shortened')],
    ['2026-06-13', mark('nonWorking')],
    ['2026-06-03', mark('working')],
  ])
  const calendar = { ...kgCalendar, marks }
  expect(readDay(calendar, '2026-06-01').kind).toBe('shortened')
  expect(readDay(calendar, '2026-06-02').kind).toBe('holiday')
  expect(readDay(calendar, '2026-06-03')).toEqual({ kind: 'worked', mark: mark('working'), isProvisional: false })
  expect(readDay(calendar, '2026-06-06').kind).toBe('weekend')
  expect(readDay(calendar, '2026-06-07').kind).toBe('weekend')
  expect(readDay(calendar, '2026-06-13').kind).toBe('holiday')
})

test('the Kyrgyz year: Orozo ait wins over the eve, holidays by name stay days off at the weekend', () => {
  expect(isWorkingDay(kgCalendar, '2026-03-20')).toBe(false)
  expect(isWorkingDay(kgCalendar, '2026-11-07')).toBe(false)
  expect(isWorkingDay(kgCalendar, '2026-02-23')).toBe(true)
  expect(isWorkingDay(kgCalendar, '2026-05-08')).toBe(false)
})

test('a working day is two intervals around lunch, in the calendar’s own zone', () => {
  expect(workingIntervals(kgCalendar, '2026-06-01')).toEqual([
    { from: new Date('2026-06-01T03:00:00Z'), to: new Date('2026-06-01T06:30:00Z') },
    { from: new Date('2026-06-01T07:30:00Z'), to: new Date('2026-06-01T12:00:00Z') },
  ])
  expect(workingIntervals(kgCalendar, '2026-06-06')).toEqual([])
})

test('a shortened day ends an hour earlier, and by more it ends before lunch', () => {
  expect(endOfWorkingDay(kgCalendar, '2026-04-30')).toEqual(new Date('2026-04-30T11:00:00Z'))
  const short = { ...kgCalendar, shortenedByMinutes: 5 * 60 }
  expect(hoursOn(short, '2026-04-30')).toEqual([{ from: 540, to: 750 }])
})

test('a day off has no end of work', () => {
  expect(() => endOfWorkingDay(kgCalendar, '2026-05-01')).toThrow('day off')
})

test('days after the last published year are provisional, with an entry or without; without any year all are', () => {
  expect(readDay(kgCalendar, '2026-12-31').isProvisional).toBe(false)
  expect(readDay(kgCalendar, '2027-01-01')).toMatchObject({ kind: 'holiday', isProvisional: true })
  expect(readDay(kgCalendar, '2028-06-01')).toMatchObject({ kind: 'worked', isProvisional: true })
  expect(readDay({ ...kgCalendar, lastPublishedYear: undefined }, '2026-06-01').isProvisional).toBe(true)
})

test('an expected day within a published year is provisional by itself', () => {
  const marks = marksByDay([['2026-06-01', { ...mark('nonWorking'), isProvisional: true }]])
  expect(readDay({ ...kgCalendar, marks }, '2026-06-01').isProvisional).toBe(true)
  expect(readDay({ ...kgCalendar, marks }, '2026-06-02').isProvisional).toBe(false)
})

test('breaks are cut out in any order; one at the edge leaves nothing beside it', () => {
  expect(
    hoursBetween(540, 1080, [
      { from: 900, to: 915 },
      { from: 750, to: 810 },
    ]),
  ).toEqual([
    { from: 540, to: 750 },
    { from: 810, to: 900 },
    { from: 915, to: 1080 },
  ])
  expect(hoursBetween(540, 1080, [{ from: 540, to: 600 }])).toEqual([{ from: 600, to: 1080 }])
})
