import { generateSync, generateURI, ScureBase32Plugin, verifySync } from 'otplib'

const STEP_SECONDS = 30
/** 160 bits, as RFC 4226 asks. */
export const TOTP_SECRET_BYTES = 20

const epochOf = (now: Date) => Math.floor(now.getTime() / 1000)

/** The secret as authenticator apps take it: base32 without padding. */
export const totpSecretFrom = (bytes: Uint8Array): string => new ScureBase32Plugin().encode(bytes)

/** What a QR code for an authenticator app says. */
export const totpUri = (secret: string, account: string, issuer: string) =>
  generateURI({ issuer, label: account, secret })

export const codeAt = (secret: string, now: Date): string =>
  generateSync({ secret, epoch: epochOf(now), period: STEP_SECONDS })

/**
 * The time step a code belongs to, one step early or late allowed; undefined when it is wrong.
 * The caller keeps the step and takes no code of it or of an earlier one again.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const digits = code.replace(/[\s-]/g, '')
  // otplib throws on anything but six digits.
  if (!/^\d{6}$/.test(digits)) return undefined
  const result = verifySync({
    secret,
    token: digits,
    epoch: epochOf(now),
    period: STEP_SECONDS,
    epochTolerance: STEP_SECONDS,
  })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

// No 0/O or 1/I: people copy recovery codes by hand.
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_LENGTH = 10
export const RECOVERY_CODES = 10
export const RECOVERY_BYTES = RECOVERY_CODES * CODE_LENGTH

/** Ten codes of 50 bits each, from RECOVERY_BYTES random bytes, shown as "K7F3Q-2MTVA". */
export function recoveryCodesFrom(bytes: Uint8Array): string[] {
  const letters = Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
  return Array.from({ length: RECOVERY_CODES }, (_, place) => {
    const code = letters.slice(place * CODE_LENGTH, (place + 1) * CODE_LENGTH)
    return `${code.slice(0, 5)}-${code.slice(5)}`
  })
}

/** A typed recovery code in its one form; undefined when it cannot be one. */
export function parseRecoveryCode(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return letters.length === CODE_LENGTH ? `${letters.slice(0, 5)}-${letters.slice(5)}` : undefined
}
