import type { Lang, Text } from '#src/kernel/lang.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { may, type Role } from '#src/kernel/roles.ts'
import { record, type Actor } from '#src/modules/audit/index.ts'
import { inTransaction, type Db } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { openEmail } from './check-secrets.ts'
import { INTAKE_TEAM, teamIdFrom, type TeamKind } from './rules/team.ts'
import { findStaffRow, type StaffState } from './store/accounts.ts'
import { deleteDuty, insertDuty, listDutyRows, lockDutyOrder, switchDuty, updateDutyOrder } from './store/duty.ts'
import {
  deleteMember,
  findTeam,
  insertMember,
  insertTeam,
  listTeams,
  lockActiveTeams,
  updateTeam,
} from './store/teams.ts'

type Deps = Pick<AppDeps, 'db' | 'clock'>

export type TeamInput = { readonly name: Text; readonly langs: readonly Lang[]; readonly kind: TeamKind }

/** Makes a team; gives its id. */
export async function makeTeam({ db, clock }: Deps, by: Actor, input: TeamInput): Promise<string> {
  return inTransaction(db, async (db) => {
    const taken = (await listTeams(db)).map(({ id }) => id)
    const id = teamIdFrom(input.name.en, taken)
    // Two at the same moment with the same name: the unique key refuses the second, and its form may be sent again.
    if (!(await insertTeam(db, { id, ...input }))) throw new Error(`The team id ${id} was taken at the same moment.`)
    await recordOn({ db, clock }, by, 'team.made', id, ['name', 'kind', 'langs'])
    return id
  })
}

export type TeamRefusal = 'noSuchTeam' | 'teamNeeded'

/** Names, languages, open or closed. The intake team and the last protection team stay open. */
export async function changeTeam(
  { db, clock }: Deps,
  by: Actor,
  teamId: string,
  change: { readonly name: Text; readonly langs: readonly Lang[]; readonly isActive: boolean },
): Promise<Outcome<'changed', TeamRefusal>> {
  return inTransaction(db, async (db) => {
    const protectors = await lockActiveTeams(db, 'protection')
    const team = await findTeam(db, teamId)
    if (!team) return refused('noSuchTeam')
    const isNeeded = teamId === INTAKE_TEAM || (protectors.length === 1 && protectors[0] === teamId)
    if (isNeeded && !change.isActive) return refused('teamNeeded')
    await updateTeam(db, teamId, change)
    await recordOn({ db, clock }, by, 'team.changed', teamId, ['name', 'langs', 'active'])
    return done('changed')
  })
}

export type MemberRefusal = 'noSuchTeam' | 'noSuchAccount' | 'roleReadsNothing' | 'notYourself'

/** Puts somebody into a team. Nobody lets himself into the protection team: it takes a second person. */
export async function addMember(
  { db, clock }: Deps,
  by: Actor,
  teamId: string,
  staffId: string,
): Promise<Outcome<'changed', MemberRefusal>> {
  return inTransaction(db, async (db) => {
    const [team, account] = [await findTeam(db, teamId), await findStaffRow(db, staffId)]
    if (!team) return refused('noSuchTeam')
    if (!account || account.state === 'disabled') return refused('noSuchAccount')
    if (!may(account.role, 'appealsRead')) return refused('roleReadsNothing')
    if (team.kind === 'protection' && by.kind === 'staff' && by.id === staffId) return refused('notYourself')
    if (await insertMember(db, teamId, staffId))
      await recordMember({ db, clock }, by, 'team.memberAdded', teamId, staffId)
    return done('changed')
  })
}

export async function removeMember({ db, clock }: Deps, by: Actor, teamId: string, staffId: string): Promise<void> {
  await inTransaction(db, async (db) => {
    if (await deleteMember(db, teamId, staffId))
      await recordMember({ db, clock }, by, 'team.memberRemoved', teamId, staffId)
  })
}

export type DutyEntry = {
  readonly staffId: string
  readonly name: string
  readonly email: string
  readonly lang: Lang
  readonly role: Role
  readonly state: StaffState
  readonly isOnDuty: boolean
  /** Is told now: on duty, active, and with a role that may work on appeals. */
  readonly isTold: boolean
}

/** The whole duty list in its order, also who is off duty. */
export async function listDutyEntries({ db, keys }: Pick<AppDeps, 'db' | 'keys'>): Promise<DutyEntry[]> {
  const rows = await listDutyRows(db)
  return rows.map((row) => ({
    staffId: row.id,
    name: row.name,
    email: openEmail(keys, row),
    lang: row.lang,
    role: row.role,
    state: row.state,
    isOnDuty: row.is_on_duty,
    isTold: row.is_on_duty && row.state === 'active' && may(row.role, 'appealsWork'),
  }))
}

/** Who is told of critical appeals now, in order, with addresses opened. Empty: nobody is. */
export const listDuty = async (deps: Pick<AppDeps, 'db' | 'keys'>): Promise<DutyEntry[]> =>
  (await listDutyEntries(deps)).filter(({ isTold }) => isTold)

/** Puts somebody at the end of the duty list. */
export async function addDuty(
  { db, clock }: Deps,
  by: Actor,
  staffId: string,
): Promise<Outcome<'changed', 'noSuchAccount' | 'roleWorksNot'>> {
  return inTransaction(db, async (db) => {
    const account = await findStaffRow(db, staffId)
    if (!account || account.state === 'disabled') return refused('noSuchAccount')
    if (!may(account.role, 'appealsWork')) return refused('roleWorksNot')
    if (await insertDuty(db, staffId)) await recordDuty({ db, clock }, by, 'duty.added', staffId)
    return done('changed')
  })
}

export type DutyMove = 'up' | 'on' | 'off' | 'remove'

/** One step up, on or off duty, or off the list. Who is not on it changes nothing. */
export async function changeDuty({ db, clock }: Deps, by: Actor, staffId: string, move: DutyMove): Promise<void> {
  await inTransaction(db, async (db) => {
    if (await applyDuty(db, staffId, move)) await recordDuty({ db, clock }, by, `duty.${move}`, staffId)
  })
}

async function applyDuty(db: Db, staffId: string, move: DutyMove): Promise<boolean> {
  if (move === 'remove') return deleteDuty(db, staffId)
  if (move !== 'up') return switchDuty(db, staffId, move === 'on')
  const order = await lockDutyOrder(db)
  const place = order.indexOf(staffId)
  if (place < 1) return false
  await updateDutyOrder(db, order.toSpliced(place, 1).toSpliced(place - 1, 0, staffId))
  return true
}

const recordOn = ({ db, clock }: Deps, by: Actor, what: string, teamId: string, fields: readonly string[]) =>
  record(db, { who: by, what, on: { kind: 'team', id: teamId }, fields }, clock.now())

const recordMember = ({ db, clock }: Deps, by: Actor, what: string, teamId: string, staffId: string) =>
  record(db, { who: by, what, on: { kind: 'team', id: teamId }, fields: [`staff:${staffId}`] }, clock.now())

const recordDuty = ({ db, clock }: Deps, by: Actor, what: string, staffId: string) =>
  record(db, { who: by, what, on: { kind: 'staff', id: staffId } }, clock.now())
