import { z } from 'zod'
import { filledFrom, parseForm, type FormError } from '#src/kernel/form.ts'
import type { Reach } from '#src/modules/appeals/index.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { mayUse, offeredWays, ways, type Way } from '#src/modules/intake/rules/reach.ts'
import { contactTexts as t } from '#src/modules/intake/texts/contact.ts'
import { parseEmail, parseName, parsePhone, parsePin } from '#src/modules/people/rules.ts'
import { optionalRead } from './fields.ts'

export const contactFields = ['email', 'phone', 'safeContact', 'name', 'pin', 'protection'] as const

/** `country` is where the person said they are: a number without a code is read as one of that country. */
export function parseContact(data: Pick<Catalogue, 'question'>, country: string | undefined, body: unknown) {
  const offered = offeredWays(data.question('safeContact')?.options ?? [])
  const parsed = parseForm(
    {
      email: { is: optionalRead(parseEmail), else: t.emailWrong },
      phone: { is: optionalRead((typed) => parsePhone(typed, country)), else: t.phoneWrong },
      safeContact: { is: optionalWay(offered), else: t.safeWrong },
      name: { is: optionalRead(parseName), else: t.nameWrong },
      pin: { is: optionalRead(parsePin), else: t.pinWrong },
      protection: { is: z.literal('yes').optional().catch(undefined), else: t.protection },
    },
    body,
  )
  const { filled } = parsed
  const errors = [...(parsed.ok ? [] : parsed.errors), ...openEnds(filledFrom(body), offered)]
  if (!parsed.ok || errors.length > 0) return { ok: false as const, errors: inOrder(errors), filled }
  const { email, phone, safeContact: way, name, pin, protection } = parsed.value
  const hasContact = email !== undefined || phone !== undefined
  const reach: Reach = way === undefined || (!hasContact && ways[way].reach === 'yes') ? 'none' : ways[way].reach
  return {
    ok: true as const,
    value: { email, phone, way, name, pin, wantsProtection: protection === 'yes', reach },
    filled,
  }
}

const optionalWay = (offered: readonly Way[]) =>
  z
    .string()
    .optional()
    .transform(
      (typed) => offered.find((way) => way === typed) ?? (typed === undefined || typed === '' ? undefined : null),
    )
    .refine((way) => way !== null)
    .transform((way) => way ?? undefined)

/** The answer binds, so it is not guessed: who gives a contact says how it may be used, and what may be used is given. */
function openEnds(
  { email = '', phone = '', safeContact = '' }: ReturnType<typeof filledFrom>,
  offered: readonly Way[],
) {
  const isGiven = (typed: string | readonly string[]) => typeof typed === 'string' && typed.trim() !== ''
  const way = offered.find((one) => one === safeContact)
  const errors: FormError[] = []
  if (mayUse(way, 'email') && !isGiven(email)) errors.push({ field: 'email', message: t.emailNeeded })
  if (mayUse(way, 'phone') && !isGiven(phone)) errors.push({ field: 'phone', message: t.phoneNeeded })
  if ((isGiven(email) || isGiven(phone)) && safeContact === '')
    errors.push({ field: 'safeContact', message: t.safeWrong })
  return errors
}

const inOrder = (errors: readonly FormError[]) => {
  const place = ({ field }: FormError) => contactFields.findIndex((name) => name === field)
  return errors.toSorted((one, other) => place(one) - place(other))
}

export type Contact = Extract<ReturnType<typeof parseContact>, { ok: true }>['value']
