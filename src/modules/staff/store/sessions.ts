import type { Lang } from '#src/kernel/lang.ts'
import type { Role } from '#src/kernel/roles.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { TeamKind } from '../rules/team.ts'

export type SessionRow = {
  readonly id: string
  readonly device: string
  readonly created_at: Date
  readonly seen_at: Date
}

/** A session with whom it belongs to, as the account is now. */
export type OpenSession = SessionRow & {
  readonly staff_id: string
  readonly name: string
  readonly role: Role
  readonly lang: Lang
  readonly keys_on: boolean
}

const columns = ['staff_sessions.id', 'device', 'staff_sessions.created_at', 'seen_at'] as const

export async function insertSession(
  db: Db,
  session: { token_hash: string; staff_id: string; device: string; created_at: Date; seen_at: Date },
): Promise<string> {
  const row = await db.insertInto('staff_sessions').values(session).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Only of an active account: who is disabled is out at the next request. */
export const findOpenSession = (db: ReadDb, tokenHash: string): Promise<OpenSession | undefined> =>
  db
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .select([...columns, 'staff_id', 'name', 'role', 'lang', 'keys_on'])
    .where('token_hash', '=', tokenHash)
    .where('state', '=', 'active')
    .executeTakeFirst()

export const listActiveTeamsOf = (db: ReadDb, staffId: string): Promise<{ id: string; kind: TeamKind }[]> =>
  db
    .selectFrom('team_members')
    .innerJoin('teams', 'teams.id', 'team_members.team_id')
    .select(['teams.id', 'teams.kind'])
    .where('staff_id', '=', staffId)
    .where('active', '=', true)
    .orderBy('teams.id')
    .execute()

export async function touchSession(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable('staff_sessions').set({ seen_at: now }).where('id', '=', id).execute()
}

export const listSessionsOf = (db: ReadDb, staffId: string): Promise<SessionRow[]> =>
  db
    .selectFrom('staff_sessions')
    .select(columns)
    .where('staff_id', '=', staffId)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()

/** Whether somebody has not signed out everywhere; an idle session counts until it is swept. */
export const hasSession = async (db: ReadDb, staffId: string): Promise<boolean> =>
  (await db.selectFrom('staff_sessions').select('id').where('staff_id', '=', staffId).limit(1).executeTakeFirst()) !==
  undefined

/** Ends one session of this account; nothing happens with another's. */
export async function deleteSession(db: Db, staffId: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('staff_sessions')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}

export const deleteSessionByToken = (
  db: Db,
  tokenHash: string,
): Promise<{ id: string; staff_id: string } | undefined> =>
  db.deleteFrom('staff_sessions').where('token_hash', '=', tokenHash).returning(['id', 'staff_id']).executeTakeFirst()

export async function deleteSessionsOf(
  db: Db,
  staffId: string,
  options: { readonly but?: string } = {},
): Promise<void> {
  const all = db.deleteFrom('staff_sessions').where('staff_id', '=', staffId)
  await (options.but === undefined ? all : all.where('id', '<>', options.but)).execute()
}

export async function deleteIdleSessions(
  db: Db,
  before: { readonly seen: Date; readonly created: Date },
): Promise<void> {
  await db
    .deleteFrom('staff_sessions')
    .where((eb) => eb.or([eb('seen_at', '<', before.seen), eb('created_at', '<', before.created)]))
    .execute()
}
