import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import {
  parseRecoveryCode,
  RECOVERY_BYTES,
  recoveryCodesFrom,
  stepOfCode,
  TOTP_SECRET_BYTES,
  totpSecretFrom,
} from './rules/one-time-code.ts'
import { normalisePassword } from './rules/password.ts'
import { findCredentials, lockCredentialsAfter, takeTotpStep, updateStaff, type Credentials } from './store/accounts.ts'
import { forgetTries, replaceRecoveryCodes, takeRecoveryCode, takeTry } from './store/credentials.ts'

type Secrets = Pick<AppDeps, 'keys' | 'hasher'>

// The hash of nothing anybody knows: an address without an account costs the same time as one with it.
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$drR4aUMhOZfAfdQXb7WNfQ$2RQLBeM7+8WgIn4i5O66F4EUOcx9VBNCBHbLTkzFTPc'

const asHashed = (keys: AppDeps['keys'], password: string) => keys.pepper(normalisePassword(password))

export const hashPassword = ({ keys, hasher }: Secrets, password: string): Promise<Outcome<string, 'busy'>> =>
  hasher.hash(asHashed(keys, password))

/** Whether it is this password. The work is the same where there is none. */
export async function isPassword(
  { keys, hasher }: Secrets,
  hash: string | null | undefined,
  password: string,
): Promise<Outcome<boolean, 'busy'>> {
  const verified = await hasher.verify(hash ?? NOBODY, asHashed(keys, password))
  return verified.ok ? done(verified.value && typeof hash === 'string') : verified
}

// The account's address hash ties a sealed secret to its row.
const totpPlace = (emailHash: string) => `second factor of ${emailHash}`

export const sealTotp = ({ keys }: Pick<AppDeps, 'keys'>, emailHash: string, secret: string) =>
  keys.seal(secret, totpPlace(emailHash))

export const openTotp = ({ keys }: Pick<AppDeps, 'keys'>, emailHash: string, sealed: Uint8Array): string =>
  keys.open(sealed, totpPlace(emailHash)).toString()

export const newTotpSecret = ({ random }: Pick<AppDeps, 'random'>) => totpSecretFrom(random.bytes(TOTP_SECRET_BYTES))

export type FactorHolder = { readonly id: string; readonly email_hash: string; readonly totp_sealed: Uint8Array | null }

/** Uses up a code of the app or a recovery code. False: wrong, or used before. Call it inside the transaction of what it allows. */
export async function takeSecondFactor(
  { db, keys, clock }: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  holder: FactorHolder,
  code: string,
): Promise<boolean> {
  const recovery = parseRecoveryCode(code)
  if (recovery !== undefined)
    return takeRecoveryCode(db, holder.id, recoveryHash(keys, holder.id, recovery), clock.now())
  if (!holder.totp_sealed) return false
  const secret = openTotp({ keys }, holder.email_hash, holder.totp_sealed)
  const step = stepOfCode(secret, code, clock.now())
  return step !== undefined && takeTotpStep(db, holder.id, step)
}

// 50 random bits under a key that is not in the database need no slow hash.
const recoveryHash = (keys: AppDeps['keys'], staffId: string, code: string) =>
  keys.lookup('staff recovery code', `${staffId} ${code}`)

/** Makes new recovery codes and forgets the old ones. They can be shown only now. */
export async function makeRecoveryCodes(
  { db, keys, random }: Pick<AppDeps, 'db' | 'keys' | 'random'>,
  staffId: string,
): Promise<string[]> {
  const codes = recoveryCodesFrom(random.bytes(RECOVERY_BYTES))
  await inTransaction(db, (db) =>
    replaceRecoveryCodes(
      db,
      staffId,
      codes.map((code) => recoveryHash(keys, staffId, code)),
    ),
  )
  return codes
}

/** By which an account is found without opening any address. */
export const emailHashOf = ({ lookup }: Pick<AppDeps['keys'], 'lookup'>, email: string) => lookup('staff e-mail', email)

const emailPlace = (emailHash: string) => `e-mail of staff ${emailHash}`

export const sealEmail = (keys: AppDeps['keys'], email: string) => {
  const email_hash = emailHashOf(keys, email)
  return { email_hash, email_sealed: keys.seal(email, emailPlace(email_hash)) }
}

export const openEmail = (
  keys: AppDeps['keys'],
  row: { readonly email_hash: string; readonly email_sealed: Uint8Array },
): string => keys.open(row.email_sealed, emailPlace(row.email_hash)).toString()

/**
 * Whether somebody who is signed in knows their own password, asked before a change of password or second factor:
 * whoever found an open telephone does not.
 */
export async function confirmPassword(
  deps: Pick<AppDeps, 'db' | 'keys' | 'hasher' | 'clock'>,
  staffId: string,
  password: string,
): Promise<Outcome<Credentials, 'passwordWrong' | 'signInTooEarly' | 'busy'>> {
  const key = tryKey(deps, `confirm ${staffId}`)
  if (!(await takeTry(deps.db, key, deps.clock.now()))) return refused('signInTooEarly')
  const account = await findCredentials(deps.db, { id: staffId })
  const isRight = await isPassword(deps, account?.password_hash, password)
  if (!isRight.ok) return isRight
  if (!account || !isRight.value) return refused('passwordWrong')
  await forgetTries(deps.db, [key])
  return done(account)
}

/** Tries are counted by the day: a list that is stolen later tells nothing of places and accounts. */
export const tryKey = ({ keys, clock }: Pick<AppDeps, 'keys' | 'clock'>, what: string) =>
  keys.lookup('staff try', `${clock.now().toISOString().slice(0, 10)} ${what}`)

// The words are part of what is sealed: changed, no older cookie opens, and its owner is counted by address once more.
const deviceSeal = (emailHash: string) => `device of ${emailHash}`

/**
 * A mark for the browser that an account signed in with. It lets nobody in: wrong tries with it are counted on their own,
 * so that a colleague behind the same address cannot hold its owner out.
 */
export const newDevice = ({ keys, random }: Pick<AppDeps, 'keys' | 'random'>, emailHash: string): string =>
  keys.seal(Buffer.from(random.bytes(16)), deviceSeal(emailHash)).toString('base64url')

/** Which device of this account a mark stands for; undefined for another account's, and for what we did not seal. */
export function deviceIn({ keys }: Pick<AppDeps, 'keys'>, emailHash: string, mark: string): string | undefined {
  try {
    return keys.open(Buffer.from(mark, 'base64url'), deviceSeal(emailHash)).toString('base64url')
  } catch {
    return undefined
  }
}

/**
 * Seals again under the newest main key what an older one sealed, for `limit` accounts after `afterId` ("0" at first).
 * Gives the id to go on from, undefined at the end. May run again at any point.
 */
export async function resealStaff(
  { db, keys }: Pick<AppDeps, 'db' | 'keys'>,
  afterId: string,
  limit: number,
): Promise<string | undefined> {
  const isOld = (sealed: Uint8Array) => keys.keyIdOf(sealed) !== keys.newestKeyId
  return inTransaction(db, async (db) => {
    const accounts = await lockCredentialsAfter(db, afterId, limit)
    for (const account of accounts) {
      const { id, email_hash, email_sealed, totp_sealed } = account
      if (isOld(email_sealed)) {
        await updateStaff(db, id, { email_sealed: keys.seal(openEmail(keys, account), emailPlace(email_hash)) })
      }
      if (totp_sealed && isOld(totp_sealed)) {
        const secret = openTotp({ keys }, email_hash, totp_sealed)
        await updateStaff(db, id, { totp_sealed: sealTotp({ keys }, email_hash, secret) })
      }
    }
    return accounts.length < limit ? undefined : accounts.at(-1)?.id
  })
}
