import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/min'
import { documentNumber } from '#src/language/look-alikes.ts'

export const contactKinds = ['email', 'phone'] as const
export type ContactKind = (typeof contactKinds)[number]

export const MAX_NAME = 100
export const TOKEN_MS = 24 * 60 * 60 * 1000
export const CODE_MS = 30 * 60 * 1000
export const CODE_TRIES = 5

/** One field, kept as people write it: уулу and кызы stay words of their own, one letter is a name. Undefined: empty or too long. */
export function parseName(typed: string): string | undefined {
  const name = typed
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  return name === '' || name.length > MAX_NAME ? undefined : name
}

export type Pin = {
  readonly value: string
  /** Not built like a person's: a reason to ask, never to refuse. */ readonly isUnusual: boolean
}

// formats.json `pin`: sex, birth date as DDMMYYYY, serial. Corrected birth dates and foreigners have other forms.
const personPin = /^[12](0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19|20)\d{7}$/

/** Fourteen digits, however they are spaced; undefined for anything else. */
export function parsePin(typed: string): Pin | undefined {
  const value = typed.replace(/[\s.\-–—]/g, '')
  return /^[0-9]{14}$/.test(value) ? { value, isUnusual: !personPin.test(value) } : undefined
}

/** For a page: the serial stays hidden. */
export const maskPin = (pin: string): string => `${pin.slice(0, 9)}${'•'.repeat(Math.max(0, pin.length - 9))}`

export type PhoneReading = {
  /** E.164 */
  readonly number: string
  /** With spaces: "+996 555 123 456". */
  readonly shown: string
  /** ISO; undefined where the number does not tell. */
  readonly country: string | undefined
}

/**
 * Every number that was perhaps meant: one is clear, several are to be asked about, none is no phone. `country` (ISO) is
 * where the person said they are; without a country's code the SIM from home is as likely as one from there, and
 * 0555 123 456 rings in Bishkek, Seoul and Dubai.
 */
export function readPhone(typed: string, country?: string): readonly PhoneReading[] {
  const text = typed.trim().replace(/^00/, '+')
  if (text === '' || text.length > 40) return []
  const national = [readIn(text, 'KG'), readIn(text, country)].flatMap((one) => one ?? [])
  const international = readIn(`+${text.replace(/\D/g, '')}`) ?? []
  const valid = [...national, international].flat().filter((one) => one.isValid())
  // Numbering plans change faster than the library's table: a number of a possible length is better than none.
  const possible = [national, international].map((group) => [group].flat().filter((one) => one.isPossible()))
  const found = [valid, ...possible].find((group) => group.length > 0) ?? []
  const readings = found.filter(({ number }) => /^\+\d{6,15}$/.test(number)).map(readingOf)
  return readings.filter(({ number }, at) => readings.findIndex((other) => other.number === number) === at)
}

/** A number in E.164 as a person reads it. */
export const phoneInWords = (number: string): PhoneReading => {
  const phone = readIn(number)
  return phone ? readingOf(phone) : { number, shown: number, country: undefined }
}

const readingOf = (phone: PhoneNumber): PhoneReading => ({
  number: phone.number,
  shown: phone.formatInternational(),
  country: phone.country,
})

const readIn = (text: string, country?: string) =>
  parsePhoneNumberFromString(text, {
    extract: false,
    ...(country !== undefined && isSupportedCountry(country) ? { defaultCountry: country } : {}),
  })

/** An address as it is written to, undefined where it can be none. Only sending to it proves more. */
export function parseEmail(typed: string): string | undefined {
  const text = typed.normalize('NFC').trim()
  const isAddress =
    text.length <= 254 && /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\].]+(\.[^\s@<>(),;:"\\[\].]+)+$/.test(text)
  return isAddress && !/\p{Cc}/u.test(text) ? text : undefined
}

/** The same contact is found again however it was typed. */
export const contactKey = (kind: ContactKind, value: string): string =>
  kind === 'email' ? value.normalize('NFC').trim().toLowerCase() : value.replace(/[^+0-9]/g, '')

/**
 * The number of a passport or identity card in Latin capitals: the series is often typed in Cyrillic letters that look the
 * same. `patterns`: of our own documents, from formats.json. Undefined: none of them.
 */
export function parseDocumentNumber(typed: string, patterns: readonly string[]): string | undefined {
  const value = documentNumber(typed.replace(/[№#.]/g, ''))
  return patterns.some((pattern) => RegExp(pattern, 'u').test(value)) ? value : undefined
}
