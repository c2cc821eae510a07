import { z } from 'zod'
import { markKinds, sameHours, hoursBetween, type WorkingHours } from '#src/kernel/calendar.ts'
import { daysFromTo, parseIsoDay, weekdays, type Weekday } from '#src/kernel/iso-day.ts'
import type { CalendarData } from '#src/modules/catalogue/index.ts'
import { isoDay } from './day-schema.ts'
import type { CalendarState, Mark, Patch } from './change.ts'

/** Forms in which calendars lie in the catalogue and in the database's jsonb. */

const span = z.strictObject({ from: z.int(), to: z.int() })

export const storedHours = z.partialRecord(z.enum(weekdays), z.array(span))

const settings = z.strictObject({
  hours: storedHours,
  shortenedByMinutes: z.int(),
  // JSON has no undefined.
  lastPublishedYear: z
    .int()
    .nullable()
    .transform((year) => year ?? undefined),
})

const text = z.strictObject({ ky: z.string(), ru: z.string(), en: z.string() })
const mark = z.strictObject({
  day: isoDay,
  holidayId: z.string(),
  kind: z.enum(markKinds),
  name: text,
  isProvisional: z.boolean(),
})

const storedPatch = z.strictObject({
  removed: z.array(mark),
  added: z.array(mark),
  settings: z.strictObject({ before: settings, after: settings }).optional(),
})

export const readPatch = (stored: unknown): Patch => storedPatch.parse(stored)

export const writePatch = (patch: Patch): string =>
  JSON.stringify(patch, (key, value: unknown) => (key === 'lastPublishedYear' ? (value ?? null) : value))

/** A calendar as the catalogue publishes it. */
export function stateFrom(data: CalendarData): CalendarState {
  const { days, start, end, breaks } = data.workingHours
  const hours = hoursBetween(minutesOf(start), minutesOf(end), breaks.map(spanFrom))
  const working = days.filter((day: Weekday) => !data.weekend.includes(day))
  return {
    settings: {
      hours: sameHours(working, hours),
      shortenedByMinutes: data.shortenedDay.endsEarlierMinutes,
      lastPublishedYear: data.lastPublishedYear,
    },
    marks: data.days.flatMap(marksFrom),
  }
}

/** Days of one entry of the catalogue. */
function marksFrom({ id, from, to, kind, name, provisional }: CalendarData['days'][number]): Mark[] {
  const [first, last] = [parseIsoDay(from), parseIsoDay(to)]
  if (!first || !last) throw new Error(`${id}: ${from} to ${to} are no days.`)
  const { ky, ru, en } = name
  return daysFromTo(first, last).map((day) => ({
    day,
    holidayId: id,
    kind,
    name: { ky, ru, en },
    isProvisional: provisional,
  }))
}

const spanFrom = ({ start, end }: { start: string; end: string }): WorkingHours => ({
  from: minutesOf(start),
  to: minutesOf(end),
})

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
