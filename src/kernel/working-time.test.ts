import { expect, test } from 'vitest'
import { kgCalendar } from '#test/support/kg-calendar.ts'
import { readDay, sameHours } from './calendar.ts'
import type { IsoDay } from './iso-day.ts'
import { addHours24x7, addWorkingDays, addWorkingMinutes, dueAfter, workingMinutesBetween } from './working-time.ts'

/** A moment on the clocks of Bishkek. */
const bishkek = (text: string) => new Date(`${text}:00+06:00`)
const lastDay = (from: IsoDay, days: number) => addWorkingDays(kgCalendar, from, days).day

test('registration: the next working day (examples of rule kg-appeal-registration)', () => {
  expect(lastDay('2026-04-13', 1)).toBe('2026-04-14')
  expect(lastDay('2026-04-30', 1)).toBe('2026-05-11')
  expect(lastDay('2026-06-06', 1)).toBe('2026-06-08')
})

test('answer: fourteen working days (examples of rule kg-appeal-answer)', () => {
  expect(lastDay('2026-06-01', 14)).toBe('2026-06-19')
  expect(lastDay('2026-06-05', 14)).toBe('2026-06-25')
  expect(lastDay('2026-04-27', 14)).toBe('2026-05-25')
  expect(lastDay('2026-08-24', 10)).toBe('2026-09-08')
})

test('the counting reads as one would say it: 3 days in April, 1–9 May off, 5, 5 and 1', () => {
  const { counting, isProvisional } = addWorkingDays(kgCalendar, '2026-04-27', 14)
  expect(isProvisional).toBe(false)
  expect(
    counting.map(({ from, to, why, mark, amount, total }) => [from, to, why, mark?.holidayId, amount, total]),
  ).toEqual([
    ['2026-04-28', '2026-04-29', 'worked', undefined, 2, 2],
    ['2026-04-30', '2026-04-30', 'shortened', 'eve-2026-04-30', 1, 3],
    ['2026-05-01', '2026-05-09', 'holiday', 'may-2026', 0, 3],
    ['2026-05-10', '2026-05-10', 'weekend', undefined, 0, 3],
    ['2026-05-11', '2026-05-15', 'worked', undefined, 5, 8],
    ['2026-05-16', '2026-05-17', 'weekend', undefined, 0, 8],
    ['2026-05-18', '2026-05-22', 'worked', undefined, 5, 13],
    ['2026-05-23', '2026-05-24', 'weekend', undefined, 0, 13],
    ['2026-05-25', '2026-05-25', 'worked', undefined, 1, 14],
  ])
})

test('a term over the year’s end uses the expected holidays and says that it is provisional', () => {
  const { day, isProvisional } = addWorkingDays(kgCalendar, '2026-12-30', 2)
  expect(day).toBe('2027-01-08')
  expect(isProvisional).toBe(true)
  // Nothing is known of 2028: weekends only.
  expect(addWorkingDays(kgCalendar, '2027-12-31', 1)).toMatchObject({ day: '2028-01-03', isProvisional: true })
})

test('29 February counts as the working day it is', () => {
  expect(lastDay('2028-02-28', 1)).toBe('2028-02-29')
  expect(lastDay('2028-02-28', 2)).toBe('2028-03-01')
})

test('working hours leave out lunch and the night', () => {
  const plus = (from: string, minutes: number) => addWorkingMinutes(kgCalendar, bishkek(from), minutes).at
  expect(plus('2026-06-01T12:00', 60)).toEqual(bishkek('2026-06-01T14:00'))
  expect(plus('2026-06-01T12:45', 60)).toEqual(bishkek('2026-06-01T14:30'))
  expect(plus('2026-06-01T17:30', 60)).toEqual(bishkek('2026-06-02T09:30'))
  expect(plus('2026-06-05T19:00', 60)).toEqual(bishkek('2026-06-08T10:00'))
  expect(plus('2026-06-06T11:00', 240)).toEqual(bishkek('2026-06-08T14:00'))
  expect(plus('2026-04-30T16:30', 60)).toEqual(bishkek('2026-05-11T09:30'))
})

test('an hour that ends with the working day is due in the evening, not next morning', () => {
  expect(addWorkingMinutes(kgCalendar, bishkek('2026-06-01T17:00'), 60).at).toEqual(bishkek('2026-06-01T18:00'))
  expect(addWorkingMinutes(kgCalendar, bishkek('2026-06-01T11:30'), 60).at).toEqual(bishkek('2026-06-01T12:30'))
})

test('no time at all is due at once, even at night', () => {
  expect(addWorkingMinutes(kgCalendar, bishkek('2026-06-06T03:00'), 0)).toMatchObject({
    at: bishkek('2026-06-06T03:00'),
    counting: [],
  })
})

test('the counting of hours names what was passed over', () => {
  const { counting } = addWorkingMinutes(kgCalendar, bishkek('2026-04-30T18:00'), 600)
  expect(counting.map(({ from, to, why, amount, total }) => [from, to, why, amount, total])).toEqual([
    ['2026-04-30', '2026-04-30', 'afterHours', 0, 0],
    ['2026-05-01', '2026-05-09', 'holiday', 0, 0],
    ['2026-05-10', '2026-05-10', 'weekend', 0, 0],
    ['2026-05-11', '2026-05-11', 'worked', 480, 480],
    ['2026-05-12', '2026-05-12', 'worked', 120, 600],
  ])
})

test('a pause inside lunch takes nothing away', () => {
  const lunch = { from: bishkek('2026-06-01T12:30'), to: bishkek('2026-06-01T13:30') }
  expect(addWorkingMinutes(kgCalendar, bishkek('2026-06-01T12:00'), 60, [lunch]).at).toEqual(
    bishkek('2026-06-01T14:00'),
  )
})

test('pauses count once when they overlap, and not at all before the start', () => {
  const pauses = [
    { from: bishkek('2026-06-01T15:00'), to: bishkek('2026-06-01T16:00') },
    { from: bishkek('2026-06-01T14:30'), to: bishkek('2026-06-01T15:30') },
    { from: bishkek('2026-05-20T09:00'), to: bishkek('2026-05-21T18:00') },
  ]
  expect(addWorkingMinutes(kgCalendar, bishkek('2026-06-01T14:00'), 60, pauses).at).toEqual(bishkek('2026-06-01T16:30'))
})

test('a wait of months is one line of the counting, weekends and holidays in it', () => {
  const pause = { from: bishkek('2026-06-02T00:00'), to: bishkek('2026-09-11T10:00') }
  const { at, counting } = addWorkingMinutes(kgCalendar, bishkek('2026-06-01T17:00'), 120, [pause])
  expect(at).toEqual(bishkek('2026-09-11T11:00'))
  expect(counting.map(({ from, to, why, amount }) => [from, to, why, amount])).toEqual([
    ['2026-06-01', '2026-06-01', 'worked', 60],
    ['2026-06-02', '2026-09-10', 'pause', 0],
    ['2026-09-11', '2026-09-11', 'worked', 60],
  ])
  expect(counting.reduce((sum, step) => sum + step.pausedMinutes, 0)).toBe(
    workingMinutesBetween(kgCalendar, pause.from, pause.to),
  )
})

test('a target in working days is due when work ends that day, earlier on a shortened one', () => {
  const due = (from: string, value: number) => dueAfter(kgCalendar, bishkek(from), { value, unit: 'workingDay' }).at
  expect(due('2026-06-01T10:00', 5)).toEqual(bishkek('2026-06-08T18:00'))
  expect(due('2026-04-29T10:00', 1)).toEqual(bishkek('2026-04-30T17:00'))
  expect(due('2026-06-01T02:00', 1)).toEqual(bishkek('2026-06-02T18:00'))
})

test('a pause moves a target in working days by its working time and shows how', () => {
  const pause = { from: bishkek('2026-06-03T16:00'), to: bishkek('2026-06-05T10:00') }
  const { at, counting } = dueAfter(kgCalendar, bishkek('2026-06-01T10:00'), { value: 5, unit: 'workingDay' }, [pause])
  // Two hours on the 3rd, eight on the 4th, one on the 5th: eleven hours after Monday the 8th, 18:00.
  expect(at).toEqual(bishkek('2026-06-10T12:00'))
  expect(counting.slice(-3)).toMatchObject([
    { from: '2026-06-03', to: '2026-06-05', why: 'pause', pausedMinutes: 660 },
    { from: '2026-06-09', to: '2026-06-09', why: 'worked', amount: 480, total: 480 },
    { from: '2026-06-10', to: '2026-06-10', why: 'worked', amount: 180, total: 660 },
  ])
})

test('hours round the clock run through nights and holidays, and never are provisional', () => {
  const { at, counting, isProvisional } = addHours24x7(kgCalendar, bishkek('2027-01-01T22:00'), 5)
  expect(at).toEqual(bishkek('2027-01-02T03:00'))
  expect(isProvisional).toBe(false)
  expect(counting.map(({ from, why, amount }) => [from, why, amount])).toEqual([
    ['2027-01-01', 'aroundTheClock', 120],
    ['2027-01-02', 'aroundTheClock', 180],
  ])
})

test('while the clock stands still, the due moment is the earliest it can be', () => {
  const waiting = { from: bishkek('2026-06-02T09:00'), to: undefined }
  const due = (pauses: { from: Date; to: undefined }[]) =>
    dueAfter(kgCalendar, bishkek('2026-06-01T10:00'), { value: 2, unit: 'workingDay' }, pauses)
  expect(due([waiting])).toMatchObject({ at: bishkek('2026-06-03T18:00'), isPaused: true })
  expect(due([])).toMatchObject({ isPaused: false })
  // It stopped only after the term was over: that pause concerns another clock.
  expect(due([{ from: bishkek('2026-06-09T09:00'), to: undefined }]).isPaused).toBe(false)
})

test('working time between two moments; none backwards', () => {
  const between = (from: string, to: string) => workingMinutesBetween(kgCalendar, bishkek(from), bishkek(to))
  expect(between('2026-06-01T12:00', '2026-06-01T14:00')).toBe(60)
  expect(between('2026-04-30T09:00', '2026-05-11T09:30')).toBe(7 * 60 + 30)
  expect(between('2026-06-02T12:00', '2026-06-01T12:00')).toBe(0)
})

test('a calendar without working time is found out instead of counted for ever', () => {
  const empty = { ...kgCalendar, hours: sameHours([], []) }
  expect(() => addWorkingDays(empty, '2026-06-01', 1)).toThrow('no working time')
  expect(() => addWorkingMinutes(empty, bishkek('2026-06-01T10:00'), 1)).toThrow('no working time')
  expect(readDay(empty, '2026-06-01').kind).toBe('weekend')
})

test('nonsense is refused: half a day, less than nothing', () => {
  expect(() => addWorkingDays(kgCalendar, '2026-06-01', 0.5)).toThrow(RangeError)
  expect(() => addWorkingMinutes(kgCalendar, bishkek('2026-06-01T10:00'), -1)).toThrow(RangeError)
  expect(() => addWorkingMinutes(kgCalendar, bishkek('2026-06-01T10:00'), Number.NaN)).toThrow(RangeError)
})
