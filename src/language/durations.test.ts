import { expect, test } from 'vitest'
import { formatMinutes, formatWorkingDayCount } from './durations.ts'

const shown = (text: string) => text.replaceAll('\u{a0}', ' ')

test('minutes are told as hours and minutes', () => {
  expect(shown(formatMinutes(210, 'ky'))).toBe('3 саат 30 мүнөт')
  expect(shown(formatMinutes(210, 'ru'))).toBe('3 часа 30 минут')
  expect(shown(formatMinutes(61, 'en'))).toBe('1 hour 1 minute')
  expect(shown(formatMinutes(480, 'ru'))).toBe('8 часов')
  expect(shown(formatMinutes(0, 'en'))).toBe('0 minutes')
})

test('seconds are rounded before hours are split off', () => {
  expect(shown(formatMinutes(59.8, 'en'))).toBe('1 hour')
})

test('working days in their forms', () => {
  expect(shown(formatWorkingDayCount(14, 'ru'))).toBe('14 рабочих дней')
  expect(shown(formatWorkingDayCount(14, 'ky'))).toBe('14 жумушчу күн')
  expect(shown(formatWorkingDayCount(1, 'en'))).toBe('1 working day')
})
