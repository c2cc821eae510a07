import { isLang, type Lang, type Text } from '#src/kernel/lang.ts'
import type { Role } from '#src/kernel/roles.ts'
import type { Db, ReadDb } from '#src/platform/db.ts'
import type { TeamKind } from '../rules/team.ts'
import type { StaffState } from './accounts.ts'

export type Team = {
  readonly id: string
  readonly name: Text
  readonly kind: TeamKind
  readonly langs: readonly Lang[]
  readonly isActive: boolean
}

const columns = ['id', 'name_ky', 'name_ru', 'name_en', 'kind', 'langs', 'active'] as const

type TeamRow = {
  id: string
  name_ky: string
  name_ru: string
  name_en: string
  kind: TeamKind
  langs: string[]
  active: boolean
}

const teamFrom = (row: TeamRow): Team => ({
  id: row.id,
  name: { ky: row.name_ky, ru: row.name_ru, en: row.name_en },
  kind: row.kind,
  langs: row.langs.filter(isLang),
  isActive: row.active,
})

/** All teams: the intake team first, then by name. */
export async function listTeams(db: ReadDb): Promise<Team[]> {
  const rows = await db
    .selectFrom('teams')
    .select(columns)
    .orderBy((eb) => eb.case().when('id', '=', 'intake').then(0).else(1).end())
    .orderBy('name_en')
    .orderBy('id')
    .execute()
  return rows.map(teamFrom)
}

export async function findTeam(db: ReadDb, id: string): Promise<Team | undefined> {
  const row = await db.selectFrom('teams').select(columns).where('id', '=', id).executeTakeFirst()
  return row && teamFrom(row)
}

/**
 * The team as it is now, and nobody closes it until the transaction ends: whoever wants to waits, and then counts what was put
 * into it meanwhile. After the appeal's lock, where there is one.
 */
export async function holdTeam(db: Db, id: string): Promise<Team | undefined> {
  const row = await db.selectFrom('teams').select(columns).where('id', '=', id).forShare().executeTakeFirst()
  return row && teamFrom(row)
}

/**
 * The team, for changing it: whoever is just putting an appeal into it is waited for, and so is counted or sees the change.
 * "No key": a foreign key's check does not wait for it. One that did could hold an account that the appeal's act waits for.
 */
export async function lockTeam(db: Db, id: string): Promise<Team | undefined> {
  const row = await db.selectFrom('teams').select(columns).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && teamFrom(row)
}

export type NewTeam = {
  readonly id: string
  readonly name: Text
  readonly kind: TeamKind
  readonly langs: readonly Lang[]
}

/** False when the id is taken. */
export async function insertTeam(db: Db, { id, name, kind, langs }: NewTeam): Promise<boolean> {
  const row = await db
    .insertInto('teams')
    .values({ id, name_ky: name.ky, name_ru: name.ru, name_en: name.en, kind, langs: [...langs] })
    .onConflict((on) => on.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateTeam(
  db: Db,
  id: string,
  change: { name: Text; langs: readonly Lang[]; isActive: boolean },
): Promise<void> {
  const { name, langs, isActive } = change
  await db
    .updateTable('teams')
    .set({ name_ky: name.ky, name_ru: name.ru, name_en: name.en, langs: [...langs], active: isActive })
    .where('id', '=', id)
    .execute()
}

export type TeamMember = {
  readonly staffId: string
  readonly name: string
  readonly role: Role
  readonly state: StaffState
}

export async function listTeamMembers(db: ReadDb, teamId: string): Promise<TeamMember[]> {
  return db
    .selectFrom('team_members')
    .innerJoin('staff', 'staff.id', 'team_members.staff_id')
    .select(['staff_id as staffId', 'name', 'role', 'state'])
    .where('team_id', '=', teamId)
    .orderBy('name')
    .orderBy('staff_id')
    .execute()
}

export const listMemberships = (db: ReadDb): Promise<{ team_id: string; staff_id: string }[]> =>
  db.selectFrom('team_members').select(['team_id', 'staff_id']).orderBy('team_id').orderBy('staff_id').execute()

/** False when already a member. */
export async function insertMember(db: Db, teamId: string, staffId: string): Promise<boolean> {
  const row = await db
    .insertInto('team_members')
    .values({ team_id: teamId, staff_id: staffId })
    .onConflict((on) => on.doNothing())
    .returning('staff_id')
    .executeTakeFirst()
  return row !== undefined
}

/** False when no member. */
export async function deleteMember(db: Db, teamId: string, staffId: string): Promise<boolean> {
  const row = await db
    .deleteFrom('team_members')
    .where('team_id', '=', teamId)
    .where('staff_id', '=', staffId)
    .returning('staff_id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Until the transaction ends nobody disables this account, changes its role or takes it out of a team: who wants to waits,
 * and then finds what was given to it meanwhile. The account first, as every change of one does.
 */
export async function holdRights(db: Db, staffId: string): Promise<void> {
  await db.selectFrom('staff').select('id').where('id', '=', staffId).forShare().execute()
  await db.selectFrom('team_members').select('team_id').where('staff_id', '=', staffId).forShare().execute()
}

/** Anybody at all whose account is not disabled, in any protection team. */
export async function hasProtectionMembers(db: ReadDb): Promise<boolean> {
  const row = await db
    .selectFrom('team_members')
    .innerJoin('teams', 'teams.id', 'team_members.team_id')
    .innerJoin('staff', 'staff.id', 'team_members.staff_id')
    .select('staff_id')
    .where('kind', '=', 'protection')
    .where('state', '<>', 'disabled')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes an account out of all protection teams; gives their ids. */
export async function deleteProtectionMember(db: Db, staffId: string): Promise<string[]> {
  const rows = await db
    .deleteFrom('team_members')
    .where('staff_id', '=', staffId)
    .where('team_id', 'in', (eb) => eb.selectFrom('teams').select('id').where('kind', '=', 'protection'))
    .returning('team_id')
    .execute()
  return rows.map(({ team_id }) => team_id)
}
