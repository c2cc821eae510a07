import type { Lang } from '#src/kernel/lang.ts'
import { may, type Role } from '#src/kernel/roles.ts'
import {
  hashPassword,
  makeRecoveryCodes,
  newTotpSecret,
  sealEmail,
  sealTotp,
} from '#src/modules/staff/check-secrets.ts'
import { codeAt } from '#src/modules/staff/rules/one-time-code.ts'
import { CONSULTATIONS_TEAM, INTAKE_TEAM } from '#src/modules/staff/rules/team.ts'
import { startSession } from '#src/modules/staff/sign-in.ts'
import { insertStaff } from '#src/modules/staff/store/accounts.ts'
import { insertMember } from '#src/modules/staff/store/teams.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { isServedSecurely } from '#src/platform/http/request.ts'

export type StaffOptions = {
  readonly name?: string
  readonly lang?: Lang
  /** Where not named: the two ordinary teams, for roles that read appeals. */
  readonly teams?: readonly string[]
}

export type TestStaff = {
  readonly id: string
  readonly email: string
  readonly password: string
  readonly totpSecret: string
  readonly recoveryCodes: readonly string[]
  /** The code the person's app shows now. */
  code(): string
}

/** An active account with everything it takes to sign in through the door. */
export async function makeStaff(deps: AppDeps, role: Role, options: StaffOptions = {}): Promise<TestStaff> {
  const { db, keys, clock, random } = deps
  const {
    name = `Test ${role}`,
    lang = 'ru',
    teams = may(role, 'appealsRead') ? [INTAKE_TEAM, CONSULTATIONS_TEAM] : [],
  } = options
  const email = `${role.toLowerCase()}.${Buffer.from(random.bytes(6)).toString('hex')}@staff.example`
  const password = `a long ${Buffer.from(random.bytes(6)).toString('hex')} phrase`
  const totpSecret = newTotpSecret(deps)
  const hashed = await hashPassword(deps, password)
  if (!hashed.ok) throw new Error('The hasher is busy.')
  const sealed = sealEmail(keys, email)
  const id = await insertStaff(db, {
    ...sealed,
    name,
    role,
    lang,
    state: 'active',
    password_hash: hashed.value,
    totp_sealed: sealTotp(deps, sealed.email_hash, totpSecret),
    created_at: clock.now(),
  })
  if (id === undefined) throw new Error('The address is taken.')
  for (const team of teams) await insertMember(db, team, id)
  const recoveryCodes = await makeRecoveryCodes(deps, id)
  return { id, email, password, totpSecret, recoveryCodes, code: () => codeAt(totpSecret, clock.now()) }
}

/** The cookies of somebody who is signed in, without going through the door. */
export async function cookiesOf(deps: AppDeps, staffId: string): Promise<Record<string, string>> {
  const token = await startSession(deps, { staffId, device: 'Chrome, Linux' })
  return { [isServedSecurely(deps.config) ? '__Host-staff' : 'staff']: token }
}

/** Makes an account of this role and signs it in. */
export async function signInAs(deps: AppDeps, role: Role, options: StaffOptions = {}): Promise<Record<string, string>> {
  const { id } = await makeStaff(deps, role, options)
  return cookiesOf(deps, id)
}
