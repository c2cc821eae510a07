import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, daysFromTo, parseIsoDay, weekdayOf, weekdays, yearOf } from './iso-day.ts'

const anyDay = fc.integer({ min: -100_000, max: 100_000 }).map((days) => addDays('1970-01-01', days))

test('only a day that exists is a day', () => {
  expect(parseIsoDay('2028-02-29')).toBe('2028-02-29')
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '26-01-01',
    '0026-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ]) {
    expect(`${text} → ${parseIsoDay(text)}`).toBe(`${text} → undefined`)
  }
})

test('whatever a day is called, parsing gives it back', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(parseIsoDay(day)).toBe(day)
    }),
  )
})

test('29 February lies between the 28th and 1 March in a leap year only', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
  expect(yearOf(addDays('2026-12-31', 1))).toBe(2027)
})

test('adding days and counting them are each other’s opposite', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})

test('weekdays follow each other and agree with the machine’s own', () => {
  expect(weekdayOf('2026-11-26')).toBe('thursday')
  const english = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' })
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(weekdayOf(day)).toBe(english.format(new Date(`${day}T12:00:00Z`)).toLowerCase())
      expect(weekdays.indexOf(weekdayOf(addDays(day, 1)))).toBe((weekdays.indexOf(weekdayOf(day)) + 1) % 7)
    }),
  )
})

test('a list of days holds both ends, and nothing when they are the wrong way round', () => {
  expect(daysFromTo('2026-12-31', '2027-01-02')).toEqual(['2026-12-31', '2027-01-01', '2027-01-02'])
  expect(daysFromTo('2027-01-02', '2026-12-31')).toEqual([])
})
