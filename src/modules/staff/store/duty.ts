import type { Db, ReadDb } from '#src/platform/db.ts'
import type { StaffRow } from './accounts.ts'
import { waitForTurn } from './turns.ts'

export type DutyRow = StaffRow & { readonly position: number; readonly is_on_duty: boolean }

/** The duty list in its order, also those who are off duty or disabled. */
export const listDutyRows = (db: ReadDb): Promise<DutyRow[]> =>
  db
    .selectFrom('duty_list')
    .innerJoin('staff', 'staff.id', 'duty_list.staff_id')
    .select([
      'staff.id',
      'email_sealed',
      'email_hash',
      'name',
      'role',
      'lang',
      'state',
      'signed_in_at',
      'position',
      'active as is_on_duty',
    ])
    .orderBy('position')
    .orderBy('staff.id')
    .execute()

/** Puts somebody at the end of the list. False when already there. */
export async function insertDuty(db: Db, staffId: string): Promise<boolean> {
  const row = await db
    .insertInto('duty_list')
    .values((eb) => ({
      staff_id: staffId,
      position: eb
        .selectFrom('duty_list')
        .select((inner) => inner(inner.fn.coalesce(inner.fn.max('position'), inner.lit(0)), '+', 1).as('next')),
    }))
    .onConflict((on) => on.doNothing())
    .returning('staff_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteDuty(db: Db, staffId: string): Promise<boolean> {
  const row = await db.deleteFrom('duty_list').where('staff_id', '=', staffId).returning('staff_id').executeTakeFirst()
  return row !== undefined
}

export async function switchDuty(db: Db, staffId: string, isOn: boolean): Promise<boolean> {
  const row = await db
    .updateTable('duty_list')
    .set({ active: isOn })
    .where('staff_id', '=', staffId)
    .returning('staff_id')
    .executeTakeFirst()
  return row !== undefined
}

/** The ids in order; nobody else moves them until the transaction ends. */
export async function lockDutyOrder(db: Db): Promise<string[]> {
  await waitForTurn(db, 'duty')
  const rows = await db.selectFrom('duty_list').select('staff_id').orderBy('position').orderBy('staff_id').execute()
  return rows.map(({ staff_id }) => staff_id)
}

export async function updateDutyOrder(db: Db, staffIds: readonly string[]): Promise<void> {
  for (const [place, staffId] of staffIds.entries()) {
    await db
      .updateTable('duty_list')
      .set({ position: place + 1 })
      .where('staff_id', '=', staffId)
      .execute()
  }
}
