import type { Lang, Text } from '#src/kernel/lang.ts'
import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { may } from '#src/kernel/roles.ts'
import { record, type Actor } from '#src/modules/audit/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { openWork, staffCurtailed, teamClosed } from '#src/modules/staff/events.ts'
import { neededTeams, teamIdFrom, type TeamKind } from '#src/modules/staff/rules/team.ts'
import { lockStaff } from '#src/modules/staff/store/accounts.ts'
import {
  deleteMember,
  findTeam,
  insertMember,
  insertTeam,
  listTeams,
  lockTeam,
  updateTeam,
} from '#src/modules/staff/store/teams.ts'
import { listProtectorIds } from './duty.ts'
import { recordMember } from './protection.ts'

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

export type TeamRefusal = 'noSuchTeam' | 'teamNeeded' | 'teamHasWork'

/** How many open appeals stand in the way of closing a team. */
export const countOpenWork = async ({ db, slots }: Pick<AppDeps, 'db' | 'slots'>, teamId: string): Promise<number> => {
  const counts = await Promise.all(slots.of(openWork).map((count) => count(db, teamId)))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Names, languages, open or closed. The teams that routing falls back to stay open, and those that have open appeals. */
export async function changeTeam(
  { db, clock, jobs, slots }: Deps & Pick<AppDeps, 'jobs' | 'slots'>,
  by: Actor,
  teamId: string,
  change: { readonly name: Text; readonly langs: readonly Lang[]; readonly isActive: boolean },
): Promise<Outcome<'changed', TeamRefusal>> {
  return inTransaction(db, async (db) => {
    const team = await lockTeam(db, teamId)
    if (!team) return refused('noSuchTeam')
    if (neededTeams.includes(teamId) && !change.isActive) return refused('teamNeeded')
    const isClosing = team.isActive && !change.isActive
    if (isClosing && (await countOpenWork({ db, slots }, teamId)) > 0) return refused('teamHasWork')
    await updateTeam(db, teamId, change)
    await recordOn({ db, clock }, by, 'team.changed', teamId, ['name', 'langs', 'active'])
    if (isClosing) await jobs.emit(db, teamClosed, { teamId })
    return done('changed')
  })
}

export type MemberRefusal = 'noSuchTeam' | 'noSuchAccount' | 'notSetUp' | 'roleReadsNothing' | 'protectorsOnly'

/**
 * Puts somebody into a team. Into a protection team only a protector does, and only who set their own password: an
 * administrator who makes accounts and their links would else read what is protected.
 */
export async function addMember(
  { db, clock }: Deps,
  by: Actor,
  teamId: string,
  staffId: string,
): Promise<Outcome<'changed', MemberRefusal>> {
  return inTransaction(db, async (db) => {
    const [team, account] = [await findTeam(db, teamId), await lockStaff(db, staffId)]
    if (!team) return refused('noSuchTeam')
    if (!account || account.state === 'disabled') return refused('noSuchAccount')
    if (!may(account.role, 'appealsRead')) return refused('roleReadsNothing')
    if (team.kind === 'protection') {
      const isProtector = by.kind === 'staff' && (await listProtectorIds(db)).has(by.id)
      if (!isProtector) return refused('protectorsOnly')
      if (account.state !== 'active') return refused('notSetUp')
    }
    if (await insertMember(db, teamId, staffId))
      await recordMember({ db, clock }, by, 'team.memberAdded', teamId, staffId)
    return done('changed')
  })
}

/** Out of the team; what somebody had of its appeals goes back to it. */
export async function removeMember(
  { db, clock, jobs }: Deps & Pick<AppDeps, 'jobs'>,
  by: Actor,
  teamId: string,
  staffId: string,
): Promise<void> {
  await inTransaction(db, async (db) => {
    if (!(await deleteMember(db, teamId, staffId))) return
    await recordMember({ db, clock }, by, 'team.memberRemoved', teamId, staffId)
    await jobs.emit(db, staffCurtailed, { staffId })
  })
}

const recordOn = ({ db, clock }: Deps, by: Actor, what: string, teamId: string, fields: readonly string[]) =>
  record(db, { who: by, what, on: { kind: 'team', id: teamId }, fields }, clock.now())
