import { z } from 'zod'
import { defineEvent } from '#src/platform/jobs.ts'
import { isoDay } from './rules/day-schema.ts'

/** Working time changed from this day on: whatever is due on it or later is to be counted anew. */
export const calendarChanged = defineEvent('calendars.changed', z.object({ country: z.string(), fromDay: isoDay }))
