import type { Lang } from '#src/kernel/lang.ts'
import type { Role } from '#src/kernel/roles.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'
import { waitForTurn } from './turns.ts'

export type StaffState = 'invited' | 'active' | 'disabled'

export type StaffRow = {
  readonly id: string
  readonly email_sealed: Uint8Array
  readonly email_hash: string
  readonly name: string
  readonly role: Role
  readonly lang: Lang
  readonly state: StaffState
  readonly signed_in_at: Date | null
}

export type Credentials = StaffRow & { readonly password_hash: string | null; readonly totp_sealed: Uint8Array | null }

const columns = ['id', 'email_sealed', 'email_hash', 'name', 'role', 'lang', 'state', 'signed_in_at'] as const
const credentialColumns = [...columns, 'password_hash', 'totp_sealed'] as const

export type NewStaff = {
  readonly email_sealed: Uint8Array
  readonly email_hash: string
  readonly name: string
  readonly role: Role
  readonly lang: Lang
  readonly state: StaffState
  readonly password_hash?: string
  readonly totp_sealed?: Uint8Array
  readonly created_at: Date
}

/** Gives nothing when the address has an account already. */
export async function insertStaff(db: Db, staff: NewStaff): Promise<string | undefined> {
  const row = await db
    .insertInto('staff')
    .values(staff)
    .onConflict((on) => on.column('email_hash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const hasAnyStaff = async (db: ReadDb): Promise<boolean> =>
  (await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()) !== undefined

export const findStaffRow = (db: ReadDb, id: string): Promise<StaffRow | undefined> =>
  db.selectFrom('staff').select(columns).where('id', '=', id).executeTakeFirst()

export const findCredentials = (
  db: ReadDb,
  by: { readonly id: string } | { readonly emailHash: string },
): Promise<Credentials | undefined> => {
  const rows = db.selectFrom('staff').select(credentialColumns)
  return ('id' in by ? rows.where('id', '=', by.id) : rows.where('email_hash', '=', by.emailHash)).executeTakeFirst()
}

/** The account, locked until the transaction ends: its state does not change under our hands. */
export const lockStaff = (db: Db, id: string): Promise<StaffRow | undefined> =>
  db.selectFrom('staff').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/**
 * Who may manage accounts now. One transaction at a time gets past here, so that two who remove each other at the same
 * moment are one after the other. A lock of the rows themselves deadlocks: which rows match changes while others wait.
 */
export async function lockAdministrators(db: Db): Promise<string[]> {
  await waitForTurn(db, 'administrators')
  const rows = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'administrator')
    .where('state', '=', 'active')
    .execute()
  return rows.map(({ id }) => id)
}

export const listStaff = (db: ReadDb): Promise<StaffRow[]> =>
  db.selectFrom('staff').select(columns).orderBy('state').orderBy('name').orderBy('id').execute()

export const listActiveByRole = (db: ReadDb, roles: readonly Role[]): Promise<StaffRow[]> =>
  db
    .selectFrom('staff')
    .select(columns)
    .where('state', '=', 'active')
    .where('role', 'in', [...roles])
    .orderBy('name')
    .orderBy('id')
    .execute()

export async function listNames(db: ReadDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type StaffChange = {
  readonly name?: string
  readonly role?: Role
  readonly lang?: Lang
  readonly state?: StaffState
  readonly password_hash?: string | null
  readonly totp_sealed?: Uint8Array | null
  readonly totp_last_step?: number | null
  readonly email_sealed?: Uint8Array
  readonly signed_in_at?: Date
  readonly keys_on?: boolean
}

export async function updateStaff(db: Db, id: string, change: StaffChange): Promise<void> {
  await db.updateTable('staff').set(change).where('id', '=', id).execute()
}

/** Accounts in the order of their ids, locked, so that nobody changes a second factor between reading and writing. */
export const lockCredentialsAfter = (db: Db, afterId: string, limit: number): Promise<Credentials[]> =>
  db
    .selectFrom('staff')
    .select(credentialColumns)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()

/** Uses up a time step. False when it, or a later one, was used before: of two who send the same code one wins. */
export async function takeTotpStep(db: Db, id: string, step: number): Promise<boolean> {
  const taken = await db
    .updateTable('staff')
    .set({ totp_last_step: step })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', String(step))]))
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}
