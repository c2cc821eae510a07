import { documentNumber } from '#src/language/look-alikes.ts'

// No 0/O or 1/I: a code is copied by hand and read out over the phone. 32 letters, five bits each.
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 12
const GROUP = 4
const wellFormed = new RegExp(`^[${LETTERS}]{${LENGTH}}$`)

/** By which a draft is gone on with on another device: 60 bits. A secret: never in an address, a log or a table. */
export type ResumeCode = string & { readonly __brand: 'ResumeCode' }

/** So many random bytes make a code: one for each letter, since 32 divides 256. */
export const CODE_BYTES = LENGTH
export const codeFrom = (random: Uint8Array): ResumeCode =>
  Array.from(random.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('') as ResumeCode

/** Small letters, spaces, dashes and Cyrillic look-alikes are understood. Undefined: no code can look like this. */
export function parseCode(typed: string): ResumeCode | undefined {
  const code = documentNumber(typed.slice(0, 100))
  return wellFormed.test(code) ? (code as ResumeCode) : undefined
}

/** As it is shown: `K7F3-Q2MN-8RTW`. */
export const codeInGroups = (code: ResumeCode): string => (code.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')
