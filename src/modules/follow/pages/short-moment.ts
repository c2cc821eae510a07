import type { Lang } from '#src/kernel/lang.ts'
import { dayAt } from '#src/kernel/time-zone.ts'
import { dayInFull, dayOfYear, timeIn } from '#src/language/dates.ts'

/** "21 ноября, 15:20" where the person is; another year is named. The page says once whose time it shows. */
export function shortMoment(at: Date, { zone, now }: { zone: string; now: Date }, lang: Lang): string {
  const day = dayAt(zone, at)
  const isThisYear = day.slice(0, 4) === dayAt(zone, now).slice(0, 4)
  return `${(isThisYear ? dayOfYear(day) : dayInFull(day))[lang]}, ${timeIn(zone, at)}`
}
