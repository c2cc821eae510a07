import { utcOfDay, weekdayOf, weekdays, yearOf } from '#src/kernel/iso-day.ts'
import type { IsoDay } from '#src/kernel/iso-day.ts'
import { inEach, type Lang, type Text } from '#src/kernel/lang.ts'
import { MINUTE_MS, dayAt, wallClockAt } from '#src/kernel/time-zone.ts'
import { inCity } from './cities.ts'

/**
 * Days and times as people read them (catalogue/formats.json `dates`), each in all three languages: `dayInFigures(day)[lang]`.
 * By hand: the forms Intl gives for Kyrgyz ("5/3/26") and Russian are not those in use.
 */

export const serviceTimeZone = 'Asia/Bishkek'

/** Monday first. */
export const weekdayNames: Readonly<Record<Lang, readonly string[]>> = {
  ky: ['дүйшөмбү', 'шейшемби', 'шаршемби', 'бейшемби', 'жума', 'ишемби', 'жекшемби'],
  ru: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const ENGLISH = 'January February March April May June July August September October November December'.split(' ')

/** January first, as the name of a month stands alone. */
export const monthNames: Readonly<Record<Lang, readonly string[]>> = {
  ky: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  en: ENGLISH,
}

// As the month stands with its year or its day: 2026-жылдын 5-марты, 5 марта.
const kyOfYear = 'январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры'.split(' ')
const ruOfDay = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

// A line may end after a hyphen or a dash, and a day is not read in two halves. The joiner (U+2060) is invisible; a non-breaking
// hyphen would be drawn from another font, or as a box.
const HYPHEN = '-\u2060'
const DASH = '–\u2060'

const twoDigits = (number: number) => String(number).padStart(2, '0')

function partsOf(day: IsoDay) {
  const date = new Date(utcOfDay(day))
  const month = date.getUTCMonth()
  const names = { ky: monthNames.ky[month], kyOfYear: kyOfYear[month], ru: ruOfDay[month], en: ENGLISH[month] }
  return { year: yearOf(day), month: month + 1, date: date.getUTCDate(), names }
}

export const weekdayName = (day: IsoDay): Text =>
  inEach((lang) => weekdayNames[lang][weekdays.indexOf(weekdayOf(day))] ?? '')

/** For forms, lists and tables: 05.03.2026; in English 5 March 2026. */
export function dayInFigures(day: IsoDay): Text {
  const { year, month, date, names } = partsOf(day)
  const figures = `${twoDigits(date)}.${twoDigits(month)}.${year}`
  return { ky: figures, ru: figures, en: `${date} ${names.en} ${year}` }
}

/** For sentences: 2026-жылдын 5-марты, 5 марта 2026 года, 5 March 2026. */
export function dayInFull(day: IsoDay): Text {
  const { year, date, names } = partsOf(day)
  return {
    ky: `${year}${HYPHEN}жылдын ${date}${HYPHEN}${names.kyOfYear}`,
    ru: `${date} ${names.ru} ${year} года`,
    en: `${date} ${names.en} ${year}`,
  }
}

/** Where the year is plain: 5-март, 5 марта, 5 March. */
export function dayOfYear(day: IsoDay): Text {
  const { date, names } = partsOf(day)
  return { ky: `${date}${HYPHEN}${names.ky}`, ru: `${date} ${names.ru}`, en: `${date} ${names.en}` }
}

/**
 * With its weekday: 26-ноябрь, бейшемби · четверг, 26 ноября · Thursday 26 November. The year is named where it is not the one
 * of `today`, the reader's day: a term that ends in January is read in December.
 */
export function dayInWords(day: IsoDay, today: IsoDay): Text {
  const weekday = weekdayName(day)
  const rest = yearOf(day) === yearOf(today) ? dayOfYear(day) : dayInFull(day)
  return { ky: `${rest.ky}, ${weekday.ky}`, ru: `${weekday.ru}, ${rest.ru}`, en: `${weekday.en} ${rest.en}` }
}

/** From the first day to the last, without the year: "2–5 June", "30 April – 2 May"; a single day once. */
export function daysInWords(from: IsoDay, to: IsoDay): Text {
  const [first, last] = [dayOfYear(from), dayOfYear(to)]
  if (from === to) return first
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  return inEach((lang) => (isOneMonth ? `${partsOf(from).date}${DASH}${last[lang]}` : `${first[lang]} – ${last[lang]}`))
}

/** The same with the year: "2–5 June 2026", "31 December 2026 – 2 January 2027". */
export function daysInFull(from: IsoDay, to: IsoDay): Text {
  const [first, last] = [dayInFull(from), dayInFull(to)]
  if (from === to) return last
  if (yearOf(from) !== yearOf(to)) return inEach((lang) => `${first[lang]} – ${last[lang]}`)
  const { year, date, names } = partsOf(from)
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  const kyYear = `${year}${HYPHEN}жылдын `
  return {
    // In Kyrgyz the year stands first and opens the whole run.
    ky: `${kyYear}${isOneMonth ? `${date}${DASH}` : `${date}${HYPHEN}${names.kyOfYear} – `}${last.ky.slice(kyYear.length)}`,
    ru: `${isOneMonth ? `${date}${DASH}` : `${date} ${names.ru} – `}${last.ru}`,
    en: `${isOneMonth ? `${date}${DASH}` : `${date} ${names.en} – `}${last.en}`,
  }
}

/** Minutes since midnight as 09:30; 1440 is 24:00. */
export const timeOfDay = (minutes: number): string =>
  `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`

/** 15:00 on the clocks of the zone. */
export const timeIn = (timeZone: string, at: Date): string =>
  timeOfDay(Math.floor(wallClockAt(timeZone, at).time / MINUTE_MS))

/** For lists and tables: 26.11.2026, 15:00 · 26 November 2026, 15:00. */
export function momentInFigures(at: Date, timeZone: string): Text {
  const day = dayInFigures(dayAt(timeZone, at))
  return inEach((lang) => `${day[lang]}, ${timeIn(timeZone, at)}`)
}

/**
 * In one zone: 26-ноябрь, бейшемби, Москвада 15:00 · четверг, 26 ноября, 15:00 в Москве · Thursday 26 November, 15:00 in Moscow.
 * The year is named where it is not the one the reader is in at `now`.
 */
export const momentIn = (at: Date, timeZone: string, now: Date): Text =>
  momentOn(at, timeZone, (day) => dayInWords(day, dayAt(timeZone, now)))

/**
 * Where the person is, and in Bishkek: "Thursday 26 November, 15:00 in Moscow, 18:00 in Bishkek".
 * The second day is named only where it is another one; in Bishkek itself the moment is told once.
 */
export function momentInWords(at: Date, timeZone: string, now: Date): Text {
  const today = dayAt(timeZone, now)
  return inBoth(at, timeZone, (day) => dayInWords(day, today))
}

/** The same for paper, where nobody knows when it is read: 15 June 2026, 07:00 in Moscow, 10:00 in Bishkek. */
export const momentInFull = (at: Date, timeZone: string): Text => inBoth(at, timeZone, dayInFull)

function inBoth(at: Date, timeZone: string, wordsOf: (day: IsoDay) => Text): Text {
  const there = momentOn(at, timeZone, wordsOf)
  if (timeZone === serviceTimeZone) return there
  if (dayAt(timeZone, at) !== dayAt(serviceTimeZone, at)) {
    const here = momentOn(at, serviceTimeZone, wordsOf)
    return inEach((lang) => `${there[lang]}; ${here[lang]}`)
  }
  const here = clockIn(at, serviceTimeZone)
  return inEach((lang) => `${there[lang]}, ${here[lang]}`)
}

function momentOn(at: Date, timeZone: string, wordsOf: (day: IsoDay) => Text): Text {
  const day = wordsOf(dayAt(timeZone, at))
  const clock = clockIn(at, timeZone)
  return inEach((lang) => `${day[lang]}, ${clock[lang]}`)
}

function clockIn(at: Date, timeZone: string): Text {
  const time = timeIn(timeZone, at)
  const place = inCity(timeZone)
  return { ky: `${place.ky} ${time}`, ru: `${time} ${place.ru}`, en: `${time} ${place.en}` }
}
