import { weekdayOf, type IsoDay, type Weekday } from '#src/kernel/iso-day.ts'
import type { Lang, Text } from '#src/kernel/lang.ts'
import { wallClockAt } from '#src/kernel/time-zone.ts'

/** Days and times as people read them (catalogue/formats.json `dates`). By hand: Intl's Kyrgyz and Russian forms differ from usage. */

export const serviceTimeZone = 'Asia/Bishkek'

const weekdayNames: Readonly<Record<Weekday, Text>> = {
  monday: { ky: 'дүйшөмбү', ru: 'понедельник', en: 'Monday' },
  tuesday: { ky: 'шейшемби', ru: 'вторник', en: 'Tuesday' },
  wednesday: { ky: 'шаршемби', ru: 'среда', en: 'Wednesday' },
  thursday: { ky: 'бейшемби', ru: 'четверг', en: 'Thursday' },
  friday: { ky: 'жума', ru: 'пятница', en: 'Friday' },
  saturday: { ky: 'ишемби', ru: 'суббота', en: 'Saturday' },
  sunday: { ky: 'жекшемби', ru: 'воскресенье', en: 'Sunday' },
}

/** As they stand after a day: 5-март, 5 марта, 5 March. */
const monthNames: readonly Text[] = [
  { ky: 'январь', ru: 'января', en: 'January' },
  { ky: 'февраль', ru: 'февраля', en: 'February' },
  { ky: 'март', ru: 'марта', en: 'March' },
  { ky: 'апрель', ru: 'апреля', en: 'April' },
  { ky: 'май', ru: 'мая', en: 'May' },
  { ky: 'июнь', ru: 'июня', en: 'June' },
  { ky: 'июль', ru: 'июля', en: 'July' },
  { ky: 'август', ru: 'августа', en: 'August' },
  { ky: 'сентябрь', ru: 'сентября', en: 'September' },
  { ky: 'октябрь', ru: 'октября', en: 'October' },
  { ky: 'ноябрь', ru: 'ноября', en: 'November' },
  { ky: 'декабрь', ru: 'декабря', en: 'December' },
]

export const weekdayName = (day: IsoDay): Text => weekdayNames[weekdayOf(day)]

const partsOf = (day: IsoDay) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month, date, name: monthNames[Number(month) - 1] ?? monthNames[0] }
}

/** "бейшемби, 26-ноябрь", "четверг, 26 ноября", "Thursday 26 November"; with the year where it is not plain which. */
export function dayInWords(day: IsoDay, { withYear = false }: { readonly withYear?: boolean } = {}): Text {
  const { year, date, name } = partsOf(day)
  const weekday = weekdayName(day)
  const n = Number(date)
  return {
    ky: `${weekday.ky}, ${withYear ? `${year}-жыл, ` : ''}${n}-${name?.ky}`,
    ru: `${weekday.ru}, ${n} ${name?.ru}${withYear ? ` ${year} года` : ''}`,
    en: `${weekday.en} ${n} ${name?.en}${withYear ? ` ${year}` : ''}`,
  }
}

/** "05.03.2026", in English "5 March 2026". */
export function dayInFigures(day: IsoDay): Text {
  const { year, month, date, name } = partsOf(day)
  const figures = `${date}.${month}.${year}`
  return { ky: figures, ru: figures, en: `${Number(date)} ${name?.en} ${year}` }
}

/** "15:00" on the clocks of the zone. */
export function timeIn(timeZone: string, at: Date): string {
  const minutes = Math.floor(wallClockAt(timeZone, at).time / 60_000)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/**
 * A moment where the person is, and in Bishkek: "Thursday 26 November, 15:00 (Moscow), 18:00 (Bishkek)".
 * The second day is named only when it is another one.
 */
export function momentInWords(at: Date, timeZone: string, options: { readonly withYear?: boolean } = {}): Text {
  const there = momentIn(at, timeZone, options)
  const here = wallClockAt(serviceTimeZone, at)
  if (timeZone === serviceTimeZone) return there
  const isSameDay = wallClockAt(timeZone, at).day === here.day
  const place = placeOfZone(serviceTimeZone)
  const time = timeIn(serviceTimeZone, at)
  const second = (lang: Lang) => `${isSameDay ? '' : `${dayInWords(here.day)[lang]}, `}${time} (${place[lang]})`
  return { ky: `${there.ky}, ${second('ky')}`, ru: `${there.ru}, ${second('ru')}`, en: `${there.en}, ${second('en')}` }
}

/** The same in one zone alone: "Thursday 26 November, 15:00 (Moscow)". */
export function momentIn(at: Date, timeZone: string, options: { readonly withYear?: boolean } = {}): Text {
  const day = dayInWords(wallClockAt(timeZone, at).day, options)
  const time = timeIn(timeZone, at)
  const place = placeOfZone(timeZone)
  return {
    ky: `${day.ky}, ${time} (${place.ky})`,
    ru: `${day.ru}, ${time} (${place.ru})`,
    en: `${day.en}, ${time} (${place.en})`,
  }
}

const places = new Map<string, Text>([
  // Intl calls it by the country, in Russian by a name the country does not use.
  [serviceTimeZone, { ky: 'Бишкек', ru: 'Бишкек', en: 'Bishkek' }],
])

/** The place a zone is called by: Москва, Нью-Йорк; in English the city of its IANA name. */
export function placeOfZone(timeZone: string): Text {
  const known = places.get(timeZone)
  if (known) return known
  const city = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
  const made = { ky: genericName('ky', timeZone) ?? city, ru: genericName('ru', timeZone) ?? city, en: city }
  places.set(timeZone, made)
  return made
}

function genericName(lang: Lang, timeZone: string): string | undefined {
  const parts = new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: 'shortGeneric' }).formatToParts(0)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value.replace(/ убактысы$/u, '')
  return name === undefined || /GMT|UTC/.test(name) ? undefined : name
}
