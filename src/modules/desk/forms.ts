import { z } from 'zod'
import { parseIsoDay } from '#src/kernel/iso-day.ts'
import { isLang, type Lang } from '#src/kernel/lang.ts'
import { parseForm, type Filled } from '#src/kernel/form.ts'
import { kinds, needsReasonAndNorm, outcomes, states, type AppealState } from '#src/modules/appeals/rules/states.ts'
import { refusalTexts } from '#src/modules/appeals/texts.ts'
import { queueViews, type QueueFilter, type QueueView } from '#src/modules/appeals/rules/queues.ts'
import { actTexts as t } from './texts/acts.ts'

const text = { is: z.string().trim().min(1), else: t.writeSomething }
const chosen = { is: z.string().min(1), else: t.chooseOne }
const maybe = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

/** The version of the appeal the page was made with, and the key that makes a second tap harmless. */
const always = {
  version: { is: z.coerce.number().int().positive(), else: t.changedTitle },
  formKey: {
    is: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .transform((hex) => Buffer.from(hex, 'hex')),
    else: t.changedTitle,
  },
}

/** The key alone, where a file streams in after it. */
export function readKey(fields: Filled): { readonly formKey: Buffer | undefined } {
  const parsed = always.formKey.is.safeParse(fields['formKey'])
  return { formKey: parsed.success ? parsed.data : undefined }
}

export const parseBare = (body: unknown) => parseForm(always, body)
export const parseWords = (body: unknown) => parseForm({ ...always, text }, body)
export const parseNote = (body: unknown) =>
  parseForm({ ...always, text, hasCalled: { is: z.literal('yes').optional(), else: t.chooseOne } }, body)
export const parseReason = (body: unknown) => parseForm({ ...always, reason: text }, body)
/** An empty day: as far as the rule allows. */
export const parseExtension = (body: unknown) =>
  parseForm(
    {
      ...always,
      to: {
        is: maybe
          .refine((day) => day === undefined || parseIsoDay(day) !== undefined)
          .transform((day) => (day === undefined ? undefined : parseIsoDay(day))),
        else: t.chooseOne,
      },
      reason: text,
    },
    body,
  )
export const parseAssign = (body: unknown) =>
  parseForm({ ...always, staffId: { is: z.string(), else: t.chooseOne } }, body)
export const parseHand = (body: unknown) =>
  parseForm({ ...always, teamId: chosen, reason: { is: maybe, else: t.writeSomething } }, body)
export const parseTopic = (body: unknown) => parseForm({ ...always, topicId: chosen, reason: text }, body)
export const parseUrgency = (body: unknown) =>
  parseForm(
    { ...always, urgency: { is: z.enum(['low', 'normal', 'high', 'critical']), else: t.chooseOne }, reason: text },
    body,
  )

const parseClosingFields = (body: unknown) =>
  parseForm(
    {
      ...always,
      outcome: { is: z.enum(outcomes), else: t.chooseOne },
      reason: { is: maybe, else: t.writeSomething },
      norm: { is: maybe, else: t.writeSomething },
      // People write 36 754,50 as often as 36754.5.
      amount: {
        is: z
          .string()
          .transform((typed) => typed.replace(/[\s\u00a0]/g, '').replace(',', '.'))
          .refine((typed) => typed === '' || /^\d{1,12}(\.\d{1,2})?$/.test(typed))
          .transform((typed) => (typed === '' ? undefined : Number(typed)))
          .optional(),
        else: t.amountWrong,
      },
      currency: {
        is: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .or(z.literal('').transform(() => undefined))
          .optional(),
        else: t.chooseOne,
      },
      call: { is: z.enum(['made', 'toMake']).optional(), else: t.chooseOne },
    },
    body,
  )

/** A refusal says why and by which norm, or it is none: both are asked for at their own fields. */
export function parseClosing(body: unknown): ReturnType<typeof parseClosingFields> {
  const form = parseClosingFields(body)
  if (!form.ok || !needsReasonAndNorm(form.value.outcome)) return form
  const { reason, norm } = form.value
  const errors = [
    ...(reason === undefined ? [{ field: 'reason', message: refusalTexts.reasonMissing }] : []),
    ...(norm === undefined ? [{ field: 'norm', message: refusalTexts.normMissing }] : []),
  ]
  return errors.length > 0 ? { ok: false, errors, filled: form.filled } : form
}

export const parseFileFor = (body: unknown) =>
  parseForm(
    {
      channel: { is: z.enum(['phone', 'visit']), else: t.chooseOne },
      lang: { is: z.string().refine(isLang), else: t.chooseOne },
      kind: { is: z.enum(kinds).default('consultation'), else: t.chooseOne },
    },
    body,
  )

export const parseJobMove = (body: unknown) =>
  parseForm(
    { id: { is: z.uuid(), else: t.chooseOne }, move: { is: z.enum(['retry', 'dismiss']), else: t.chooseOne } },
    body,
  )

export const parseView = (value: string): QueueView | undefined => queueViews.find((view) => view === value)

/** Filters stand in the address, so that a list can be kept as a bookmark; what is not known or not offered is dropped. */
export function parseFilter(query: Filled, teams: readonly { readonly id: string }[]): QueueFilter {
  const one = (name: string) => (typeof query[name] === 'string' && query[name] !== '' ? query[name] : undefined)
  const state = states.find((known): known is AppealState => known === one('state'))
  const lang = one('lang')
  const team = teams.find(({ id }) => id === one('team'))
  return {
    ...(one('topic') !== undefined && { topicId: one('topic') ?? '' }),
    ...(one('country') !== undefined && { country: one('country') ?? '' }),
    ...(isLang(lang) && { lang: lang satisfies Lang }),
    ...(state && { state }),
    ...(team && { teamId: team.id }),
  }
}
