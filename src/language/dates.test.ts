import { expect, test } from 'vitest'
import { parseIsoDay } from '#src/kernel/iso-day.ts'
import { dayInFigures, dayInWords, momentInWords, placeOfZone, timeIn } from './dates.ts'

const day = parseIsoDay('2026-11-26') ?? '2026-01-01'
const at = new Date('2026-11-26T12:00:00Z')

test('a day is written as each language writes it', () => {
  expect(dayInWords(day)).toEqual({ ky: 'бейшемби, 26-ноябрь', ru: 'четверг, 26 ноября', en: 'Thursday 26 November' })
  expect(dayInWords(day, { withYear: true })).toEqual({
    ky: 'бейшемби, 2026-жыл, 26-ноябрь',
    ru: 'четверг, 26 ноября 2026 года',
    en: 'Thursday 26 November 2026',
  })
  expect(dayInFigures(day)).toEqual({ ky: '26.11.2026', ru: '26.11.2026', en: '26 November 2026' })
})

test('a moment is told on the person’s clock and on Bishkek’s', () => {
  expect(momentInWords(at, 'Europe/Moscow').en).toBe('Thursday 26 November, 15:00 (Moscow), 18:00 (Bishkek)')
  expect(momentInWords(at, 'Europe/Moscow').ru).toBe('четверг, 26 ноября, 15:00 (Москва), 18:00 (Бишкек)')
  expect(momentInWords(at, 'Europe/Moscow').ky).toBe('бейшемби, 26-ноябрь, 15:00 (Москва), 18:00 (Бишкек)')
})

test('in Bishkek itself it is told once', () => {
  expect(momentInWords(at, 'Asia/Bishkek').ru).toBe('четверг, 26 ноября, 18:00 (Бишкек)')
})

test('where it is already another day in Bishkek, that day is named', () => {
  const evening = new Date('2026-11-26T23:30:00Z')
  expect(momentInWords(evening, 'America/New_York').en).toBe(
    'Thursday 26 November, 18:30 (New York), Friday 27 November, 05:30 (Bishkek)',
  )
})

test('times follow the zone, and a zone without a name of its own is called by its city', () => {
  expect(timeIn('Asia/Kathmandu', at)).toBe('17:45')
  expect(placeOfZone('Asia/Seoul').en).toBe('Seoul')
  expect(placeOfZone('Etc/UTC').ky).toBe('UTC')
})
