import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameHours } from '#src/kernel/calendar.ts'
import { hoursByRun, hoursText, leavesWork, parseHours } from './hours.ts'

test('hours are read as people type them', () => {
  const usual = [
    { from: 540, to: 750 },
    { from: 810, to: 1080 },
  ]
  for (const typed of ['09:00–12:30, 13:30–18:00', '9.00-12.30 13.30-18.00', ' 9:00 - 12:30;13:30 — 18:00 ']) {
    expect(parseHours(typed)).toEqual(usual)
  }
  expect(parseHours('')).toEqual([])
  expect(parseHours('00:00-24:00')).toEqual([{ from: 0, to: 1440 }])
})

test('what cannot be hours is not taken for hours', () => {
  const wrong = [
    '9-18',
    '09:00',
    '18:00-09:00',
    '09:00-13:00, 12:00-18:00',
    '09:00-12:00, 12:00-18:00',
    '09:60-18:00',
    '09:00-24:01',
    'выходной',
    '09:00-18:00 кроме обеда',
  ]
  expect(wrong.map(parseHours)).toEqual(wrong.map(() => undefined))
})

test('what is shown can be read back', () => {
  const anyHours = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 12 }).map((minutes) => {
    const inOrder = minutes.toSorted((a, b) => a - b)
    return Array.from({ length: Math.floor(inOrder.length / 2) }, (_, at) => ({
      from: inOrder[at * 2] ?? 0,
      to: inOrder[at * 2 + 1] ?? 0,
    }))
  })
  fc.assert(
    fc.property(anyHours, (hours) => {
      expect(parseHours(hoursText(hours))).toEqual(hours)
    }),
  )
})

test('weekdays with the same hours are told together', () => {
  const hours = {
    ...sameHours(['monday', 'tuesday', 'wednesday'], [{ from: 540, to: 1080 }]),
    friday: [{ from: 540, to: 960 }],
  }
  expect(hoursByRun(hours)).toEqual([
    { days: ['monday', 'tuesday', 'wednesday'], text: '09:00–18:00' },
    { days: ['thursday'], text: '' },
    { days: ['friday'], text: '09:00–16:00' },
    { days: ['saturday', 'sunday'], text: '' },
  ])
})

test('a shortened day must leave some work on every weekday', () => {
  const hours = { monday: [{ from: 540, to: 1080 }], friday: [{ from: 540, to: 600 }] }
  expect(leavesWork(hours, 59)).toBe(true)
  expect(leavesWork(hours, 60)).toBe(false)
})
