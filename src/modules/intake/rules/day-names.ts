import { parseIsoDay } from '#src/kernel/iso-day.ts'
import { inEach, type Text } from '#src/kernel/lang.ts'
import { dayInFull } from '#src/language/dates.ts'
import type { CalendarDay } from './readings.ts'

/** "30 February 2026": a day that no calendar has, named as one that it has. */
export function dayNamed({ day, month, year }: CalendarDay): Text {
  // Every month has a first; its number stands alone in all three languages.
  const real = parseIsoDay(`${year}-${String(month).padStart(2, '0')}-01`)
  const words = real && dayInFull(real)
  return inEach((lang) => words?.[lang].replace(/(?<!\d)1(?!\d)/, String(day)) ?? '')
}
