import { expect, test } from 'vitest'
import { addWorkingDays, addWorkingMinutes, dueAfter } from '#src/kernel/working-time.ts'
import { kgCalendar } from '#test/support/kg-calendar.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { CountedStep } from '#src/kernel/counting.ts'
import { countingInWords } from './counting.ts'

const lines = (counting: readonly CountedStep[], lang: Lang) =>
  countingInWords(counting, lang, '2026-04-28').map(({ days, says }) => `${days}: ${says}`.replaceAll('\u{a0}', ' '))

test('a term in working days reads as one would count it aloud', () => {
  const { counting } = addWorkingDays(kgCalendar, '2026-04-28', 7)
  expect(lines(counting, 'en')).toEqual([
    'Wednesday 29 April: 1 working day',
    'Thursday 30 April: 1 working day (2 in all), shortened day, eve-2026-04-30',
    '1–\u20609 May: day off, may-2026',
    'Sunday 10 May: weekend',
    '11–\u206015 May: 5 working days (7 in all)',
  ])
  expect(lines(counting, 'ky').at(-1)).toBe('11–\u206015-\u2060май: 5 жумушчу күн (бардыгы 7)')
  expect(lines(counting, 'ru').at(-1)).toBe('11–\u206015 мая: 5 рабочих дней (всего 7)')
})

test('hours, and the time the clock was paused', () => {
  const start = new Date('2026-06-01T11:30:00Z')
  const pause = { from: new Date('2026-06-02T04:00:00Z'), to: new Date('2026-06-02T05:30:00Z') }
  expect(lines(addWorkingMinutes(kgCalendar, start, 120, [pause]).counting, 'ru')).toEqual([
    'понедельник, 1 июня: 30 минут',
    'вторник, 2 июня: 1 час 30 минут (всего 2 часа), отсчёт был остановлен 1 час 30 минут',
  ])
  const due = dueAfter(kgCalendar, start, { value: 1, unit: 'workingDay' }, [pause])
  expect(lines(due.counting, 'en')).toEqual([
    'Tuesday 2 June: 1 working day',
    'Tuesday 2 June: the clock was paused, 1 hour 30 minutes',
    'Wednesday 3 June: 1 hour 30 minutes',
  ])
})

test('what is only expected is called so, and another year is named', () => {
  const { counting } = addWorkingDays(kgCalendar, '2026-12-31', 1)
  expect(lines(counting, 'en')).toEqual([
    '1–\u20606 January 2027: day off, new-year-2027, provisional',
    'Thursday 7 January 2027: day off, christmas-2027, provisional',
    'Friday 8 January 2027: 1 working day',
  ])
})
