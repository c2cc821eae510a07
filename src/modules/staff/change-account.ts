import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import type { Lang } from '#src/kernel/lang.ts'
import type { StaffVisitor } from '#src/kernel/visitor.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import {
  confirmPassword,
  hashPassword,
  makeRecoveryCodes,
  newTotpSecret,
  openEmail,
  sealTotp,
} from './check-secrets.ts'
import { stepOfCode } from './rules/one-time-code.ts'
import { weaknessOf, type PasswordWeakness } from './rules/password.ts'
import { endOwnSessions, hashToken, recordOfSelf, startSession } from './sign-in.ts'
import { findStaffRow, lockStaff, updateStaff } from './store/accounts.ts'
import { findLink, takeLink } from './store/credentials.ts'

/** A second factor that is offered but not yet taken: it travels sealed in the form until its first code proves that the app has it. */
export type OfferedFactor = { readonly secret: string; readonly sealed: string }

const offerPlace = (holder: string) => `offered second factor for ${holder}`

function offerFactor({ keys, random }: Pick<AppDeps, 'keys' | 'random'>, holder: string): OfferedFactor {
  const secret = newTotpSecret({ random })
  return { secret, sealed: keys.seal(secret, offerPlace(holder)).toString('base64url') }
}

/** Undefined when it was made for another session or link, or changed on its way. */
function takeOffer({ keys }: Pick<AppDeps, 'keys'>, sealed: string, holder: string): OfferedFactor | undefined {
  try {
    return { sealed, secret: keys.open(Buffer.from(sealed, 'base64url'), offerPlace(holder)).toString() }
  } catch {
    return undefined
  }
}

export type SetUp = {
  readonly staffId: string
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly offer: OfferedFactor
}

/** What the page behind a one-time link shows. `sealed` is the offer of an earlier try, so that the app need not be set again. */
export async function findSetUp(
  deps: Pick<AppDeps, 'db' | 'keys' | 'random' | 'clock'>,
  token: string,
  sealed?: string,
): Promise<SetUp | undefined> {
  const holder = hashToken(token)
  const link = await findLink(deps.db, holder, deps.clock.now())
  const account = link && (await findStaffRow(deps.db, link.staff_id))
  if (!account || account.state !== 'invited') return undefined
  const offer = (sealed !== undefined && takeOffer(deps, sealed, holder)) || offerFactor(deps, holder)
  return { staffId: account.id, name: account.name, email: openEmail(deps.keys, account), lang: account.lang, offer }
}

export type SetUpInput = {
  readonly token: string
  readonly password: string
  readonly sealed: string
  readonly code: string
  readonly device: string
}

/** Uses up a one-time link: password and second factor are set, the account is active, and its owner is signed in. */
export async function setUpAccount(
  deps: Pick<AppDeps, 'db' | 'keys' | 'hasher' | 'random' | 'clock'>,
  input: SetUpInput,
): Promise<Outcome<{ token: string; recoveryCodes: string[] }, 'linkDead' | 'codeWrong' | 'busy' | PasswordWeakness>> {
  const { keys, random, clock } = deps
  const linkHash = hashToken(input.token)
  const setUp = await findSetUp(deps, input.token, input.sealed)
  if (!setUp) return refused('linkDead')
  const weakness = weaknessOf(input.password, [setUp.name, setUp.email])
  if (weakness) return refused(weakness)
  const step = stepOfCode(setUp.offer.secret, input.code, clock.now())
  if (step === undefined) return refused('codeWrong')
  const hashed = await hashPassword(deps, input.password)
  if (!hashed.ok) return hashed

  return deps.db.transaction().execute(async (db) => {
    // The account first, as resetStaff does: in the other order the two could wait for each other.
    const account = await lockStaff(db, setUp.staffId)
    const isOpen = account?.state === 'invited' && (await takeLink(db, linkHash, clock.now()))
    if (!account || !isOpen) return refused('linkDead')
    await updateStaff(db, account.id, {
      state: 'active',
      password_hash: hashed.value,
      totp_sealed: sealTotp({ keys }, account.email_hash, setUp.offer.secret),
      totp_last_step: step,
      signed_in_at: clock.now(),
    })
    const recoveryCodes = await makeRecoveryCodes({ db, keys, random }, account.id)
    const token = await startSession({ db, random, clock }, { staffId: account.id, device: input.device })
    await recordOfSelf({ db, clock }, account.id, 'staff.setUp', ['password', 'secondFactor', 'recoveryCodes'])
    return done({ token, recoveryCodes })
  })
}

type OwnRefusal = 'passwordWrong' | 'signInTooEarly' | 'busy'

export async function changePassword(
  deps: Pick<AppDeps, 'db' | 'keys' | 'hasher' | 'clock'>,
  self: StaffVisitor,
  input: { readonly present: string; readonly next: string },
): Promise<Outcome<'changed', OwnRefusal | PasswordWeakness>> {
  const confirmed = await confirmPassword(deps, self.id, input.present)
  if (!confirmed.ok) return confirmed
  const weakness = weaknessOf(input.next, [confirmed.value.name, openEmail(deps.keys, confirmed.value)])
  if (weakness) return refused(weakness)
  const hashed = await hashPassword(deps, input.next)
  if (!hashed.ok) return hashed
  return changeSecret(deps, self, 'staff.passwordChanged', async (db) =>
    updateStaff(db, self.id, { password_hash: hashed.value }),
  )
}

/** Offers a new second factor to who knows the password; nothing changes until `confirmFactor`. */
export async function startFactor(
  deps: Pick<AppDeps, 'db' | 'keys' | 'hasher' | 'random' | 'clock'>,
  self: StaffVisitor,
  password: string,
): Promise<Outcome<OfferedFactor, OwnRefusal>> {
  const confirmed = await confirmPassword(deps, self.id, password)
  return confirmed.ok ? done(offerFactor(deps, self.sessionId)) : confirmed
}

/** The first code of the new app replaces the old one. `offer` is given back with a wrong code, to show the same again. */
export async function confirmFactor(
  deps: Pick<AppDeps, 'db' | 'keys' | 'clock'>,
  self: StaffVisitor,
  input: { readonly sealed: string; readonly code: string },
): Promise<Outcome<'changed', 'offerDead'> | { ok: false; refusal: 'codeWrong'; offer: OfferedFactor }> {
  const offer = takeOffer(deps, input.sealed, self.sessionId)
  if (!offer) return refused('offerDead')
  const step = stepOfCode(offer.secret, input.code, deps.clock.now())
  if (step === undefined) return { ...refused('codeWrong'), offer }
  return changeSecret(deps, self, 'staff.secondFactorChanged', async (db) => {
    const account = await lockStaff(db, self.id)
    if (!account) return
    const totp_sealed = sealTotp(deps, account.email_hash, offer.secret)
    await updateStaff(db, self.id, { totp_sealed, totp_last_step: step })
  })
}

/** New recovery codes instead of the old ones; they can be shown only now. */
export async function renewRecoveryCodes(
  deps: Pick<AppDeps, 'db' | 'keys' | 'hasher' | 'random' | 'clock'>,
  self: StaffVisitor,
  password: string,
): Promise<Outcome<string[], OwnRefusal>> {
  const confirmed = await confirmPassword(deps, self.id, password)
  if (!confirmed.ok) return confirmed
  const { keys, random, clock } = deps
  return deps.db.transaction().execute(async (db) => {
    const codes = await makeRecoveryCodes({ db, keys, random }, self.id)
    await recordOfSelf({ db, clock }, self.id, 'staff.recoveryCodesRenewed')
    return done(codes)
  })
}

export async function changeLanguage(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  self: StaffVisitor,
  lang: Lang,
): Promise<void> {
  await db.transaction().execute(async (db) => {
    await updateStaff(db, self.id, { lang })
    await recordOfSelf({ db, clock }, self.id, 'staff.languageChanged', ['lang'])
  })
}

/** Single keys of the staff pages, on or off for this account on every device. */
export async function switchKeys(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  self: StaffVisitor,
  isOn: boolean,
): Promise<void> {
  await db.transaction().execute(async (db) => {
    await updateStaff(db, self.id, { keys_on: isOn })
    await recordOfSelf({ db, clock }, self.id, 'staff.keysSwitched', ['keys'])
  })
}

// A changed secret ends all other sessions: whoever had it before is out.
function changeSecret(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  self: StaffVisitor,
  what: string,
  change: (db: AppDeps['db']) => Promise<void>,
): Promise<Outcome<'changed', never>> {
  return db.transaction().execute(async (db) => {
    await change(db)
    await endOwnSessions({ db, clock }, self.id, { but: self.sessionId })
    await recordOfSelf({ db, clock }, self.id, what)
    return done('changed' as const)
  })
}
