import { z } from 'zod'
import { parseIsoDay } from '#src/kernel/iso-day.ts'
import { defineEvent } from '#src/platform/jobs.ts'

const isoDay = z.string().transform((text, context) => {
  const day = parseIsoDay(text)
  if (day) return day
  context.addIssue('not a day')
  return z.NEVER
})

/** Working time changed from this day on: whatever is due on it or later is to be counted anew. */
export const calendarChanged = defineEvent('calendars.changed', z.object({ country: z.string(), fromDay: isoDay }))
