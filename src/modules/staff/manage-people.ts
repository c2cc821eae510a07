import type { Lang } from '#src/kernel/lang.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { may, roles, type Right, type Role } from '#src/kernel/roles.ts'
import { record, type Actor } from '#src/modules/audit/index.ts'
import { enqueueNotice } from '#src/modules/notices/index.ts'
import { paths } from '#src/paths.ts'
import { inTransaction, type Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { hashToken, newToken } from './sign-in.ts'
import { openEmail, sealEmail } from './check-secrets.ts'
import { leaveProtection } from './manage-teams/protection.ts'
import { staffCurtailed } from './events.ts'
import {
  findStaffRow,
  insertStaff,
  listActiveByRole,
  listStaff,
  lockAdministrators,
  lockStaff,
  updateStaff,
  type StaffRow,
  type StaffState,
} from './store/accounts.ts'
import { deleteLinks, putLink, replaceRecoveryCodes } from './store/credentials.ts'
import { deleteSessionsOf } from './store/sessions.ts'
import { insertMember, listTeams, type Team } from './store/teams.ts'

const INVITE_MS = 7 * 24 * 60 * 60_000
const RESET_MS = 24 * 60 * 60_000

export type StaffMember = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly lang: Lang
  readonly state: StaffState
  readonly signedInAt: Date | null
}

const memberFrom = (keys: AppDeps['keys'], row: StaffRow): StaffMember => ({
  id: row.id,
  name: row.name,
  email: openEmail(keys, row),
  role: row.role,
  lang: row.lang,
  state: row.state,
  signedInAt: row.signed_in_at,
})

/** One account with its address opened; for managers and for notices to it. */
export async function findStaff(
  { db, keys }: Pick<AppDeps, 'db' | 'keys'>,
  id: string,
): Promise<StaffMember | undefined> {
  const row = await findStaffRow(db, id)
  return row && memberFrom(keys, row)
}

export const listPeople = async ({ db, keys }: Pick<AppDeps, 'db' | 'keys'>): Promise<StaffMember[]> =>
  (await listStaff(db)).map((row) => memberFrom(keys, row))

/** Everybody active whose role holds the right, with addresses opened. */
export const listStaffWho = async ({ db, keys }: Pick<AppDeps, 'db' | 'keys'>, right: Right): Promise<StaffMember[]> =>
  (
    await listActiveByRole(
      db,
      roles.filter((role) => may(role, right)),
    )
  ).map((row) => memberFrom(keys, row))

/** Everybody active of one role, with addresses opened: the supervisors, when nobody takes a critical appeal. */
export const listStaffOfRole = async ({ db, keys }: Pick<AppDeps, 'db' | 'keys'>, role: Role): Promise<StaffMember[]> =>
  (await listActiveByRole(db, [role])).map((row) => memberFrom(keys, row))

type LinkDeps = Pick<AppDeps, 'db' | 'keys' | 'jobs' | 'clock' | 'random' | 'config' | 'mail'>

export type Invitation = {
  readonly staffId: string
  /** To be handed over by hand, shown once; undefined when it went by mail. */
  readonly link: string | undefined
}

export type NewAccount = {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly lang: Lang
  readonly teamIds: readonly string[]
}

/** Teams an invitation may name. A protection team is joined later, through one of its members: addMember. */
export const isForNewcomers = ({ isActive, kind }: Pick<Team, 'isActive' | 'kind'>) => isActive && kind === 'ordinary'

/** Makes an account and sends its owner a one-time link to set a password and a second factor. */
export async function inviteStaff(
  deps: LinkDeps,
  by: Actor,
  account: NewAccount,
): Promise<Outcome<Invitation, 'emailTaken' | 'teamsWrong' | 'teamsNotForRole'>> {
  const { keys, clock } = deps
  return inTransaction(deps.db, async (db) => {
    const { name, role, lang } = account
    const open = (await listTeams(db)).filter(isForNewcomers).map(({ id }) => id)
    if (account.teamIds.some((id) => !open.includes(id))) return refused('teamsWrong')
    if (account.teamIds.length > 0 && !may(role, 'appealsRead')) return refused('teamsNotForRole')
    const id = await insertStaff(db, {
      ...sealEmail(keys, account.email),
      name,
      role,
      lang,
      state: 'invited',
      created_at: clock.now(),
    })
    if (id === undefined) return refused('emailTaken')
    for (const teamId of account.teamIds) await insertMember(db, teamId, id)
    await recordOn(deps, db, by, 'staff.invited', id, ['email', 'name', 'role', 'lang', 'teams'])
    return done({ staffId: id, link: await sendLink({ ...deps, db }, { ...account, id }, 'staffInvite') })
  })
}

/**
 * `mekendesh staff add`: an account whose one-time link is given back, mail or no mail. Makes the first administrator.
 */
export async function addStaff(
  deps: Omit<LinkDeps, 'mail'>,
  account: { readonly email: string; readonly name: string; readonly role: Role; readonly lang?: Lang },
): Promise<Outcome<{ staffId: string; link: string }, 'emailTaken'>> {
  const { keys, clock } = deps
  return inTransaction(deps.db, async (db) => {
    const { name, role, lang = 'ru' } = account
    const id = await insertStaff(db, {
      ...sealEmail(keys, account.email),
      name,
      role,
      lang,
      state: 'invited',
      created_at: clock.now(),
    })
    if (id === undefined) return refused('emailTaken')
    await recordOn(deps, db, { kind: 'system', name: 'mekendesh staff add' }, 'staff.invited', id, [
      'email',
      'name',
      'role',
      'lang',
    ])
    return done({ staffId: id, link: await makeLink({ ...deps, db }, id, INVITE_MS) })
  })
}

export type ManageRefusal = 'lastAdministrator' | 'noSuchAccount' | 'rightsGone'

/** Name, role and language of an account. The role holds from the next request. */
export async function changeAccount(
  deps: Pick<AppDeps, 'db' | 'clock' | 'jobs'>,
  by: Actor,
  staffId: string,
  change: { readonly name: string; readonly role: Role; readonly lang: Lang },
): Promise<Outcome<'changed', ManageRefusal>> {
  return manage(deps, by, staffId, change.role !== 'administrator', async (db, account) => {
    const fields = (['name', 'role', 'lang'] as const).filter((field) => account[field] !== change[field])
    if (fields.length === 0) return done('changed')
    await updateStaff(db, staffId, change)
    if (fields.includes('role')) await deps.jobs.emit(db, staffCurtailed, { staffId })
    await recordOn(deps, db, by, 'staff.changed', staffId, fields)
    return done('changed')
  })
}

/** Nobody enters with this account any more; its sessions and links end now. The name stays for the record. */
export async function disableStaff(
  deps: Pick<AppDeps, 'db' | 'clock' | 'jobs'>,
  by: Actor,
  staffId: string,
): Promise<Outcome<'changed', ManageRefusal>> {
  return manage(deps, by, staffId, true, async (db) => {
    await updateStaff(db, staffId, { state: 'disabled' })
    await deleteSessionsOf(db, staffId)
    await deleteLinks(db, staffId)
    await deps.jobs.emit(db, staffCurtailed, { staffId })
    await recordOn(deps, db, by, 'staff.disabled', staffId)
    return done('changed')
  })
}

/**
 * A new start: password, second factor, recovery codes and sessions are gone, and a one-time link goes out.
 * Also opens a disabled account again, and sends a lost invitation once more. Protection teams are left: a protector
 * who knows the person lets them in again.
 */
export async function resetStaff(
  deps: LinkDeps,
  by: Actor,
  staffId: string,
): Promise<Outcome<Invitation, ManageRefusal>> {
  return manage(deps, by, staffId, true, async (db, account) => {
    await updateStaff(db, staffId, { state: 'invited', password_hash: null, totp_sealed: null, totp_last_step: null })
    await replaceRecoveryCodes(db, staffId, [])
    await deleteSessionsOf(db, staffId)
    await leaveProtection({ db, clock: deps.clock }, by, staffId)
    await deps.jobs.emit(db, staffCurtailed, { staffId })
    await recordOn(deps, db, by, 'staff.reset', staffId, ['password', 'secondFactor', 'recoveryCodes'])
    const member = memberFrom(deps.keys, account)
    return done({
      staffId,
      link: await sendLink({ ...deps, db }, member, account.state === 'invited' ? 'staffInvite' : 'staffReset'),
    })
  })
}

/**
 * Runs one change of an account after the other: of two administrators who remove each other at the same moment
 * the second finds that he is the last, or no longer one himself.
 */
function manage<Value, Refusal extends string>(
  deps: Pick<AppDeps, 'db'>,
  by: Actor,
  staffId: string,
  takesAway: boolean,
  change: (db: Db, account: StaffRow) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal | ManageRefusal>> {
  return inTransaction(deps.db, async (db) => {
    const administrators = await lockAdministrators(db)
    if (by.kind === 'staff' && !administrators.includes(by.id)) return refused('rightsGone')
    const account = await lockStaff(db, staffId)
    if (!account) return refused('noSuchAccount')
    if (takesAway && administrators.length === 1 && administrators[0] === staffId) return refused('lastAdministrator')
    return change(db, account)
  })
}

type LinkTarget = { readonly id: string; readonly email: string; readonly lang: Lang }

async function sendLink(
  deps: LinkDeps,
  to: LinkTarget,
  template: 'staffInvite' | 'staffReset',
): Promise<string | undefined> {
  const link = await makeLink(deps, to.id, template === 'staffInvite' ? INVITE_MS : RESET_MS)
  if (!deps.mail.isOn) return link
  await enqueueNotice(deps, {
    to: to.email,
    lang: to.lang,
    template,
    params: { link },
    about: `staff link ${hashToken(link).slice(0, 16)}`,
  })
  return undefined
}

async function makeLink(
  { db, random, clock, config }: Pick<AppDeps, 'db' | 'random' | 'clock' | 'config'>,
  staffId: string,
  lifeMs: number,
) {
  const token = newToken({ random })
  await putLink(db, {
    staff_id: staffId,
    token_hash: hashToken(token),
    expires_at: new Date(clock.now().getTime() + lifeMs),
  })
  return `${config.staffUrl ?? config.publicUrl}${paths.staffSetUp(token)}`
}

const recordOn = (
  { clock }: Pick<AppDeps, 'clock'>,
  db: Db,
  by: Actor,
  what: string,
  staffId: string,
  fields: readonly string[] = [],
) => record(db, { who: by, what, on: { kind: 'staff', id: staffId }, fields }, clock.now())
