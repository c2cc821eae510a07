import { done, refused, type Outcome } from '#src/kernel/outcome.ts'
import { may } from '#src/kernel/roles.ts'
import { record, type Actor } from '#src/modules/audit/index.ts'
import { inTransaction } from '#src/platform/db.ts'
import type { AppDeps } from '#src/platform/deps.ts'
import { emailHashOf } from '#src/modules/staff/check-secrets.ts'
import { PROTECTION_TEAM } from '#src/modules/staff/rules/team.ts'
import { findCredentials, lockStaff } from '#src/modules/staff/store/accounts.ts'
import { deleteProtectionMember, hasProtectionMembers, insertMember } from '#src/modules/staff/store/teams.ts'
import { waitForTurn } from '#src/modules/staff/store/turns.ts'

type Deps = Pick<AppDeps, 'db' | 'clock'>

/**
 * `mekendesh staff protect`: the first member of the protection team, by the address of an account. Only while no
 * protection team has a member: from then on its members alone let others in (addMember), on the pages.
 */
export function addFirstProtector(
  { db, keys, clock }: Deps & Pick<AppDeps, 'keys'>,
  email: string,
): Promise<Outcome<'changed', 'noSuchAccount' | 'roleReadsNothing' | 'notEmpty'>> {
  return inTransaction(db, async (db) => {
    await waitForTurn(db, 'teams')
    if (await hasProtectionMembers(db)) return refused('notEmpty')
    const named = await findCredentials(db, { emailHash: emailHashOf(keys, email.trim().toLowerCase()) })
    const account = named && (await lockStaff(db, named.id))
    if (account?.state !== 'active') return refused('noSuchAccount')
    if (!may(account.role, 'appealsWork')) return refused('roleReadsNothing')
    await insertMember(db, PROTECTION_TEAM, account.id)
    const by = { kind: 'system', name: 'mekendesh staff protect' } as const
    await recordMember({ db, clock }, by, 'team.memberAdded', PROTECTION_TEAM, account.id)
    return done('changed')
  })
}

/**
 * Takes an account out of every protection team. Whoever makes a new link to an account could open it himself: it must
 * not lead to protected appeals. Call it inside the transaction that holds the account's lock.
 */
export async function leaveProtection({ db, clock }: Deps, by: Actor, staffId: string): Promise<void> {
  for (const teamId of await deleteProtectionMember(db, staffId))
    await recordMember({ db, clock }, by, 'team.memberRemoved', teamId, staffId)
}

export const recordMember = ({ db, clock }: Deps, by: Actor, what: string, teamId: string, staffId: string) =>
  record(db, { who: by, what, on: { kind: 'team', id: teamId }, fields: [`staff:${staffId}`] }, clock.now())
