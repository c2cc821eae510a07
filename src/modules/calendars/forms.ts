import { z } from 'zod'
import { markKinds } from '#src/kernel/calendar.ts'
import { filledFrom, parseForm, type Filled } from '#src/kernel/form.ts'
import { weekdays } from '#src/kernel/iso-day.ts'
import type { Lang } from '#src/kernel/lang.ts'
import { isoDay } from './rules/day-schema.ts'
import { parseHours } from './rules/hours.ts'
import { calendarTexts as t } from './texts.ts'

const shared = {
  reason: { is: z.string().trim().min(5).max(500), else: t.reasonNeeded },
  /** The newest change that the page knew of. */
  seen: { is: z.string().max(20).default(''), else: t.reasonNeeded },
}

const nameIn = (lang: Lang) => ({ is: z.string().trim().min(1).max(120), else: t.nameNeededIn(lang) })
const saying = {
  kind: { is: z.enum(markKinds), else: t.kindNeeded },
  nameKy: nameIn('ky'),
  nameRu: nameIn('ru'),
  nameEn: nameIn('en'),
  isProvisional: {
    is: z
      .literal('yes')
      .optional()
      .transform((value) => value !== undefined),
    else: t.choiceNeeded,
  },
}

const addForm = {
  from: { is: isoDay, else: t.dayNeeded },
  to: { is: isoDay.optional(), else: t.dayNeeded },
  ...saying,
  ...shared,
}
const changeForm = { from: { is: isoDay, else: t.dayNeeded }, ...saying, ...shared }
const removeForm = { scope: { is: z.enum(['day', 'holiday']), else: t.choiceNeeded }, ...shared }

const hoursOfDay = {
  is: z.string().transform((text, context) => {
    const hours = parseHours(text)
    if (hours) return hours
    context.addIssue('not hours')
    return z.NEVER
  }),
  else: t.hoursWrong,
}
const minutes = z
  .string()
  .trim()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().max(720))
const hoursForm = {
  monday: hoursOfDay,
  tuesday: hoursOfDay,
  wednesday: hoursOfDay,
  thursday: hoursOfDay,
  friday: hoursOfDay,
  saturday: hoursOfDay,
  sunday: hoursOfDay,
  shortenedBy: { is: minutes, else: t.minutesWrong },
  ...shared,
}

export const parseAdding = (body: unknown) => parseForm(addForm, withDays(body))
export const parseChanging = (body: unknown) => parseForm(changeForm, withDays(body))
export const parseRemoving = (body: unknown) => parseForm(removeForm, body)
export const parsePublishing = (body: unknown) => parseForm(shared, body)
export const parseUndo = (body: unknown) =>
  parseForm({ change: { is: z.string().regex(/^\d{1,18}$/), else: t.choiceNeeded } }, body)

export function parseHoursForm(body: unknown) {
  const form = parseForm(hoursForm, body)
  if (!form.ok) return form
  const given = form.value
  const hours = Object.fromEntries(weekdays.filter((day) => given[day].length > 0).map((day) => [day, given[day]]))
  return { ...form, value: { hours, shortenedByMinutes: given.shortenedBy, reason: given.reason, seen: given.seen } }
}

/** The three boxes of a day as one value beside them; nothing where all three are empty. */
function withDays(body: unknown): Filled {
  const filled = filledFrom(body)
  const days = ['from', 'to'].flatMap((field) => {
    const parts = ['year', 'month', 'day'].map((part) => textOf(filled, `${field}-${part}`))
    if (parts.every((part) => part === '')) return []
    const [year = '', month = '', day = ''] = parts
    return [[field, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`] as const]
  })
  return { ...filled, ...Object.fromEntries(days) }
}

function textOf(filled: Filled, field: string): string {
  const value = filled[field]
  return typeof value === 'string' ? value.trim() : ''
}
