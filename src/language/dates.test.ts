import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#src/kernel/iso-day.ts'
import { langs } from '#src/kernel/lang.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import {
  dayInFigures,
  dayInFull,
  dayInWords,
  dayOfYear,
  daysInFull,
  daysInWords,
  momentIn,
  momentInFigures,
  momentInFull,
  momentInWords,
  monthNames,
  timeIn,
  timeOfDay,
  weekdayName,
} from './dates.ts'

const at = new Date('2026-11-26T12:00:00Z')
const now = new Date('2026-11-20T12:00:00Z')

test('a day in figures and in full, as each language writes it', () => {
  expect(dayInFigures('2026-03-05')).toEqual({ ky: '05.03.2026', ru: '05.03.2026', en: '5 March 2026' })
  expect(dayInFull('2026-03-05')).toEqual({
    ky: '2026-\u2060жылдын 5-\u2060марты',
    ru: '5 марта 2026 года',
    en: '5 March 2026',
  })
})

test('a day with its weekday, and with the year where it is not this one', () => {
  expect(dayInWords('2026-11-26', '2026-01-01')).toEqual({
    ky: '26-\u2060ноябрь, бейшемби',
    ru: 'четверг, 26 ноября',
    en: 'Thursday 26 November',
  })
  expect(dayInWords('2026-11-26', '2027-01-01')).toEqual({
    ky: '2026-\u2060жылдын 26-\u2060ноябры, бейшемби',
    ru: 'четверг, 26 ноября 2026 года',
    en: 'Thursday 26 November 2026',
  })
})

test('a run of days names the month once', () => {
  expect(daysInWords('2026-05-01', '2026-05-09')).toEqual({
    ky: '1–\u20609-\u2060май',
    ru: '1–\u20609 мая',
    en: '1–\u20609 May',
  })
  expect(daysInWords('2026-04-30', '2026-05-02').en).toBe('30 April – 2 May')
  expect(daysInWords('2026-06-01', '2026-06-01').ru).toBe('1 июня')
})

test('a run of days with its year', () => {
  expect(daysInFull('2026-05-01', '2026-05-09')).toEqual({
    ky: '2026-\u2060жылдын 1–\u20609-\u2060майы',
    ru: '1–\u20609 мая 2026 года',
    en: '1–\u20609 May 2026',
  })
  expect(daysInFull('2026-04-30', '2026-05-02')).toEqual({
    ky: '2026-\u2060жылдын 30-\u2060апрели – 2-\u2060майы',
    ru: '30 апреля – 2 мая 2026 года',
    en: '30 April – 2 May 2026',
  })
  expect(daysInFull('2026-12-31', '2027-01-02').en).toBe('31 December 2026 – 2 January 2027')
  expect(daysInFull('2026-06-01', '2026-06-01').ru).toBe('1 июня 2026 года')
})

test('a moment is told on the person’s clock and on Bishkek’s', () => {
  expect(momentInWords(at, 'Europe/Moscow', now)).toEqual({
    ky: '26-\u2060ноябрь, бейшемби, Москвада 15:00, Бишкекте 18:00',
    ru: 'четверг, 26 ноября, 15:00 в Москве, 18:00 в Бишкеке',
    en: 'Thursday 26 November, 15:00 in Moscow, 18:00 in Bishkek',
  })
})

test('in Bishkek itself it is told once', () => {
  expect(momentInWords(at, 'Asia/Bishkek', now).ru).toBe('четверг, 26 ноября, 18:00 в Бишкеке')
})

test('where it is already another day in Bishkek, that day is named', () => {
  const evening = new Date('2026-11-26T23:30:00Z')
  expect(momentInWords(evening, 'America/New_York', now).en).toBe(
    'Thursday 26 November, 18:30 in New York; Friday 27 November, 05:30 in Bishkek',
  )
  expect(momentInWords(evening, 'Europe/Berlin', now).ky).toBe('27-\u2060ноябрь, жума, Берлинде 00:30, Бишкекте 05:30')
})

test('a moment of another year names it, as the reader counts years where they are', () => {
  const newYear = new Date('2026-12-31T20:00:00Z')
  expect(momentInWords(newYear, 'Asia/Bishkek', now)).toEqual({
    ky: '2027-\u2060жылдын 1-\u2060январы, жума, Бишкекте 02:00',
    ru: 'пятница, 1 января 2027 года, 02:00 в Бишкеке',
    en: 'Friday 1 January 2027, 02:00 in Bishkek',
  })
  expect(momentInWords(newYear, 'Europe/Berlin', now).en).toBe(
    'Thursday 31 December, 21:00 in Berlin; Friday 1 January 2027, 02:00 in Bishkek',
  )
  // In Bishkek it is 2027 already, in Berlin not yet: the reader there still says "31 December".
  expect(momentInWords(newYear, 'Europe/Berlin', newYear).en).toContain('Thursday 31 December, 21:00')
  expect(momentInWords(newYear, 'Asia/Bishkek', newYear).en).toBe('Friday 1 January, 02:00 in Bishkek')
})

test('the year stands in a moment exactly when it is not the reader’s', () => {
  const anyMoment = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  const zones = fc.constantFrom('Asia/Bishkek', 'Europe/Moscow', 'America/New_York', 'Asia/Vladivostok')
  fc.assert(
    fc.property(anyMoment, anyMoment, zones, (at, now, zone) => {
      const year = dayAt(zone, at).slice(0, 4)
      const isNamed = year !== dayAt(zone, now).slice(0, 4)
      for (const lang of langs) expect(momentIn(at, zone, now)[lang].includes(year)).toBe(isNamed)
    }),
  )
})

test('a moment for lists, and the bare time', () => {
  expect(momentInFigures(at, 'Asia/Bishkek')).toEqual({
    ky: '26.11.2026, 18:00',
    ru: '26.11.2026, 18:00',
    en: '26 November 2026, 18:00',
  })
  expect(timeIn('Asia/Kolkata', at)).toBe('17:30')
  expect(timeOfDay(1440)).toBe('24:00')
})

test('a zone without a city of ours is called by its IANA name', () => {
  expect(momentIn(at, 'Asia/Kathmandu', now).ru).toBe('четверг, 26 ноября, 17:45 по времени Kathmandu')
})

test('Russian, English and Kyrgyz names agree with those of the machine, on every day', () => {
  const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days))
  fc.assert(
    fc.property(anyDay, (day) => {
      const noon = new Date(`${day}T12:00:00Z`)
      for (const lang of langs) {
        const long = new Intl.DateTimeFormat(lang, {
          timeZone: 'UTC',
          weekday: 'long',
          day: 'numeric',
          month: 'long',
        }).format(noon)
        expect(long.toLowerCase()).toContain(weekdayName(day)[lang].toLowerCase())
      }
      const russian = new Intl.DateTimeFormat('ru', { timeZone: 'UTC', dateStyle: 'long' }).format(noon)
      expect(russian.replace(' г.', ' года')).toBe(dayInFull(day).ru)
      const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(noon)
      expect(english).toBe(dayInFull(day).en)
    }),
  )
})

test('a moment on paper always names its year, where the person is and in Bishkek', () => {
  const at = new Date('2026-06-15T04:00:00Z')
  expect(momentInFull(at, 'Europe/Moscow')).toEqual({
    ky: '2026-\u2060жылдын 15-\u2060июну, Москвада 07:00, Бишкекте 10:00',
    ru: '15 июня 2026 года, 07:00 в Москве, 10:00 в Бишкеке',
    en: '15 June 2026, 07:00 in Moscow, 10:00 in Bishkek',
  })
  expect(momentInFull(at, 'Asia/Bishkek').en).toBe('15 June 2026, 10:00 in Bishkek')
  expect(momentInFull(new Date('2026-12-31T22:30:00Z'), 'Europe/Berlin').en).toBe(
    '31 December 2026, 23:30 in Berlin; 1 January 2027, 04:30 in Bishkek',
  )
})

test('every language names twelve months', () => {
  for (const lang of langs) expect(new Set(monthNames[lang]).size).toBe(12)
})

test('no line ends inside a day: after each hyphen and after the dash of a run stands an invisible joiner', () => {
  const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days))
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, length) => {
      const to = addDays(from, length)
      const noon = new Date(`${from}T12:00:00Z`)
      const said = [
        dayInFull(from),
        dayOfYear(from),
        dayInWords(from, to),
        daysInWords(from, to),
        daysInFull(from, to),
        momentInWords(noon, 'America/New_York', noon),
        momentInFull(noon, 'Europe/Moscow'),
      ]
      for (const text of said) for (const lang of langs) expect(text[lang]).not.toMatch(/\d[-–](?=[\p{L}\p{N}])/u)
      expect(dayOfYear(from).ky).toMatch(/^\d+-\u2060\p{L}+$/u)
    }),
  )
})
