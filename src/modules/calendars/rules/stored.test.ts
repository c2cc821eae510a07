import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isWorkingDay, readDay } from '#src/kernel/calendar.ts'
import { addWorkingDays } from '#src/kernel/working-time.ts'
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

test('a patch comes back from the database as it went in', () => {
  const { settings, marks } = stateFrom(data)
  const after = { ...settings, lastPublishedYear: undefined }
  const patch = { removed: marks.slice(0, 2), added: [], settings: { before: settings, after } }
  expect(readPatch(JSON.parse(writePatch(patch)))).toEqual(patch)
})
