import type { Lang } from '#src/kernel/lang.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { may, type Role } from '#src/kernel/roles.ts'
import { record, type Actor } from '#src/modules/audit/index.ts'
import { inTransaction, type Db, type ReadDb } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { openEmail } from '#src/modules/staff/check-secrets.ts'
import { dutyGapsOf, type DutyGap } from '#src/modules/staff/rules/duty-cover.ts'
import { findStaffRow, listActiveByRole, type StaffState } from '#src/modules/staff/store/accounts.ts'
import {
  deleteDuty,
  insertDuty,
  listDutyRows,
  lockDutyOrder,
  switchDuty,
  updateDutyOrder,
} from '#src/modules/staff/store/duty.ts'
import { listTeamMembers, listTeams } from '#src/modules/staff/store/teams.ts'

type Deps = Pick<AppDeps, 'db' | 'clock'>

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

/** Who works in an open protection team: the only ones who can open a protected appeal. */
export async function listProtectorIds(db: ReadDb): Promise<ReadonlySet<string>> {
  const teams = (await listTeams(db)).filter(({ kind, isActive }) => kind === 'protection' && isActive)
  const members = await Promise.all(teams.map(({ id }) => listTeamMembers(db, id)))
  const working = members.flat().filter(({ state, role }) => state === 'active' && may(role, 'appealsWork'))
  return new Set(working.map(({ staffId }) => staffId))
}

/** Whom a critical appeal would not reach as things stand; empty when all is well. */
export async function listDutyGaps(deps: Pick<AppDeps, 'db' | 'keys'>): Promise<DutyGap[]> {
  const [duty, protectors, supervisors] = await Promise.all([
    listDuty(deps),
    listProtectorIds(deps.db),
    listActiveByRole(deps.db, ['supervisor']),
  ])
  return dutyGapsOf({
    isOnDuty: duty.length > 0,
    isProtectorOnDuty: duty.some(({ staffId }) => protectors.has(staffId)),
    hasProtectors: protectors.size > 0,
    hasSupervisors: supervisors.length > 0,
  })
}

/** Puts somebody at the end of the duty list: only who has finished the set-up, or a call would end at a closed door. */
export async function addDuty(
  { db, clock }: Deps,
  by: Actor,
  staffId: string,
): Promise<Outcome<'changed', 'noSuchAccount' | 'notSetUp' | 'roleWorksNot'>> {
  return inTransaction(db, async (db) => {
    const account = await findStaffRow(db, staffId)
    if (!account || account.state === 'disabled') return refused('noSuchAccount')
    if (account.state === 'invited') return refused('notSetUp')
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

const recordDuty = ({ db, clock }: Deps, by: Actor, what: string, staffId: string) =>
  record(db, { who: by, what, on: { kind: 'staff', id: staffId } }, clock.now())
