import { sql } from 'kysely'
import type { Db, ReadDb } from '#src/platform/db.ts'
import { waitAfter } from '../rules/tries.ts'

/** Replaces the account's recovery codes. */
export async function replaceRecoveryCodes(db: Db, staffId: string, hashes: readonly string[]): Promise<void> {
  await db.deleteFrom('staff_recovery_codes').where('staff_id', '=', staffId).execute()
  if (hashes.length === 0) return
  await db
    .insertInto('staff_recovery_codes')
    .values(hashes.map((code_hash) => ({ code_hash, staff_id: staffId })))
    .execute()
}

/** Uses up a recovery code. False when it is unknown or was used: of two who send the same code one wins. */
export async function takeRecoveryCode(db: Db, staffId: string, hash: string, at: Date): Promise<boolean> {
  const taken = await db
    .updateTable('staff_recovery_codes')
    .set({ used_at: at })
    .where('code_hash', '=', hash)
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .returning('code_hash')
    .executeTakeFirst()
  return taken !== undefined
}

export async function countRecoveryCodes(db: ReadDb, staffId: string): Promise<number> {
  const row = await db
    .selectFrom('staff_recovery_codes')
    .select((eb) => eb.fn.countAll<string>().as('left'))
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.left)
}

export async function putLink(db: Db, link: { staff_id: string; token_hash: string; expires_at: Date }): Promise<void> {
  const { token_hash, expires_at } = link
  await db
    .insertInto('staff_links')
    .values(link)
    .onConflict((on) => on.column('staff_id').doUpdateSet({ token_hash, expires_at }))
    .execute()
}

export const findLink = (db: ReadDb, tokenHash: string, now: Date): Promise<{ staff_id: string } | undefined> =>
  db
    .selectFrom('staff_links')
    .select('staff_id')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/** Uses up a link; false when it was used or replaced: of two who open it one wins. */
export async function takeLink(db: Db, tokenHash: string, now: Date): Promise<boolean> {
  const taken = await db
    .deleteFrom('staff_links')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .returning('staff_id')
    .executeTakeFirst()
  return taken !== undefined
}

export async function deleteLinks(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom('staff_links').where('staff_id', '=', staffId).execute()
}

// The wait after one, two … wrong tries, in milliseconds; after that many it grows no more.
const waits = Array.from({ length: 20 }, (_, place) => waitAfter(place + 1))

/**
 * Counts a try before it is made, in one statement: of a hundred at once only the free ones pass.
 * False when the last wrong tries ask for a longer wait.
 */
export async function takeTry(db: Db, key: string, now: Date): Promise<boolean> {
  const taken = await db
    .insertInto('staff_tries')
    .values({ key, failures: 1, free_at: now, at: now })
    .onConflict((on) =>
      on
        .column('key')
        .doUpdateSet({
          failures: sql`staff_tries.failures + 1`,
          free_at: sql`${now}::timestamptz + (${waits}::int[])[least(staff_tries.failures + 1, ${waits.length}::int)] * interval '1 millisecond'`,
          at: now,
        })
        .where('staff_tries.free_at', '<=', now),
    )
    .returning('key')
    .executeTakeFirst()
  return taken !== undefined
}

export async function forgetTries(db: Db, keys: readonly string[]): Promise<void> {
  await db
    .deleteFrom('staff_tries')
    .where('key', 'in', [...keys])
    .execute()
}

export async function deleteOld(db: Db, before: { readonly tries: Date; readonly links: Date }): Promise<void> {
  await db.deleteFrom('staff_tries').where('at', '<', before.tries).execute()
  await db.deleteFrom('staff_links').where('expires_at', '<', before.links).execute()
}
