/** What a person reads out to us: KG-26-4821739-2. Only this file makes one. */
export type AppealNumber = string & { readonly __brand: 'AppealNumber' }

// H. M. Damm's table of order 10: catches every single wrong digit and every swap of two neighbours.
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
].map((row) => Array.from(row, Number))

/** The digit that makes `digits` check. */
export const checkDigit = (digits: string): string =>
  String(Array.from(digits, Number).reduce((interim, digit) => damm[interim]?.[digit] ?? 0, 0))

const RANDOM_DIGITS = 7

/** `year` in full, `random` below ten million. The check digit covers the year too. */
export function appealNumber(prefix: string, year: number, random: number): AppealNumber {
  const yy = String(year % 100).padStart(2, '0')
  const digits = String(random).padStart(RANDOM_DIGITS, '0')
  return trustedNumber(`${prefix}-${yy}-${digits}-${checkDigit(yy + digits)}`)
}

// Letters people see as one another: a Russian keyboard's letters in the prefix, letters for digits after it.
const latinOf: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Г: 'G',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  І: 'I',
  Ѕ: 'S',
  Ј: 'J',
}
const digitOf: Readonly<Record<string, string>> = { O: '0', О: '0', I: '1', L: '1', І: '1', З: '3' }

/** Takes spaces, lower case, look-alike letters, missing dashes and a missing prefix; undefined when the check digit says no. */
export function parseAppealNumber(text: string, prefix: string): AppealNumber | undefined {
  if (text.length > 60) return undefined
  const typed = text
    .replaceAll('№', '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  const head = Array.from(typed.slice(0, prefix.length), (letter) => latinOf[letter] ?? letter).join('')
  const rest = head === prefix ? typed.slice(prefix.length) : typed
  const digits = Array.from(rest, (sign) => digitOf[sign] ?? sign).join('')
  const parts = /^(\d\d)(\d{7})(\d)$/.exec(digits)
  const [, yy = '', random = '', check] = parts ?? []
  if (!parts || checkDigit(yy + random) !== check) return undefined
  return appealNumber(prefix, Number(yy), Number(random))
}

const hasForm = (text: string): text is AppealNumber => /^[A-Z]{2,4}-\d\d-\d{7}-\d$/.test(text)

/** A number as our own table holds it: only its form is looked at. Throws on anything else. */
export function trustedNumber(stored: string): AppealNumber {
  if (!hasForm(stored)) throw new Error('Not a number of an appeal.')
  return stored
}
