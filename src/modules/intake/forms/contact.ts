import { z } from 'zod'
import { filledFrom, parseForm, type FormError } from '#src/kernel/form.ts'
import type { Reach } from '#src/modules/appeals/index.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { contactTexts as t } from '#src/modules/intake/texts/contact.ts'
import { parseEmail, parseName, parsePhone, parsePin } from '#src/modules/people/rules.ts'
import { optionalFrom, optionalRead } from './fields.ts'

export const contactFields = ['email', 'phone', 'safe', 'safeContact', 'name', 'pin', 'protection'] as const

/** `country` is where the person said they are: a number without a code is read as one of that country. */
export function parseContact(data: Pick<Catalogue, 'question'>, country: string | undefined, body: unknown) {
  const options = data.question('safeContact')?.options ?? []
  const parsed = parseForm(
    {
      email: { is: optionalRead(parseEmail), else: t.emailWrong },
      phone: { is: optionalRead((typed) => parsePhone(typed, country)), else: t.phoneWrong },
      safe: { is: z.enum(['yes', 'no', 'portalOnly']).optional().catch(undefined), else: t.safeWrong },
      safeContact: { is: optionalFrom((id) => options.some((option) => option.id === id)), else: t.safeContactWrong },
      name: { is: optionalRead(parseName), else: t.nameWrong },
      pin: { is: optionalRead(parsePin), else: t.pinWrong },
      protection: { is: z.literal('yes').optional().catch(undefined), else: t.protection },
    },
    body,
  )
  const { filled } = parsed
  if (isLeftOpen(body))
    return { ok: false as const, errors: [...errorsOf(parsed), { field: 'safe', message: t.safeWrong }], filled }
  if (!parsed.ok) return parsed
  const { email, phone, safe, safeContact, name, pin, protection } = parsed.value
  const value = {
    email,
    phone,
    safeContact,
    name,
    pin,
    wantsProtection: protection === 'yes',
    reach: reachOf({ hasContact: email !== undefined || phone !== undefined, safe, safeContact }),
  }
  return { ok: true as const, value, filled }
}

/** The answer binds, so it is not guessed: who gives a contact also says whether it is safe. */
function isLeftOpen(body: unknown): boolean {
  const { email = '', phone = '', safe = '' } = filledFrom(body)
  const isGiven = (typed: string | readonly string[]) => typeof typed === 'string' && typed.trim() !== ''
  return (isGiven(email) || isGiven(phone)) && !['yes', 'no', 'portalOnly'].includes(String(safe))
}

const errorsOf = (parsed: { ok: true } | { ok: false; errors: readonly FormError[] }) =>
  parsed.ok ? [] : parsed.errors

type Given = {
  readonly hasContact: boolean
  readonly safe: 'yes' | 'no' | 'portalOnly' | undefined
  readonly safeContact: string | undefined
}

// Of two answers that contradict each other the more careful one holds.
function reachOf({ hasContact, safe, safeContact }: Given): Reach {
  if (!hasContact) return safe === 'no' || safe === 'portalOnly' ? safe : 'none'
  return safe === 'yes' && safeContact === 'portal-only' ? 'portalOnly' : (safe ?? 'no')
}

export type Contact = Extract<ReturnType<typeof parseContact>, { ok: true }>['value']
