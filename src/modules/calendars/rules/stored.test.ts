import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isWorkingDay, readDay } from '#src/kernel/calendar.ts'
import { addDays, daysFromTo, weekdayOf, type IsoDay } from '#src/kernel/iso-day.ts'
import { addWorkingDays, workingMinutesBetween } from '#src/kernel/working-time.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { calendarFrom } from '../get-calendar.ts'
import { isoDay } from './day-schema.ts'
import { readPatch, stateFrom, writePatch } from './stored.ts'

const data = loadCatalogue('catalogue').holidays
const calendar = calendarFrom({ ...data, ...stateFrom(data) })

test('the catalogue’s calendar: weekends, lunch, shortened and marked days', () => {
  expect(calendar.weekend).toEqual(['saturday', 'sunday'])
  expect(calendar.hours.monday).toEqual([
    { from: 540, to: 750 },
    { from: 810, to: 1080 },
  ])
  expect(readDay(calendar, '2026-04-30')).toMatchObject({ kind: 'shortened', mark: { holidayId: 'eve-2026-04-30' } })
  expect(isWorkingDay(calendar, '2026-05-05')).toBe(false)
  expect(readDay(calendar, '2027-11-08')).toMatchObject({ kind: 'worked', isProvisional: true })
})

test('every worked example of the rules for appeals comes out as the lawyers wrote it', () => {
  const example = z.object({ given: z.record(z.string(), isoDay), expect: z.object({ lastDay: z.string() }) })
  const version = z.object({ calc: z.object({ amount: z.number() }), examples: z.array(example) })
  const file = z.object({ rules: z.array(z.object({ id: z.string(), versions: z.array(z.unknown()) })) })
  const { rules } = file.parse(JSON.parse(readFileSync('catalogue/deadline-rules.json', 'utf8')))
  const ofAppeals = rules.filter(({ id }) => id === 'kg-appeal-registration' || id === 'kg-appeal-answer')
  const counted = ofAppeals.flatMap(({ versions }) =>
    versions.flatMap((one) => {
      const { calc, examples } = version.parse(one)
      return examples.map(({ given, expect: wanted }) => {
        const [from] = Object.values(given)
        return [from && addWorkingDays(calendar, from, calc.amount).day, wanted.lastDay]
      })
    }),
  )
  expect(counted.length).toBeGreaterThanOrEqual(9)
  expect(counted.map(([day]) => day)).toEqual(counted.map(([, day]) => day))
})

test('day by day, the provisional ones too, the file’s own words decide how long is worked', () => {
  const entry = z.object({ from: isoDay, to: isoDay, kind: z.string(), provisional: z.boolean() })
  const { days } = z
    .object({ days: z.array(entry) })
    .parse(JSON.parse(readFileSync('catalogue/calendars/kg.json', 'utf8')))
  for (const day of daysFromTo('2026-01-01', '2028-03-31')) {
    const entries = days.filter(({ from, to }) => from <= day && day <= to)
    const kinds = entries.map(({ kind }) => kind)
    const isOff = kinds.includes('nonWorking') || ['saturday', 'sunday'].includes(weekdayOf(day))
    const hours = isOff ? 0 : kinds.includes('shortened') ? 7 : 8
    const midnight = (of: IsoDay) => new Date(`${of}T00:00:00+06:00`)
    const minutes = workingMinutesBetween(calendar, midnight(day), midnight(addDays(day, 1)))
    expect([day, minutes / 60]).toEqual([day, hours])
    const isProvisional = entries.length > 0 ? entries.some(({ provisional }) => provisional) : day > '2026-12-31'
    expect([day, readDay(calendar, day).isProvisional]).toEqual([day, isProvisional])
  }
})

test('a patch comes back from the database as it went in', () => {
  const { settings, marks } = stateFrom(data)
  const after = { ...settings, lastPublishedYear: undefined }
  const patch = { removed: marks.slice(0, 2), added: [], settings: { before: settings, after } }
  expect(readPatch(JSON.parse(writePatch(patch)))).toEqual(patch)
})
