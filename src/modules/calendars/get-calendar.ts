import { marksByDay, type Calendar } from '#src/kernel/calendar.ts'
import { weekdays } from '#src/kernel/iso-day.ts'
import type { ReadDb } from '#src/platform/db.ts'
import { findCalendarRow, type CalendarRow } from './store.ts'

/** The working time of a country as it stands now: read it once per request or job. Throws where the country has none. */
export async function getCalendar(db: ReadDb, country: string): Promise<Calendar> {
  const row = await findCalendarRow(db, country)
  if (!row) throw new Error(`There is no calendar of ${country}.`)
  return calendarFrom(row)
}

export const calendarFrom = ({ country, timeZone, settings, marks }: CalendarRow): Calendar => ({
  country,
  timeZone,
  ...settings,
  weekend: weekdays.filter((day) => !settings.hours[day]?.length),
  marks: marksByDay(marks.map(({ day, ...mark }) => [day, mark])),
})
