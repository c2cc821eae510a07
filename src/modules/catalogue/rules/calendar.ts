import { z } from 'zod'
import { weekdays } from '#src/kernel/iso-day.ts'
import { head, iso, isoDay, origin, sources, text, timeZone } from './pieces.ts'

const weekday = z.enum(weekdays)
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM')
const hours = { start: wallTime, end: wallTime } as const
const span = z.strictObject(hours).refine(({ start, end }) => start < end, 'ends before it starts')

/** `weekend` follows from the weekday and is never an entry; it stands in `precedence` only. */
const dayKinds = ['nonWorking', 'shortened', 'working'] as const

const calendarDay = z
  .strictObject({
    id: z.string(),
    from: isoDay,
    to: isoDay,
    name: text,
    kind: z.enum(dayKinds),
    moving: z.boolean(),
    scope: z.enum(['all', 'publicSector']),
    provisional: z.boolean(),
    note: z.string().nullable(),
    ...origin,
  })
  .refine(({ from, to }) => from <= to, { message: 'ends before it starts', path: ['to'] })

export const calendarFile = z.strictObject({
  ...head,
  country: iso,
  timeZone,
  weekend: z.array(weekday),
  workingHours: z.strictObject({
    days: z.array(weekday).min(1),
    ...hours,
    breaks: z.array(span),
    editable: z.boolean(),
    note: z.string().nullable(),
    ...origin,
  }),
  shortenedDay: z.strictObject({ endsEarlierMinutes: z.int().min(0), note: z.string().nullable(), ...origin }),
  kinds: z.record(z.enum([...dayKinds, 'weekend']), z.string()),
  /** Where two marks meet on one day, the first in this order holds. */
  precedence: z.array(z.enum([...dayKinds, 'weekend'])).length(dayKinds.length + 1),
  scopes: z.record(z.string(), z.string()),
  lastPublishedYear: z.int(),
  rules: z.array(text),
  editable: z.boolean(),
  days: z.array(calendarDay),
  otherCountries: z.array(z.looseObject({ country: iso, source: sources })),
})

/** A country's calendar as published: hours, weekend, marked days. The portal's own copy, with changes, is kept by the module calendars. */
export type CalendarData = Readonly<z.output<typeof calendarFile>>
