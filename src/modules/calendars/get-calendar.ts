import { marksByDay, type Calendar } from '#src/kernel/calendar.ts'
import { weekdays } from '#src/kernel/iso-day.ts'
import type { ReadDb } from '#src/platform/db.ts'
import { findCalendarDigest, findCalendarRow, type CalendarRow } from './store.ts'

// By what they hold, so that one is never given for another, whoever changed it. Beside it stand the working hours of each
// day that were counted on it (kernel/calendar.ts).
const known = new Map<string, Calendar>()
const MOST_KNOWN = 20

/** The working time of a country as it stands now: read it once per request or job. Throws where the country has none. */
export async function getCalendar(db: ReadDb, country: string): Promise<Calendar> {
  const digest = await findCalendarDigest(db, country)
  const same = digest === undefined ? undefined : known.get(digest)
  if (same) return same
  const row = await findCalendarRow(db, country)
  if (!row) throw new Error(`There is no calendar of ${country}.`)
  const calendar = calendarFrom(row)
  // Somebody may have changed it between the two readings.
  if (digest !== undefined && digest === (await findCalendarDigest(db, country))) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(digest, calendar)
  }
  return calendar
}

export const calendarFrom = ({ country, timeZone, settings, marks }: CalendarRow): Calendar => ({
  country,
  timeZone,
  ...settings,
  weekend: weekdays.filter((day) => !settings.hours[day]?.length),
  marks: marksByDay(marks.map(({ day, ...mark }) => [day, mark])),
})
