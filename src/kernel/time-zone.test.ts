import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE_MS, dayAt, isTimeZone, momentOf, offsetAt, wallClockAt } from './time-zone.ts'

const zones = [
  'Asia/Bishkek',
  'Europe/Moscow',
  'Europe/Berlin',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Pacific/Honolulu',
]
const anyZone = fc.constantFrom(...zones)
const anyMoment = fc.date({
  min: new Date('2015-01-01T00:00:00Z'),
  max: new Date('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
})

const at = (text: string) => new Date(text)

test('Bishkek is six hours ahead all the year round', () => {
  expect(momentOf('Asia/Bishkek', '2026-01-15', 9 * 60)).toEqual(at('2026-01-15T03:00:00Z'))
  expect(momentOf('Asia/Bishkek', '2026-07-15', 9 * 60)).toEqual(at('2026-07-15T03:00:00Z'))
  expect(dayAt('Asia/Bishkek', at('2026-11-22T18:30:00Z'))).toBe('2026-11-23')
})

test('Berlin moves its clocks, and the conversion with it', () => {
  expect(momentOf('Europe/Berlin', '2026-03-28', 12 * 60)).toEqual(at('2026-03-28T11:00:00Z'))
  expect(momentOf('Europe/Berlin', '2026-03-29', 12 * 60)).toEqual(at('2026-03-29T10:00:00Z'))
  expect(momentOf('Europe/Berlin', '2026-10-25', 12 * 60)).toEqual(at('2026-10-25T11:00:00Z'))
})

test('a time that spring leaves out lands after the gap, a time that autumn has twice is the first', () => {
  expect(momentOf('Europe/Berlin', '2026-03-29', 2 * 60 + 30)).toEqual(at('2026-03-29T01:30:00Z'))
  expect(wallClockAt('Europe/Berlin', at('2026-03-29T01:30:00Z')).time).toBe((3 * 60 + 30) * MINUTE_MS)
  expect(momentOf('Europe/Berlin', '2026-10-25', 2 * 60 + 30)).toEqual(at('2026-10-25T00:30:00Z'))
  expect(momentOf('America/St_Johns', '2026-11-01', 90)).toEqual(at('2026-11-01T04:00:00Z'))
})

test('what the wall shows leads back to a moment at which it shows the same', () => {
  fc.assert(
    fc.property(anyZone, anyMoment, (zone, moment) => {
      const whole = new Date(Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS)
      const shown = wallClockAt(zone, whole)
      const back = momentOf(zone, shown.day, shown.time / MINUTE_MS)
      expect(wallClockAt(zone, back)).toEqual(shown)
      // Only the doubled hour of autumn may lead to its first run.
      expect([0, 60 * MINUTE_MS]).toContain(whole.getTime() - back.getTime())
    }),
  )
})

test('milliseconds and moments before 1970 do not disturb the offset', () => {
  expect(offsetAt('Asia/Bishkek', at('2026-01-01T00:00:00.999Z').getTime())).toBe(6 * 60 * MINUTE_MS)
  expect(offsetAt('UTC', at('1969-12-31T23:59:59.500Z').getTime())).toBe(0)
  expect(wallClockAt('UTC', at('1969-12-31T23:59:59.500Z'))).toEqual({ day: '1969-12-31', time: 86_399_500 })
})

test('zones are known by their IANA names only', () => {
  expect(isTimeZone('Europe/Moscow')).toBe(true)
  expect(isTimeZone('Europe/Osh')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})
