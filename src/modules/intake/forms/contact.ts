import { z } from 'zod'
import { parseForm, type Filled, type FormError } from '#src/kernel/form.ts'
import { onceFor } from '#src/kernel/once-for.ts'
import type { Reach } from '#src/modules/appeals/index.ts'
import type { Catalogue } from '#src/modules/catalogue/index.ts'
import { mayUse, offeredWays, ways, type Way } from '#src/modules/intake/rules/reach.ts'
import { contactTexts as t } from '#src/modules/intake/texts/contact.ts'
import {
  parseDocumentNumber,
  parseEmail,
  parseName,
  parsePin,
  readPhone,
  type PhoneReading,
} from '#src/modules/people/rules.ts'
import { cleanText } from '#src/modules/intake/rules/readings.ts'
import { optionalRead } from './fields.ts'

export const contactFields = ['email', 'phone', 'phoneIs', 'safeContact', 'name', 'pin', 'protection'] as const

type Data = Pick<Catalogue, 'question' | 'formats'>

const contactForm = onceFor((data: Data) => {
  const offered = offeredWays(data.question('safeContact')).map(({ way }) => way)
  const fields = {
    email: { is: optionalRead(parseEmail), else: t.emailWrong },
    phoneIs: { is: z.string().optional().catch(undefined), else: t.phoneUnclear },
    safeContact: { is: optionalRead((typed) => offered.find((way) => way === typed)), else: t.safeWrong },
    name: { is: optionalRead(parseName), else: t.nameWrong },
    pin: { is: optionalRead(parsePin), else: t.pinWrong },
    protection: { is: z.literal('yes').optional().catch(undefined), else: t.protection },
  }
  const ours = data.formats.documents.filter(({ kind }) => kind !== 'foreign').map(({ regex }) => regex)
  return { offered, fields, ours }
})

/** `country` is where the person said they are: a number without a code may be one of that country, or one from home. */
export function parseContact(data: Data, country: string | undefined, body: unknown) {
  const { offered, fields, ours } = contactForm(data)
  const parsed = parseForm(fields, body)
  const { filled } = parsed
  const readings = readPhone(textIn(filled, 'phone'), country)
  const wrong = (parsed.ok ? [] : parsed.errors).map((error) => (error.field === 'pin' ? ofPin(filled, ours) : error))
  const errors = [...wrong, ...openEnds(filled, offered, readings)]
  if (!parsed.ok || errors.length > 0) return { ok: false as const, errors: inOrder(errors), filled }
  const { email, safeContact: way, name, pin, protection } = parsed.value
  const phone = meantBy(readings, parsed.value.phoneIs)
  const reach: Reach = way === undefined ? 'none' : ways[way].reach
  return {
    ok: true as const,
    value: { email, phone, way, name, pin, wantsProtection: protection === 'yes', reach },
    filled,
  }
}

/** Many take the passport's number for the PIN: they are told which one they typed. */
function ofPin(filled: Filled, documents: readonly string[]): FormError {
  const number = parseDocumentNumber(textIn(filled, 'pin'), documents)
  return { field: 'pin', message: number === undefined ? t.pinWrong : t.pinIsDocument(number) }
}

/** The answer binds, so it is not guessed: who gives a contact says how it may be used, and what may be used is given. */
function openEnds(filled: Filled, offered: readonly Way[], readings: readonly PhoneReading[]) {
  const safeContact = textIn(filled, 'safeContact')
  const [hasEmail, hasPhone] = ['email', 'phone'].map((name) => textIn(filled, name) !== '')
  const way = offered.find((one) => one === safeContact)
  const errors: FormError[] = []
  if (hasPhone && readings.length === 0) errors.push({ field: 'phone', message: t.phoneWrong })
  if (mayUse(way, 'email') && !hasEmail) errors.push({ field: 'email', message: t.emailNeeded })
  if (mayUse(way, 'phone') && !hasPhone) errors.push({ field: 'phone', message: t.phoneNeeded })
  if (readings.length > 1 && meantBy(readings, textIn(filled, 'phoneIs')) === undefined)
    errors.push({ field: 'phoneIs', message: t.phoneUnclear })
  if ((hasEmail || hasPhone) && safeContact === '') errors.push({ field: 'safeContact', message: t.safeWrong })
  return errors
}

/** The only number it can be, or the one that was chosen among several. */
const meantBy = (readings: readonly PhoneReading[], chosen: string | undefined): string | undefined =>
  (readings.length > 1 ? readings.find(({ number }) => number === chosen) : readings[0])?.number

const textIn = (filled: Filled, name: string): string => {
  const typed = filled[name]
  return typeof typed === 'string' ? cleanText(typed) : ''
}

const inOrder = (errors: readonly FormError[]) => {
  const place = ({ field }: FormError) => contactFields.findIndex((name) => name === field)
  return errors.toSorted((one, other) => place(one) - place(other))
}

export type Contact = Extract<ReturnType<typeof parseContact>, { ok: true }>['value']
