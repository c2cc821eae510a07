import type { Role } from '#src/kernel/roles.ts'
import { record } from '#src/modules/audit/index.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import {
  emailHashOf,
  hashPassword,
  makeRecoveryCodes,
  newTotpSecret,
  openTotp,
  sealEmail,
  sealTotp,
} from '#src/modules/staff/check-secrets.ts'
import { codeAt } from '#src/modules/staff/rules/one-time-code.ts'
import { CONSULTATIONS_TEAM, INTAKE_TEAM, PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import { findCredentials, hasAnyStaff, insertStaff } from '#src/modules/staff/store/accounts.ts'
import { insertDuty } from '#src/modules/staff/store/duty.ts'
import { insertMember, insertTeam, type NewTeam } from '#src/modules/staff/store/teams.ts'

const firstTeams: readonly NewTeam[] = [
  {
    id: INTAKE_TEAM,
    name: { ky: 'Кабыл алуу тобу', ru: 'Группа приёма', en: 'Intake team' },
    kind: 'ordinary',
    langs: ['ky', 'ru', 'en'],
  },
  {
    id: CONSULTATIONS_TEAM,
    name: { ky: 'Кеңеш берүү тобу', ru: 'Группа консультаций', en: 'Consultations team' },
    kind: 'ordinary',
    langs: ['ky', 'ru', 'en'],
  },
  {
    id: PROTECTION_TEAM,
    name: { ky: 'Коргоо тобу', ru: 'Группа защиты', en: 'Protection team' },
    kind: 'protection',
    langs: ['ky', 'ru', 'en'],
  },
]

/** The teams a service cannot do without; those it renamed or closed since are left alone. */
export async function seedTeams({ db }: Pick<AppDeps, 'db'>): Promise<void> {
  for (const team of firstTeams) await insertTeam(db, team)
}

export type RehearsalAccount = {
  readonly email: string
  readonly role: Role
  readonly password: string
  /** Base32, for an authenticator app. */
  readonly totpSecret: string
  /** The code of this moment, for who has no app at hand. */
  readonly code: string
}

const rehearsalPeople = [
  {
    email: 'operator@rehearsal.example',
    name: 'Айгүл Осмонова',
    role: 'operator',
    teams: [INTAKE_TEAM, CONSULTATIONS_TEAM],
  },
  {
    email: 'supervisor@rehearsal.example',
    name: 'Бакыт Сыдыков',
    role: 'supervisor',
    teams: [INTAKE_TEAM, CONSULTATIONS_TEAM, PROTECTION_TEAM],
  },
  { email: 'admin@rehearsal.example', name: 'Елена Ким', role: 'administrator', teams: [] },
] as const satisfies readonly { email: string; name: string; role: Role; teams: readonly string[] }[]

/**
 * In rehearsal mode and while there is no account at all: three made-up accounts and a duty list with the supervisor.
 * Gives what the first start prints; afterwards, and in production, nothing is made and the list is empty.
 */
export async function seedRehearsalStaff(
  deps: Pick<AppDeps, 'db' | 'keys' | 'hasher' | 'random' | 'clock' | 'config'>,
): Promise<RehearsalAccount[]> {
  if (deps.config.mode !== 'rehearsal' || (await hasAnyStaff(deps.db))) return []
  const accounts: RehearsalAccount[] = []
  for (const { email, name, role, teams } of rehearsalPeople) {
    const account = { email, role, password: readablePassword(deps), totpSecret: newTotpSecret(deps) }
    if (await insertRehearsal(deps, account, name, teams))
      accounts.push({ ...account, code: codeAt(account.totpSecret, deps.clock.now()) })
  }
  return accounts
}

async function insertRehearsal(
  deps: Pick<AppDeps, 'db' | 'keys' | 'hasher' | 'random' | 'clock'>,
  account: Omit<RehearsalAccount, 'code'>,
  name: string,
  teams: readonly string[],
): Promise<boolean> {
  const { keys, random, clock } = deps
  const hashed = await hashPassword(deps, account.password)
  if (!hashed.ok) throw new Error('The first start found the hasher busy.')
  const email = sealEmail(keys, account.email)
  return deps.db.transaction().execute(async (db) => {
    const id = await insertStaff(db, {
      ...email,
      name,
      role: account.role,
      lang: 'ru',
      state: 'active',
      password_hash: hashed.value,
      totp_sealed: sealTotp({ keys }, email.email_hash, account.totpSecret),
      created_at: clock.now(),
    })
    // Another process of the same first start was faster.
    if (id === undefined) return false
    for (const team of teams) await insertMember(db, team, id)
    if (account.role === 'supervisor') await insertDuty(db, id)
    await makeRecoveryCodes({ db, keys, random }, id)
    await record(
      db,
      { who: { kind: 'system', name: 'rehearsal' }, what: 'staff.rehearsalMade', on: { kind: 'staff', id } },
      clock.now(),
    )
    return true
  })
}

/** The code an account's app would show now, for who tries the rehearsal without one. Undefined in production. */
export async function rehearsalCode(
  { db, keys, clock, config }: Pick<AppDeps, 'db' | 'keys' | 'clock' | 'config'>,
  email: string,
): Promise<string | undefined> {
  if (config.mode !== 'rehearsal') return undefined
  const account = await findCredentials(db, { emailHash: emailHashOf(keys, email.trim().toLowerCase()) })
  return account?.totp_sealed
    ? codeAt(openTotp({ keys }, account.email_hash, account.totp_sealed), clock.now())
    : undefined
}

// Typed from a terminal: no signs that look alike, in groups.
function readablePassword({ random }: Pick<AppDeps, 'random'>): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const signs = Array.from(random.bytes(16), (byte) => letters.charAt(byte % letters.length)).join('')
  return signs.replace(/(.{4})(?=.)/g, '$1-')
}
