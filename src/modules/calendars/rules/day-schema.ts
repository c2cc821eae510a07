import { z } from 'zod'
import { parseIsoDay, type IsoDay } from '#src/kernel/iso-day.ts'

/** A day as text from outside: a form, a job, jsonb. */
export const isoDay = z.string().transform((text, context): IsoDay => {
  const day = parseIsoDay(text)
  if (day) return day
  context.addIssue('not a day')
  return z.NEVER
})
